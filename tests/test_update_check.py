"""Looking for a newer version: off unless asked for, one address, one small answer that is believed in nothing else."""

import http.server
import json
import threading
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import visavis
from visavis import update_check
from visavis.errors import UpdateError
from visavis.settings import Settings
from visavis.update_check import Update, fetch_update, find_feed, host, is_due, parse_update

NUMBERS = st.lists(st.integers(0, 999_999), min_size=1, max_size=4)
RIGHT = {"version": 1, "latest": "0.2.0", "page": "https://example.org/visavis"}


class Server(http.server.HTTPServer):
    """Answers each request with what it was given."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.status, self.content, self.headers, self.asked = 200, json.dumps(RIGHT).encode(), {}, []

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()

    @property
    def feed(self):
        return f"http://127.0.0.1:{self.server_port}/feed.json"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        server = self.server
        server.asked.append((self.path, dict(self.headers)))
        self.send_response(server.status)
        for name, value in server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(server.content)

    def log_message(self, *_):
        """Print nothing."""


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with Server() as server:
        yield server


def test_nothing_is_asked_by_default():
    assert not Settings().check_updates
    assert Settings().update_feed is None


def test_the_newest_version_is_read(server):
    assert fetch_update(server.feed) == Update("0.2.0", "https://example.org/visavis")


def test_only_the_version_that_runs_is_sent(server):
    fetch_update(server.feed)
    ((path, headers),) = server.asked
    assert path == "/feed.json"
    assert headers.pop("User-Agent") == f"Visavis/{visavis.__version__}"
    assert set(headers) <= {"Host", "Accept-Encoding", "Connection"}


def test_another_address_is_not_followed(server):
    server.status, server.headers = 302, {"Location": f"{server.feed}?elsewhere"}
    with pytest.raises(UpdateError, match="did not say"):
        fetch_update(server.feed)
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [404, 500, 204])
def test_an_answer_without_an_update_is_told(server, status):
    server.status, server.content = status, b""
    with pytest.raises(UpdateError, match=r"127\.0\.0\.1"):
        fetch_update(server.feed)


def test_nobody_there_is_told():
    with Server() as gone:
        feed = gone.feed
    with pytest.raises(UpdateError, match="did not say"):
        fetch_update(feed)


@pytest.mark.parametrize(
    "changed",
    [
        {"version": 2},
        {"latest": "0.2.0rc1"},
        {"latest": "1." * 5000 + "1"},
        {"latest": 2},
        {"latest": ""},
        {"page": "file:///etc/passwd"},
        {"page": "http://example.org"},
        {"page": "javascript:alert(1)"},
        {"page": "https://[::1"},
    ],
)
def test_what_cannot_be_believed_is_refused(changed):
    with pytest.raises(UpdateError, match="cannot be used"):
        parse_update(json.dumps({**RIGHT, **changed}).encode(), "example.org")


def test_a_long_answer_is_refused(server):
    server.content = json.dumps({**RIGHT, "more": "x" * 20_000}).encode()
    with pytest.raises(UpdateError, match="too long"):
        fetch_update(server.feed)


@pytest.mark.parametrize(
    "feed", ["http://example.org/a", "ftp://example.org/a", "file:///a", "https://", "a", "https://[a"]
)
def test_only_https_is_asked(feed):
    with pytest.raises(UpdateError, match="is not an address"):
        host(feed)


def test_the_host_is_told_without_a_password():
    assert host("https://me:secret@example.org:8443/feed") == "example.org"


@given(
    st.lists(st.integers(0, 999_999), min_size=1, max_size=4), st.lists(st.integers(0, 999_999), min_size=1, max_size=4)
)
def test_versions_compare_as_numbers(mine, other):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(visavis, "__version__", ".".join(map(str, mine)))
        padded = [[*numbers, 0, 0, 0][:4] for numbers in (other, mine)]
        assert Update(".".join(map(str, other)), "https://a").is_newer == (padded[0] > padded[1])


def test_it_is_asked_once_a_day():
    assert is_due(None, date(2026, 1, 1))
    assert not is_due("2026-01-01", date(2026, 1, 1))
    assert is_due("2026-01-01", date(2026, 1, 2))
    assert is_due("2027-01-01", date(2026, 1, 2))  # the clock was wrong


def test_the_package_names_the_address(monkeypatch):
    monkeypatch.setattr(update_check, "metadata", lambda _: Metadata("Source, https://a", "Update feed, https://b/f"))
    assert find_feed(None) == "https://b/f"
    assert find_feed("https://mine") == "https://mine"


def test_without_an_address_nobody_is_asked(monkeypatch):
    monkeypatch.setattr(update_check, "metadata", lambda _: Metadata())
    assert find_feed(None) is None


class Metadata:
    def __init__(self, *urls):
        self.urls = list(urls)

    def get_all(self, name):
        assert name == "Project-URL"
        return self.urls or None
