"""Widgets that several rooms use, the theme and the icons. They know nothing of the program.

Every room of the window above `text` may import it.
Start at `theme`, `icons` and `buttons`.
"""
