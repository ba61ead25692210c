"""LFW's verification protocol: whether two pictures show the same person, by the cosine of their embeddings."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.errors import EvaluationError, FileError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face, FaceFinder, labeled_face
from visavis.imaging.image import Image
from visavis.imaging.media import MediaType
from visavis.messages import Message
from visavis.people.names import comparison_key
from visavis.scoring.confidence import Proportion, round_share
from visavis.storage import reader
from visavis.storage.whole_number import parse_whole_number
from visavis_training.callbacks import CountCallback
from visavis_training.metrics.impostor_limit import admission_limit, highest_rejected

#: False accept rates at which the true accept rate is reported.
FARS = (0.01, 0.001)
#: Side of the central square used where no face is detected, as a share of the picture's shorter side. It is the median
#: box in LFW's pictures of 250x250.
CENTRAL = 0.45

_HINT = Message(
    "It has LFW's form: folds and pairs in the first line, then NAME N M for one person, NAME N NAME M for two."
)

FaceEmbedder = Callable[[Image, Face], NDArray[np.float32]]
"""From a face of a BGR picture to its embedding (128,) of unit length."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pictures, and whether they show the same person."""

    first: Path
    second: Path
    same: bool
    fold: int


@dataclass(frozen=True, slots=True, eq=False)
class Verification:
    """The similarities of all pairs, and their metrics."""

    network: str
    similarities: NDArray[np.float64]  #: (pairs,) cosines
    same: NDArray[np.bool_]  #: (pairs,)
    folds: NDArray[np.intp]  #: (pairs,) from 0
    detected: Proportion  #: of the pictures

    @property
    def accuracies(self) -> NDArray[np.float64]:
        """(folds,) the accuracy on each fold, at the threshold that is best on all other folds [1]_.

        References
        ----------
        .. [1] Huang, G. B., Ramesh, M., Berg, T. and Learned-Miller, E. (2007). Labeled Faces in the Wild: A database
           for studying face recognition in unconstrained environments. View 2.
        """
        accuracies = []
        for fold in np.unique(self.folds):
            out = self.folds == fold
            threshold = best_threshold(self.similarities[~out], self.same[~out])
            accuracies.append(np.mean((self.similarities[out] > threshold) == self.same[out]))
        return np.array(accuracies)

    @property
    def accuracy(self) -> float:
        """The mean over folds."""
        return float(self.accuracies.mean())

    @property
    def standard_error(self) -> float:
        """The standard error of that mean: the sample deviation of folds (n - 1), over the root of their number."""
        return float(self.accuracies.std(ddof=1) / math.sqrt(len(self.accuracies)))

    def tar_at(self, far: float) -> Proportion:
        """The true accept rate at the lowest threshold that accepts at most that share of different pairs."""
        different = self.similarities[~self.same]
        rejected = highest_rejected(different, admission_limit(far, len(different)))
        return Proportion(int((self.similarities[self.same] > rejected).sum()), int(self.same.sum()))

    def as_json(self) -> dict[str, Any]:
        """The output of `evaluate --pairs --json`."""
        return {
            "network": self.network,
            "pairs": len(self.same),
            "same": int(self.same.sum()),
            "different": int((~self.same).sum()),
            "folds": len(self.accuracies),
            "detected": round_share(self.detected.share),
            "accuracy": round_share(self.accuracy),
            "standard_error": round_share(self.standard_error),
            "tar_at_far": {str(far): round_share(self.tar_at(far).share) for far in FARS},
            "confidence_95": {
                "detected": self.detected.ends,
                "tar_at_far": {str(far): self.tar_at(far).ends for far in FARS},
            },
        }


def best_threshold(similarities: NDArray[np.float64], same: NDArray[np.bool_]) -> float:
    """The threshold with the highest accuracy; the lowest of equally good ones.

    It lies halfway between two neighboring similarities. Both kinds of pairs must be present.
    """
    from sklearn.metrics import roc_curve

    false_positives, true_positives, thresholds = roc_curve(same, similarities, drop_intermediate=False)
    right = np.rint(true_positives * same.sum() + (1 - false_positives) * (~same).sum())
    best = int(np.flatnonzero(right == right.max())[-1])
    above = min(thresholds[best], similarities.max())  # the first threshold is infinite
    below = thresholds[best + 1] if best + 1 < len(thresholds) else similarities.min() - 1
    return float((above + below) / 2)


