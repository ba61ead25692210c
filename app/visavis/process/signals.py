"""Handling of SIGINT and SIGTERM from a program's first moment on, without tracebacks."""

import _thread
import atexit
import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType
from typing import NoReturn

#: Exit status of a program that was interrupted.
INTERRUPTED = 130

#: Seconds within which a second signal is taken for the same interrupt.
_SAME_S = 1.0

#: Seconds after which an interrupt that was lost is raised again.
_AGAIN_S = 0.01

#: Seconds after which an interrupt that no handler has seen ends the program.
_BLOCKED_S = 1.0
#: Whether a handler has seen an interrupt.
_heard = threading.Event()

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def exit_on_interrupt() -> None:
    """Exit at once on an interrupt: for the time of slow imports, when nothing can be lost.

    Interrupts that were blocked by `block_interrupts` are delivered now. The very last steps of the interpreter, which
    run no handler, ignore them: otherwise the second of two Ctrl-C would change the exit status.
    """
    _set_handlers(_exit)
    atexit.unregister(_ignore_interrupts)
    atexit.register(_ignore_interrupts)
    if hasattr(signal, "pthread_sigmask"):  # not on Windows
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    # If code that `exec` runs was interrupted, such as that of a dataclass, `python -m` ends by SIGINT after all, also
    # where the interrupt was handled (CPython, Py_RunMain and run_eval_code_obj). Running other code undoes that.
    exec("")  # noqa: S102


def raise_on_interrupt() -> None:
    """Raise KeyboardInterrupt on an interrupt, for SIGTERM as for Ctrl-C, so that `finally` and `with` run.

    Another interrupt within a second is the same one: `timeout` and some shells signal a process and then its group.
    """
    raised_at = float("-inf")
    before = sys.unraisablehook

    def hear_unraisable(unraisable: "sys.UnraisableHookArgs") -> None:
        nonlocal raised_at
        if unraisable.exc_type is KeyboardInterrupt:  # in a callback of the interpreter, which loses it: once more
            raised_at = float("-inf")
            threading.Timer(_AGAIN_S, _thread.interrupt_main).start()
        else:
            before(unraisable)

    def raise_once(number: int, frame: FrameType | None) -> None:
        nonlocal raised_at
        now = time.monotonic()
        _heard.set()
        if now - raised_at >= _SAME_S:
            raised_at = now
            raise KeyboardInterrupt

    if getattr(before, "__qualname__", "") != hear_unraisable.__qualname__:  # tests call it more than once
        sys.unraisablehook = hear_unraisable
    _set_handlers(raise_once)


@contextlib.contextmanager
def hold_interrupts() -> Iterator[None]:
    """Deliver an interrupt after the block: for code that would lose it, as Qt does while it is imported."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held: list[int] = []
    before = {number: signal.getsignal(number) for number in _SIGNALS}

    def hold(number: int, frame: FrameType | None) -> None:
        _heard.set()
        held.append(number)

    _set_handlers(hold)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if held:
            signal.raise_signal(held[0])


def exit_from_blocked_calls() -> None:
    """From now on, an interrupt ends the program also while a call of the main thread blocks outside of Python.

    Python runs handlers between two steps of its own. A read from a disk that does not answer never gets there: after a
    second without a handler, the program exits at once, as if it was killed. Not for programs with a window, which have
    handlers of their own.
    """
    if os.name != "posix":
        return  # Windows takes only sockets for this
    receiver, sender = os.pipe()
    os.set_blocking(sender, False)
    signal.set_wakeup_fd(sender, warn_on_full_buffer=False)
    _heard.clear()

    def watch() -> None:
        os.read(receiver, 1)
        if not _heard.wait(_BLOCKED_S):
            os._exit(INTERRUPTED)

    threading.Thread(target=watch, name="interrupts", daemon=True).start()


def block_interrupts() -> None:
    """Block interrupts while this program is replaced by another, until that one calls `exit_on_interrupt`."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)


def _set_handlers(handler: Callable[[int, FrameType | None], None]) -> None:
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup and background shells set it
            signal.signal(number, handler)


def _ignore_interrupts() -> None:
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def _exit(number: int, frame: FrameType | None) -> NoReturn:
    os._exit(INTERRUPTED)
