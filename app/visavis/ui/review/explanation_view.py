"""The view of an explanation: a heat map of important regions, facts, and the nearest samples."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visavis.imaging.image import Image
from visavis.people.names import spaced_name
from visavis.review import occlusion
from visavis.review.explanation import Explanation, NearestSample
from visavis.ui.review import explanation_texts
from visavis.ui.text.language import person_name
from visavis.ui.text.matches import format_score
from visavis.ui.widgets import theme
from visavis.ui.widgets.announce import announce
from visavis.ui.widgets.focus_group import FocusGroup
from visavis.ui.widgets.icon_label import IconLabel
from visavis.ui.widgets.images import as_pixmap
from visavis.ui.widgets.layout import FlowLayout

#: Side of the heat map, in device-independent pixels.
_PICTURE = 160
#: Side of a sample.
_THUMBNAIL = 84
#: Side of the mark beside a fact.
_MARK = 15
#: Padding of the view.
_PADDING = 12


class ExplanationView(FocusGroup):
    """Shows an `Explanation` as its parts arrive: first the network's, then the samples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Why"))
        self.setObjectName("why")
        self.picture = QLabel()
        self.picture.setScaledContents(True)
        self.picture.setFixedSize(_PICTURE, _PICTURE)
        self.said = _text("")
        self.legend = _text("", quiet=True)
        self.facts = _text("")
        self.below = _text("", quiet=True)
        self._grades = QGridLayout()
        self._grades.setHorizontalSpacing(8)
        self._grades.setVerticalSpacing(3)
        self._grades.setColumnStretch(2, 1)
        self.nearest = FlowLayout(9)
        beside = QVBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(self.said)
        beside.addWidget(self.legend)
        beside.addLayout(self._grades)
        beside.addStretch(1)
        self._beside = QWidget()
        top = QHBoxLayout(self._beside)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(16)
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(beside, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        layout.setSpacing(12)
        layout.addWidget(self._beside)
        layout.addWidget(self.facts)
        layout.addWidget(self.below)
        layout.addLayout(self.nearest)
        self.show_pending()

    def show_pending(self) -> None:
        """Show that the explanation is being computed."""
        self._beside.hide()
        self.below.hide()
        self.facts.setText(self.tr("Looking closely …"))

    def show_failure(self) -> None:
        """Show that there is no explanation; the reason is reported elsewhere."""
        self.facts.setText(self.tr("The reasons could not be computed."))

    def show_grounds(self, grounds: Explanation) -> None:
        """Show the heat map and the facts."""
        self._beside.show()
        if grounds.chip is not None:
            image = grounds.chip
            if grounds.heat is not None and grounds.feature is not None:  # otherwise the map would be dark everywhere
                image = occlusion.render(image, grounds.heat, 2 * _PICTURE)
            self.picture.setPixmap(as_pixmap(image, rounding=0.06))
        self.picture.setVisible(grounds.chip is not None)
        self.said.setText(explanation_texts.picture(grounds))
        self.said.setVisible(grounds.chip is not None)
        self.picture.setAccessibleName(self.said.text())
        self._show(self.legend, explanation_texts.legend(grounds))
        for row, grade in enumerate(explanation_texts.grades(grounds.observation)):
            mark = IconLabel("covered" if grade.good else "open", _MARK, "good" if grade.good else "quiet")
            self._grades.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignVCenter)
            what = _text(grade.what, quiet=True)
            what.setWordWrap(False)
            self._grades.addWidget(what, row, 1)
            self._grades.addWidget(_text(grade.how), row, 2)
        facts = (
            explanation_texts.candidates(grounds.match),
            explanation_texts.line(grounds),
            explanation_texts.votes(grounds),
        )
        self._show(self.facts, "\n".join(filter(None, facts)))
        self._show(self.below, self.tr("Comparing pictures …") if grounds.vector is not None else "")
        self._describe(grounds)

    def show_nearest(self, grounds: Explanation, found: Sequence[tuple[NearestSample, Image | None]]) -> None:
        """Show the nearest samples and their pictures."""
        self._show(self.below, self.tr("Pictures most like it:") if found else explanation_texts.samples(grounds))
        for near, image in found:
            self.nearest.addWidget(_thumbnail(near, image))
        self._describe(grounds, [near for near, _ in found])
        announce(self, self.accessibleDescription())

    def _describe(self, grounds: Explanation, nearest: Sequence[NearestSample] = ()) -> None:
        parts = [
            self.said.text() if grounds.chip is not None else "",
            self.facts.text().replace("\n", " "),
            *(f"{grade.what}: {grade.how}." for grade in explanation_texts.grades(grounds.observation)),
            self.below.text(),
            *(f"{spaced_name(near.name)}, {format_score(near.score)}." for near in nearest),
        ]
        self.setAccessibleDescription(" ".join(filter(None, parts)))

    def _show(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))


def _thumbnail(near: NearestSample, image: Image | None) -> QWidget:
    picture = QLabel()
    picture.setScaledContents(True)
    picture.setFixedSize(_THUMBNAIL, _THUMBNAIL)
    if image is not None:
        picture.setPixmap(as_pixmap(image, rounding=0.1))
    picture.setAccessibleName(f"{spaced_name(near.name)}, {format_score(near.score)}")
    score = _text(format_score(near.score))
    score.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    name = QLabel(textFormat=Qt.TextFormat.PlainText)
    name.setProperty("kind", "quiet")
    name.setFont(theme.scale_font(name.font(), 0.85))
    name.setText(name.fontMetrics().elidedText(spaced_name(near.name), Qt.TextElideMode.ElideRight, _THUMBNAIL))
    name.setToolTip(person_name(near.name))
    name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for widget in (picture, score, name):
        column.addWidget(widget)
    return whole


def _text(text: str, *, quiet: bool = False) -> QLabel:
    label = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    if quiet:
        label.setProperty("kind", "quiet")
    return label
