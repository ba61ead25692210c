"""Entry points of the programs. They import nothing before interrupts are handled."""

import sys
from typing import NoReturn

from visavis.process import signals


def main() -> NoReturn:
    """Run the command line."""
    _begin()
    from visavis.process.garbage import collection_paused

    with collection_paused():
        from visavis.cli import main as run

    _leave(run())


def gui() -> NoReturn:
    """Open the window, from the menu of a desktop."""
    _begin()
    from visavis.process.garbage import collection_paused

    with collection_paused():
        from visavis.cli import gui as run

    _leave(run())


def _begin() -> None:
    signals.exit_on_interrupt()
    from visavis.process import surroundings

    surroundings.settle()


def _leave(status: int) -> NoReturn:
    """End the program. A driver that still holds a thread would crash or hang in the interpreter's own way out."""
    from visavis.process import driver_thread

    if driver_thread.is_any_blocked():
        import logging
        import os

        logging.shutdown()
        for stream in (sys.stdout, sys.stderr):
            if stream:
                stream.flush()
        os._exit(status)
    sys.exit(status)
