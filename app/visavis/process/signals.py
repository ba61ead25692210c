"""Ctrl-C and being asked to end: heard from a program's first moment on, and never with a traceback."""

import os
import signal
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

#: The status of a program that was interrupted.
INTERRUPTED = 130

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def expect() -> None:
    """Listen, before the imports that take a moment: until `take`, there is nothing to lose, and the program just ends.

    What has been held back since `hold` is heard now.
    """
    _listen(_end)
    if hasattr(signal, "pthread_sigmask"):  # not on Windows
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)


def take() -> None:
    """Raise KeyboardInterrupt from now on: `finally` and `with` run, for SIGTERM as for Ctrl-C."""
    _listen(_raise)


def hold() -> None:
    """Hold interrupts back while one program of ours becomes another, until that one expects them."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)


def _listen(heard: Callable[[int, FrameType | None], NoReturn]) -> None:
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup and shells in the background have it
            signal.signal(number, heard)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    os._exit(INTERRUPTED)


def _raise(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
