"""The mailbox: the newest wins, the end travels down."""

import threading

import pytest

from visavis.process.mailbox import Latest, newest


def test_a_new_item_replaces_one_that_was_not_taken():
    box = Latest()
    assert box.put(1) is True
    assert box.put(2) is False
    assert box.take() == 2
    assert box.take() is None
    assert box.put(3) is True


def test_iterating_ends_once_closed_and_empty():
    box = Latest()
    box.put(1)
    box.close()
    assert list(box) == [1]


def test_a_waiting_reader_gets_items_and_then_the_end():
    box, got, ready = Latest(), [], threading.Event()

    def read():
        for item in box:
            got.append(item)
            ready.set()

    reader = threading.Thread(target=read)
    reader.start()
    box.put("frame")
    assert ready.wait(5)
    box.close()
    reader.join(5)
    assert got == ["frame"]
    assert not reader.is_alive()


def test_a_slow_reader_gets_the_newest_items_and_then_the_error():
    taken, delivered = threading.Event(), threading.Event()

    def camera():
        yield 1
        assert taken.wait(5)
        yield 2
        yield 3
        delivered.set()
        raise OSError("unplugged")

    frames = newest(camera(), stop=lambda: None)
    assert next(frames) == 1
    taken.set()
    assert delivered.wait(5)
    assert next(frames) == 3
    with pytest.raises(OSError, match="unplugged"):
        next(frames)


def test_a_reader_that_has_had_enough_stops_the_source():
    stopped = threading.Event()

    def camera():
        yield 1
        assert stopped.wait(5)

    frames = newest(camera(), stopped.set)
    next(frames)
    frames.close()
    assert stopped.is_set()
