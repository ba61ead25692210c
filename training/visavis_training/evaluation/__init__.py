"""`visavis evaluate`: searches with a shipped model, pairs, and a comparison of classifier heads.

Only the command line imports it.
Start at `command`, `measurement` and `pairs`.
"""
