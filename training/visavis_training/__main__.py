"""`python -m visavis_training`."""

import sys

from visavis.process import signals

signals.exit_on_interrupt()

from visavis_training.cli import main  # noqa: E402  takes a moment, in which an interrupt is heard

sys.exit(main())
