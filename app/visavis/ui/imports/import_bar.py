"""The bar that shows the progress of an import, with a button that stops it."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from visavis.people.imports.import_outcomes import ImportCount
from visavis.ui.imports.group_picture import GroupPicture
from visavis.ui.widgets.buttons import set_usable


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """The progress of an import, or its result."""

    total: int  #: number of pictures
    count: ImportCount = field(default_factory=ImportCount)
    name: str = ""  #: the person whose pictures are being imported
    stopped: bool = False  #: by the user, before the end
    group_pictures: tuple[GroupPicture, ...] = ()  #: those with several faces: the user is asked whose these are

    @property
    def done(self) -> int:
        return self.count.total


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
        self.text.setText(f"{text} · {count}")
        self.bar.setRange(0, progress.total if progress.done else 0)  # busy at first, while networks are loaded
        self.bar.setValue(progress.done)
        self.setAccessibleDescription(self.text.text())
        if self.isHidden():
            set_usable(self.button, True, "")
            self.show()

    def _stop(self) -> None:
        set_usable(self.button, False, self.tr("It stops after the current picture."))
        self.stop.emit()
