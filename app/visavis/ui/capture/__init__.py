"""Capture mode in the window: its state, panel, and what the user is told.

The window and controllers import it; it may import `live`, `people`, `widgets` and `text`.
Start at `capture.Capture` (the state) and `panel.CapturePanel`.
"""
