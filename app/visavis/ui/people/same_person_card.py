"""The card that asks whether two people who look alike are one."""

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from visavis.ui.people.overview import PersonRow
from visavis.ui.people.portraits import Portraits
from visavis.ui.text.language import person_name
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.announce import announce

#: Side of a portrait, in device-independent pixels.
_PORTRAIT = 52
#: Radius of the corners of a portrait, as a share of its width.
_ROUNDING = 0.12


class SamePersonCard(QFrame):
    """Shows two people and asks whether they are one; hidden without a question."""

    merge = Signal(PersonRow, PersonRow)  #: they are one person: the second becomes part of the first
    distinct = Signal(PersonRow, PersonRow)  #: they are two people
    postponed = Signal(PersonRow, PersonRow)  #: the question was closed
    shown_or_hidden = Signal(bool)

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self.setAccessibleName(self.tr("Same person?"))
        self._portraits = portraits
        self.rows: tuple[PersonRow, PersonRow] | None = None  #: the two people asked about
        self._pictures = (QLabel(), QLabel())
        for picture in self._pictures:
            picture.setFixedSize(_PORTRAIT, _PORTRAIT)
            picture.setScaledContents(True)
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.merge_button = QPushButton(self.tr("Merge"))
        self.merge_button.setProperty("kind", "primary")
        self.distinct_button = QPushButton(self.tr("They are two people"))
        self.close_button = QToolButton()
        self.close_button.setProperty("kind", "flat")
        self.close_button.setAccessibleName(self.tr("Not now"))
        self.close_button.setToolTip(self.tr("Not now"))
        self._paint_button()
        for button, signal in (
            (self.merge_button, self.merge),
            (self.distinct_button, self.distinct),
            (self.close_button, self.postponed),
        ):
            button.clicked.connect(lambda _, signal=signal: self._answer(signal))
        head = QHBoxLayout()
        head.setSpacing(8)
        for picture in self._pictures:
            head.addWidget(picture)
        head.addStretch(1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._text)
        layout.addWidget(self.merge_button)
        layout.addWidget(self.distinct_button)
        portraits.thumbnails.arrived.connect(self._refresh_portraits)
        self.hide()

    @property
    def text(self) -> str:
        """The question; empty while the card is hidden."""
        return "" if self.rows is None else self._text.text()

    def ask(self, rows: tuple[PersonRow, PersonRow] | None) -> None:
        """Ask about two people, or hide the card."""
        is_new = rows is not None and (
            self.rows is None or {row.person.slug for row in rows} != {row.person.slug for row in self.rows}
        )
        self.rows = rows
        self.setVisible(rows is not None)
        self.shown_or_hidden.emit(rows is not None)
        if rows is None:
            return
        one, other = rows
        text = self.tr("{name} and {other} look like the same person. Merge them?").format(
            name=person_name(one.name), other=person_name(other.name)
        )
        self._text.setText(text)
        self.setAccessibleDescription(text)
        for picture, row in zip(self._pictures, rows, strict=True):
            picture.setAccessibleName(row.display_name)
            picture.setToolTip(person_name(row.name))
        self._refresh_portraits()
        if is_new:
            announce(self, text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "close_button"):
            self._paint_button()

    def _answer(self, signal: SignalInstance) -> None:
        if self.rows is not None:
            signal.emit(*self.rows)

    def _paint_button(self) -> None:
        self.close_button.setIcon(icons.icon("close", theme.current().text))

    def _refresh_portraits(self, _: object = None) -> None:
        for picture, row in zip(self._pictures, self.rows or (), strict=False):
            picture.setPixmap(self._portraits.get(row, _ROUNDING) or QPixmap())
