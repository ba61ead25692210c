"""Entry points of the programs. They import little, so that an interrupt is handled at once."""

import sys
from typing import NoReturn

from visavis.process import signals, surroundings


def main() -> NoReturn:
    """Run the command line."""
    signals.exit_on_interrupt()
    surroundings.settle()
    from visavis.cli import main as run

    sys.exit(run())


def gui() -> NoReturn:
    """Open the window, from the menu of a desktop."""
    signals.exit_on_interrupt()
    surroundings.settle()
    from visavis.cli import gui as run

    sys.exit(run())
