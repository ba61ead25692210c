"""The page of a person: facts, suggestions, and the samples."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from visavis.ui.people.aside_pictures import AsidePictures
from visavis.ui.people.card_delegate import SampleCardDelegate
from visavis.ui.people.card_grid import CardGrid
from visavis.ui.people.person_details import PersonDetails, SampleItem, Suggestion
from visavis.ui.people.portraits import Portraits
from visavis.ui.people.sample_model import SampleModel
from visavis.ui.text.agreements import describe_agreement
from visavis.ui.text.counts import picture_count
from visavis.ui.text.language import day, moment, translate
from visavis.ui.widgets import theme
from visavis.ui.widgets.icon_label import IconLabel
from visavis.ui.widgets.layout import ListRoom, ScrollArea
from visavis.ui.widgets.picture_model import ROUNDING

#: Side of the portrait, in device-independent pixels.
_PORTRAIT = 76


class PersonPage(QWidget):
    """Shows a `PersonDetails`."""

    escaped = Signal()
    agreement_wanted = Signal()  #: edit what the person agreed to
    more_wanted = Signal()  #: take more pictures of the person
    split_wanted = Signal()  #: move the selected pictures, which seem to show a second person

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits
        self.details: PersonDetails | None = None
        self._portrait = QLabel()
        self._portrait.setFixedSize(_PORTRAIT, _PORTRAIT)
        self._portrait.setScaledContents(True)
        self._name = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._name.setFont(theme.bold_font(self.font(), 1.55))
        self.facts = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.facts.setProperty("kind", "quiet")
        self.agreement = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.agreement.setProperty("kind", "quiet")
        self.edit_agreement = QPushButton(self.tr("Agreement …"), self)  # before the list in the order of Tab
        self.edit_agreement.clicked.connect(self.agreement_wanted)
        self._suggestions = QVBoxLayout()
        self._suggestions.setSpacing(4)
        self._card = QFrame()
        self._card.setObjectName("card")
        self._card.setAccessibleName(self.tr("What would help"))
        self._card.setLayout(self._suggestions)
        self._suggestions.setContentsMargins(14, 10, 14, 10)
        self.model = SampleModel(portraits.thumbnails, self)
        self.list = CardGrid(self.model, SampleCardDelegate(), self.tr("Pictures"), self)
        self.list.setMinimumHeight(self.list.gridSize().height())  # one row of pictures
        ListRoom(self.list)
        self.list.escaped.connect(self.escaped)
        self.aside = AsidePictures(portraits.thumbnails, self)
        self.aside.escaped.connect(self.escaped)
        self.list.changed.connect(lambda: self._keep_one_selection(self.list, self.aside.list))
        self.aside.list.changed.connect(lambda: self._keep_one_selection(self.aside.list, self.list))
        self._nothing = QLabel(self.tr("There are no pictures."), alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("kind", "quiet")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addStretch(1)
        texts.addWidget(self._name)
        texts.addWidget(self.facts)
        texts.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._portrait)
        head.addLayout(texts)
        head.addStretch(1)  # not the texts: right-to-left text would be aligned to the far end
        page = QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollArea(page))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(20, 14, 8, 0)
        layout.setSpacing(12)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, 12, 0)
        top.setSpacing(12)
        top.addLayout(head)
        agreed = QHBoxLayout()
        agreed.setSpacing(12)
        agreed.addWidget(self.agreement, 1)
        agreed.addWidget(self.edit_agreement)
        top.addLayout(agreed)
        top.addWidget(self._card)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self.aside)
        portraits.thumbnails.arrived.connect(self._refresh_portrait)

    def show_details(self, details: PersonDetails) -> None:
        """Show a person. If it is the same person again, the selection stays."""
        same = self.details is not None and self.details.person.slug == details.person.slug
        selected = {item.path for item in self.selected_samples()} if same else set()
        self.details = details
        self._name.setText(details.row.display_name)
        self.facts.setText(facts(details))
        self.agreement.setText(describe_agreement(details.person.consent))
        self.model.show_items(details.items)
        self.list.select_rows([number for number, item in enumerate(details.items) if item.path in selected])
        self.aside.show_details(details)
        if not same:
            self.list.scrollToTop()
        self.list.setVisible(bool(details.items))
        self._nothing.setVisible(not details.items)
        self._show_suggestions(details.suggestions())
        self._refresh_portrait()

    def selected_samples(self) -> list[SampleItem]:
        """The selected pictures: samples, or pictures that are set aside."""
        samples = [item for item in self.list.selected_values() if isinstance(item, SampleItem)]
        return samples or self.aside.selected_items()

    def _keep_one_selection(self, changed: CardGrid, other: CardGrid) -> None:
        """Select in one of the two lists only, or it would not be seen what an action applies to."""
        if changed.selectionModel().hasSelection():
            other.clearSelection()

    def _show_suggestions(self, suggestions: tuple[Suggestion, ...]) -> None:
        """List the suggestions. The first one that asks for pictures has a button that takes them."""
        while (old := self._suggestions.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        first = next((each for each in suggestions if each.wants_pictures), None)
        for suggestion in suggestions:
            row = _SuggestionRow(suggestion.text)
            if suggestion is first:
                row.add_button(self.tr("Take more"), self.more_wanted)
            if suggestion.wants_split:
                row.add_button(self.tr("Split …"), self._split)
            self._suggestions.addWidget(row)
        self._card.setVisible(bool(suggestions))
        self._card.setAccessibleDescription(" ".join(each.text for each in suggestions))

    def _split(self) -> None:
        """Select the pictures of the second person, so that they are seen, and ask whose they are."""
        items = self.details.items if self.details is not None else ()
        self.list.select_rows([number for number, item in enumerate(items) if item.is_second])
        self.split_wanted.emit()

    def _refresh_portrait(self, _: object = None) -> None:
        if self.details is None:
            return
        self._portrait.setPixmap(self._portraits.get(self.details.row, ROUNDING) or QPixmap())


class _SuggestionRow(QWidget):
    """An icon, a sentence, and what can be done about it."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(IconLabel("info", 18, "link"))
        self._row.addWidget(QLabel(sentence, wordWrap=True), 1)

    def add_button(self, text: str, clicked: SignalInstance | Callable[[], None]) -> None:
        """Add a button."""
        button = QPushButton(text)
        act = clicked.emit if isinstance(clicked, SignalInstance) else clicked
        button.clicked.connect(lambda _: act())
        self._row.addWidget(button)


def facts(details: PersonDetails) -> str:
    """Number of pictures, date of enrollment, and recognition rate."""
    row = details.row
    parts = [picture_count(row.samples)]
    if row.person.created is not None:
        parts.append(translate("PersonPage", "since {day}").format(day=day(row.person.created)))
    if details.last_seen is not None:
        parts.append(translate("PersonPage", "last seen {time}").format(time=moment(details.last_seen)))
    if row.person.is_announced:
        parts.append(translate("PersonPage", "you are told when they come"))
    if row.rate is not None and row.known:
        text = translate("PersonPage", "{percent} % of %n held-out pictures recognized", None, row.rate.pictures)
        parts.append(text.format(percent=row.rate.percent))
    else:
        parts.append(row.status)
    return " · ".join(parts)
