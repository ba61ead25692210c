"""Measures of one face: landmarks and alignment, head pose, quality, observation.

Detection, recognition, enrollment, tracking and review may import it.
Start at `alignment` (landmarks to chip) and `observation`.
"""
