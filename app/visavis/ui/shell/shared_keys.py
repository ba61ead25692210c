"""Space, the digits and Q: they belong to the picture; Space and the digits to the review while it asks."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from visavis.ui.help.shortcuts import describe_shortcut
from visavis.ui.review.panel import ReviewPanel


class SharedKeys(QObject):
    """Gives each key one meaning at a time.

    Parameters
    ----------
    is_live_picture_meant : callable
        Whether keys mean the live picture now. They do not on a page with another picture, which has its own keys.
    """

    def __init__(
        self,
        live: QWidget,
        choose_face: Callable[[int], None],
        review: ReviewPanel,
        pause: QAction,
        quit_: QAction,
        is_live_picture_meant: Callable[[], bool],
    ) -> None:
        super().__init__(live)
        self._review, self._pause, self._is_live_picture_meant = review, pause, is_live_picture_meant
        self._digits = [QShortcut(QKeySequence(str(number)), live) for number in range(1, 10)]
        for number, shortcut in enumerate(self._digits, start=1):
            shortcut.activated.connect(partial(choose_face, number))
            describe_shortcut(shortcut, self.tr("Picture"), self.tr("Say who a face is, counted from the left"))
        end = QShortcut(
            QKeySequence(Qt.Key.Key_Q), live
        )  # as in OpenCV's own windows; fields and lists type it instead
        end.activated.connect(quit_.trigger)
        describe_shortcut(end, self.tr("Picture"), self.tr("Quit"))

    def update(self, *_: object) -> None:
        """Give the keys to the review if it asks now, else to the picture."""
        asking = self._review.update_keys()
        pauses = self._is_live_picture_meant() and not asking
        self._pause.setShortcut(QKeySequence(Qt.Key.Key_Space) if pauses else QKeySequence())
        for shortcut in self._digits:
            shortcut.setEnabled(not asking)
