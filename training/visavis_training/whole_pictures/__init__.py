"""Trains networks that classify whole pictures, from a folder for each class, without looking for faces.

`run` and `evaluation` import it. Start at `trainer.train` and `picture_set`.
"""
