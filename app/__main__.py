"""`python app` from a fresh checkout."""

import sys

from visavis.cli import main

sys.exit(main())
