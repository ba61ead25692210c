"""A look into one network as files: pictures, a page and the same as data, in a new folder, whole or not at all."""

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.errors import DiskError
from visavis.escaping import markup
from visavis.imaging import codec
from visavis.imaging.image import Image
from visavis.imaging.media import MediaType
from visavis.insight import texts
from visavis.insight.inspection import InsightAnswer
from visavis.insight.page import PageFigure, PageSection, insight_page
from visavis.insight.parts import (
    AugmentedChips,
    ClassPictures,
    FilterPatterns,
    HeatMap,
    InsightPart,
    NetworkActivations,
)
from visavis.insight.pictures import heat_overlay, tile
from visavis.insight.subjects import InsightSubject
from visavis.recognition.match import Match
from visavis.storage import deletion, disk

#: The page in the folder.
PAGE_FILE = "index.html"
#: The same as data.
DATA_FILE = "insight.json"
#: Side of a large picture, in pixels.
_LARGE = 288
#: Side of a picture in a grid, in pixels.
_SMALL = 96
#: Pictures in a row of a grid.
_COLUMNS = 8
#: Gap between the pictures of a grid, in pixels.
_GAP = 4


@dataclass
class InsightFiles:
    """Collects the parts of a look, and writes them at the end."""

    picture: str  #: path of the picture that was looked at
    subject: InsightSubject
    recognized: Match | None = None  #: the answer for the picture
    _pictures: dict[str, Image] = field(default_factory=dict)
    _sections: list[PageSection] = field(default_factory=list)
    _made: list[dict[str, Any]] = field(default_factory=list)
    _seconds: dict[str, list[float]] = field(default_factory=dict)  # elapsed, and of all processors together

    def __post_init__(self) -> None:
        chip = self.subject.question.chip
        title = f"The network gets only these {chip.shape[1]} x {chip.shape[0]} pixels."
        self._pictures["chip.png"] = _enlarge(chip)
        if len(self.subject.question.learned):
            self._add_grid("learned.png", self.subject.question.learned)
        figures = [PageFigure("chip.png", _recognized_text(self.recognized))]
        self._sections.append(PageSection("What it looks at", [title], figures))

    def add(self, answer: InsightAnswer) -> None:
        """Add a part."""
        part, seconds = answer.part, answer.seconds
        self._seconds[part_name(part)] = [answer.seconds, answer.cpu_seconds]
        match part:
            case NetworkActivations():
                self._add_activations(part, seconds)
            case HeatMap():
                self._add_heat_map(part, seconds)
            case ClassPictures():
                self._add_class_pictures(part, answer)
            case FilterPatterns():
                self._add_patterns(part, seconds)
            case AugmentedChips():
                self._add_grid("augmented.png", part.chips)

    def record(self, folder: Path) -> dict[str, Any]:
        """Return what `visavis insight --json` prints."""
        return {
            "picture": self.picture,
            "folder": str(folder),
            "network": self.subject.network,
            "model": self.subject.model,
            "recognized": _match_record(self.recognized) if self.recognized else None,
            "sections": [asdict(section) for section in self._all_sections()],
            "made": self._made,
            "seconds": self._seconds,
        }

    def write(self, folder: Path) -> None:
        """Write everything to a new folder. It appears whole, or not at all.

        Raises
        ------
        DiskError
            If it cannot be written, or there is something in the folder.
        """
        check_new(folder)
        home = disk.make_private(folder.absolute().parent)
        with disk.translate_errors(folder):
            staged = Path(tempfile.mkdtemp(dir=home, prefix=".tmp-insight-"))
        try:
            for name, picture in self._pictures.items():
                disk.write_whole(staged / name, codec.encode(picture, MediaType.PNG))
            data = {"version": 1, **self.record(folder)}
            disk.write_whole(staged / DATA_FILE, json.dumps(data, ensure_ascii=False, indent=1).encode())
            disk.write_whole(staged / PAGE_FILE, self._page().encode("utf-8", "replace"))
            with disk.translate_errors(folder):
                if folder.exists():
                    folder.rmdir()  # empty, as was checked
                os.replace(staged, folder)
                disk.sync(home)
        finally:
            if staged.exists():
                deletion.delete(staged, home)

    def _page(self) -> str:
        subject = self.subject
        model = f"model {markup(subject.model)}" if subject.model else "as published, without people"
        about = f"Network {markup(subject.network)}, {model}. Picture: {markup(Path(self.picture).name)}."
        return insight_page(Path(self.picture).name, about, list(self._all_sections()))

    def _all_sections(self) -> Iterator[PageSection]:
        yield from self._sections
        if not len(self.subject.question.learned):
            return
        figures = [PageFigure("learned.png", "As the network sees them.", self.subject.learned_of or "")]
        if "augmented.png" in self._pictures:
            figures.append(PageFigure("augmented.png", "The same, changed at random as in training."))
        text = "Samples of one person that differ as much as possible: each is the one farthest from those before it."
        if "augmented.png" not in self._pictures:
            text += " This network was given them unchanged."
        yield PageSection("What it learns from", [text], figures)

    def _add_activations(self, part: NetworkActivations, seconds: float) -> None:
        height, width = part.filters.shape[1:3]
        self._add_grid("filters.png", part.filters, side=48)
        figures = [PageFigure("filters.png", f"The first filters, {width} x {height} pixels. Gray has no effect.")]
        for number, layer in enumerate(part.layers, 1):
            name = f"activations-{number}.png"
            self._add_grid(name, layer.maps)
            shape = f"{layer.maps.shape[2]} x {layer.maps.shape[1]}"
            caption = f"Layer {layer.name}: {len(layer.maps)} of {layer.channels} maps of {shape}."
            figures.append(PageFigure(name, caption))
        text = "The maps that vary most over this picture; white is the strongest response."
        self._sections.append(PageSection("How it responds", [text], figures, seconds))

    def _add_heat_map(self, part: HeatMap, seconds: float) -> None:
        self._pictures["heat_map.png"] = heat_overlay(self.subject.question.chip, part.heat, _LARGE)
        score = float(part.scores[part.target])
        kind = "cosine" if self.subject.network == "embedding" else "logit"
        figure = PageFigure("heat_map.png", f"{kind} {score:.2f}", self.subject.classes[part.target])
        method = texts.HEAT_METHOD.format(layer=part.layer, score=texts.score_text(self.subject))
        title = "Which parts speak for the class" if self.subject.is_of_pictures else "Which parts speak for the person"
        self._sections.append(PageSection(title, [method], [figure], seconds))

    def _add_class_pictures(self, part: ClassPictures, answer: InsightAnswer) -> None:
        count = len(part.targets)
        figures = []
        for number, picture in enumerate((*part.fooling, *part.dreams)):
            kind = "fooling" if number < count else "dream"
            target = part.targets[number % count]
            name, file = self.subject.classes[target], f"{kind}-{number % count + 1}.png"
            verdict = answer.verdicts[number]
            self._pictures[file] = _enlarge(picture)
            label = "Fooling picture." if kind == "fooling" else "Dream."
            figures.append(PageFigure(file, f"{label} {texts.verdict_text(verdict)}", name))
            said = {"decision": _match_record(verdict.match), "has_face": verdict.has_face} if verdict else {}
            self._made.append({"kind": kind, "class": name, "file": file, **said})
        note = () if self.subject.is_of_pictures else (texts.DETECTOR_NOTE,)
        paragraphs = [texts.FOOLING_WARNING, texts.class_warning(self.subject), *note, texts.CLASS_METHOD]
        title = "Pictures of a class, made" if self.subject.is_of_pictures else "Pictures of a person, made"
        self._sections.append(PageSection(title, paragraphs, figures, answer.seconds))

    def _add_patterns(self, part: FilterPatterns, seconds: float) -> None:
        file = f"patterns-{part.layer}.png"
        if len(part.numbers) == 1:
            self._pictures[file] = _enlarge(part.pictures[0])
        else:
            self._add_grid(file, part.pictures)
        shown = ", ".join(map(str, part.numbers))
        before, after = part.responses.mean(axis=0)
        caption = (
            f"Filters {shown} of {part.count}, row by row. Their response above the mean rises from {before:.2f} for "
            f"the noise to {after:.2f}."
        )
        title = f"What the filters of layer {part.layer} look for"
        self._sections.append(PageSection(title, [texts.PATTERN_METHOD], [PageFigure(file, caption)], seconds))

    def _add_grid(self, file: str, pictures: NDArray[np.uint8], side: int = _SMALL) -> None:
        self._pictures[file] = tile(pictures, min(_COLUMNS, len(pictures)), side, _GAP)


