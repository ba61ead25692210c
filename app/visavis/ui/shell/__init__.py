"""What is around the panels: the bar above the picture, what is dropped on it, keys that two parts share.

The window imports it. Start at `source_bar`.
"""
