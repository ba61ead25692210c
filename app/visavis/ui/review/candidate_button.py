"""The button that answers a question with one of the candidates: their portrait, key, name and score."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from visavis.ui.text.language import person_name, translate

#: Range of the side of the portrait, in device-independent pixels: it shrinks on a small screen.
_PORTRAIT = (48, 88)
#: Pixels between the portrait and the text, and what the style keeps free around them.
_GAP = 10
#: Width of a button beyond its text, in device-independent pixels, as in the style sheet.
_PADDING = 24


class CandidateButton(QToolButton):
    """Shows one candidate; hidden without one. The tool tip has a name that is too long for the button."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.name = ""  #: the candidate; empty without one
        self._score = ""
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        least, most = (self._height(side) for side in _PORTRAIT)
        self.setStyleSheet(f"min-height: {least}px; max-height: {most}px")  # a style sheet overrides size hints
        self.hide()

    def offer(self, name: str, score: str, portrait: QPixmap | None) -> None:
        """Show a candidate with a score such as "93 %", or nobody if the name is empty."""
        self.name = name
        self._score = score
        self.setVisible(bool(name))
        self.setAccessibleName(translate("CandidateButton", "It is {name}").format(name=person_name(name)))
        self.setAccessibleDescription(score)
        self.setToolTip(person_name(name))
        self.show_portrait(portrait)
        self._fit()

    def show_portrait(self, portrait: QPixmap | None) -> None:
        """Show a portrait that was read; None: it is still loading, or there is none."""
        self.setIcon(QIcon(portrait) if portrait is not None else QIcon())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = min(max(_PORTRAIT[0] + self.height() - self.minimumHeight(), _PORTRAIT[0]), _PORTRAIT[1])
        self.setIconSize(QSize(side, side))
        self._fit()

    def _height(self, portrait: int) -> int:
        """The height without padding for a portrait of that side: the name and the score are below it."""
        return portrait + _GAP + 2 * self.fontMetrics().lineSpacing()

    def _fit(self) -> None:
        room = max(self.width() - _PADDING, 0)
        line = self.fontMetrics().elidedText(
            f"{self._key}   {person_name(self.name)}", Qt.TextElideMode.ElideRight, room
        )
        self.setText(f"{line}\n{self._score}".rstrip().replace("&", "&&"))
