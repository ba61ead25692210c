"""The window: the only PySide6 in the program. What needs no Qt to be decided is decided in modules without it."""
