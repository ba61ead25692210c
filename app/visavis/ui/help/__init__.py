"""Help: the manual, the list of shortcuts, what is new, and a text for reporting a problem.

Controllers, the window and its panels import it; it may import `widgets` and `text`.
Start at `manual`, `shortcuts`, `changes` and `problem_dialog`.
"""
