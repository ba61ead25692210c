"""Space, the digits and Q: they belong to the picture; Space and the digits to the review while it asks."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from visavis.ui.help.shortcuts import describe_shortcut
from visavis.ui.review.panel import ReviewPanel


class SharedKeys(QObject):
    """Gives each key one meaning at a time."""

    def __init__(
        self, live: QWidget, choose_face: Callable[[int], None], review: ReviewPanel, pause: QAction, quit_: QAction
    ) -> None:
        super().__init__(live)
        self._review, self._pause = review, pause
        self._digits = [QShortcut(QKeySequence(str(number)), live) for number in range(1, 10)]
        for number, shortcut in enumerate(self._digits, start=1):
            shortcut.activated.connect(partial(choose_face, number))
            describe_shortcut(shortcut, self.tr("Picture"), self.tr("Say who a face is, counted from the left"))
        end = QShortcut(
            QKeySequence(Qt.Key.Key_Q), live
        )  # as in OpenCV's own windows; fields and lists type it instead
        end.activated.connect(quit_.trigger)
        describe_shortcut(end, self.tr("Picture"), self.tr("Quit"))

    def update(self, *_: object, in_picture: bool = True) -> None:
        """Give the keys to the review if it asks now, else to the picture.

        Parameters
        ----------
        in_picture : bool
            False for a page with another picture, which has keys of its own.
        """
        asking = self._review.update_keys()
        self._pause.setShortcut(QKeySequence() if asking or not in_picture else QKeySequence(Qt.Key.Key_Space))
        for shortcut in self._digits:
            shortcut.setEnabled(not asking)
