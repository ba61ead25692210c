"""A call is waited for as long as wanted, and left behind after that."""

import threading

import pytest

from visavis.process import driver_thread
from visavis.process.driver_thread import CallStoppedError, DriverThread


def forever():
    return False


def test_calls_are_made_on_one_other_thread_and_return_their_results():
    thread = DriverThread("driver", forever)
    assert {thread.call(threading.get_ident, 5) for _ in range(3)} == {thread.ident}
    assert thread.call(lambda: None, 5) is None
    assert thread.close(lambda: None, 5)


def test_an_exception_is_raised_where_the_call_was_made_and_the_thread_goes_on():
    thread = DriverThread("driver", forever)
    with pytest.raises(ZeroDivisionError):
        thread.call(lambda: 1 / 0, 5)
    assert thread.call(lambda: 7, 5) == 7
    assert thread.close(lambda: None, 5)


def test_a_call_that_blocks_is_left_behind_and_the_last_call_follows_it():
    thread, returned, last = DriverThread("driver", forever), threading.Event(), threading.Event()
    with pytest.raises(TimeoutError):
        thread.call(lambda: returned.wait(5), 0)
    assert not thread.close(last.set, 5)
    assert thread.daemon
    assert driver_thread.is_any_blocked()
    assert not last.is_set()
    returned.set()
    assert last.wait(5)
    thread.join(5)
    assert not thread.is_alive()


def test_the_caller_may_stop_waiting():
    returned = threading.Event()
    thread = DriverThread("driver", lambda: True)
    with pytest.raises(CallStoppedError):
        thread.call(lambda: returned.wait(5), 60)
    assert not thread.close(lambda: None, 0)
    returned.set()
    thread.join(5)
