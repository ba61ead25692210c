"""Controllers of what the window opens to be read, and of what it writes for use elsewhere.

The program imports them. Start at `help` and `exports`.
"""
