"""Thumbnails: what is seen now comes first, and no more are kept than fit."""

import threading

import numpy as np
import pytest

from visavis.errors import PictureError
from visavis.ui.threads import Worker
from visavis.ui.widgets.thumbnails import Thumbnails

SIDE = 10
BYTES = SIDE * SIDE * 4


def picture():
    return np.zeros((SIDE, SIDE, 3), np.uint8)


@pytest.fixture
def worker(qapp):
    worker = Worker(qapp)
    yield worker
    worker.close()
    assert worker.wait(5000)


def test_a_picture_is_read_once_and_then_there(qtbot, worker):
    thumbnails, reads = Thumbnails(worker), []
    read = lambda: (reads.append(1), picture())[1]  # noqa: E731
    with qtbot.waitSignal(thumbnails.arrived):
        assert thumbnails.get("a", read) is None
        assert thumbnails.get("a", read) is None
    assert thumbnails.get("a", read).width() == SIDE
    assert reads == [1]


def test_what_was_asked_for_last_is_read_first(qtbot, worker):
    thumbnails, gate, order = Thumbnails(worker), threading.Event(), []
    thumbnails.arrived.connect(order.append)
    thumbnails.get("first", lambda: (gate.wait(), picture())[1])
    for name in "abc":
        thumbnails.get(name, picture)
    thumbnails.get("a", picture)  # seen again
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == ["first", "a", "c", "b"]


def test_what_was_scrolled_past_is_not_read(qtbot, worker):
    thumbnails, gate, order = Thumbnails(worker), threading.Event(), []
    thumbnails.arrived.connect(order.append)
    thumbnails.get("first", lambda: (gate.wait(), picture())[1])
    for number in range(1000):
        thumbnails.get(number, picture)
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 161)
    assert order == ["first", *range(999, 839, -1)]


def test_memory_is_bounded(qtbot, worker):
    thumbnails = Thumbnails(worker, kept=5 * BYTES)
    for number in range(20):
        with qtbot.waitSignal(thumbnails.arrived):
            thumbnails.get(number, picture)
        assert thumbnails.size <= 5 * BYTES
    assert thumbnails.get(19, picture) is not None
    assert thumbnails.get(0, picture) is None


def test_one_that_cannot_be_read_is_not_tried_again(qtbot, worker):
    thumbnails, reads = Thumbnails(worker), []

    def broken():
        reads.append(1)
        raise PictureError("no picture")

    with qtbot.waitSignal(thumbnails.arrived):
        thumbnails.get("a", broken)
    assert thumbnails.get("a", broken) is None
    assert thumbnails.get("a", broken) is None
    with qtbot.waitSignal(thumbnails.arrived):
        thumbnails.get("b", picture)
    assert reads == [1]


def test_after_forgetting_none_is_left(qtbot, worker):
    thumbnails = Thumbnails(worker)
    with qtbot.waitSignal(thumbnails.arrived):
        thumbnails.get("a", picture)
    thumbnails.clear()
    assert thumbnails.size == 0


def test_what_is_being_read_when_all_is_cleared_is_not_kept(qtbot, worker):
    thumbnails, gate, order = Thumbnails(worker), threading.Event(), []
    thumbnails.arrived.connect(order.append)
    thumbnails.get("forgotten", lambda: (gate.wait(), picture())[1])
    thumbnails.clear()
    thumbnails.get("other", picture)
    gate.set()
    qtbot.waitUntil(lambda: order == ["other"])
    assert thumbnails.size == BYTES
