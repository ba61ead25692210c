"""Measures a model as it ships, on new pictures of its people and of strangers, searched for as in the app."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from visavis.errors import EvaluationError, PictureError
from visavis.faces import observation
from visavis.faces.observation import FaceObservation
from visavis.imaging import codec, listing, media
from visavis.imaging.geometry import Box, labeled_face
from visavis.imaging.image import Image
from visavis.imaging.listing import OtherFile
from visavis.imaging.low_light import enhance
from visavis.messages import Message
from visavis.models.card import ModelCard
from visavis.people.names import comparison_key
from visavis.pipeline import Pipeline
from visavis.recognition.report import SearchResult
from visavis.scoring.stranger_rates import StrangerRate
from visavis.storage import disk
from visavis_training.callbacks import CountCallback
from visavis_training.evaluation.picture_kinds import KINDS
from visavis_training.metrics.condition import Condition
from visavis_training.metrics.search_metrics import SearchMetrics
from visavis_training.report.report import Report

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ProbeSet:
    """Pictures to search for."""

    people: tuple[tuple[str, Path], ...]  #: the person's name in the gallery, and the picture
    strangers: tuple[Path, ...]
    others: tuple[OtherFile, ...] = ()
    """What lies among them and is no picture."""


def find_probes(folder: Path, strangers: Path | None, gallery: Sequence[str]) -> ProbeSet:
    """Find the pictures: one subfolder per person in `folder`, and all pictures below `strangers`.

    Raises
    ------
    EvaluationError
        If a folder is missing or has no pictures, or a subfolder's person is not in the gallery.
    """
    enrolled = {comparison_key(name): name for name in gallery}
    listings = [(each, _read(listing.pictures_in, each)) for each in _folders(folder)]
    found = [(_enrolled_name(each.name, enrolled), path) for each, listed in listings for path in listed.pictures]
    others = tuple(other for _, listed in listings for other in listed.others)
    if not found:
        hint = Message("It takes a folder a person, called as they are: DIR/NAME/.")
        raise EvaluationError("{folder} has no folders with pictures.", hint=hint, folder=folder)
    if strangers is None:
        return ProbeSet(tuple(found), (), others)
    if not strangers.is_dir():
        raise EvaluationError("There is no folder {folder}.", hint="Check its name.", folder=strangers)
    listed = _read(listing.pictures_below, strangers)
    if not listed.pictures:
        raise EvaluationError("{folder} has no pictures.", hint=media.PICTURE_HINT, folder=strangers)
    return ProbeSet(tuple(found), listed.pictures, (*others, *listed.others))


@dataclass(frozen=True, slots=True)
class NamingTarget:
    """What was asked of the threshold."""

    fpir: float  #: the largest share of strangers who may be named
    expected: StrangerRate  #: the share that the model promises


def evaluate(
    pipeline: Pipeline,
    card: ModelCard,
    folder: Path,
    strangers: Path | None,
    on_progress: CountCallback,
    *,
    target: NamingTarget,
    altered: bool = False,
) -> Report:
    """Search for every picture as the app would. Unreadable pictures are skipped.

    Parameters
    ----------
    pipeline : Pipeline
        With the model of `card`.
    target : NamingTarget
        What was asked, for the report.
    altered : bool
        Search for altered copies of each picture, too (`picture_kinds`). It takes five times as long.

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
    probes = find_probes(folder, strangers, recognizer.names)
    notes = [f"{other.problem} It is passed over." for other in probes.others]
    pictures = [*probes.people, *((None, path) for path in probes.strangers)]
    searched: list[_SearchedPicture] = []
    for number, (truth, path) in enumerate(pictures, start=1):
        try:
            searched.append(_search_picture(pipeline, truth, path, altered=altered))
        except PictureError as error:
            notes.append(f"{error} Skipped.")
        on_progress(number, len(pictures))
    metrics = _metrics([each.result for each in searched])
    if not metrics.probes:
        raise EvaluationError("No picture in {folder} can be read.", hint=media.PICTURE_HINT, folder=folder)
    if strangers and probes.strangers and not metrics.impostors:
        raise EvaluationError(
            "No picture in {folder} can be read.",
            hint=media.PICTURE_HINT,
            folder=strangers,
        )
    return Report(
        kind="evaluation",
        model=card.id,
        network=card.network,
        gallery=len(recognizer.names),
        threshold=recognizer.decision.threshold,
        metrics=metrics,
        asked=target.fpir,
        expected=str(target.expected.description),
        kinds=_by_kind(searched, metrics) if altered else (),
        groups=_by_group(searched),
        notes=notes,
    )


