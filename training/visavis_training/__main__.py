"""`python -m visavis_training`."""

import sys

from visavis.process import signals

signals.exit_on_interrupt()

from visavis.process import surroundings  # noqa: E402  interrupts are handled from here on

surroundings.settle()

from visavis_training.cli import main  # noqa: E402  takes a moment

sys.exit(main())
