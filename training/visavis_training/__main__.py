"""`python -m visavis_training`."""

import sys

from visavis_training.cli import main

sys.exit(main())
