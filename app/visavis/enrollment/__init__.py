"""Capture mode: which frames become samples, and which views are still missing.

The command line and the window may import it.
Start at `session.Enrollment` and `coverage.Coverage`.
"""
