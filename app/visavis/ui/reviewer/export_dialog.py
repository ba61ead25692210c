"""What to export of a video: the files about it, and on request a labeled copy and the scenes of each person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from visavis.ui.widgets import theme
from visavis.ui.widgets.dialog import Dialog

#: Width of the dialog, in device-independent pixels.
_WIDTH = 460


class VideoExportDialog(Dialog):
    """Asks what to write."""

    agreed = Signal(bool, bool)  #: whether to write a labeled copy, and the scenes of each person

    def __init__(self, parent: QWidget, *, with_sound: bool) -> None:
        super().__init__(_WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("videoExport")
        self.setWindowTitle(self.tr("Export who is in the video"))
        head = QLabel(self.windowTitle(), wordWrap=True)
        head.setFont(theme.bold_font(self.font(), 1.25))
        text = self.tr("Tables, subtitles, edit lists and a page with the lanes are written into a folder.")
        body = QLabel(text, wordWrap=True)
        self.setAccessibleDescription(text)
        self.labeled = QCheckBox(self.tr("Also a copy of the video with boxes and names"))
        self.clips = QCheckBox(self.tr("Also the scenes of each person"))
        note = QLabel(self.tr("Copies have no sound in this installation."), wordWrap=True)
        note.setProperty("kind", "quiet")
        note.setVisible(not with_sound)
        self.yes, self.no = QPushButton(self.tr("Choose a folder …")), QPushButton(self.tr("Cancel"))
        self.yes.setProperty("kind", "primary")
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        layout = QVBoxLayout()
        layout.setContentsMargins(26, 24, 26, 20)
        layout.setSpacing(12)
        for widget in (head, body, self.labeled, self.clips, note):
            layout.addWidget(widget)
        self.arrange(layout, buttons)
        self.accepted.connect(lambda: self.agreed.emit(self.labeled.isChecked(), self.clips.isChecked()))
        self.open()
