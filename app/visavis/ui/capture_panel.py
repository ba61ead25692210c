"""The panel of capture mode: a name, a ring that fills, and what to do next in large words."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from visavis import names
from visavis.errors import PersonNameError
from visavis.ui import theme
from visavis.ui.buttons import emphasize, large
from visavis.ui.capture import Capture, Phase
from visavis.ui.capture_session import CaptureSession
from visavis.ui.pictures import as_pixmap
from visavis.ui.ring import Ring
from visavis.ui.roster import Roster, counted

#: The grid of pictures taken: five in a row.
_COLUMNS = 5
_CELL = 48

_TIPS = (
    "Twenty pictures are taken by themselves while <b>one person</b> is in view.",
    "Even light is best. Look straight ahead first, then a little to each side, up and down; come closer, and go back.",
    "You can stop at any time and keep what was taken.",
)


class CapturePanel(QWidget):
    """Shows a `Capture`, and steers it."""

    train = Signal()

    def __init__(self, capture: Capture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Capture")
        self._capture = capture
        self._roster = Roster()
        self._shown: CaptureSession | None = None
        self._cells: list[QLabel] = []
        self._names = QStringListModel(self)
        self.name = QLineEdit(placeholderText="Name, in any script")
        self.name.setAccessibleName("Name of the person")
        self.name.setMaxLength(names.LONGEST)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.name.textChanged.connect(self._refresh)
        self.name.returnPressed.connect(self.start)
        self._who = QLabel("Who is in front of the camera?")
        self._who.setFont(theme.strong(self.font(), 1.15))
        self._who.setBuddy(self.name)
        self.note = QLabel(wordWrap=True)
        self.note.setProperty("kind", "quiet")
        self.ring = Ring()
        self.prompt = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.prompt.setAccessibleName("What to do")
        self.prompt.setFont(theme.strong(self.font(), 1.5))
        self.prompt.setMinimumHeight(64)
        self._tips = QLabel("".join(f'<p style="line-height: 130%">{tip}</p>' for tip in _TIPS), wordWrap=True)
        self._tips.setContentsMargins(0, 8, 0, 0)
        self._grid = QGridLayout()
        self._body = QScrollArea()  # on a small screen the pictures taken give way
        self.main = large("Start", "primary")
        self.main.clicked.connect(self.act)
        self.other = large("Discard")
        self.other.clicked.connect(self._other)
        self._arrange()
        capture.changed.connect(self._refresh)
        self._refresh()

    def show_roster(self, roster: Roster) -> None:
        """Complete names from these, and say who is there already."""
        self._roster = roster
        self._names.setStringList([row.name for row in roster.rows])
        self._refresh()

    def ask_for(self, name: str) -> None:
        """Begin with this name in the field, ready to be typed over."""
        if self._capture.phase in {Phase.IDLE, Phase.SAVED}:
            self._capture.discard()
            self.name.setText(name)
        self.name.setFocus()
        self.name.selectAll()

    def start(self) -> None:
        """Begin to capture who is named; what cannot be a name is said beside the field."""
        if self._capture.phase is not Phase.IDLE or not self.name.text().strip():
            return
        try:
            self._capture.start(self.name.text())
        except PersonNameError as error:
            self.note.setText(str(error))

    def act(self) -> None:
        """What the large button says."""
        match self._capture.phase:
            case Phase.IDLE:
                self.start()
            case Phase.RUNNING:
                self._capture.stop()
            case Phase.STOPPED:
                self._capture.keep()
            case Phase.SAVED if self._roster.unlearned:
                self.train.emit()
            case Phase.SAVED:
                self._next()

    def _other(self) -> None:
        if self._capture.phase is Phase.SAVED:
            self._next()
        else:
            self._capture.discard()
            self.name.setFocus()

    def _next(self) -> None:
        self._capture.discard()
        self.ask_for("")

    def _arrange(self) -> None:
        self._grid.setSpacing(9)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for number in range(20):
            cell = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
            cell.setFixedSize(_CELL, _CELL)
            cell.setScaledContents(True)
            cell.setObjectName("shot")
            self._cells.append(cell)
            self._grid.addWidget(cell, number // _COLUMNS, number % _COLUMNS)
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addWidget(self.prompt)
        body.addLayout(self._grid)
        body.addStretch(1)
        self._body.setWidget(inner)
        self._body.setWidgetResizable(True)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.other)
        buttons.addWidget(self.main)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 18, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self._who)
        layout.addWidget(self.name)
        layout.addWidget(self.note)
        layout.addWidget(self._tips)
        layout.addWidget(self._body, 1)
        layout.addStretch()
        layout.addLayout(buttons)

    def _refresh(self) -> None:
        phase, session = self._capture.phase, self._capture.session
        idle = phase is Phase.IDLE
        self.name.setEnabled(idle)
        self._body.setVisible(not idle)
        self._tips.setVisible(idle)
        emphasize(self.main, "large" if phase is Phase.RUNNING else "primary")
        self.other.setVisible(phase in {Phase.STOPPED, Phase.SAVED})
        self.main.setEnabled(not idle or bool(self.name.text().strip()))
        if idle:
            self.main.setText("Start")
            self.note.setText(self._about(self.name.text()))
        elif session is not None:
            self.note.setText("" if phase is Phase.SAVED else self._about(session.name))
            self._show(phase, session)

    def _show(self, phase: Phase, session: CaptureSession) -> None:
        taken = len(session.shots)
        self.ring.show_count(taken, session.wanted)
        self._fill(session)
        match phase:
            case Phase.RUNNING:
                self.prompt.setText(session.prompt)
                self.main.setText("Stop")
            case Phase.STOPPED:
                self.prompt.setText(f"Stopped after {counted(taken, 'picture')}")
                self.main.setText(f"Keep {counted(taken, 'picture')}")
                self.other.setText("Discard")
            case Phase.SAVING:
                self.prompt.setText("Saving …")
                self.main.setText("Saving …")
            case Phase.SAVED:
                to_learn = bool(self._roster.unlearned)
                self.prompt.setText(f"{session.name} is enrolled")
                self.note.setText("" if to_learn else "They are recognized from now on.")
                self.main.setText("Train now" if to_learn else "Next person")
                self.other.setText("Next person")
                self.other.setVisible(to_learn)

    def _fill(self, session: CaptureSession) -> None:
        if session is not self._shown or len(session.shots) != sum(not cell.pixmap().isNull() for cell in self._cells):
            for number, cell in enumerate(self._cells):
                small = session.shots[number].small if number < len(session.shots) else None
                if small is None:
                    cell.setPixmap(QPixmap())
                elif session is not self._shown or cell.pixmap().isNull():
                    cell.setPixmap(as_pixmap(small, rounding=0.16))
        self._shown = session

    def _about(self, name: str) -> str:
        """What is to be known before starting."""
        for row in self._roster.rows:
            if name.strip() and names.key(row.name) == names.key(name):
                return f"{row.name} has {counted(row.samples, 'picture')}; new ones are added."
        return "Ask them first. Their pictures stay on this computer."
