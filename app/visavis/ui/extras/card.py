"""The optional parts in the settings: which are there, and a button for each of the others."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from visavis.process.extras import Extra
from visavis.ui.extras.texts import purpose


class ExtrasCard(QWidget):
    """A line for each optional part."""

    wanted = Signal(str)  #: name of the extra to install

    def __init__(self, extras: Sequence[Extra], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._states: dict[str, QLabel] = {}
        self._extras = extras
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(8)
        layout.setColumnStretch(0, 1)
        for row, extra in enumerate(extras):
            name = QLabel(purpose(extra), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            state = self._states[extra.name] = QLabel(self.tr("Installed"))
            state.setProperty("kind", "quiet")
            button = self.buttons[extra.name] = QPushButton(self.tr("Install …"))
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Install: {part}").format(part=name.text()))
            button.clicked.connect(lambda _, extra=extra: self.wanted.emit(extra.name))
            layout.addWidget(name, row, 0)
            layout.addWidget(state, row, 1, Qt.AlignmentFlag.AlignRight)
            layout.addWidget(button, row, 1, Qt.AlignmentFlag.AlignRight)
        self.refresh()

    def refresh(self) -> None:
        """Look again which are installed."""
        for extra in self._extras:
            is_installed = extra.is_installed
            self._states[extra.name].setVisible(is_installed)
            self.buttons[extra.name].setVisible(not is_installed)
