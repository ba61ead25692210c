"""Models in the window: list, report, threshold, what networks see.

Controllers import it; it may import `widgets` and `text`.
Start at `dialog.ModelsDialog`, `report` and `threshold_dialog`.
"""
