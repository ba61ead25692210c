"""The answer for a whole picture: in words, and painted over the picture.

The view of the live picture and the annotator import it. Start at `label.PictureLabel`.
"""
