"""The capture panel: name, progress ring, checklist, instruction, and the pictures to review."""

from itertools import pairwise

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from visavis.errors import PersonNameError
from visavis.people.names import MAX_LENGTH, PersonName, comparison_key, spaced_name
from visavis.ui.capture import texts
from visavis.ui.capture.checklist import Checklist
from visavis.ui.capture.face_question import FaceQuestion
from visavis.ui.capture.mode import CaptureMode, CapturePhase
from visavis.ui.capture.picture_strip import PictureStrip
from visavis.ui.capture.progress_ring import ProgressRing
from visavis.ui.capture.session import CaptureSession
from visavis.ui.people.overview import OverviewStore
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.counts import picture_count
from visavis.ui.text.language import person_name
from visavis.ui.widgets import theme
from visavis.ui.widgets.action_card import ActionCard
from visavis.ui.widgets.announce import announce
from visavis.ui.widgets.buttons import emphasize, large, set_usable
from visavis.ui.widgets.controls import NameCompleter
from visavis.ui.widgets.layout import ScrollArea


class CapturePanel(QWidget):
    """Shows and controls a `CaptureMode`."""

    train = Signal()

    def __init__(self, capture: CaptureMode, overview: OverviewStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Capture"))
        self._capture = capture
        self._overview = overview
        self._phase = CapturePhase.IDLE
        self._learning = False
        self._saved_before = ""  # name of the person who was just saved, if the next one is waiting
        self._names = QStringListModel(self)
        self.name = QLineEdit(placeholderText=self.tr("Name, in any script"))
        self.name.setAccessibleName(self.tr("Name of the person"))
        self.name.setMaxLength(MAX_LENGTH)
        self.name.setCompleter(NameCompleter(self._names, self))
        self.name.textEdited.connect(self._rename)
        self.name.textChanged.connect(self._refresh)
        self.name.returnPressed.connect(self.act)
        self.heading = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.heading.setFont(theme.bold_font(self.font(), 1.15))
        self.heading.setBuddy(self.name)
        self.note = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.note.setProperty("kind", "quiet")
        self.ring = ProgressRing()
        self.checklist = Checklist()
        self.prompt = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.prompt.setAccessibleName(self.tr("What to do"))
        self.prompt.setFont(theme.bold_font(self.font(), 1.3))
        self.hint = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.hint.setProperty("kind", "quiet")
        self.known = ActionCard(self.tr("Noticed"))
        self.question = FaceQuestion()
        self.question.same.connect(capture.accept_different)
        self.question.anew.connect(capture.end_for_next)
        self.strip = PictureStrip()
        self.strip.toggled.connect(capture.toggle)
        self.main = large(self.tr("Start"), "primary")
        self.main.clicked.connect(self.act)
        self.more = large(self.tr("Take more"))
        self.more.clicked.connect(capture.resume)
        self.look = large(self.tr("Add this look"))
        self.look.setToolTip(self.tr("For glasses, a beard or another hairstyle: a few pictures as they look now"))
        self.look.setAccessibleDescription(self.look.toolTip())
        self.look.clicked.connect(self._add_look)
        self.other = large(self.tr("Discard"))
        self.other.clicked.connect(self._other)
        self._arrange()
        capture.changed.connect(self._refresh)
        overview.changed.connect(self._show_overview)
        self._refresh()

    def _show_overview(self) -> None:
        self._names.setStringList(self._overview.current.display_names)
        self._refresh()

    def show_learning(self, on: bool) -> None:
        """Show whether a training runs."""
        if on is not self._learning:
            self._learning = on
            self._refresh()

    def ask_for(self, name: str) -> None:
        """Put a name into the field, selected for overwriting."""
        self._saved_before = ""
        if self._capture.is_free:
            self._capture.discard()
            self.name.setText(name)
        self.name.setFocus()
        self.name.selectAll()

    def focus_name(self) -> None:
        """Move the focus to the field of the name, so that typing names the next person."""
        if self._capture.phase is CapturePhase.SAVED and not self._to_learn:
            self._next()
        elif self.name.isVisible() and self.name.isEnabled():
            self.name.setFocus()
            self.name.selectAll()

    def start(self) -> None:
        """Start the capture under the name in the field; an unusable name is explained beside it."""
        if self._capture.phase is CapturePhase.IDLE and self.name.text().strip():
            self._start(look=False)

    def _start(self, *, look: bool) -> None:
        try:
            (self._capture.add_look if look else self._capture.start)(PersonName(self.name.text()))
            self._saved_before = ""
        except PersonNameError as error:
            self.note.setText(translate_message(error.message))

    def begin(self, name: str, *, look: bool = False) -> None:
        """Capture an enrolled person at once, or only a new look of theirs, unless pictures wait to be saved."""
        if not self._capture.is_free:
            return
        self.ask_for(name)
        self._start(look=look)

    def cancel(self) -> bool:
        """Cancel the capture that runs; return whether one did."""
        if self._capture.phase not in {CapturePhase.RUNNING, CapturePhase.ASKING}:
            return False
        self._capture.discard()
        return True

    def act(self) -> None:
        """Do what the large button says."""
        match self._capture.phase:
            case CapturePhase.IDLE:
                self.start()
            case CapturePhase.RUNNING:
                self._capture.stop()
            case CapturePhase.ASKING:
                self._capture.continue_with_subject()
            case CapturePhase.REVIEW if not self._obstacle():
                self._capture.save()
            case CapturePhase.SAVED if self._to_learn:
                self.train.emit()
            case CapturePhase.SAVED:
                self._next()

    def _other(self) -> None:
        if self._capture.phase is CapturePhase.SAVED:
            self._next()
        else:
            self._capture.discard()
            self.name.setFocus()

    def _add_look(self) -> None:
        session = self._capture.session
        if session is not None:
            self.begin(session.name, look=True)

    def _next(self) -> None:
        self._capture.discard()
        self.ask_for("")

    def _rename(self, name: str) -> None:
        """Correct the name; `_obstacle` explains an unusable one."""
        if not self._obstacle():
            self._capture.rename(PersonName(name))

    def _take_for_known(self) -> None:
        session = self._capture.session
        if session is not None and session.looks_like is not None:
            name = PersonName(session.looks_like)
            self._capture.rename(name)
            self.name.setText(name)
            self.main.setFocus()

    def _obstacle(self) -> str:
        """The reason why the name in the field cannot be used; empty if it can."""
        try:
            PersonName(self.name.text())
            return ""
        except PersonNameError as error:
            return translate_message(error.message)

    def _arrange(self) -> None:
        self._tips = QWidget()
        tips = QVBoxLayout(self._tips)
        tips.setContentsMargins(0, 10, 0, 0)
        tips.setSpacing(12)
        pace = self.tr(
            "Visavis takes pictures by itself while <b>one person</b> is in view. "
            "The ring around the face shows what is still missing."
        )
        ways = self.tr(
            "Look straight ahead first, then a little to each side, up and down. Come closer, then move back. "
            "Skip what you cannot do."
        )
        end = self.tr("You can finish at any time. You check the pictures before any of them is saved.")
        for tip in (pace, ways, end):
            tips.addWidget(QLabel(f'<p style="line-height: 130%">{tip}</p>', wordWrap=True))
        self._progress = QWidget()
        progress = QHBoxLayout(self._progress)
        progress.setContentsMargins(0, 4, 0, 4)
        progress.setSpacing(20)
        progress.addWidget(self.ring)
        progress.addWidget(self.checklist, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._create_page(), 1)
        layout.addLayout(self._create_foot())
        order = (self.name, self.known.button, self.strip, self.main, self.question.anew_button,
                 self.question.same_button, self.other, self.more, self.look)  # fmt: skip
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _create_page(self) -> ScrollArea:
        """What scrolls where the window is small."""
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 18, 16, 0)
        layout.setSpacing(10)
        for widget in (self.heading, self.name, self.note, self._tips, self._progress, self.prompt, self.hint,
                       self.known, self.question):  # fmt: skip
            layout.addWidget(widget)
        layout.addWidget(self.strip, 1)
        layout.addStretch()
        area = ScrollArea(page)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _create_foot(self) -> QVBoxLayout:
        """The buttons, which are always in view."""
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(8)
        side_by_side.addWidget(self.other)
        side_by_side.addWidget(self.more)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 10, 16, 16)
        foot.setSpacing(10)
        foot.addWidget(self.main)
        foot.addWidget(self.question.answers)
        foot.addLayout(side_by_side)
        foot.addWidget(self.look)
        return foot

    def _refresh(self) -> None:
        phase, session = self._capture.phase, self._capture.session
        idle, asking = phase is CapturePhase.IDLE, phase is CapturePhase.ASKING
        self.heading.setText(self._heading_text(phase, session))
        self.heading.setVisible(phase is not CapturePhase.SAVED)  # then the prompt says it all
        naming = phase in {CapturePhase.IDLE, CapturePhase.REVIEW}
        set_usable(self.name, naming, self.tr("The name can be changed again when the pictures are taken."))
        self.name.setVisible(naming)  # else the heading has the name
        self._tips.setVisible(idle)
        self.prompt.setVisible(not idle)
        self._progress.setVisible(phase is CapturePhase.RUNNING)  # afterwards the hint names what is missing
        self.strip.setVisible(not idle and not asking)
        for widget in (self.question, self.question.answers):
            widget.setVisible(asking)
        has_enough = session is not None and session.has_enough
        emphasize(self.main, "large" if phase is CapturePhase.RUNNING and not has_enough else "primary")
        set_usable(self.main, bool(self.name.text().strip()) or not idle, self.tr("Type a name first."))
        self.other.setVisible(not idle and phase is not CapturePhase.SAVING)
        self.look.setVisible(phase is CapturePhase.SAVED)
        self.more.setVisible(phase in {CapturePhase.REVIEW, CapturePhase.SAVED})
        self.hint.setVisible(
            phase in {CapturePhase.REVIEW, CapturePhase.SAVED} or (not idle and not asking and has_enough)
        )
        self.known.hide()
        if idle:
            self.main.setText(self.tr("Start"))
            self.note.setText(self._note(self.name.text()))
        elif session is not None:
            self._show(phase, session)
        self.note.setVisible(bool(self.note.text()))
        if phase is not self._phase:
            self._phase = phase
            self._announce_phase(phase)

    def _show(self, phase: CapturePhase, session: CaptureSession) -> None:
        self.ring.show_coverage(session.coverage)
        self.checklist.show_coverage(session.coverage)
        self.strip.set_reviewing(phase is CapturePhase.REVIEW)
        self.strip.follow_newest(phase is CapturePhase.RUNNING)
        self.strip.show_pictures([shot.thumbnail for shot in session.shots], session.left_out, session.outliers)
        self.note.setText("" if phase is CapturePhase.SAVED else self._note_on_enrolled(session.name))
        match phase:
            case CapturePhase.RUNNING:
                self.prompt.setText(texts.format_instruction(session.instruction))
                self.hint.setText(texts.format_enough())
                self.main.setText(self.tr("Finish"))
                self.other.setText(self.tr("Cancel"))
            case CapturePhase.ASKING:
                self._show_question(session)
            case CapturePhase.REVIEW:
                self._show_review(session)
            case CapturePhase.SAVING:
                self.prompt.setText(self.tr("Saving …"))
                self.main.setText(self.tr("Saving …"))
                set_usable(self.main, False, self.tr("The pictures are being saved."))
            case CapturePhase.SAVED:
                self._show_saved(session)

    def _show_question(self, session: CaptureSession) -> None:
        self.prompt.setText(self.tr("Is this somebody else?"))
        self.other.setText(self.tr("Cancel"))
        self.main.setText(self.tr("Go on with {name}").format(name=spaced_name(session.name).replace("&", "&&")))
        if session.face_change is not None:
            self.question.ask(session.face_change, spaced_name(session.name), len(session.kept))

    def _show_review(self, session: CaptureSession) -> None:
        kept, obstacle = len(session.kept), self._obstacle()
        self.prompt.setText(self.tr("Look through them"))
        self.hint.setText(self._review_hint(session))
        self.main.setText(self.tr("Save {pictures}").format(pictures=picture_count(kept)))
        set_usable(self.main, kept > 0 and not obstacle, obstacle or self.tr("No picture is left to save."))
        self.other.setText(self.tr("Discard"))
        if obstacle:
            self.note.setText(obstacle)
        elif known := session.looks_like:
            text = self.tr("This looks like {name}, who is enrolled already.").format(name=known)
            self.known.offer(text, self.tr("Add to {name}").format(name=known), self._take_for_known)
            self.hint.hide()  # a small screen has no room for both

    def _review_hint(self, session: CaptureSession) -> str:
        if not session.is_compared:
            return self.tr("The faces could not be compared. Leave out every picture that shows somebody else.")
        hint = self.tr("Click a picture to leave it out. Nothing is saved yet.")
        if session.outliers:
            count = len(session.outliers)
            hint = self.tr("%n pictures are unlike the others and are left out. Click one to include it.", "", count)
        if missing := texts.format_missing(session.coverage):
            hint += " " + self.tr("Still open: {cells}.").format(cells=missing)
        if session.others:
            hint += " " + self.tr("%n pictures of somebody else were refused.", "", session.others)
        return hint

    def _show_saved(self, session: CaptureSession) -> None:
        to_learn = self._to_learn
        missing = texts.format_missing(session.coverage)
        self.prompt.setText(self.tr("{name} is enrolled").format(name=spaced_name(session.name)))
        hints = [self.tr("More would help: {cells}.").format(cells=missing)] if missing else []
        if self._learning:
            hints.insert(0, self.tr("Learning this face. The name appears in a moment."))
        elif not to_learn:
            hints.insert(0, self.tr("This person is recognized from now on."))
        self.hint.setText(" ".join(hints))
        self.main.setText(self.tr("Train now") if to_learn else self.tr("Next person"))
        self.other.setText(self.tr("Next person"))
        self.other.setVisible(to_learn)

    def _heading_text(self, phase: CapturePhase, session: CaptureSession | None) -> str:
        """What the page is about in this phase."""
        if session is None or phase in {CapturePhase.IDLE, CapturePhase.SAVED}:
            return self.tr("Who is in front of the camera?")
        text = {
            CapturePhase.RUNNING: self.tr("Capturing {name}"),
            CapturePhase.ASKING: self.tr("The capture of {name} waits"),
            CapturePhase.REVIEW: self.tr("Whose pictures are these?"),
            CapturePhase.SAVING: self.tr("Saving the pictures of {name}"),
        }[phase]
        return text.format(name=person_name(session.name))

    @property
    def _to_learn(self) -> bool:
        """Whether a training is needed before everyone can be named, and none runs."""
        overview = self._overview.current
        return (overview.model is None or bool(overview.unlearned)) and not self._learning

    def _announce_phase(self, phase: CapturePhase) -> None:
        """Move the focus to the next action of a new phase, and announce it."""
        if phase is CapturePhase.SAVED and self._capture.is_next_waiting:
            saved = self._capture.session.name if self._capture.session else ""
            self._next()
            self._saved_before = saved
            self._refresh()
            announce(self, self.note.text())
        elif phase in {CapturePhase.ASKING, CapturePhase.REVIEW, CapturePhase.SAVED}:
            announce(self, self.prompt.text())
            if self.isVisible():
                self.main.setFocus()

    def _note(self, name: str) -> str:
        """The note shown before the start."""
        if self._saved_before and not name.strip():
            return self.tr("{name} is saved. Now the new person.").format(name=spaced_name(self._saved_before))
        return self._note_on_enrolled(name) or self.tr("Ask them first. Their pictures stay on this computer.")

    def _note_on_enrolled(self, name: str) -> str:
        """The note that a person of this name is enrolled already; empty if none is."""
        for row in self._overview.current.rows:
            if name.strip() and comparison_key(row.name) == comparison_key(name):
                text = self.tr("{name} has {pictures}; new ones are added.")
                return text.format(name=row.display_name, pictures=picture_count(row.samples))
        return ""
