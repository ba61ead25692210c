"""A part of a page that can have the keyboard focus."""

from PySide6.QtWidgets import QGroupBox


class FocusGroup(QGroupBox):
    """A frameless widget that assistive technology sees as a group; a plain widget has no role.

    The style sheet shows its focus.
    """
