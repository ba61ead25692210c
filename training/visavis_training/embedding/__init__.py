"""Trains the gallery of the `embedding` network, and fine-tunes its last blocks.

`run` and `evaluation` import it. Start at `trainer` and `imprinting`.
"""
