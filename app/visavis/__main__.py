"""`python -m visavis`."""

from visavis.start import main

main()
