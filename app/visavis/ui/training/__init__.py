"""Training in the window: the state of a run, its panel and its chart.

The window and controllers import it; it may import `people`, `widgets` and `text`.
Start at `run.TrainingRun` (events as one value) and `panel.TrainingPanel`.
"""
