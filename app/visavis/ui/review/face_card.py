"""The card of one face in the picture: the answer, its reason, and the user's correction. It lies beside the face."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from visavis.people.names import MAX_LENGTH, spaced_name
from visavis.people.samples import FaceCrop
from visavis.recognition.match import Match
from visavis.ui.review.beside import place_beside
from visavis.ui.review.explanation_view import ExplanationView
from visavis.ui.text import matches
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.buttons import ElidingButton, set_usable
from visavis.ui.widgets.controls import NameCompleter
from visavis.ui.widgets.images import as_pixmap, head
from visavis.ui.widgets.layout import FlowLayout, ScrollArea

#: Widths of the card, in device-independent pixels, the best first: a narrower one where there is less room.
_WIDTHS = (540, 440, 380, 320)
#: Its margins.
_MARGIN = 18
#: Side of the picture of the face.
_PICTURE = 96
#: Minimum width of the button that contains a name, which may be long.
_MIN_NAME_WIDTH = 120
#: Its maximum width; a longer name is elided, with a tool tip.
_MAX_NAME_WIDTH = 320
#: Width of a button beyond its text, as in the style sheet.
_BUTTON_PADDING = 34


class FaceCard(QFrame):
    """Shows the answer for a face and asks who it is; closes when the user has answered.

    It blocks nothing: the picture goes on, and everything else can be used.

    Parameters
    ----------
    host : QWidget
        What it lies over.
    area : QWidget, optional
        The part of the host that it covers if it can, with the face beside it free; the whole host without one.
    """

    is_person = Signal(str)
    is_not = Signal(str)
    is_stranger = Signal()
    why = Signal()  #: the explanation is requested for the first time
    closed = Signal(bool)  #: whether the keyboard focus was in the card

    def __init__(
        self, seen: FaceCrop, match: Match, people: Sequence[str], host: QWidget, area: QWidget | None = None
    ) -> None:
        super().__init__(host)
        self.setObjectName("faceCard")
        self.setAccessibleName(self.tr("Who is this?"))
        self._host, self._area = host, area or host
        self._find_face: Callable[[], QRect] = QRect
        self._is_open = True
        picture = QLabel()
        picture.setPixmap(as_pixmap(head(seen.image, 2 * _PICTURE), rounding=0.12))
        picture.setScaledContents(True)
        picture.setFixedSize(_PICTURE, _PICTURE)
        title = QLabel(matches.title(match), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        title.setFont(theme.bold_font(self.font(), 1.25))
        why = QLabel(matches.reason(match), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        why.setProperty("kind", "quiet")
        self.setAccessibleDescription(f"{title.text()}. {why.text()}")
        self.name = QLineEdit(placeholderText=self.tr("Name, in any script"))
        self.name.setAccessibleName(self.tr("Who it is"))
        self.name.setMaxLength(MAX_LENGTH)
        self.name.setCompleter(NameCompleter(people, self))
        self.name.returnPressed.connect(self._save)
        self._answer_now = spaced_name(match.name) if match.name else ""
        self.save = QPushButton()
        self.name.textChanged.connect(self._update_save)
        self.save.setProperty("kind", "primary")
        self._update_save("")
        self.save.clicked.connect(self._save)
        self.not_them = ElidingButton(self.tr("Not {name}").format(name=spaced_name(match.best)) if match.best else "")
        needed = self.not_them.fontMetrics().horizontalAdvance(self.not_them.whole) + _BUTTON_PADDING
        self.not_them.setMinimumWidth(min(max(needed, _MIN_NAME_WIDTH), _MAX_NAME_WIDTH))
        self.not_them.setVisible(match.best is not None)
        self.not_them.clicked.connect(lambda: self._answer(self.is_not, match.best))
        self.stranger = QPushButton(self.tr("Nobody I know"))
        self.stranger.clicked.connect(lambda: self._answer(self.is_stranger))
        self.no_face = QPushButton(self.tr("No face"))
        self.no_face.clicked.connect(lambda: self._answer(self.is_stranger))
        self.ask_why = QPushButton(self.tr("&Why?"))
        self.ask_why.setCheckable(True)
        self.ask_why.setAccessibleDescription(self.tr("Shows what this answer rests on"))
        self.ask_why.toggled.connect(self._unfold)
        self.grounds = ExplanationView()
        self.grounds.hide()
        self._asked = False
        self.close_button = QToolButton()
        self.close_button.setProperty("kind", "flat")
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        self.close_button.clicked.connect(self.reject)
        self._update_icon()
        if match.name:
            self.name.setText(spaced_name(match.name))
            self.name.selectAll()
        self._arrange(picture, title, why)

    def open(self, find_face: Callable[[], QRect]) -> None:
        """Show the card beside the face, and move the focus to it. `find_face` gives its place in the host."""
        self._find_face = find_face
        self._place()
        for watched in (self._host, self._area, self._page):
            watched.installEventFilter(self)
        self.show()
        self.raise_()
        self.name.setFocus()

    def reject(self) -> None:
        """Close without an answer."""
        if self._is_open:
            self._is_open = False
            had_focus = self.isAncestorOf(QApplication.focusWidget() or self._host)
            self.hide()
            self.closed.emit(had_focus)
            self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = watched in {self._host, self._area} and event.type() in {QEvent.Type.Resize, QEvent.Type.Move}
        if moved or (watched is self._page and event.type() == QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "close_button"):
            self._update_icon()

    def _place(self) -> None:
        frame = 2 * self.frameWidth() + 2
        area = QRect(self._area.mapTo(self._host, QPoint()), self._area.size())
        areas = (area, self._host.rect()) if self._area is not self._host else (area,)
        bar = self._scroll_area.verticalScrollBar().sizeHint().width()
        least = self._page.minimumSizeHint().width() + bar + frame  # narrower, its right side would be cut off
        widths = [width for width in _WIDTHS if width >= least] or [least]
        self.setGeometry(
            place_beside(self._find_face(), areas, widths, lambda width: self._find_height(width - frame) + frame)
        )

    def _find_height(self, width: int) -> int:
        return max(self._page.heightForWidth(width), self._page.minimumSizeHint().height())

    def _update_save(self, name: str) -> None:
        is_confirmed = bool(self._answer_now) and name.strip() == self._answer_now
        self.save.setText(self.tr("That is right") if is_confirmed else self.tr("Save"))
        set_usable(self.save, bool(name.strip()), self.tr("Type a name first."))

    def _update_icon(self) -> None:
        self.close_button.setIcon(icons.icon("close", theme.current().text))

    def _arrange(self, picture: QLabel, title: QLabel, why: QLabel) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title)
        words.addWidget(why)
        words.addSpacing(4)
        words.addWidget(self.ask_why, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self.name, 1)
        asked.addWidget(self.save)
        otherwise = FlowLayout(8)
        for button in (self.not_them, self.stranger, self.no_face):
            otherwise.addWidget(button)
        self._page = QWidget()
        self._page.setObjectName("cardPage")
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(14)
        layout.addLayout(top)
        layout.addLayout(asked)
        layout.addLayout(otherwise)
        layout.addWidget(self.grounds)
        layout.addStretch(1)
        self._scroll_area = ScrollArea(self._page)
        self._scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._scroll_area)
        QWidget.setTabOrder(self.close_button, self.ask_why)  # it is above

    def _unfold(self, on: bool) -> None:
        self.grounds.setVisible(on)
        if on and not self._asked:
            self._asked = True
            self.why.emit()

    def _save(self) -> None:
        if self.save.isEnabled():
            self._answer(self.is_person, self.name.text().strip())

    def _answer(self, signal: SignalInstance, *values: object) -> None:
        signal.emit(*values)
        self.reject()
