"""Evaluates models: searches, metrics and comparisons.

`run`, `report` and the command line import it. Start at `command` (`visavis evaluate`), `measurement` and `metrics`.
"""
