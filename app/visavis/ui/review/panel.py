"""The review panel: one question at a time, answered by a key or a click."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from visavis.people.names import MAX_LENGTH, spaced_name
from visavis.review.queue import QuestionKind, ReviewQuestion
from visavis.ui.help.shortcuts import describe_shortcut
from visavis.ui.people.overview import OverviewStore
from visavis.ui.people.portraits import Portraits
from visavis.ui.review.asked_face import AskedFace
from visavis.ui.review.candidate_button import CandidateButton
from visavis.ui.text import matches
from visavis.ui.text.language import person_name, translate
from visavis.ui.widgets import theme
from visavis.ui.widgets.action_card import ActionCard
from visavis.ui.widgets.buttons import ElidingButton
from visavis.ui.widgets.controls import NameCompleter
from visavis.ui.widgets.focus_group import FocusGroup

#: Radius of the corners of a portrait, as a share of its width.
_ROUNDING = 0.12
#: Maximum number of people offered by a digit: an answer has no more candidates.
_MAX_OFFERED = 2


class ReviewPanel(FocusGroup):
    """Shows one question and emits the answer. It stays while it is pending, whatever else is to be asked."""

    is_person = Signal(object, str)  #: a `ReviewQuestion` and a name
    is_not = Signal(object, str)
    is_stranger = Signal(object)
    skip = Signal(object)
    undo = Signal()
    guests_wanted = Signal()  #: show the unknown people who came several times

    def __init__(self, overview: OverviewStore, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Review"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._question: ReviewQuestion | None = None
        self._has_answered = False
        self._keys: list[QShortcut] = []
        self._overview = overview
        self._portraits = portraits
        self._count = QLabel()
        self._count.setProperty("kind", "quiet")
        self._picture = AskedFace()
        self._picture.setAccessibleName(self.tr("The face that is asked about"))
        self.asked = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter, textFormat=Qt.TextFormat.PlainText)
        self.asked.setFont(theme.bold_font(self.font(), 1.25))
        self.why = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter, textFormat=Qt.TextFormat.PlainText)
        self.why.setProperty("kind", "quiet")
        self.candidates = [self._candidate(number) for number in range(1, _MAX_OFFERED + 1)]
        self._model = QStringListModel(self)
        self.name = QLineEdit(placeholderText=self.tr("Someone else: name, then Enter"))
        self.name.setAccessibleName(self.tr("Who it is"))
        self.name.setMaxLength(MAX_LENGTH)
        self.name.setCompleter(NameCompleter(self._model, self))
        self.name.returnPressed.connect(self._accept_name)
        self.not_them = self._action("N", self.tr("Not this person"), self._not_them)
        self.stranger = self._action("S", self.tr("Nobody I know"), self._stranger)
        self.no_face = self._action("X", self.tr("No face"), self._stranger)
        self.later = self._action("Space", self.tr("Skip"), self._skip, self.tr("Space"))
        self.guests = ActionCard(self.tr("Guests"))
        self._guest_count = 0
        self.back = self._action("Z", self.tr("Undo"), self.undo.emit)
        self._keys.pop().setEnabled(True)  # an answer can be undone when nothing is asked any more
        self._arrange()
        overview.changed.connect(self._show_overview)
        portraits.thumbnails.arrived.connect(self._refresh_portraits)
        self.show_questions(())

    def show_questions(self, questions: Sequence[ReviewQuestion], *, has_answered: bool = False) -> None:
        """Show the question that was shown before if it is still pending, else the first one.

        Parameters
        ----------
        has_answered : bool
            Whether the user answered or skipped one today. Somebody unclear may be in view then without a question.
        """
        self._has_answered = has_answered
        before = self._question
        same = next((question for question in questions if before and question.number == before.number), None)
        self._question = same or (questions[0] if questions else None)
        if same is None:
            self.name.clear()
        if self._question is not before or self._question is None:
            self._refresh()
        self._count.setText(_count_text(len(questions)))

    def show_guests(self, count: int) -> None:
        """Offer to look at so many guests who came several times: each is one group, whatever faces it has."""
        self._guest_count = count
        self._refresh_guests()

    def _refresh_guests(self) -> None:
        if self._question is not None or not self._guest_count:
            self.guests.hide()
            return
        one = self.tr("1 guest came several times.")
        several = self.tr("%n guests came several times.", None, self._guest_count)
        self.guests.offer(one if self._guest_count == 1 else several, self.tr("Who is it? …"), self.guests_wanted.emit)

    def _show_overview(self) -> None:
        self._model.setStringList(self._overview.current.display_names)
        self._refresh()

    @property
    def question(self) -> ReviewQuestion | None:
        """The current question; None without one."""
        return self._question

    @property
    def shown(self) -> int | None:
        """Number of the question that the user sees; None while the page is hidden."""
        return self._question.number if self._question is not None and self.isVisible() else None

    def _offered_people(self) -> list[tuple[str, float]]:
        """The candidates of the question who are still enrolled, and their scores."""
        candidates = self._question.candidates if self._question else ()
        return [(name, score) for name, score in candidates if name in self._overview.current.names]

    def _refresh(self) -> None:
        question, offered = self._question, self._offered_people()
        for widget in (self._picture, self.name, self.stranger, self.no_face, self.later):
            widget.setVisible(question is not None)
        self.not_them.setVisible(bool(offered))
        self._refresh_guests()
        for button, (name, score) in zip(self.candidates, [*offered, *[("", 0.0)] * _MAX_OFFERED], strict=False):
            button.offer(name, matches.format_score(score) if name else "", self._portrait(name))
        if question is None:
            self._show_nothing()
            return
        self._picture.show_face(question.seen.image)
        self.asked.setText(_asked_text(question.kind, [name for name, _ in offered]))
        self.why.setText(matches.reason(question.match))
        if offered:
            self.not_them.say(self.tr("N   Not {name}").format(name=spaced_name(offered[0][0])))

    def _show_nothing(self) -> None:
        if self._has_answered:
            self.asked.setText(self.tr("Nothing more to ask"))
            self.why.setText(
                self.tr("Each person is asked about once a day. To say more, click the face in the picture.")
            )
        else:
            self.asked.setText(self.tr("Nothing to ask"))
            self.why.setText(self.tr("Unclear faces of the picture are asked about here."))

    def _portrait(self, name: str) -> QPixmap | None:
        row = self._overview.current.find(name)
        return self._portraits.get(row, _ROUNDING) if row is not None else None

    def _refresh_portraits(self, _: object = None) -> None:
        for button in self.candidates:
            if button.name:
                button.show_portrait(self._portrait(button.name))

    def update_keys(self) -> bool:
        """Listen to the keys of the answers while a question is shown; return whether one is."""
        asking = self.isVisible() and self.question is not None
        for shortcut in self._keys:
            shortcut.setEnabled(asking)
        return asking

    def _candidate(self, number: int) -> CandidateButton:
        button = CandidateButton(str(number))
        button.clicked.connect(lambda: self._choose_number(number))
        self._shortcut(str(number), self.tr("Choose a name"), lambda: self._choose_number(number))
        return button

    def _action(self, key: str, text: str, called: Callable[[], object], name: str = "") -> ElidingButton:
        """A button with a key; `name` describes a key that is not a letter."""
        button = ElidingButton(f"{name or key}   {text}")
        button.clicked.connect(lambda _: called())
        self._shortcut(key, text, called)
        return button

    def _shortcut(self, key: str, meaning: str, called: Callable[[], object]) -> None:
        """A shortcut that works while this page asks, wherever the focus is, unless a text is edited."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setEnabled(False)
        describe_shortcut(shortcut, self.tr("Review"), meaning)
        self._keys.append(shortcut)
        shortcut.activated.connect(called)

    def _choose_number(self, number: int) -> None:
        offered = self._offered_people()
        if self._question is not None and number <= len(offered):
            self.is_person.emit(self._question, offered[number - 1][0])

    def _accept_name(self) -> None:
        if self.question is not None and self.name.text().strip():
            self.is_person.emit(self.question, self.name.text().strip())
            self.setFocus()

    def _not_them(self) -> None:
        if self._question is not None and (offered := self._offered_people()):
            self.is_not.emit(self._question, offered[0][0])

    def _stranger(self) -> None:
        if self.question is not None:
            self.is_stranger.emit(self.question)

    def _skip(self) -> None:
        if self.question is not None:
            self.skip.emit(self.question)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 18, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._count)
        layout.addWidget(self._picture, 200, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.asked)
        layout.addWidget(self.why)
        layout.addWidget(self.guests)
        layout.addSpacing(4)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(8)
        for candidate in self.candidates:
            side_by_side.addWidget(candidate, 1)
        layout.addLayout(side_by_side, 100)
        layout.addWidget(self.name)
        layout.addStretch(1)
        by_text = [len(button.whole) for button in (self.no_face, self.later)]  # they are as different in length
        for pair, shares in (((self.not_them, self.stranger), (1, 1)), ((self.no_face, self.later), by_text)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for button, share in zip(pair, shares, strict=True):
                row.addWidget(button, share)
            layout.addLayout(row)
        layout.addWidget(self.back)


def _asked_text(kind: QuestionKind, names: Sequence[str]) -> str:
    """The question in words, about the candidates who are still enrolled."""
    if kind is QuestionKind.EITHER and len(names) == _MAX_OFFERED:
        text = translate("ReviewPanel", "{best} or {other}?")
        return text.format(best=person_name(names[0]), other=person_name(names[1]))
    if kind is not QuestionKind.UNKNOWN and names:
        return translate("ReviewPanel", "Is this {name}?").format(name=person_name(names[0]))
    return translate("ReviewPanel", "Who is this?")


def _count_text(questions: int) -> str:
    if not questions:
        return ""
    if questions == 1:
        return translate("ReviewPanel", "1 face to ask about")
    return translate("ReviewPanel", "%n faces to ask about", None, questions)
