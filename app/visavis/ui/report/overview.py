"""The first page of a report: the result in a sentence, tiles, the weakest people and the learning curves."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from visavis.ui.models.epoch_chart import EpochChart
from visavis.ui.models.report import ModelReport, PersonResult
from visavis.ui.report.context import ReportContext
from visavis.ui.report.tiles import ReportTile, headline, report_tiles
from visavis.ui.text.language import person_name, translate
from visavis.ui.widgets import theme
from visavis.ui.widgets.layout import ScrollArea

#: Maximum number of people listed as the weakest.
_MAX_WEAKEST = 5
#: Tiles in a row.
_COLUMNS = 2
#: Width of the bar of a person, in device-independent pixels.
_BAR = 120


def weakest_people(report: ModelReport) -> tuple[PersonResult, ...]:
    """The people who were missed most, at most five, the weakest first."""
    return tuple(person for person in report.people if person.recognized.count < person.recognized.searches)[
        :_MAX_WEAKEST
    ]


class ReportOverview(ScrollArea):
    """Shows a report. Signals ask for more pictures of a person, or for the page of one, by the name now."""

    capture = Signal(str)
    person = Signal(str)

    def __init__(self, report: ModelReport, context: ReportContext, parent: QWidget | None = None) -> None:
        page = QWidget()
        super().__init__(page, parent)
        self.capture_buttons: dict[str, QPushButton] = {}
        self.tiles = [ReportTile(tile) for tile in report_tiles(report, context)]
        self.headline = QLabel(headline(report), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.headline.setFont(theme.bold_font(self.font(), 1.2))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(2, 12, 8, 8)
        layout.setSpacing(14)
        layout.addWidget(self.headline)
        grid = QGridLayout()
        grid.setSpacing(12)
        for number, tile in enumerate(self.tiles):
            grid.addWidget(tile, number // _COLUMNS, number % _COLUMNS)
            grid.setColumnStretch(number % _COLUMNS, 1)
        layout.addLayout(grid)
        if context.against:
            text = self.tr(
                "Changes are against {model}. Each was tested on its own pictures, so small ones mean little."
            )
            layout.addWidget(_quiet(text.format(model=context.against)))
        layout.addWidget(self._create_people(report, context))
        if report.epochs:
            layout.addWidget(self._create_curve(report))
        layout.addStretch(1)

    def _create_people(self, report: ModelReport, context: ReportContext) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        title = QLabel(self.tr("Who needs more pictures"))
        title.setFont(theme.bold_font(self.font(), 1.1))
        grid.addWidget(title, 0, 0, 1, 3)
        weakest = weakest_people(report)
        if not weakest:
            grid.addWidget(_quiet(self.tr("Nobody: each test picture got the right name.")), 1, 0, 1, 3)
        for row, person in enumerate(weakest, 1):
            text = QLabel(_person_text(person), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            bar = QProgressBar(textVisible=False)
            bar.setAccessibleName(text.text())
            bar.setRange(0, person.recognized.searches)
            bar.setValue(person.recognized.count)
            bar.setFixedWidth(_BAR)
            grid.addWidget(text, row, 0)
            grid.addWidget(bar, row, 1)
            if name := context.names.get(person.name):
                button = QPushButton(self.tr("Take more pictures"))
                button.setAccessibleName(self.tr("Take more pictures of {name}").format(name=person_name(name)))
                button.setAutoDefault(False)
                button.clicked.connect(lambda _, name=name: self.capture.emit(name))
                self.capture_buttons[name] = button
                grid.addWidget(button, row, 2)
        return card

    def _create_curve(self, report: ModelReport) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        self.curve = EpochChart()
        self.curve.show_epochs(report.epochs, len(report.epochs))
        title = QLabel(self.tr("How it learned"))
        title.setFont(theme.bold_font(self.font(), 1.1))
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.addWidget(title)
        inner.addWidget(
            _quiet(
                self.tr(
                    "From left to right, each time it went through all pictures: the share that it got right. Where "
                    "the solid line stops rising, it has learned what these pictures can teach."
                )
            )
        )
        inner.addWidget(self.curve)
        self.losses = EpochChart("loss")
        self.losses.show_epochs(report.epochs, len(report.epochs))
        inner.addWidget(
            _quiet(
                self.tr(
                    "The loss says how far its answers are from the right ones. If the dotted line falls while the "
                    "solid one rises, it learns its pictures by heart."
                )
            )
        )
        inner.addWidget(self.losses)
        return card


def _person_text(person: PersonResult) -> str:
    rate = person.recognized
    text = translate("ReportDialog", "{name}: {count} of {of} recognized").format(
        name=person_name(person.name), count=rate.count, of=rate.searches
    )
    if person.mistaken_for is None:
        return text
    mistaken = translate("ReportDialog", "mistaken for {other}").format(other=person_name(person.mistaken_for))
    return f"{text}, {mistaken}"


def _quiet(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("kind", "quiet")
    return label
