"""What a model is worth: searches, figures, comparisons.

`run`, `report` and the command line import it.
Start at `command` (`visavis evaluate`), `measurement` and `figures`.
"""
