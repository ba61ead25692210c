"""What a network sees: activations, filters, heat maps, pictures that it likes, and what it learns from.

`python -m visavis_training insight` runs it, for `visavis.insight`. Only `cli` may import it.
Start at `command.run`.
"""
