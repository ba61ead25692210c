"""The bar that shows the progress of an import, with a button that stops it."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from visavis.people.imports.import_outcomes import ImportCount, ImportOutcome, PassedOverRegion
from visavis.ui.imports.group_picture import GroupPicture
from visavis.ui.widgets.buttons import set_usable


@dataclass(frozen=True, slots=True)
class MarkCount:
    """Where an import of marked people is, and what it passed over."""

    done: int = 0  #: number of pictures
    unnamed: frozenset[Path] = frozenset()  #: pictures in which nobody is marked, or somebody without a name
    problems: tuple[PassedOverRegion, ...] = ()  #: marks that do not count


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """The progress of an import, or its result."""

    total: int  #: number of pictures
    count: ImportCount = field(default_factory=ImportCount)
    name: str = ""  #: the person whose pictures are being imported
    stopped: bool = False  #: by the user, before the end
    group_pictures: tuple[GroupPicture, ...] = ()  #: those with several faces: the user is asked whose these are
    marks: MarkCount | None = None  #: of an import of marked people, where a picture has any number of outcomes

    @property
    def done(self) -> int:
        return self.count.total if self.marks is None else self.marks.done

    def plus(self, outcome: ImportOutcome | PassedOverRegion, done: int) -> Self:
        """The progress of an import of marked people with one more outcome, and so many pictures done."""
        marks = replace(self.marks or MarkCount(), done=done)
        if not isinstance(outcome, PassedOverRegion):
            return replace(self, marks=marks, count=self.count.plus(outcome), name=outcome.name)
        if outcome.is_unnamed:
            return replace(self, marks=replace(marks, unnamed=marks.unnamed | {outcome.path}))
        return replace(self, marks=replace(marks, problems=(*marks.problems, outcome)))


class ImportBar(QFrame):
    """Hidden while no import runs."""

    stop = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("severity", 0)
        self.setAccessibleName(self.tr("Import"))
        self.text = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress of the import"))
        self.button = QPushButton(self.tr("Stop"))
        self.button.clicked.connect(self._stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 8, 12, 8)
        layout.setSpacing(14)
        layout.addWidget(self.text)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.button)
        self.hide()

    def show_progress(self, progress: ImportProgress) -> None:
        """Show the progress."""
        text = self.tr("Importing {name}").format(name=progress.name) if progress.name else self.tr("Importing …")
        count = self.tr("{done} of {total}").format(done=progress.done, total=progress.total)
        self.text.setText(f"{text} · {count}" if progress.total else text)
        self.bar.setRange(0, progress.total if progress.done else 0)  # busy at first, while networks are loaded
        self.bar.setValue(progress.done)
        self.setAccessibleDescription(self.text.text())
        if self.isHidden():
            set_usable(self.button, True, "")
            self.show()

    def _stop(self) -> None:
        set_usable(self.button, False, self.tr("It stops after the current picture."))
        self.stop.emit()
