"""Removing noise: a small autoencoder learned from the chips of the people in the store, and how it compares.

`run` and tools import it. Live recognition does not use the autoencoder (docs/noise.md says why).
Start at `trainer.train` and `comparison.compare`.
"""
