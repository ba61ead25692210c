"""Measuring a model as it ships: people and strangers it has never seen, searched for as the app searches."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from visavis import images, names
from visavis.errors import EvaluationError, PictureError
from visavis.geometry import meant
from visavis.images import Image
from visavis.model_card import ModelCard
from visavis.pipeline import Pipeline
from visavis.recognition import Match, Recognizer
from visavis_training.figures import Figures, Search
from visavis_training.rates import rounded

Told = Callable[[int, int], None]
"""Hears how many pictures are done, of how many."""


@dataclass(frozen=True, slots=True)
class Probes:
    """Pictures to search for."""

    people: tuple[tuple[str, Path], ...]  #: the person, as the gallery calls them, and the picture
    strangers: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a model is worth."""

    card: ModelCard
    gallery: int  #: how many people it can name
    threshold: float
    figures: Figures
    unreadable: tuple[str, ...]  #: a sentence for each picture that was skipped

    def as_dict(self) -> dict[str, Any]:
        """What `evaluate --json` prints (spec.md)."""
        counted = self.figures.as_dict()
        about = {"model": self.card.id, "network": self.card.network, "gallery": self.gallery}
        threshold = {"threshold": rounded(self.threshold)}
        order = ("probes", "impostors", "detected", "closed_set_accuracy")
        first = {name: counted.pop(name) for name in order}
        return {**about, **first, **threshold, **counted}


def probes(folder: Path, strangers: Path | None, gallery: Sequence[str]) -> Probes:
    """Find the pictures: a folder a person in `folder`; in `strangers`, all there are, in folders or not.

    Raises
    ------
    EvaluationError
        If a folder is missing or has no pictures, or belongs to someone who is not in the gallery.
    """
    enrolled = {names.key(name): name for name in gallery}
    found = [(_enrolled(each.name, enrolled), path) for each in _folders(folder) for path in images.pictures_in(each)]
    if not found:
        hint = "It takes a folder a person, called as they are: DIR/NAME/."
        raise EvaluationError(f"{folder} has no folders with pictures.", hint=hint)
    if strangers is None:
        return Probes(tuple(found), ())
    if not strangers.is_dir():
        raise EvaluationError(f"There is no folder {strangers}.")
    unknown = sorted(path for path in strangers.rglob("*") if images.is_picture(path) and path.is_file())
    if not unknown:
        raise EvaluationError(f"{strangers} has no pictures.")
    return Probes(tuple(found), tuple(unknown))


def evaluate(pipeline: Pipeline, card: ModelCard, folder: Path, strangers: Path | None, told: Told) -> Evaluation:
    """Search for every picture, as the app would. Unreadable ones are skipped.

    Parameters
    ----------
    pipeline : Pipeline
        With the model of `card`.

    Raises
    ------
    EvaluationError
        If the pictures do not fit the model, or none of a person can be read.
    """
    recognizer = pipeline.recognize
    if not isinstance(recognizer, Recognizer):
        raise EvaluationError("No model is in use.", hint="Train one with visavis train, or name one with --model.")
    searched = probes(folder, strangers, recognizer.names)
    unreadable: list[str] = []
    total = len(searched.people) + len(searched.strangers)

    def searches(pictures: Iterable[tuple[str | None, Path]], done: int) -> Iterator[Search]:
        for number, (truth, path) in enumerate(pictures, start=done + 1):
            try:
                yield Search(truth, _answer(pipeline, images.read(path)))
            except PictureError as error:
                unreadable.append(str(error))
            told(number, total)

    people = tuple(searches(searched.people, 0))
    unknown = tuple(searches(((None, path) for path in searched.strangers), len(searched.people)))
    if not people:
        raise EvaluationError(f"No picture in {folder} can be read.", hint="Pictures can be JPEG, PNG, WebP or BMP.")
    figures = Figures(people, unknown)
    return Evaluation(card, len(recognizer.names), recognizer.decision.threshold, figures, tuple(unreadable))


def _answer(pipeline: Pipeline, image: Image) -> Match | None:
    """The answer for the face that is meant; None where there is none."""
    face = meant(pipeline.detect(image), image.shape[1], image.shape[0])
    return pipeline.recognize(image, [face])[0] if face else None


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise EvaluationError(f"There is no folder {folder}.")
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


def _enrolled(name: str, gallery: Mapping[str, str]) -> str:
    """Who in the gallery is called that."""
    if names.key(name) in gallery:
        return gallery[names.key(name)]
    near = [gallery[key] for key in difflib.get_close_matches(names.key(name), gallery)]
    hint = f"Did you mean {' or '.join(near)}?" if near else "Folders must be called as the people of the model are."
    raise EvaluationError(f"The model does not know {name}.", hint=hint)
