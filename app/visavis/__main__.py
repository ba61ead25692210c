"""`python -m visavis`."""

from visavis.entrypoints import main

main()
