"""Windows and dialogs no larger than their screen."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from visavis.ui.widgets.layout import ScrollArea

#: Room for the frame that the desktop draws around a window, in device-independent pixels: GNOME's title bar has 37.
_FRAME = QSize(2, 40)


def available_size(window: QWidget) -> QSize:
    """The largest size of a window that its screen has room for, below the desktop's panels."""
    return window.screen().availableGeometry().size() - _FRAME


def fit_to_screen(window: QWidget, width: int, height: int) -> None:
    """Resize a window, but not beyond what its screen has room for."""
    window.resize(QSize(width, height).boundedTo(available_size(window)))


class Dialog(QDialog):
    """A dialog whose content scrolls where the screen is smaller, above a row of buttons that stays.

    Parameters
    ----------
    width : int
        In device-independent pixels; less on a narrower screen.
    height : int, optional
        Maximum height; the content scrolls if it needs more.
    """

    def __init__(self, width: int, parent: QWidget | None = None, *, height: int | None = None) -> None:
        super().__init__(parent)
        self._width, self._height = width, height
        self._page = QWidget()
        self._foot = QWidget()

    def arrange(self, content: QLayout, buttons: QLayout | None = None, *, follow: bool = False) -> None:
        """Lay out the dialog, once.

        Parameters
        ----------
        content : QLayout
            Its margins are those of the dialog.
        follow : bool
            Whether the dialog grows and shrinks with its content.
        """
        margins = content.contentsMargins()
        self._page.setLayout(content)
        area = ScrollArea(self._page)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        if buttons is not None:
            content.setContentsMargins(margins.left(), margins.top(), margins.right(), 0)
            buttons.setContentsMargins(margins.left(), content.spacing(), margins.right(), margins.bottom())
            self._foot.setLayout(buttons)
            outer.addWidget(self._foot)
        if follow:
            self._page.installEventFilter(self)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Take the size that the content needs now, within the screen."""
        available = available_size(self)
        width = min(self._width, available.width())
        height = max(self._page.heightForWidth(width), self._page.minimumSizeHint().height())
        height += self._foot.sizeHint().height() if self._foot.layout() is not None else 0
        self.setMinimumWidth(width)
        self.resize(width, min(height, available.height(), self._height or height))