def part_name(part: InsightPart) -> str:
    """Return the name of a part for people and for the data."""
    match part:
        case NetworkActivations():
            return "activations"
        case HeatMap():
            return "heat map"
        case ClassPictures():
            return "made pictures"
        case AugmentedChips():
            return "samples as in training"
        case FilterPatterns(layer=layer):
            return f"filters of {layer}"


def check_new(folder: Path) -> None:
    """Check that a folder is new or empty, before anything is computed.

    Raises
    ------
    DiskError
        If it is not.
    """
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if os.path.lexists(folder):
        raise DiskError("There is something in {folder} already.", hint="Choose a new folder.", folder=folder)


def _enlarge(picture: Image) -> Image:
    factor = max(_LARGE // picture.shape[0], 1)
    return picture.repeat(factor, 0).repeat(factor, 1)


def _recognized_text(match: Match | None) -> str:
    if match is None:
        return "No model decides about it."
    return f"Recognized: {match.name or 'unknown'}, score {match.score:.3f}."


def _match_record(match: Match) -> dict[str, Any]:
    other: Sequence[Any] | None = match.runner_up
    return {
        "name": match.name,
        "score": round(match.score, 4),
        "best": match.best,
        "runner_up": [other[0], round(other[1], 4)] if other else None,
    }
