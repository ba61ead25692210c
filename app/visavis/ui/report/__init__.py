"""The report of a model's test: its dialog, and its export.

Controllers import it; it may import `models`, `widgets` and `text`. Start at `dialog`, `overview` and `export`.
"""
