"""`python -m visavis_training`."""

import sys

from visavis.process import signals, surroundings

signals.exit_on_interrupt()
surroundings.settle()

from visavis_training.cli import main  # noqa: E402  takes a moment; interrupts are handled from here on

sys.exit(main())
