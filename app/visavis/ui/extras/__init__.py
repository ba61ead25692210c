"""Optional parts of the program: which are there, and the dialog that installs one.

Controllers import it; it may import `widgets` and `text`. What installs is `visavis.process.extra_installation`.
Start at `dialog`.
"""
