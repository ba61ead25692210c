"""The dialog "Train on any folders": which folder, which network, how pictures become squares, and augmentation."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from visavis.classification.class_folders import ClassFolders
from visavis.ui.text.counts import picture_count
from visavis.ui.text.language import isolate, translate
from visavis.ui.training.folder_training import NETWORKS, FolderTraining
from visavis.ui.widgets import theme
from visavis.ui.widgets.buttons import set_usable
from visavis.ui.widgets.controls import ComboBox
from visavis.ui.widgets.dialog import Dialog
from visavis.ui.widgets.layout import FlowLayout

#: Width of the dialog, in device-independent pixels.
_WIDTH = 560
#: Number of classes that are listed by name.
_LISTED = 6


class FolderTrainingDialog(Dialog):
    """Asks how to train. Signals request what the user wants; `show_classes` answers the choice of a folder."""

    folder_wanted = Signal()  #: ask for a folder
    preview = Signal(FolderTraining)
    cancel_preview = Signal()
    train = Signal(FolderTraining)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Train on any folders"))
        self._folder: Path | None = None
        self._classes: ClassFolders | None = None
        self._problem = ""  # why the folder cannot be trained on
        self._obstacle = ""  # why nothing can be trained now
        self._is_previewing = False
        head = self._label(self.tr("Teach it to tell any pictures apart"))
        head.setFont(theme.bold_font(self.font(), 1.25))
        about = self._label(
            self.tr(
                "Put the pictures of each class into a folder of its own, such as cats and dogs, and choose the folder "
                "that has them all. No face is looked for. The people and the model for faces stay as they are."
            )
        )
        about.setProperty("kind", "quiet")
        self.choose = QPushButton(self.tr("C&hoose the folder …"))
        self.choose.setToolTip(self.tr("The folder that has a folder for each class"))
        self.choose.setAccessibleDescription(self.choose.toolTip())
        self.choose.clicked.connect(self.folder_wanted)
        self.folder = self._label("")
        self.folder.setAccessibleName(self.tr("Folder"))
        self.found = self._label("")
        self.found.setAccessibleName(self.tr("What is in the folder"))
        self.found.setProperty("kind", "quiet")
        self.network = ComboBox()
        for choice in NETWORKS:
            self.network.addItem(translate("FolderTrainingDialog", choice.title), choice.network)
        self.network.currentIndexChanged.connect(self._update)
        self.about_network = self._label("")
        self.about_network.setProperty("kind", "quiet")
        self.squaring = ComboBox()
        self.squaring.addItem(self.tr("With black bars, so that nothing is distorted"), "pad")
        self.squaring.addItem(self.tr("Distorted to a square"), "scale")
        self.augmented = QCheckBox(self.tr("&Vary the pictures while learning"))
        self.augmented.setToolTip(self.tr("Rotated, shifted, zoomed and with other contrast, a little, each time anew"))
        self.augmented.setAccessibleDescription(self.augmented.toolTip())
        self.augmented.setChecked(True)
        self.augmented.toggled.connect(self._update)
        self.mirrored = QCheckBox(self.tr("&Mirror them, too"))
        self.mirrored.setToolTip(self.tr("Not for text, arrows and other things that have a direction"))
        self.mirrored.setAccessibleDescription(self.mirrored.toolTip())
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(self.tr("Progress of the preview"))
        self.progress.hide()
        self.look = QPushButton(self.tr("&Preview"))
        self.look.setToolTip(self.tr("Shows in the browser what the network sees: each class, and how it is varied"))
        self.look.setAccessibleDescription(self.look.toolTip())
        self.look.clicked.connect(self._preview)
        self.start = QPushButton(self.tr("&Train"))
        self.start.setProperty("kind", "primary")
        self.start.setDefault(True)
        self.start.clicked.connect(self._train)
        self.leave = QPushButton(self.tr("Cancel"))
        self.leave.clicked.connect(self.reject)
        for button in (self.choose, self.look, self.leave):
            button.setAutoDefault(False)
        self._lay_out(head, about)
        self._update()
        self.choose.setFocus()

    def show_choice(self, training: FolderTraining) -> None:
        """Show what was chosen before. The folder is then read anew (`show_classes`)."""
        self.network.setCurrentIndex(self.network.findData(training.network))
        self.squaring.setCurrentIndex(self.squaring.findData(training.squaring))
        self.augmented.setChecked(training.is_augmented)
        self.mirrored.setChecked(training.is_mirrored)

    def show_reading(self, folder: Path) -> None:
        """Show that a folder is being read."""
        self._folder, self._classes, self._problem = folder, None, self.tr("The folder is being read.")
        self._update()

    def show_classes(self, folder: Path, classes: ClassFolders) -> None:
        """Show what is in the folder."""
        if folder == self._folder:
            self._classes = classes
            self._problem = "" if classes.is_trainable else self._too_few(classes)
            self._update()

    def show_problem(self, folder: Path, problem: str) -> None:
        """Show why a folder cannot be read."""
        if folder == self._folder:
            self._classes, self._problem = None, problem
            self._update()

    def show_obstacle(self, obstacle: str) -> None:
        """Show why nothing can be trained now, in a sentence; "" if something can."""
        self._obstacle = obstacle
        self._update()

    def show_preview(self, share: float | None) -> None:
        """Show how far the pictures of the preview are read, 0..1; None: it is not being made."""
        self._is_previewing = share is not None
        self.progress.setVisible(self._is_previewing)
        self.progress.setRange(0, 100 if share is not None and 0 < share < 1 else 0)  # else it is busy
        self.progress.setValue(round(100 * (share or 0.0)))
        self._update()

    @property
    def training(self) -> FolderTraining | None:
        """What is chosen; None without a folder."""
        if self._folder is None:
            return None
        return FolderTraining(
            self._folder,
            self.network.currentData(),
            self.squaring.currentData(),
            self.augmented.isChecked(),
            self.mirrored.isChecked(),
        )

    def _lay_out(self, *head: QLabel) -> None:
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(self.folder)
        inside.addWidget(self.found)
        beside = QHBoxLayout()
        beside.addWidget(self.choose)
        beside.addStretch(1)
        inside.addLayout(beside)
        rows = QGridLayout()
        rows.setHorizontalSpacing(14)
        rows.setVerticalSpacing(8)
        rows.setColumnStretch(1, 1)
        for row, (text, field) in enumerate(
            ((self.tr("&Network"), self.network), (self.tr("&Squares"), self.squaring)),
        ):
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            rows.addWidget(label, 2 * row, 0)
            rows.addWidget(field, 2 * row, 1)
        rows.addWidget(self.about_network, 1, 1)
        rows.addWidget(self.augmented, 4, 1)
        rows.addWidget(self.mirrored, 5, 1)
        layout = QVBoxLayout()
        layout.setContentsMargins(26, 24, 26, 20)
        layout.setSpacing(12)
        for widget in (*head, card):
            layout.addWidget(widget)
        layout.addLayout(rows)
        layout.addWidget(self.progress)
        buttons = FlowLayout(8)
        buttons.addWidget(self.look)
        buttons.add_stretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.start)
        self.arrange(layout, buttons, follow=True)

    def _label(self, text: str) -> QLabel:
        return QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)

    def _update(self) -> None:
        self.folder.setText(isolate(str(self._folder)) if self._folder else self.tr("No folder is chosen yet."))
        self.found.setText(self._problem or (_summary(self._classes) if self._classes is not None else ""))
        self.found.setVisible(bool(self.found.text()))
        self.about_network.setText(translate("FolderTrainingDialog", NETWORKS[self.network.currentIndex()].about))
        set_usable(self.mirrored, self.augmented.isChecked(), self.tr("Let the pictures be varied first."))
        problem = self._obstacle or (self.tr("Choose a folder first.") if self._folder is None else self._problem)
        set_usable(self.look, not problem or self._is_previewing, problem)
        self.look.setText(self.tr("End the &preview") if self._is_previewing else self.tr("&Preview"))
        busy = self.tr("The preview is being made.")
        set_usable(self.start, not problem and not self._is_previewing, problem or busy)
        set_usable(self.choose, not self._is_previewing, busy)

    def _too_few(self, classes: ClassFolders) -> str:
        if not classes.counts:
            return self.tr("It has no folders with pictures. Each class needs one.")
        text = self.tr("It has pictures of one class only: {name}. Choose the folder above, or add another class.")
        return text.format(name=isolate(classes.counts[0][0]))

    def _preview(self) -> None:
        if self._is_previewing:
            self.cancel_preview.emit()
        elif (training := self.training) is not None:
            self.look.setFocus()  # the other buttons are disabled meanwhile
            self.preview.emit(training)

    def _train(self) -> None:
        if (training := self.training) is not None:
            self.accept()
            self.train.emit(training)


def _summary(classes: ClassFolders) -> str:
    """Such as "3 classes, 36 pictures: circle (12), cross (12), square (12)."."""
    listed = ", ".join(f"{isolate(name)} ({count})" for name, count in classes.counts[:_LISTED])
    more = " …" if len(classes.counts) > _LISTED else ""
    text = translate("FolderTrainingDialog", "%n classes, {pictures}: {list}", None, len(classes.counts)).format(
        pictures=picture_count(classes.pictures), list=listed + more
    )
    if classes.passed_over:
        over = translate("FolderTrainingDialog", "%n other files are passed over.", None, classes.passed_over)
        text = f"{text}\n{over}"
    return text
