"""What one network sees, on tabs: the face, filters, made pictures of people, samples, and the layers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from visavis.insight.inspection import InsightAnswer
from visavis.insight.parts import (
    AugmentedChips,
    ClassPictures,
    FilterPatterns,
    HeatMap,
    LayerActivations,
    NetworkActivations,
)
from visavis.insight.pictures import heat_overlay, tile
from visavis.insight.subjects import InsightSubject, PictureJudgment
from visavis.models.description import NetworkLayers
from visavis.ui.text import language
from visavis.ui.text.language import format_measured, person_name
from visavis.ui.widgets import theme

#: The tabs with pictures, in their order.
_TABS = ("face", "people", "filters", "learned")
#: Pictures in a row.
_COLUMNS = 8
#: Side of the chip and of the heat map, in device-independent pixels.
_CHIP = 176
#: Side of a made picture.
_MADE = 128
#: Side of a filter, a map, a pattern or a sample.
_SMALL = 66
#: Pixels drawn for one device-independent pixel.
_PIXEL_RATIO = 2
#: Room below a part, in device-independent pixels, besides that between its lines.
_GAP = 10
#: Activation maps of at most this many pixels a side describe the whole face.
_COARSE = 8


class InsightPage(QTabWidget):
    """Shows the parts of a look into one network as they arrive."""

    def __init__(self, subject: InsightSubject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setAccessibleName(subject.network)
        self._subject = subject
        self._columns: dict[str, QVBoxLayout] = {}
        side = subject.question.chip.shape[0]
        self._add(
            self._face,
            self.tr("The chip"),
            (
                self.tr("The network gets only these {side} x {side} pixels of the picture.")
                if subject.is_of_pictures
                else self.tr("The network gets only these {side} x {side} pixels of the face.")
            ).format(side=side),
            subject.question.chip[np.newaxis],
            _CHIP,
        )
        if len(subject.question.learned):
            text = self.tr(
                "Samples of {name} that differ as much as possible, as the network sees them. Each is the one farthest "
                "from those before it."
            )
            self._add(
                self._learned,
                self.tr("What it learns from"),
                text.format(name=person_name(subject.learned_of or "")),
                subject.question.learned,
                _SMALL,
            )
        if subject.layers is not None:
            self.addTab(self._layer_table(subject.layers), self.tr("Layers"))

    def add(self, answer: InsightAnswer) -> None:
        """Show a part."""
        match answer.part:
            case NetworkActivations():
                self._add_activations(answer.part)
            case HeatMap():
                self._add_heat_map(answer.part)
            case ClassPictures():
                self._add_class_pictures(answer.part, answer.verdicts)
            case FilterPatterns():
                self._add_patterns(answer.part)
            case AugmentedChips():
                text = self.tr("The same samples, changed at random as in training.")
                self._add(self._learned, self.tr("In training"), text, answer.part.chips, _SMALL)

    @property
    def _face(self) -> QVBoxLayout:
        return self._column("face", self.tr("Picture") if self._subject.is_of_pictures else self.tr("Face"))

    @property
    def _people(self) -> QVBoxLayout:
        return self._column("people", self.tr("Classes") if self._subject.is_of_pictures else self.tr("People"))

    @property
    def _filters(self) -> QVBoxLayout:
        return self._column("filters", self.tr("Filters"))

    @property
    def _learned(self) -> QVBoxLayout:
        return self._column("learned", self.tr("Samples"))

    def _column(self, key: str, title: str) -> QVBoxLayout:
        """The column of a tab, which is inserted when something is shown on it first."""
        if key not in self._columns:
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(8, 14, 8, 8)
            column.setSpacing(8)
            column.addStretch(1)
            area = QScrollArea()
            area.setWidget(page)
            area.setWidgetResizable(True)
            area.setObjectName("insight")  # styled to show the focus, because keys scroll it
            area.setAccessibleName(title)
            before = _TABS[: _TABS.index(key)]
            self.insertTab(sum(each in self._columns for each in before), area, title)
            self._columns[key] = column
        return self._columns[key]

    def _add_activations(self, part: NetworkActivations) -> None:
        height, width = part.filters.shape[1:3]
        text = self.tr(
            "Patterns of {width} x {height} pixels that the first layer responds to. Gray pixels have no effect."
        )
        self._add(
            self._filters,
            self.tr("The first filters"),
            text.format(width=width, height=height),
            part.filters,
            _SMALL,
        )
        for number, layer in enumerate(part.layers):
            title = self.tr("Layer {name}").format(name=layer.name)
            self._add(self._face, title, self._description(layer, number, len(part.layers)), layer.maps, _SMALL)

    def _description(self, layer: LayerActivations, number: int, count: int) -> str:
        height, width = layer.maps.shape[1:3]
        size = self.tr(
            "{shown} of {channels} maps of {width} x {height}, those that vary most. White is the strongest response."
        )
        text = size.format(shown=len(layer.maps), channels=layer.channels, width=width, height=height)
        of_pictures = self._subject.is_of_pictures
        if number == 0:
            told = (
                self.tr("Edges and colors: what the picture shows can still be recognized by eye.")
                if of_pictures
                else self.tr("Edges and colors: the face can still be recognized by eye.")
            )
            return f"{text} {told}"
        if number == count - 1 and max(height, width) <= _COARSE:
            told = (
                self.tr("Coarse features of the whole picture, which tell classes apart.")
                if of_pictures
                else self.tr("Coarse features of the whole face, which tell people apart.")
            )
            return f"{text} {told}"
        return text

    def _add_heat_map(self, part: HeatMap) -> None:
        text = self.tr("Red parts speak most for {name}, dark blue ones do not (Grad-CAM, layer {layer}).")
        self._add(
            self._face,
            (
                self.tr("Which parts speak for the class")
                if self._subject.is_of_pictures
                else self.tr("Which parts speak for the person")
            ),
            text.format(name=person_name(self._subject.classes[part.target]), layer=part.layer),
            heat_overlay(self._subject.question.chip, part.heat, _PIXEL_RATIO * _CHIP)[np.newaxis],
            _CHIP,
        )

    def _add_class_pictures(self, part: ClassPictures, verdicts: Sequence[PictureJudgment | None]) -> None:
        column = self._people
        texts = [
            self.tr(
                "A network can be sure of a picture in which nobody sees anything. It has learned what tells those it "
                "knows apart, not what they are."
            )
        ]
        if self._subject.network != "embedding":
            texts.append(
                self.tr(
                    "A softmax shares 100 % among those it knows and keeps nothing for anybody else. This is why it "
                    "names strangers."
                )
            )
        self._add_text(column, " ".join(texts))
        column.insertSpacing(column.count() - 1, _GAP)
        count = len(part.targets)
        for title, description, pictures, own in (
            (
                self.tr("Made to fool it"),
                self.tr("From gray noise, changed until the network is sure."),
                part.fooling,
                verdicts[:count],
            ),
            (
                self.tr("What it dreams of"),
                self.tr("The same, kept smooth, so that one can see what it looks for."),
                part.dreams,
                verdicts[count:],
            ),
        ):
            self._add_heading(column, title, description)
            grid = QGridLayout()
            grid.setHorizontalSpacing(12)
            for number, (target, picture, verdict) in enumerate(zip(part.targets, pictures, own, strict=True)):
                name = person_name(self._subject.classes[target])
                label = _picture_label(tile(picture[np.newaxis], 1, _PIXEL_RATIO * _MADE), title)
                said = _text(f"{name}\n{self._verdict_text(verdict)}")
                label.setAccessibleDescription(said.text())
                grid.addWidget(label, 0, number, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(said, 1, number, Qt.AlignmentFlag.AlignTop)
                grid.setColumnMinimumWidth(number, _MADE)
            grid.setColumnStretch(count, 1)
            column.insertLayout(column.count() - 1, grid)
            column.insertSpacing(column.count() - 1, _GAP)

    def _verdict_text(self, verdict: PictureJudgment | None) -> str:
        if verdict is None:
            return ""
        match = verdict.match
        name = self.tr("unknown") if match.name is None else person_name(match.name)
        said = self.tr("Decision: {name}, score {score}").format(name=name, score=format_measured(match.score))
        if verdict.has_face is None:
            return said
        return said + "\n" + (self.tr("Taken for a face") if verdict.has_face else self.tr("No face is found in it"))

    def _add_patterns(self, part: FilterPatterns) -> None:
        text = (
            self.tr(
                "Patterns that {shown} of {count} filters respond to most, by gradient ascent from gray noise. In "
                "order of how much they vary over this picture."
            )
            if self._subject.is_of_pictures
            else self.tr(
                "Patterns that {shown} of {count} filters respond to most, by gradient ascent from gray noise. In "
                "order of how much they vary over this face."
            )
        )
        self._add(
            self._filters,
            self.tr("What layer {name} looks for").format(name=part.layer),
            text.format(shown=len(part.numbers), count=part.count),
            part.pictures,
            _SMALL,
        )

    def _layer_table(self, layers: NetworkLayers) -> QTableView:
        model = QStandardItemModel(self)
        model.setHorizontalHeaderLabels([self.tr("Layer"), self.tr("Type"), self.tr("Output"), self.tr("Parameters")])
        for layer in layers.layers:
            model.appendRow(_items(layer.name, layer.type, layer.shape, language.number(layer.parameters)))
        model.appendRow(_items(self.tr("All"), "", "", language.number(layers.parameters)))
        table = QTableView()
        table.setAccessibleName(self.tr("Layers of the network"))
        table.setModel(model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setProperty("kind", "rows")
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)  # so that Tab leaves the table
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return table

    def _add(self, column: QVBoxLayout, title: str, description: str, pictures: NDArray[np.uint8], side: int) -> None:
        self._add_heading(column, title, description)
        grid = tile(pictures, min(_COLUMNS, len(pictures)), _PIXEL_RATIO * side, _PIXEL_RATIO * 6)
        picture = _picture_label(grid, title)
        picture.setAccessibleDescription(description)
        column.insertWidget(column.count() - 1, picture)
        column.insertSpacing(column.count() - 1, _GAP)

    def _add_heading(self, column: QVBoxLayout, title: str, description: str) -> None:
        heading = _text(title)
        heading.setFont(theme.bold_font(self.font(), 1.1))
        column.insertWidget(column.count() - 1, heading)
        self._add_text(column, description, quiet=True)

    def _add_text(self, column: QVBoxLayout, text: str, *, quiet: bool = False) -> None:
        column.insertWidget(column.count() - 1, _text(text, quiet=quiet))


def _picture_label(image: NDArray[np.uint8], title: str) -> QLabel:
    """A label with a BGRA image, `_PIXEL_RATIO` pixels for each device-independent one."""
    height, width = image.shape[:2]
    image = np.ascontiguousarray(image)
    pixmap = QPixmap.fromImage(QImage(image.data, width, height, image.strides[0], QImage.Format.Format_ARGB32).copy())
    pixmap.setDevicePixelRatio(_PIXEL_RATIO)
    label = QLabel()
    label.setPixmap(pixmap)
    label.setAccessibleName(title)
    return label


def _text(text: str, *, quiet: bool = False) -> QLabel:
    label = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    if quiet:
        label.setProperty("kind", "quiet")
    return label


def _items(*texts: str) -> list[QStandardItem]:
    return [QStandardItem(text) for text in texts]
