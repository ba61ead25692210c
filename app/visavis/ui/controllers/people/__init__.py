"""Controllers of what the user does with people: capture, import, look at, correct, delete and merge them.

The program imports them. Start at `library` and `imports`.
"""
