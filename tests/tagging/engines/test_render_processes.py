"""Copies and scenes are made in processes: each once, whoever dies."""

import os
import signal
from pathlib import Path

import pytest

from support.tagging.file_tasks import render_slowly
from visavis.errors import PictureError
from visavis.tagging.engines.file_task import EngineError
from visavis.tagging.engines.render_processes import ProcessRenderer
from visavis.tagging.engines.rendering import RenderingPlan, is_rendered


@pytest.fixture
def renderer(folders, tmp_path):
    renderer = ProcessRenderer(RenderingPlan(tmp_path, clips=True), 2, folders, task=render_slowly)
    yield renderer
    renderer.close()


def record(name):
    return {"path": f"/videos/{name}", "source": name, "size": 1, "stem": name, "log": b"", "guests": {}, "kept": 0}


def test_each_video_is_done(renderer, tmp_path):
    waits = [renderer.submit(record(f"slow {number}")) for number in range(5)]
    assert all(is_rendered(wait()) for wait in waits)
    assert {path.name for path in tmp_path.glob("slow *")} == {f"slow {number}" for number in range(5)}
    assert renderer.busy == {}


def test_a_killed_process_is_replaced_and_its_video_begun_again(renderer, tmp_path, qtbot):
    waits = [renderer.submit(record(f"slow {number}")) for number in range(4)]
    qtbot.waitUntil(lambda: len(renderer.busy) == 2, timeout=60_000)
    os.kill(next(iter(renderer.busy.values())).pid, signal.SIGKILL)
    assert all(is_rendered(wait()) for wait in waits)
    assert len(list(tmp_path.glob("slow *"))) == 4


def test_a_video_that_kills_its_process_is_given_up_and_the_others_are_done(renderer):
    deadly, other = renderer.submit(record("deadly")), renderer.submit(record("a"))
    with pytest.raises(PictureError, match="died 3 times"):
        is_rendered(deadly())
    assert is_rendered(other())


def test_a_bug_is_said(renderer):
    with pytest.raises(EngineError, match="ZeroDivisionError: a bug"):
        renderer.submit(record("buggy"))()


def test_closing_ends_what_is_in_progress(folders, tmp_path, qtbot):
    renderer = ProcessRenderer(RenderingPlan(tmp_path, clips=True), 1, folders, task=render_slowly)
    wait = renderer.submit(record("slow"))
    qtbot.waitUntil(lambda: Path("/videos/slow") in renderer.busy, timeout=60_000)
    renderer.close()
    with pytest.raises(EngineError, match="ended"):
        wait()
