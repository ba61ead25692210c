"""Where `visavis` begins: what is imported before `main` is little, so that an interrupt is heard at once."""

import sys
from typing import NoReturn

from visavis import interrupts


def main() -> NoReturn:
    """The command line."""
    interrupts.expect()
    from visavis.cli import main as run

    sys.exit(run())


def gui() -> NoReturn:
    """The window alone."""
    interrupts.expect()
    from visavis.cli import gui as run

    sys.exit(run())
