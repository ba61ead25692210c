"""Entry points of the programs. They import little, so that an interrupt is handled at once."""

import logging
import os
import sys
from typing import NoReturn

from visavis.process import driver_thread, signals, surroundings
from visavis.process.garbage import collection_paused


def main() -> NoReturn:
    """Run the command line."""
    signals.exit_on_interrupt()
    surroundings.settle()
    with collection_paused():
        from visavis.cli import main as run

    _leave(run())


def gui() -> NoReturn:
    """Open the window, from the menu of a desktop."""
    signals.exit_on_interrupt()
    surroundings.settle()
    with collection_paused():
        from visavis.cli import gui as run

    _leave(run())


def _leave(status: int) -> NoReturn:
    """End the program. A driver that still holds a thread would crash or hang in the interpreter's own way out."""
    if driver_thread.is_any_blocked():
        logging.shutdown()
        for stream in (sys.stdout, sys.stderr):
            if stream:
                stream.flush()
        os._exit(status)
    sys.exit(status)
