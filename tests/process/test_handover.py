"""The hand-over: everything arrives in order, the writer waits, and either side may end it."""

import threading

import pytest

from visavis.process.handover import Handover, read_ahead


def start(work):
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def test_all_items_arrive_in_order():
    handover = Handover(2)

    def write():
        for number in range(1000):
            handover.put(number)
        handover.close()

    start(write)
    assert list(handover) == list(range(1000))


@pytest.mark.parametrize("capacity", [1, 3])
def test_the_writer_is_never_more_than_the_capacity_ahead(capacity):
    handover, begun = Handover(capacity), []

    def write():
        for number in range(50):
            begun.append(number)
            handover.put(number)
        handover.close()

    start(write)
    for number in handover:
        assert len(begun) <= number + 1 + capacity + 1  # the items that wait, and the one that waits for room


def test_a_writer_without_room_is_told_that_the_reader_has_left():
    handover, taken = Handover(1), []
    handover.put("first")
    writer = start(lambda: taken.append(handover.put("second")))
    handover.leave()
    writer.join(5)
    assert taken == [False]
    assert handover.put("third") is False
    assert list(handover) == []


def test_what_was_handed_over_before_the_end_is_read():
    handover = Handover(2)
    handover.put(1)
    handover.close()
    assert list(handover) == [1]


def test_reading_ahead_yields_all_and_then_the_error():
    def items():
        yield from range(5)
        raise OSError("the disk is gone")

    read, got = read_ahead(items()), []
    with pytest.raises(OSError, match="the disk is gone"):
        got.extend(read)
    assert got == [0, 1, 2, 3, 4]


def test_reading_ahead_is_done_by_another_thread_before_the_item_is_wanted():
    made, threads = threading.Event(), set()

    def items():
        yield 1
        threads.add(threading.current_thread())
        made.set()
        yield 2

    read = read_ahead(items())
    assert next(read) == 1
    assert made.wait(5)
    assert threading.current_thread() not in threads
    assert list(read) == [2]


def test_a_reader_who_leaves_ends_the_thread_and_the_source():
    threads, ended = [], []

    def items():
        threads.append(threading.current_thread())
        try:
            yield from iter(int, 1)  # without end
        finally:
            ended.append(True)

    read = read_ahead(items())
    next(read)
    read.close()
    assert ended == [True]
    assert not threads[0].is_alive()
