"""Calls of a driver that may block for minutes or never return, on a thread that can be left behind."""

import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")

#: Seconds between two looks at whether the caller wants to stop waiting.
_INTERVAL_S = 0.05


class CallStoppedError(Exception):
    """The caller stopped waiting for a call."""


class DriverThread(threading.Thread):
    """Makes calls one at a time, while the caller waits. A call that takes too long is abandoned with its thread.

    The thread is a daemon: a call that never returns does not keep the program alive. When an abandoned call returns
    after all, the thread makes the last call (`close`) and ends.

    Parameters
    ----------
    name : str
        Name of the thread.
    gives_up : callable
        Whether the caller wants to stop waiting. Asked every 50 ms, on the caller's thread.
    """

    def __init__(self, name: str, gives_up: Callable[[], bool]) -> None:
        super().__init__(name=name, daemon=True)
        self._gives_up = gives_up
        self._changed = threading.Condition()
        self._function: Callable[[], Any] | None = None
        self._outcomes: list[tuple[Any, BaseException | None]] = []  # of the last call, once it returned
        self._last: Callable[[], Any] | None = None
        self.start()

    def call(self, function: Callable[[], T], timeout_s: float) -> T:
        """Make a call on the thread, and return its result or raise its exception.

        Raises
        ------
        TimeoutError
            If it does not return in time. Only `close` may be called then.
        CallStoppedError
            If the caller wants to stop waiting. Only `close` may be called then.
        """
        deadline = time.monotonic() + timeout_s
        with self._changed:
            self._function = function
            self._outcomes.clear()
            self._changed.notify_all()
            while not self._changed.wait_for(lambda: self._outcomes, min(deadline - time.monotonic(), _INTERVAL_S)):
                if self._gives_up():
                    raise CallStoppedError
                if time.monotonic() >= deadline:
                    raise TimeoutError
            result, error = self._outcomes.pop()
        if error is not None:
            raise error
        return cast("T", result)

    def close(self, last: Callable[[], object], timeout_s: float) -> bool:
        """Have the thread make a last call and end; return whether it has ended.

        It is waited for at most `timeout_s` seconds, and not at all while another call blocks.
        """
        with self._changed:
            self._last = last
            is_blocked = self._function is not None
            self._changed.notify_all()
        if not is_blocked:
            self.join(timeout_s)
        return not self.is_alive()

    def run(self) -> None:
        while (function := self._wait_for_call()) is not None:
            result: Any = None
            error: BaseException | None = None
            try:
                result = function()
            except BaseException as raised:  # noqa: BLE001  raised on the caller's thread
                error = raised
            with self._changed:
                self._function = None
                self._outcomes.append((result, error))
                self._changed.notify_all()
            del result, error
        assert self._last is not None
        self._last()

    def _wait_for_call(self) -> Callable[[], Any] | None:
        with self._changed:
            self._changed.wait_for(lambda: self._function or self._last)
            return self._function


def is_any_blocked() -> bool:
    """Whether a driver still holds a thread. Leaving the interpreter in the usual way could then crash in its code."""
    return any(isinstance(thread, DriverThread) for thread in threading.enumerate())
