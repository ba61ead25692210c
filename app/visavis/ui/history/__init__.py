"""The history: who was here, and when, as a list with filters, a day's chart, and the unknown people who come again.

The window holds its page, controllers fill it. Start at `page` and `visit_rows`.
"""
