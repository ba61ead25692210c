"""`python app` from a fresh checkout."""

from visavis.start import main

main()
