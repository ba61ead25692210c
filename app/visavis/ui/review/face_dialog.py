"""The dialog of one face in the picture: the answer, its reason, and the user's correction."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from visavis.people.names import MAX_LENGTH
from visavis.people.samples import FaceCrop
from visavis.recognition.match import Match
from visavis.ui.review.explanation_view import ExplanationView
from visavis.ui.text import matches
from visavis.ui.widgets import theme
from visavis.ui.widgets.buttons import ElidingButton
from visavis.ui.widgets.controls import NameCompleter
from visavis.ui.widgets.dialog import Dialog
from visavis.ui.widgets.images import as_pixmap, head

#: Width of the dialog, in device-independent pixels.
_WIDTH = 540
#: Its margins.
_MARGIN = 24
#: Side of the picture of the face.
_PICTURE = 96
#: Minimum width of the button that contains a name, which may be long.
_MIN_NAME_WIDTH = 150


class FaceDialog(Dialog):
    """Shows the answer for a face and asks who it is; closes when the user has answered."""

    is_person = Signal(str)
    is_not = Signal(str)
    is_stranger = Signal()
    why = Signal()  #: the explanation is requested for the first time

    def __init__(self, seen: FaceCrop, match: Match, people: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self.setWindowTitle(self.tr("Who is this?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("question")
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
        self.save = QPushButton(self.tr("&Correct"))
        self.name.textChanged.connect(lambda text: self.save.setEnabled(bool(text.strip())))
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.save.setEnabled(False)
        self.save.clicked.connect(self._save)
        self.not_them = ElidingButton(self.tr("&Not {name}").format(name=match.best) if match.best else "")
        self.not_them.setMinimumWidth(_MIN_NAME_WIDTH)
        self.not_them.setVisible(match.best is not None)
        self.not_them.clicked.connect(lambda: self._answer(self.is_not, match.best))
        self.stranger = QPushButton(self.tr("N&obody I know"))
        self.stranger.clicked.connect(lambda: self._answer(self.is_stranger))
        self.no_face = QPushButton(self.tr("No &face"))
        self.no_face.clicked.connect(lambda: self._answer(self.is_stranger))
        self.ask_why = QPushButton(self.tr("&Why?"))
        self.ask_why.setCheckable(True)
        self.ask_why.setAutoDefault(False)
        self.ask_why.setAccessibleDescription(self.tr("Shows what this answer rests on"))
        self.ask_why.toggled.connect(self._unfold)
        self.grounds = ExplanationView()
        self.grounds.hide()
        self._asked = False
        if match.name:
            self.name.setText(match.name)
            self.name.selectAll()
        self._arrange(picture, title, why)
        self.name.setFocus()

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
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self.name, 1)
        asked.addWidget(self.save)
        otherwise = QHBoxLayout()
        otherwise.setSpacing(8)
        for button in (self.not_them, self.stranger, self.no_face):
            button.setAutoDefault(False)
            otherwise.addWidget(button, 1 if button is self.not_them else 0)
        layout = QVBoxLayout()
        layout.setContentsMargins(_MARGIN, 22, _MARGIN, 20)
        layout.setSpacing(16)
        layout.addStrut(_WIDTH - 2 * _MARGIN)  # elided texts have room, also while folded
        layout.addLayout(top)
        layout.addLayout(asked)
        layout.addLayout(otherwise)
        layout.addWidget(self.grounds)
        layout.addStretch(1)
        self.arrange(layout, follow=True)

    def _unfold(self, on: bool) -> None:
        self.grounds.setVisible(on)
        if on and not self._asked:
            self._asked = True
            self.why.emit()

    def _save(self) -> None:
        self._answer(self.is_person, self.name.text().strip())

    def _answer(self, signal: object, *values: object) -> None:
        signal.emit(*values)  # type: ignore[attr-defined]  # a bound signal, for which PySide6 has no public type
        self.accept()
