"""The settings dialog, drawn from one table of rows.

Controllers import it; it may import `widgets` and `text`.
Start at `rows` (the table) and `dialog`.
"""
