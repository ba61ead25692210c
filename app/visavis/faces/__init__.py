"""What is measured on one face: alignment, head pose, quality, one observation of it.

Detection, recognition, enrollment, tracking and review may import it.
Start at `alignment` (landmarks to chip) and `observation`.
"""
