"""`python app` from a fresh checkout."""

from visavis.entrypoints import main

main()
