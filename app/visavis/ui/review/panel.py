"""The review panel: one question at a time, answered by a key or a click."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from visavis.people.names import MAX_LENGTH
from visavis.review.queue import ReviewQuestion
from visavis.ui.people.overview import OverviewStore
from visavis.ui.text import matches
from visavis.ui.text.language import translate
from visavis.ui.widgets import theme
from visavis.ui.widgets.buttons import ElidingButton
from visavis.ui.widgets.controls import NameCompleter
from visavis.ui.widgets.focus_group import FocusGroup
from visavis.ui.widgets.images import as_pixmap, head

#: Side of the picture, in device-independent pixels.
_PICTURE = 168
#: Its minimum side on a small screen.
_MIN_PICTURE = 72
#: Maximum number of people offered by a digit.
_MAX_OFFERED = 9


def choose_offered(question: ReviewQuestion, people: Sequence[str]) -> list[str]:
    """The people behind the keys 1 to 9: the candidates first, then the others in their order."""
    candidates = [name for name in question.candidates if name in people]
    return [*candidates, *(name for name in people if name not in candidates)][:_MAX_OFFERED]


class ReviewPanel(FocusGroup):
    """Shows the first question and emits the answer."""

    is_person = Signal(object, str)  #: a `ReviewQuestion` and a name
    is_not = Signal(object, str)
    is_stranger = Signal(object)
    skip = Signal(object)
    undo = Signal()

    def __init__(self, overview: OverviewStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Review"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._questions: Sequence[ReviewQuestion] = ()
        self._keys: list[QShortcut] = []
        self._overview = overview
        self._count = QLabel()
        self._count.setProperty("kind", "quiet")
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._picture.setScaledContents(True)
        self._picture.setFixedSize(_PICTURE, _PICTURE)
        self._picture.setAccessibleName(self.tr("The face that is asked about"))
        self.asked = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter, textFormat=Qt.TextFormat.PlainText)
        self.asked.setFont(theme.bold_font(self.font(), 1.25))
        self.why = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter, textFormat=Qt.TextFormat.PlainText)
        self.why.setProperty("kind", "quiet")
        self.numbers = [self._choice(number) for number in range(1, _MAX_OFFERED + 1)]
        self._model = QStringListModel(self)
        self.name = QLineEdit(placeholderText=self.tr("Someone else: name, then Enter"))
        self.name.setAccessibleName(self.tr("Who it is"))
        self.name.setMaxLength(MAX_LENGTH)
        self.name.setCompleter(NameCompleter(self._model, self))
        self.name.returnPressed.connect(self._accept_name)
        self.not_them = self._action("N", self.tr("Not them"), self._not_them)
        self.stranger = self._action("S", self.tr("Nobody I know"), self._stranger)
        self.no_face = self._action("X", self.tr("No face"), self._stranger)
        self.later = self._action("Space", self.tr("Skip"), self._skip, self.tr("Space"))
        self.back = self._action("Z", self.tr("Undo"), self.undo.emit)
        self._keys.pop().setEnabled(True)  # an answer can be undone when nothing is asked any more
        self._arrange()
        overview.changed.connect(self._show_overview)
        self.show_questions(())

    def show_questions(self, questions: Sequence[ReviewQuestion]) -> None:
        """Show the open questions."""
        before = self.question
        self._questions = questions
        if self.question is not before or not questions:
            self._refresh()
        self._count.setText(_count_text(len(questions)))

    def _show_overview(self) -> None:
        self._model.setStringList(self._overview.current.names)
        self._refresh()

    @property
    def question(self) -> ReviewQuestion | None:
        """The current question; None without one."""
        return self._questions[0] if self._questions else None

    def _refresh(self) -> None:
        question = self.question
        for widget in (self._picture, self.why, self.name, self.stranger, self.no_face, self.later):
            widget.setVisible(question is not None)
        self.not_them.setVisible(question is not None and bool(question.candidates))
        choices = choose_offered(question, self._overview.current.names) if question else []
        for button, name in zip(self.numbers, [*choices, *[""] * _MAX_OFFERED], strict=False):
            button.setVisible(bool(name))
            button.say(f"{self.numbers.index(button) + 1}   {name}")
            button.setAccessibleName(self.tr("It is {name}").format(name=name))
        if question is None:
            self.asked.setText(self.tr("Nothing to ask"))
            return
        self.name.clear()
        self._picture.setPixmap(as_pixmap(head(question.seen.image, 2 * _PICTURE), rounding=0.08))
        self.asked.setText(matches.title(question.match))
        self.why.setText(matches.reason(question.match))
        if question.candidates:
            self.not_them.say(self.tr("N   Not {name}").format(name=question.candidates[0]))
        self._make_room()

    def update_keys(self) -> bool:
        """Listen to the keys of the answers while a question is shown; return whether one is."""
        asking = self.isVisible() and self.question is not None
        for shortcut in self._keys:
            shortcut.setEnabled(asking)
        return asking

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Fit the picture to the room that the texts leave."""
        side = self._picture.height()
        lacking = self._layout.totalHeightForWidth(self.width()) - self.height()
        side = min(max(side - lacking, _MIN_PICTURE), _PICTURE)
        self._picture.setFixedSize(side, side)

    def _choice(self, number: int) -> ElidingButton:
        button = ElidingButton()
        button.setStyleSheet("text-align: left")
        button.clicked.connect(lambda: self._choose_number(number))
        self._shortcut(str(number), lambda: self._choose_number(number))
        return button

    def _action(self, key: str, text: str, called: Callable[[], object], name: str = "") -> ElidingButton:
        """A button with a key; `name` describes a key that is not a letter."""
        button = ElidingButton(f"{name or key}   {text}")
        button.clicked.connect(lambda _: called())
        self._shortcut(key, called)
        return button

    def _shortcut(self, key: str, called: Callable[[], object]) -> None:
        """A shortcut that works while this page asks, wherever the focus is, unless a text is edited."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setEnabled(False)
        self._keys.append(shortcut)
        shortcut.activated.connect(called)

    def _choose_number(self, number: int) -> None:
        question = self.question
        if question is not None and number <= len(choices := choose_offered(question, self._overview.current.names)):
            self.is_person.emit(question, choices[number - 1])

    def _accept_name(self) -> None:
        if self.question is not None and self.name.text().strip():
            self.is_person.emit(self.question, self.name.text().strip())
            self.setFocus()

    def _not_them(self) -> None:
        if self.question is not None and self.question.candidates:
            self.is_not.emit(self.question, self.question.candidates[0])

    def _stranger(self) -> None:
        if self.question is not None:
            self.is_stranger.emit(self.question)

    def _skip(self) -> None:
        if self.question is not None:
            self.skip.emit(self.question)

    def _arrange(self) -> None:
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 18, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._count)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.asked)
        layout.addWidget(self.why)
        layout.addSpacing(4)
        choices = QGridLayout()
        choices.setSpacing(6)
        for number, button in enumerate(self.numbers):
            choices.addWidget(button, number // 2, number % 2)
        layout.addLayout(choices)
        layout.addWidget(self.name)
        layout.addStretch(1)
        for pair in ((self.not_them, self.stranger), (self.no_face, self.later)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in pair:
                row.addWidget(button, 1)
            layout.addLayout(row)
        layout.addWidget(self.back)


def _count_text(questions: int) -> str:
    if not questions:
        return ""
    if questions == 1:
        return translate("ReviewPanel", "1 face to ask about")
    return translate("ReviewPanel", "%n faces to ask about", None, questions)