@dataclass(frozen=True, slots=True)
class _SearchedPicture:
    """The searches for one picture and for its altered copies."""

    result: SearchResult
    observation: FaceObservation | None  #: None if no face was found
    altered: Mapping[str, SearchResult] = field(default_factory=dict)  #: by kind


def _search_picture(pipeline: Pipeline, truth: str | None, path: Path, *, altered: bool) -> _SearchedPicture:
    """Search for a picture and, if wanted, for its altered copies.

    Raises
    ------
    PictureError
        If the picture cannot be read.
    """
    image = codec.read(path)
    result, observed = _search(pipeline, truth, path, image)
    if not altered:
        return _SearchedPicture(result, observed)
    face = result.box or Box(0, 0, image.shape[1], image.shape[0])
    copies = {kind: _search(pipeline, truth, path, alter(image, face))[0] for kind, alter in KINDS.items()}
    return _SearchedPicture(result, observed, copies)


def _search(
    pipeline: Pipeline, truth: str | None, path: Path, image: Image
) -> tuple[SearchResult, FaceObservation | None]:
    """The answer for the intended face, and what is measured on it.

    Its best candidate and score are independent of other faces in the picture. Its name is not: as in the app, only one
    face gets a name.
    """
    enhanced = enhance(image)
    faces = pipeline.detect(enhanced)
    face = labeled_face(faces, image.shape[1], image.shape[0])
    if face is None:
        return SearchResult(truth, None, path), None
    match = pipeline.recognize(enhanced, [face])[0]
    if len(faces) > 1:
        matches = pipeline.recognize(enhanced, faces)
        shipped = next(each for other, each in zip(faces, matches, strict=True) if other is face)
        match = replace(match, name=shipped.name, doubt=shipped.doubt)
    return SearchResult(truth, match, path, face.box), observation.measure(image, face)


def _by_kind(searched: Sequence[_SearchedPicture], metrics: SearchMetrics) -> list[Condition]:
    """The figures of the pictures as they are, and of each kind of altered ones."""
    kinds = {kind: _metrics([each.altered[kind] for each in searched]) for kind in KINDS}
    return [Condition.from_metrics(kind, of_kind) for kind, of_kind in {"as they are": metrics, **kinds}.items()]


#: Groups of faces that are hard to recognize: those that do not count fully among other observations of a face.
_GROUPS: Mapping[str, Callable[[FaceObservation], bool]] = {
    "small faces": lambda face: face.eye_distance < observation.GOOD_EYE_DISTANCE,
    "dark faces": lambda face: face.brightness < observation.GOOD_MIN_BRIGHTNESS,
    "turned faces": lambda face: face.yaw > observation.GOOD_YAW,
    "blurred faces": lambda face: face.sharpness < observation.GOOD_SHARPNESS,
}


def _by_group(searched: Sequence[_SearchedPicture]) -> list[Condition]:
    """The figures of each group of hard faces, the groups with the largest share of missed people first."""
    groups = []
    for name, belongs in _GROUPS.items():
        inside = [each.result for each in searched if each.observation is not None and belongs(each.observation)]
        if inside:
            groups.append(Condition.from_metrics(name, _metrics(inside)))
    return sorted(groups, key=lambda group: -(group.fnir.share or 0.0))


def _metrics(results: Sequence[SearchResult]) -> SearchMetrics:
    return SearchMetrics(
        [result for result in results if result.truth is not None],
        [result for result in results if result.truth is None],
    )


def _read(find: Callable[[Path], T], folder: Path) -> T:
    """What `find` finds in a folder.

    Raises
    ------
    EvaluationError
        If the folder cannot be read.
    """
    try:
        return find(folder)
    except OSError as error:
        reason = disk.reason(error)
        raise EvaluationError("{folder} cannot be read: {reason}.", folder=folder, reason=reason) from error


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise EvaluationError("There is no folder {folder}.", hint="Check its name.", folder=folder)
    return _read(listing.subfolders, folder)


def _enrolled_name(name: str, gallery: Mapping[str, str]) -> str:
    """The name of this person in the gallery."""
    if comparison_key(name) in gallery:
        return gallery[comparison_key(name)]
    near = [gallery[key] for key in difflib.get_close_matches(comparison_key(name), gallery)]
    hint = (
        Message("Did you mean {names}?", names=" or ".join(near))
        if near
        else Message("Folders must be called as the people of the model are.")
    )
    raise EvaluationError("The model does not know {name}.", hint=hint, name=name)
