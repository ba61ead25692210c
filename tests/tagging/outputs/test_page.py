"""The page about a video: a lane a person, a click that jumps, nothing from outside, and no markup from names."""

import json
import os
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from support.browsing import browse
from support.media_files import video
from support.tagging.face_logs import tags_of
from visavis.tagging.outputs import page
from visavis.tagging.outputs.page import page_html

#: A browser of some lines: it runs the script of a page on given elements, clicks, and tells where the video is.
BROWSER = """
const given = JSON.parse(process.argv[1]);
const fs = require("fs");
class Element {
  constructor(dataset) { Object.assign(this, { dataset, listeners: {}, style: {}, currentTime: 0, hidden: true }); }
  addEventListener(kind, listener) { this.listeners[kind] = listener; }
  getBoundingClientRect() { return { left: 100, width: 200 }; }
  play() { return Promise.reject(new Error("not allowed")); }
}
const video = new Element({}), note = new Element({});
const targets = given.targets.map((at) => new Element({ at })), lanes = [new Element({})], marks = [new Element({})];
global.document = {
  body: { dataset: { duration: given.duration } },
  querySelector: () => video,
  querySelectorAll: (selector) => ({ "[data-at]": targets, ".lane": lanes, ".now": marks })[selector],
  getElementById: () => note,
};
(0, eval)(fs.readFileSync(given.script, "utf8"));
const places = [];
for (const target of targets) {
  target.listeners.click({ stopPropagation() {} });
  places.push(video.currentTime);
}
for (const x of [100, 150, 9999]) { lanes[0].listeners.click({ clientX: x }); places.push(video.currentTime); }
video.currentTime = 2.5;
video.listeners.timeupdate();
video.listeners.error();
console.log(JSON.stringify({ places, left: marks[0].style.left, hidden: note.hidden }));
"""


class Elements(HTMLParser):
    """All elements of a page, with their attributes, and the texts in them."""

    def __init__(self, text):
        super().__init__()
        self.found, self.texts = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.texts.append(data)

    def of_class(self, name):
        return [attributes for _, attributes in self.found if name in (attributes.get("class") or "").split()]


def test_a_lane_a_person(tmp_path):
    elements = Elements(page_html(tags_of(("Ada", 0, 9), ("Ada", 50, 69), (None, 30, 39)), tmp_path))
    assert len(elements.of_class("person")) == 2
    assert [each["data-at"] for each in elements.of_class("span")] == ["0.000", "5.000", "3.000"]
    assert [each["style"] for each in elements.of_class("span")][1] == "left:50.0000%;width:20.0000%"
    assert all(attributes["src"].startswith("data:image/jpeg") for tag, attributes in elements.found if tag == "img")
    assert {"Ada", "Guest 1"} <= set(elements.texts)


@pytest.mark.parametrize("source", ["a.mp4", "../films/ä b#1?.mp4", 'x"y<z>&.mp4'])
def test_the_video_is_found_from_the_page(tmp_path, source):
    film = tmp_path / "out" / source
    elements = Elements(page_html(tags_of(("Ada", 0, 9), source=str(film)), tmp_path / "out"))
    [address] = [attributes["src"] for tag, attributes in elements.found if tag == "video"]
    assert not {"#", "?", '"'} & set(address)
    assert os.path.normpath(tmp_path / "out" / unquote(address)) == os.path.normpath(film)


def test_nothing_comes_from_outside(tmp_path):
    text = page_html(tags_of(("Ada", 0, 9), source=str(tmp_path / "a.mp4")), tmp_path)
    assert "http://" not in text
    assert "https://" not in text
    [policy] = [each["content"] for tag, each in Elements(text).found if "http-equiv" in each]
    assert "default-src 'none'" in policy


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "a&lt;b", "\u202eevil"]
)
def test_a_name_is_no_markup(tmp_path, name):
    elements = Elements(page_html(tags_of((name, 0, 9), source=str(tmp_path / f"{name[:9]}.mp4")), tmp_path))
    harmless = Elements(page_html(tags_of(("Ada", 0, 9), source=str(tmp_path / "a.mp4")), tmp_path))
    assert [tag for tag, _ in elements.found] == [tag for tag, _ in harmless.found]
    assert name.replace("\u202e", r"\u202e") in elements.texts


def test_a_video_without_people(tmp_path):
    assert Elements(page_html(tags_of(), tmp_path)).of_class("person") == []


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node.js to run the script with")
def test_a_click_jumps_the_video():
    script = Path(page.__file__).with_name("page.js")
    given = {"duration": 10, "targets": ["5.000", "0.250"], "script": str(script)}
    done = subprocess.run(["node", "-e", BROWSER, json.dumps(given)], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {"places": [5, 0.25, 0, 2.5, 10], "left": "25%", "hidden": False}


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What a real browser, as narrow as a phone, makes of the page about a video of ten seconds."""
    folder = tmp_path_factory.mktemp("page")
    film = folder / "a b#1.webm"  # H.264 is not in every build of the engine
    film.write_bytes(video(".webm", frames=100, rate=10))
    tags = tags_of(("Ada " * 30, 0, 9), ("Ada " * 30, 50, 69), (None, 30, 39), source=str(film))
    (folder / "page.html").write_text(page_html(tags, folder), encoding="utf-8")
    return browse("video_page", folder / "page.html", 375, 667)


def test_a_browser_plays_the_video_and_a_click_jumps_it(seen):
    assert seen["plays"]
    assert seen["duration"] == pytest.approx(10, abs=0.2)
    assert seen["places"] == pytest.approx([5, 0, 0], abs=0.05)  # the second span, the best view, the first span
    assert [name.strip() for name in seen["names"]] == [("Ada " * 30).strip(), "Guest 1"]


def test_a_browser_has_nothing_to_complain_about(seen):
    assert seen["console"] == []


def test_the_page_is_as_wide_as_a_phone(seen):
    assert seen["wide"] <= seen["view"] <= 375
    assert min(seen["small"]) >= 44  # a finger's width: WCAG 2.2, 2.5.5


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00.0"), (59.96, "1:00.0"), (3723.4, "1:02:03.4")])
def test_times_for_people(seconds, shown):
    assert page._clock(seconds) == shown
