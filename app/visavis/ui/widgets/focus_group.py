"""A part of a page that can have the focus itself."""

from PySide6.QtWidgets import QGroupBox


class FocusGroup(QGroupBox):
    """A widget without a frame, which assistive technology has as a group: a plain one has no role there.

    The style sheet shows when it has the focus.
    """
