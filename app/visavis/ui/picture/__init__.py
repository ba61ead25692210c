"""What lies over the picture: its toolbar with the timeline, the frame that marks a face, and the toast.

Only the window and its controllers may import it.
Start at `toolbar.PictureToolbar` and `toast.Toast`.
"""
