"""Measuring a model as it ships: people and strangers it has never seen, searched for as the app searches."""

import difflib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from visavis.errors import EvaluationError, PictureError
from visavis.imaging import codec
from visavis.imaging.geometry import labeled_face
from visavis.messages import Message
from visavis.models.card import ModelCard
from visavis.people.names import comparison_key
from visavis.pipeline import Pipeline
from visavis.recognition.report import SearchResult
from visavis_training.evaluation.figures import Figures
from visavis_training.report.report import Report

Told = Callable[[int, int], None]
"""Hears how many pictures are done, of how many."""


@dataclass(frozen=True, slots=True)
class Probes:
    """Pictures to search for."""

    people: tuple[tuple[str, Path], ...]  #: the person, as the gallery calls them, and the picture
    strangers: tuple[Path, ...]


def probes(folder: Path, strangers: Path | None, gallery: Sequence[str]) -> Probes:
    """Find the pictures: a folder a person in `folder`; in `strangers`, all there are, in folders or not.

    Raises
    ------
    EvaluationError
        If a folder is missing or has no pictures, or belongs to someone who is not in the gallery.
    """
    enrolled = {comparison_key(name): name for name in gallery}
    pictures = [(each, codec.pictures_in(each)) for each in _folders(folder)]
    found = [(_enrolled(each.name, enrolled), path) for each, paths in pictures for path in paths]
    if not found:
        hint = Message("It takes a folder a person, called as they are: DIR/NAME/.")
        raise EvaluationError("{folder} has no folders with pictures.", hint=hint, folder=folder)
    if strangers is None:
        return Probes(tuple(found), ())
    if not strangers.is_dir():
        raise EvaluationError("There is no folder {folder}.", hint="Check its name.", folder=strangers)
    unknown = sorted(_nested(strangers))
    if not unknown:
        raise EvaluationError(
            "{folder} has no pictures.", hint="Pictures can be JPEG, PNG, WebP or BMP.", folder=strangers
        )
    return Probes(tuple(found), tuple(unknown))


def evaluate(pipeline: Pipeline, card: ModelCard, folder: Path, strangers: Path | None, told: Told) -> Report:
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
    if not recognizer.has_network:
        raise EvaluationError("No model is in use.", hint="Train one with visavis train, or name one with --model.")
    if not recognizer.names:
        raise EvaluationError("The model knows nobody any more.", hint="Enroll someone, then train: visavis train.")
    searched = probes(folder, strangers, recognizer.names)
    unreadable: list[str] = []
    total = len(searched.people) + len(searched.strangers)

    def searches(pictures: Iterable[tuple[str | None, Path]], done: int) -> Iterator[SearchResult]:
        for number, (truth, path) in enumerate(pictures, start=done + 1):
            try:
                yield _search(pipeline, truth, path)
            except PictureError as error:
                unreadable.append(str(error))
            told(number, total)

    people = tuple(searches(searched.people, 0))
    unknown = tuple(searches(((None, path) for path in searched.strangers), len(searched.people)))
    if not people:
        raise EvaluationError(
            "No picture in {folder} can be read.", hint="Pictures can be JPEG, PNG, WebP or BMP.", folder=folder
        )
    if strangers and searched.strangers and not unknown:
        raise EvaluationError(
            "No picture in {folder} can be read.",
            hint="Pictures can be JPEG, PNG, WebP or BMP.",
            folder=strangers,
        )
    return Report(
        kind="evaluation",
        model=card.id,
        network=card.network,
        gallery=len(recognizer.names),
        threshold=recognizer.decision.threshold,
        figures=Figures(people, unknown),
        notes=[f"{sentence} Skipped." for sentence in unreadable],
    )


def _search(pipeline: Pipeline, truth: str | None, path: Path) -> SearchResult:
    """The answer for the face that is meant.

    Who it is most like, and how sure that is, do not depend on others in the picture; whether it gets the name does, as
    in the app: a name is given once.

    Raises
    ------
    PictureError
        If the picture cannot be read.
    """
    image = codec.read(path)
    faces = pipeline.detect(image)
    face = labeled_face(faces, image.shape[1], image.shape[0])
    if face is None:
        return SearchResult(truth, None, path)
    match = pipeline.recognize(image, [face])[0]
    if len(faces) > 1:
        among = pipeline.recognize(image, faces)
        shipped = next(each for other, each in zip(faces, among, strict=True) if other is face)
        match = replace(match, name=shipped.name, doubt=shipped.doubt)
    return SearchResult(truth, match, path, face.box)


def _nested(folder: Path) -> Iterator[Path]:
    """All pictures in a folder and the folders inside, links to folders followed once, hidden ones left alone."""
    seen: set[str] = set()
    for inside, below, files in os.walk(folder, followlinks=True):
        below[:] = [name for name in below if not name.startswith(".")]
        real = os.path.realpath(inside)
        if real in seen:
            below.clear()
            continue
        seen.add(real)
        yield from (path for name in files if codec.is_picture(path := Path(inside, name)) and path.is_file())


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise EvaluationError("There is no folder {folder}.", hint="Check its name.", folder=folder)
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


def _enrolled(name: str, gallery: Mapping[str, str]) -> str:
    """Who in the gallery is called that."""
    if comparison_key(name) in gallery:
        return gallery[comparison_key(name)]
    near = [gallery[key] for key in difflib.get_close_matches(comparison_key(name), gallery)]
    hint = (
        Message("Did you mean {names}?", names=" or ".join(near))
        if near
        else Message("Folders must be called as the people of the model are.")
    )
    raise EvaluationError("The model does not know {name}.", hint=hint, name=name)
