"""What there is to learn from: faces, near-duplicates, groups, the split.

The networks' rooms and `run` import it.
Start at `faces.collect` and `plan.Plan`.
"""
