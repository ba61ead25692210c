"""The live picture: session, painting, overlay, status bar, source menu.

The window and controllers import it; it may import `widgets` and `text`.
Start at `video_view` (the widget), `face_painter` (the box) and `session` (threads).
"""
