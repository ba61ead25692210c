"""Scores: calibrated scores, thresholds, confidence intervals. NumPy only.

Every room above `storage` may import it.
Start at `thresholds` (by strictness and gallery size) and `calibration`.
"""
