"""Streams forward, workers work in order, and neither blocks or surprises the GUI thread."""

import threading

from visavis.errors import DiskError, SourceLostError
from visavis.process.mailbox import Latest
from visavis.ui.threads import StreamThread, Worker


def failing(items, error):
    yield from items
    raise error


def test_items_arrive_and_the_end_closes_the_mailbox(qtbot):
    into = Latest()
    stream = StreamThread(["a"], into)
    with qtbot.waitSignals([stream.available, stream.finished]):
        stream.start()
    assert list(into) == ["a"]


def test_a_failure_is_forwarded(qtbot):
    stream, told = StreamThread(failing([1], SourceLostError("gone")), Latest()), []
    stream.failed.connect(told.append)
    with qtbot.waitSignal(stream.finished):
        stream.start()
    assert [str(error) for error in told] == ["gone"]


def test_a_slow_reader_is_told_once_and_gets_the_newest(qtbot):
    into, told = Latest(), []
    stream = StreamThread(range(1000), into)
    stream.available.connect(lambda: told.append(None))
    stream.start()
    stream.wait()  # the GUI thread is busy
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert into.take() == 999


def test_work_is_done_elsewhere_in_order_and_its_results_come_here(qtbot):
    worker, done = Worker(), []
    for number in range(3):
        worker.do(lambda number=number: (number, threading.current_thread()), done.append)
    qtbot.waitUntil(lambda: len(done) == 3)
    assert [number for number, _ in done] == [0, 1, 2]
    assert threading.main_thread() not in {thread for _, thread in done}
    worker.close()
    assert worker.wait(5000)


def test_failed_work_tells_whoever_asked_or_everybody(qtbot):
    worker, told = Worker(), []

    def fail():
        raise DiskError("The disk is full.")

    worker.do(fail, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    with qtbot.waitSignal(worker.failed) as blocker:
        worker.do(fail)
    assert str(told[0]) == str(blocker.args[0]) == "The disk is full."
    worker.close()
    assert worker.wait(5000)


def test_closing_finishes_what_was_asked_for_and_takes_no_more(qtbot):
    worker, done = Worker(), []
    gate = threading.Event()
    worker.do(gate.wait)
    worker.do(lambda: done.append("saved"))
    worker.close()
    worker.do(lambda: done.append("too late"))
    gate.set()
    assert worker.wait(5000)
    assert done == ["saved"]


def test_a_bug_in_one_piece_of_work_does_not_lose_the_next(qtbot):
    worker, done = Worker(), []
    with qtbot.capture_exceptions() as bugs:
        worker.do(lambda: 1 / 0)
        worker.do(lambda: done.append("done"))
        qtbot.waitUntil(lambda: bool(done) and bool(bugs))
    assert bugs[0][0] is ZeroDivisionError
    worker.close()
    assert worker.wait(5000)
