"""The pictures of the window: one, or two beside each other. The commands act on the one that was clicked last."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from visavis.ui.picture.pane import PicturePane

#: Shape of a picture by which their arrangement is chosen: width by height.
_SHAPE = (4, 3)
#: Minimum size of a picture that is alone, and of one of two, in device-independent pixels.
_MIN_ALONE = QSize(288, 216)
_MIN_SHARED = QSize(144, 108)


class PictureGrid(QWidget):
    """Two pictures lie side by side, or one above the other where they are larger like that.

    Parameters
    ----------
    create_pane : callable
        Makes the pane of a picture. Its argument: whether the user can remove it.
    """

    chosen_changed = Signal()  #: the commands act on another picture

    def __init__(self, create_pane: Callable[[bool], PicturePane], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panes = (create_pane(False), create_pane(True))
        self.chosen = self.panes[0]  #: the picture on which the commands act
        self._has_hud = False
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for pane in self.panes:
            self._layout.addWidget(pane, 1)
            pane.touched.connect(partial(self.choose, pane))
        self.panes[1].hide()
        self._update()

    @property
    def has_two(self) -> bool:
        """Whether there is a second picture."""
        return not self.panes[1].isHidden()

    def show_second(self, on: bool) -> None:
        """Show the second picture, or the first one alone."""
        self.panes[1].setVisible(on)
        self._arrange()
        self.choose(self.panes[int(on)])
        self._update()

    def choose(self, pane: PicturePane) -> None:
        """Let the commands act on a picture."""
        if pane is not self.chosen:
            self.chosen = pane
            self._update()
            self.chosen_changed.emit()

    def show_hud(self, on: bool) -> None:
        """Show the heads-up display over the chosen picture."""
        self._has_hud = on
        self._update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _update(self) -> None:
        for pane in self.panes:
            pane.video.setMinimumSize(_MIN_SHARED if self.has_two else _MIN_ALONE)
            pane.hud.setVisible(self._has_hud and pane is self.chosen)
            pane.show_chosen(pane is self.chosen, has_neighbor=self.has_two)

    def _arrange(self) -> None:
        directions = QBoxLayout.Direction
        is_wide = _scale(self.width() / 2, self.height()) >= _scale(self.width(), self.height() / 2)
        self._layout.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)


def _scale(width: float, height: float) -> float:
    """How large a picture is painted in an area."""
    return min(width / _SHAPE[0], height / _SHAPE[1])
