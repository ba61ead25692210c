"""Embeddings of made-up people, for tests of the training."""
