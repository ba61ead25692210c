"""Trains `cnn64` from scratch: network, recipe, batches, fit, threshold.

`run`, `publishing` and `evaluation` import it. Start at `trainer.train`, `network` and `recipe.Recipe`.
"""
