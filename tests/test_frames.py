"""The mailbox: the newest wins, the end travels down."""

import threading

from visavis.frames import Latest


def test_the_newest_replaces_the_one_nobody_took():
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


def test_a_waiting_reader_gets_what_comes_and_then_the_end():
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
