"""Training the `embedding` network's gallery, and fine-tuning its last blocks.

`run` and `evaluation` import it.
Start at `trainer` and `imprinting`.
"""
