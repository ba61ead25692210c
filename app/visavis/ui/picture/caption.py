"""The line above a picture that is not alone: which source it shows, and the button that removes it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from visavis.ui.widgets import icons, theme

#: Side of the button's icon, in device-independent pixels.
_ICON = 14


class PictureCaption(QWidget):
    """Hidden while there is one picture."""

    removed = Signal()  #: the user removes the picture

    def __init__(self, parent: QWidget | None = None, *, is_removable: bool) -> None:
        super().__init__(parent)
        self.name = ""
        self._is_chosen = False
        self.label = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.rate = QLabel(textFormat=Qt.TextFormat.PlainText)  #: how often it is analyzed, if not every frame is
        self.rate.setProperty("kind", "quiet")
        self.remove = QToolButton()
        self.remove.setProperty("kind", "flat")
        self.remove.setToolTip(self.tr("Remove this picture"))
        self.remove.setAccessibleName(self.remove.toolTip())
        policy = self.remove.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that the captions of both pictures are of one height
        self.remove.setSizePolicy(policy)
        self.remove.setVisible(is_removable)
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 10, 0)
        row.setSpacing(10)
        row.addWidget(self.label, 1)
        row.addWidget(self.rate)
        row.addWidget(self.remove)
        self._update_icon()
        self.hide()

    def show_name(self, name: str) -> None:
        """Show which source it is; a long name is shortened, and whole in the tool tip."""
        self.name = name
        self._update_name()

    def show_chosen(self, on: bool) -> None:
        """Show whether the commands of the toolbar act on this picture."""
        self._is_chosen = on
        self._update_name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_name()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "remove"):
            self._update_icon()

    def _update_name(self) -> None:
        self.label.setFont(theme.bold_font(self.font(), 1.0) if self._is_chosen else self.font())
        shown = self.label.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideMiddle, self.label.width())
        self.label.setText(shown)
        self.label.setToolTip(self.name if shown != self.name else "")
        chosen = self.tr("{name}, chosen").format(name=self.name)
        self.label.setAccessibleName(chosen if self._is_chosen else self.name)

    def _update_icon(self) -> None:
        self.remove.setIcon(icons.icon("close", theme.current().text, _ICON))
