"""Trains `cnn64` from scratch: network, augmentation, batches, fit.

`run` and `evaluation` import it. Start at `trainer.train` and `network`.
"""
