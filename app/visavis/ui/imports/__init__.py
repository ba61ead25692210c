"""Importing pictures in the window: what was dropped, whose the faces are, and the progress.

Controllers and the window may import it. Start at `dropped_files.sort`.
"""
