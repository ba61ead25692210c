"""The pictures of a person that do not count, below the samples on the person's page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from visavis.ui.people.card_delegate import SAMPLE, SampleCardDelegate
from visavis.ui.people.card_grid import CardGrid
from visavis.ui.people.person_details import PersonDetails, SampleItem
from visavis.ui.people.sample_model import SampleModel
from visavis.ui.widgets.thumbnails import Thumbnails

#: Height of the list: one row of cards, in device-independent pixels.
_HEIGHT = SAMPLE.height + 4


class AsidePictures(QWidget):
    """Shows the pictures of a `PersonDetails` that do not count. Hidden if there are none."""

    escaped = Signal()

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel(wordWrap=True)
        self._text.setProperty("kind", "quiet")
        self.model = SampleModel(thumbnails, self)
        self.list = CardGrid(self.model, SampleCardDelegate(), self.tr("Pictures set aside"), self)
        self.list.setFixedHeight(_HEIGHT)
        self.list.escaped.connect(self.escaped)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._text)
        layout.addWidget(self.list)
        self.hide()

    def show_details(self, details: PersonDetails) -> None:
        """Show the pictures of a person."""
        count = len(details.aside)
        one, several = (
            self.tr("1 picture is set aside. It does not count until you choose “Use anyway”."),
            self.tr("%n pictures are set aside. They do not count until you choose “Use anyway”.", None, count),
        )
        self._text.setText(one if count == 1 else several)
        self.model.show_items(details.aside)
        self.setVisible(count > 0)

    def selected_items(self) -> list[SampleItem]:
        """The selected pictures."""
        return [item for item in self.list.selected_values() if isinstance(item, SampleItem)]
