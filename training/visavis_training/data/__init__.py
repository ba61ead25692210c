"""Data for training: faces, near-duplicates, groups and the split.

`run` and the networks' packages import it. Start at `faces.collect` and `plan.TrainingPlan`.
"""