def read_pairs(path: Path, folder: Path) -> list[Pair]:
    """Read a list of pairs in LFW's format.

    Parameters
    ----------
    path : Path
        The first line has the number of folds (1 if left out) and n. Each fold has n lines of same pairs, NAME N M, and
        n lines of different pairs, NAME N NAME M, separated by tabs or white space.
    folder : Path
        The folder of NAME/NAME_0001.jpg. Other picture formats work, too.

    Raises
    ------
    EvaluationError
        If the file cannot be read or has another format, or a picture is missing.
    """
    try:
        lines = [line for line in reader.read_text(path, _HINT, reader.MAX_BYTES).splitlines() if line.strip()]
    except (OSError, FileError) as error:
        raise EvaluationError("{path} cannot be read as text.", hint=_HINT, path=path) from error
    header = lines[0].split() if lines else []
    if not 1 <= len(header) <= 2 or not all(re.fullmatch(r"[1-9][0-9]{0,6}", each) for each in header):
        raise EvaluationError("{path} does not begin with the numbers of folds and pairs.", hint=_HINT, path=path)
    folds, each = (int(value) for value in (["1", *header] if len(header) == 1 else header))
    if folds < 2:
        hint = Message("The threshold for a fold is chosen on the others.")
        raise EvaluationError("{path} has one fold; it takes two.", hint=hint, path=path)
    if len(lines) - 1 != folds * 2 * each:
        expected = f"{folds} folds of {each} and {each} pairs are {folds * 2 * each} lines, not {len(lines) - 1}"
        raise EvaluationError("{path} is not whole: {expected}.", hint=_HINT, path=path, expected=expected)
    pictures = _PictureFolders(folder)
    pairs = []
    for index, line in enumerate(lines[1:]):
        fold, place = divmod(index, 2 * each)
        pairs.append(_parse_pair(path, index + 2, line, pictures, same=place < each, fold=fold))
    return pairs


def verify(
    pairs: Sequence[Pair], network: str, detect: FaceFinder, embed: FaceEmbedder, on_progress: CountCallback
) -> Verification:
    """Compare the pictures of each pair. All pairs count: without a detected face, the central square is used.

    Raises
    ------
    PictureError
        If a picture cannot be read.
    """
    paths = sorted({path for pair in pairs for path in (pair.first, pair.second)})
    vectors: dict[Path, NDArray[np.float32]] = {}
    detected = 0
    for done, path in enumerate(paths, start=1):
        image = codec.read(path)
        face = labeled_face(detect(image), image.shape[1], image.shape[0])
        detected += face is not None
        vectors[path] = embed(image, face or central_face(image))
        on_progress(done, len(paths))
    return Verification(
        network,
        np.array([float(vectors[pair.first] @ vectors[pair.second]) for pair in pairs]),
        np.array([pair.same for pair in pairs], np.bool_),
        np.array([pair.fold for pair in pairs], np.intp),
        Proportion(detected, len(paths)),
    )


def central_face(image: Image) -> Face:
    """The central square of a picture, for pictures without a detected face."""
    height, width = image.shape[:2]
    side = max(round(CENTRAL * min(height, width)), 1)
    return Face(Box((width - side) // 2, (height - side) // 2, side, side))


class _PictureFolders:
    """Finds pictures by a person's name and a number."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise EvaluationError("There is no folder {folder}.", hint="Check its name.", folder=folder)
        self._folders = {comparison_key(path.name): path for path in folder.iterdir() if path.is_dir()}
        self._folder = folder

    def path(self, name: str, number: int) -> Path:
        folder = self._folders.get(comparison_key(name))
        if folder is None:
            raise EvaluationError(
                "{folder} has no folder for {name}.",
                hint="Give LFW's folder with --images.",
                folder=self._folder,
                name=name,
            )
        stem = folder / f"{folder.name}_{number:04}"
        for kind in MediaType:
            for extension in kind.extensions if kind.is_picture else ():
                if (path := stem.with_name(stem.name + extension)).is_file():
                    return path
        raise EvaluationError(
            "There is no picture {stem}.jpg.", hint="The pairs may be of another set of pictures.", stem=stem
        )


def _parse_pair(path: Path, number: int, line: str, pictures: _PictureFolders, *, same: bool, fold: int) -> Pair:
    parts = [part.strip() for part in (line.strip().split("\t") if "\t" in line else line.split())]
    pattern = (False, True, True) if same else (False, True, False, True)
    numbers = [parse_whole_number(part) for part, numeric in zip(parts, pattern, strict=False) if numeric]
    if len(parts) != len(pattern) or None in numbers:
        expected = "NAME N M" if same else "NAME N NAME M"
        raise EvaluationError(
            "Line {number} of {path} is not {expected}.", hint=_HINT, number=number, path=path, expected=expected
        )
    other = parts[0] if same else parts[2]
    return Pair(pictures.path(parts[0], int(parts[1])), pictures.path(other, int(parts[-1])), same, fold)
