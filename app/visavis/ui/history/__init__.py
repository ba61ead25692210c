"""The history: who was here, and when, as a list with filters; a chart of the day; and unknown people who come again.

The window holds its page, and controllers fill it. Start at `page` and `visit_rows`.
"""
