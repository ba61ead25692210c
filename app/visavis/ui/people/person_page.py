"""Someone's page: who they are, what is missing, and their samples."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visavis.ui.people.card_delegate import SampleCardDelegate
from visavis.ui.people.card_grid import CardGrid
from visavis.ui.people.person_details import PersonDetails, SampleItem
from visavis.ui.people.portraits import Portraits
from visavis.ui.people.sample_model import SampleModel
from visavis.ui.text.counts import picture_count
from visavis.ui.text.language import day, translate
from visavis.ui.widgets import theme
from visavis.ui.widgets.icon_label import IconLabel
from visavis.ui.widgets.picture_model import ROUNDING

_PORTRAIT = 76


class PersonPage(QWidget):
    """Shows a `PersonDetails`."""

    left = Signal()

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits
        self.portfolio: PersonDetails | None = None
        self._portrait = QLabel()
        self._portrait.setFixedSize(_PORTRAIT, _PORTRAIT)
        self._portrait.setScaledContents(True)
        self._name = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._name.setFont(theme.strong(self.font(), 1.55))
        self.facts = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.facts.setProperty("kind", "quiet")
        self._missing = QVBoxLayout()
        self._missing.setSpacing(4)
        self._card = QFrame()
        self._card.setObjectName("card")
        self._card.setAccessibleName(self.tr("What would help"))
        self._card.setLayout(self._missing)
        self._missing.setContentsMargins(14, 10, 14, 10)
        self.model = SampleModel(portraits.thumbnails, self)
        self.list = CardGrid(self.model, SampleCardDelegate(), self.tr("Pictures"), self)
        self.list.left.connect(self.left)
        self._nothing = QLabel(self.tr("There are no pictures."), alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("kind", "quiet")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self.facts)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._portrait)
        head.addLayout(words)
        head.addStretch(1)  # not the words: text of the other direction would stand at their far end
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 8, 0)
        layout.setSpacing(12)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, 12, 0)
        top.setSpacing(12)
        top.addLayout(head)
        top.addWidget(self._card)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._nothing, 1)
        portraits.thumbnails.arrived.connect(self._refresh_portrait)

    def show_portfolio(self, portfolio: PersonDetails) -> None:
        """Show someone, or the same person as they are now; what is chosen stays chosen."""
        same = self.portfolio is not None and self.portfolio.person.slug == portfolio.person.slug
        chosen = {item.path for item in self.chosen()} if same else set()
        self.portfolio = portfolio
        self._name.setText(portfolio.row.name)
        self.facts.setText(facts(portfolio))
        self.facts.setToolTip(portfolio.person.consent)
        self.facts.setAccessibleDescription(portfolio.person.consent)
        self.model.show_items(portfolio.items)
        self.list.choose([number for number, item in enumerate(portfolio.items) if item.path in chosen])
        if not same:
            self.list.scrollToTop()
        self.list.setVisible(bool(portfolio.items))
        self._nothing.setVisible(not portfolio.items)
        self._say(portfolio.missing())
        self._refresh_portrait()

    def chosen(self) -> list[SampleItem]:
        """The samples that are chosen."""
        return [item for item in self.list.chosen() if isinstance(item, SampleItem)]

    def _say(self, missing: tuple[str, ...]) -> None:
        while (old := self._missing.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        for sentence in missing:
            self._missing.addWidget(_Line(sentence))
        self._card.setVisible(bool(missing))
        self._card.setAccessibleDescription(" ".join(missing))

    def _refresh_portrait(self, _: object = None) -> None:
        if self.portfolio is None:
            return
        self._portrait.setPixmap(self._portraits.get(self.portfolio.row, ROUNDING) or QPixmap())


class _Line(QWidget):
    """A sentence with a sign before it."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel("info", 18, "link"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(QLabel(sentence, wordWrap=True), 1)


def facts(portfolio: PersonDetails) -> str:
    """How many pictures, since when, and how well they are recognized."""
    row = portfolio.row
    told = [picture_count(row.samples)]
    if row.person.created is not None:
        told.append(translate("PersonPage", "since {day}").format(day=day(row.person.created)))
    if row.rate is not None and row.known:
        text = translate("PersonPage", "{percent} % of %n held-out pictures recognized", None, row.rate.pictures)
        told.append(text.format(percent=row.rate.percent))
    else:
        told.append(row.status)
    return " · ".join(told)
