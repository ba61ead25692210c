"""The tiles of a report: a figure each, in plain words, with its change."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from visavis.scoring.confidence import Proportion
from visavis.ui.models.report import ModelReport
from visavis.ui.models.rows import FigureChange
from visavis.ui.report.context import ReportContext
from visavis.ui.text.counts import person_count
from visavis.ui.text.language import format_measured, number, translate
from visavis.ui.widgets import theme

_CONTEXT = "ReportDialog"


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure."""

    name: str
    value: str
    text: str  #: what the figure means, one sentence
    change: str = ""  #: how it differs from the model compared with
    is_better: bool | None = None  #: whether that is better; None if it is neither


def report_tiles(report: ModelReport, context: ReportContext) -> tuple[Tile, ...]:
    """The tiles of a report."""
    strangers = context.strangers
    recognized = report.recognized
    tiles = [
        Tile(
            translate(_CONTEXT, "Recognized"),
            format_share(recognized),
            translate(_CONTEXT, "{count} of {of} test pictures got the right name.").format(
                count=recognized.count, of=recognized.searches
            ),
            *_change(context.change("fnir")),
        ),
        Tile(
            translate(_CONTEXT, "Somebody else's name"),
            format_share(report.misnamed),
            translate(_CONTEXT, "{count} of {of} test pictures got the name of another person.").format(
                count=report.misnamed.count, of=report.misnamed.searches
            ),
        ),
        Tile(
            translate(_CONTEXT, "Strangers with a name"),
            "–" if strangers.share is None else format_measured(strangers.share),  # noqa: RUF001 - the sign is meant
            translate(_CONTEXT, "The share of strangers who would be given a name."),
            *_change(_change_of_share(strangers.share, context.change("fpir"))),
        ),
    ]
    more = report.gallery - context.people_before
    known = Tile(
        translate(_CONTEXT, "People"),
        number(report.gallery),
        translate(_CONTEXT, "The number of people whom this model can name."),
        translate(_CONTEXT, "{more} more than before").format(more=number(more))
        if context.against and more > 0
        else "",
    )
    return (tiles[0], tiles[1], tiles[2], known) if report.probes else (tiles[2], known)


def headline(report: ModelReport) -> str:
    """The result in a sentence."""
    if not report.probes:
        return translate(_CONTEXT, "There were too few pictures for a test.")
    if report.gallery == 1:
        return translate(
            _CONTEXT, "This model knows one person, so there is nobody to mix up. Introduce a second one to test it."
        )
    if not report.fnir.count:
        return translate(_CONTEXT, "Every one of the {of} test pictures got the right name.").format(
            of=report.fnir.searches
        )
    text = translate(_CONTEXT, "{count} of {of} test pictures of {people} got the right name.")
    return text.format(
        count=report.recognized.count, of=report.recognized.searches, people=person_count(report.gallery)
    )


def format_share(rate: Proportion) -> str:
    """A share that was measured. All and none are counts: a few pictures do not make 0 % or 100 %."""
    if rate.share is None:
        return "–"  # noqa: RUF001 - the sign is meant
    if rate.count in {0, rate.searches}:
        return translate(_CONTEXT, "{count} of {of}").format(count=rate.count, of=rate.searches)
    return format_measured(rate.share)


def _change_of_share(share: float | None, change: FigureChange | None) -> FigureChange | None:
    """The change of what was measured, if that is also the share that is shown; a calibration may say another one."""
    is_same = share is not None and change is not None and format_measured(share) == format_measured(change.after)
    return change if is_same else None


def _change(change: FigureChange | None) -> tuple[str, bool | None]:
    if change is None:
        return "", None
    better = translate(_CONTEXT, "▲ {points} points better")
    worse = translate(_CONTEXT, "▼ {points} points worse")
    text = (better if change.points > 0 else worse).format(points=number(max(abs(change.points), 1)))
    return text, change.points > 0


class ReportTile(QFrame):
    """Shows a tile."""

    def __init__(self, tile: Tile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(tile.name)
        self.setAccessibleDescription(" ".join(filter(None, (tile.value, tile.text, tile.change))))
        name, self.value, self.text, self.change = (
            QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            for text in (tile.name, tile.value, tile.text, tile.change)
        )
        name.setProperty("kind", "quiet")
        self.value.setFont(theme.bold_font(self.font(), 1.7))
        self.change.setVisible(bool(tile.change))
        self.change.setFont(theme.bold_font(self.font(), 1.0))
        if tile.is_better:
            self.change.setProperty("kind", "good")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(4)
        for label in (name, self.value, self.text, self.change):
            layout.addWidget(label)
        layout.addStretch(1)
