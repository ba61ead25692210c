"""Where `visavis` begins: what is imported before `main` is little, so that an interrupt is heard at once."""

import sys
from typing import NoReturn

from visavis.process import signals


def main() -> NoReturn:
    """The command line."""
    signals.exit_on_interrupt()
    from visavis.cli import main as run

    sys.exit(run())


def gui() -> NoReturn:
    """The window alone."""
    signals.exit_on_interrupt()
    from visavis.cli import gui as run

    sys.exit(run())
