"""Streams forward, workers work in order, and neither blocks or surprises the GUI thread."""

import threading

import pytest
from PySide6.QtCore import QObject

from visavis.errors import DiskError, SourceLostError
from visavis.process.mailbox import Latest
from visavis.ui.threads import StreamThread, Worker, close_threads


@pytest.fixture
def worker(qapp):
    worker = Worker(qapp)
    yield worker
    worker.close()
    assert worker.wait(5000)


def failing(items, error):
    yield from items
    raise error


def test_items_arrive_and_the_end_closes_the_mailbox(qtbot, qapp):
    into = Latest()
    stream = StreamThread(["a"], into, into.close, qapp)
    with qtbot.waitSignals([stream.available, stream.finished]):
        stream.start()
    assert list(into) == ["a"]


def test_a_failure_is_forwarded(qtbot, qapp):
    stream, told = StreamThread(failing([1], SourceLostError("gone")), Latest(), int, qapp), []
    stream.failed.connect(told.append)
    with qtbot.waitSignal(stream.finished):
        stream.start()
    assert [str(error) for error in told] == ["gone"]


def test_a_slow_reader_is_notified_once_and_gets_the_newest(qtbot, qapp):
    into, told = Latest(), []
    stream = StreamThread(range(1000), into, int, qapp)
    stream.available.connect(lambda: told.append(None))
    stream.start()
    stream.wait()  # the GUI thread is busy
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert into.take() == 999


def test_work_runs_in_order_and_results_arrive_in_the_gui_thread(qtbot, worker):
    done = []
    for number in range(3):
        worker.submit(lambda number=number: (number, threading.current_thread()), done.append)
    qtbot.waitUntil(lambda: len(done) == 3)
    assert [number for number, _ in done] == [0, 1, 2]
    assert threading.main_thread() not in {thread for _, thread in done}


def test_failed_work_calls_on_error_or_emits_failed(qtbot, worker):
    told = []

    def fail():
        raise DiskError("The disk is full.")

    worker.submit(fail, on_error=told.append)
    qtbot.waitUntil(lambda: bool(told))
    with qtbot.waitSignal(worker.failed) as blocker:
        worker.submit(fail)
    assert str(told[0]) == str(blocker.args[0]) == "The disk is full."


def test_closing_finishes_submitted_work_and_accepts_no_more(qtbot, worker):
    done = []
    gate = threading.Event()
    worker.submit(gate.wait)
    worker.submit(lambda: done.append("saved"))
    worker.close()
    worker.submit(lambda: done.append("too late"))
    gate.set()
    assert worker.wait(5000)
    assert done == ["saved"]


def test_a_bug_in_one_piece_of_work_does_not_lose_the_next(qtbot, worker):
    done = []
    with qtbot.capture_exceptions() as bugs:
        worker.submit(lambda: 1 / 0)
        worker.submit(lambda: done.append("done"))
        qtbot.waitUntil(lambda: bool(done) and bool(bugs))
    assert bugs[0][0] is ZeroDivisionError


def test_a_barrier_runs_after_submitted_work_and_its_receivers(qtbot, worker):
    order = []
    worker.submit(lambda: "saved", order.append)
    worker.run_after(lambda: order.append("barrier"))
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["saved", "barrier"]


def test_closing_ends_every_thread_below_the_roots(qapp):
    root = QObject()
    nested = QObject(root)
    released, into = threading.Event(), Latest()
    idle, busy = Worker(nested), Worker(nested, cancel=released.set)
    stream = StreamThread(into, Latest(), into.close, root)
    stream.start()
    busy.submit(released.wait)
    assert close_threads(root, limit_s=5)
    assert not any(thread.isRunning() for thread in (idle, busy, stream))


def test_closing_says_that_a_thread_has_not_ended(qapp):
    root, released = QObject(), threading.Event()
    hanging = Worker(root)
    hanging.submit(released.wait)
    assert not close_threads(root, limit_s=0.01)
    released.set()
    assert close_threads(root, limit_s=5)
