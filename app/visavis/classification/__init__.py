"""Classification of whole pictures, without looking for faces.

The command line, `ui` and training may import it.
Start at `classifier.Classifier` and `picture_input`.
"""
