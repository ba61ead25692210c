"""What an engine sees is kept as it comes in, while the results of other files are written."""

import threading

import pytest

from visavis.errors import PictureError
from visavis.tagging.engines.ahead import WatchAhead, unwatched_files
from visavis.tagging.engines.engine import WatchedFile
from visavis.tagging.engines.file_task import EngineError


class FakeTagger:
    def __init__(self, watched=()):
        self.kept = dict.fromkeys(watched, b"")

    def is_watched(self, path):
        if path == "gone":
            raise PictureError("It is gone.")
        return path in self.kept

    def keep(self, path, log):
        self.kept[path] = log


class FakeEngine:
    """Yields what it is given, each item after it is let go; an error is raised."""

    def __init__(self, *items):
        self.items = items
        self.stopped = threading.Event()

    def __call__(self, paths):
        for item in self.items:
            if isinstance(item, Exception):
                raise item
            if item is None:
                self.stopped.wait()
                return
            yield item

    def stop(self):
        self.stopped.set()


def begin(engine, *paths):
    ahead, tagger = WatchAhead(engine), FakeTagger()
    ahead.start(paths, tagger)
    return ahead, tagger


def test_files_come_in_any_order_and_are_kept():
    ahead, tagger = begin(FakeEngine(WatchedFile("b", b"2"), WatchedFile("a", b"1")), "a", "b")
    ahead.await_log("a")
    assert tagger.kept == {"a": b"1", "b": b"2"}
    ahead.await_log("b")
    ahead.await_log("watched before")
    ahead.close()


def test_an_error_of_a_file_is_raised_when_its_turn_comes():
    ahead, tagger = begin(FakeEngine(WatchedFile("b", error=PictureError("No.")), WatchedFile("a", b"1")), "a", "b")
    ahead.await_log("a")
    with pytest.raises(PictureError, match="No"):
        ahead.await_log("b")
    assert tagger.kept == {"a": b"1"}
    ahead.close()


def test_an_engine_that_cannot_go_on_keeps_what_it_has():
    ahead, tagger = begin(FakeEngine(WatchedFile("a", b"1"), EngineError("The end.")), "a", "b")
    ahead.await_log("a")
    with pytest.raises(EngineError, match="The end"):
        ahead.await_log("b")
    assert tagger.kept == {"a": b"1"}
    ahead.close()


def test_closing_ends_an_engine_that_is_at_work():
    ahead, _ = begin(FakeEngine(WatchedFile("a", b"1"), None), "a", "b")
    ahead.await_log("a")
    ahead.close()
    assert not ahead._thread.is_alive()


def test_only_what_was_not_watched_before_is_given_to_an_engine():
    assert unwatched_files(["a", "b", "gone", "b", "c"], FakeTagger(["c"])) == ["a", "b"]
