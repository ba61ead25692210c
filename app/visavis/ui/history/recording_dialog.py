"""The question whether to record visits: what is kept, where, how long, and of whom. The default answer is no."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from visavis.settings import Settings
from visavis.ui.settings.dialog import SettingEditor
from visavis.ui.settings.rows import GROUPS, default
from visavis.ui.text.language import isolate
from visavis.ui.widgets import theme
from visavis.ui.widgets.dialog import Dialog

#: Width of the dialog, in device-independent pixels.
_WIDTH = 600
#: The settings that the dialog asks for, too.
_KEYS = ("sightings_days", "sightings_pictures", "sightings_unknown", "sightings_unknown_hours")


class RecordingDialog(Dialog):
    """Asks once, in plain words."""

    agreed = Signal(dict)  #: the settings of visits that were chosen, by key

    def __init__(self, settings: Settings, path: Path, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("recording")
        self.setWindowTitle(self.tr("Record who comes, and when?"))
        head = QLabel(self.windowTitle(), wordWrap=True)
        head.setFont(theme.bold_font(self.font(), 1.25))
        sentences = (
            self.tr(
                "Visavis can keep a list of visits: who came, from when to when, before which camera, and how sure "
                "the name was. Until you say yes, nothing is kept."
            ),
            self.tr("The list stays on this computer, in {path}. Nothing is sent anywhere.").format(
                path=isolate(str(path))
            ),
            self.tr("Ask people first: many laws require it. You can stop and delete everything at any time."),
        )
        self.setAccessibleDescription(" ".join(sentences))
        layout = QVBoxLayout()
        layout.setContentsMargins(26, 22, 26, 18)
        layout.setSpacing(12)
        layout.addWidget(head)
        for sentence in sentences:
            layout.addWidget(QLabel(sentence, wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        self.rows: dict[str, SettingEditor] = {}
        for row in (row for group in GROUPS for row in group.rows if row.key in _KEYS):
            editor = self.rows[row.key] = SettingEditor(row, getattr(settings, row.key), default(row.key))
            layout.addWidget(editor)
        self.yes, self.no = QPushButton(self.tr("Record visits")), QPushButton(self.tr("Do not record"))
        self.yes.setProperty("kind", "primary")
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        self.no.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        self.arrange(layout, buttons)
        self.no.setFocus()
        self.accepted.connect(lambda: self.agreed.emit(self.chosen))
        self.open()

    @property
    def chosen(self) -> dict[str, Any]:
        """The values of the rows, by setting."""
        return {key: row.value for key, row in self.rows.items()}
