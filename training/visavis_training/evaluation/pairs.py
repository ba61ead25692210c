"""LFW's protocol: of two pictures, do they show one person? By the cosine of their embeddings."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.errors import EvaluationError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face, FaceFinder, labeled_face
from visavis.imaging.image import Image
from visavis.messages import Message
from visavis.people.names import comparison_key
from visavis.scoring.confidence import Proportion, round_share
from visavis_training.cnn64.threshold import admissible, highest_refused

#: Shares of different pairs taken for one person at which the share of same ones that are recognized is reported.
FARS = (0.01, 0.001)
#: Side of the square that is taken for the face where none is found, as a share of the picture's shorter side: that of
#: the median box found in LFW's pictures of 250x250.
CENTRAL = 0.45

_HINT = Message(
    "It has LFW's form: folds and pairs in the first line, then NAME N M for one person, NAME N NAME M for two."
)

FaceEmbedder = Callable[[Image, Face], NDArray[np.float32]]
"""A face of a BGR picture to its embedding (128,), unit length."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pictures, and whether they show one person."""

    first: Path
    second: Path
    same: bool
    fold: int


@dataclass(frozen=True, slots=True, eq=False)
class Verification:
    """How well pairs were told apart."""

    network: str
    similarities: NDArray[np.float64]  #: (pairs,) cosines
    same: NDArray[np.bool_]  #: (pairs,)
    folds: NDArray[np.intp]  #: (pairs,) from 0
    detected: Proportion  #: of the pictures

    @property
    def accuracies(self) -> NDArray[np.float64]:
        """(folds,) the share of right answers in each fold, at the threshold that is best on all the others [1]_.

        References
        ----------
        .. [1] Huang, G. B., Ramesh, M., Berg, T. and Learned-Miller, E. (2007). Labeled Faces in the Wild: A database
           for studying face recognition in unconstrained environments. View 2.
        """
        found = []
        for fold in np.unique(self.folds):
            out = self.folds == fold
            line = best_line(self.similarities[~out], self.same[~out])
            found.append(np.mean((self.similarities[out] > line) == self.same[out]))
        return np.array(found)

    @property
    def accuracy(self) -> float:
        """The mean over folds."""
        return float(self.accuracies.mean())

    @property
    def standard_error(self) -> float:
        """Of that mean: the deviation between folds (n - 1), divided by the root of their number."""
        return float(self.accuracies.std(ddof=1) / math.sqrt(len(self.accuracies)))

    def tar_at(self, far: float) -> Proportion:
        """Same pairs recognized, at the lowest threshold that takes at most that share of different ones for one."""
        different = self.similarities[~self.same]
        line = highest_refused(different, admissible(far, len(different)))
        return Proportion(int((self.similarities[self.same] > line).sum()), int(self.same.sum()))

    def as_json(self) -> dict[str, Any]:
        """What `evaluate --pairs --json` prints."""
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


def best_line(similarities: NDArray[np.float64], same: NDArray[np.bool_]) -> float:
    """The similarity above which taking pairs for the same person is right most often.

    It is the middle between two neighboring similarities. Of equally good ones, the lowest.
    """
    from sklearn.metrics import roc_curve

    false_positives, true_positives, thresholds = roc_curve(same, similarities, drop_intermediate=False)
    right = np.rint(true_positives * same.sum() + (1 - false_positives) * (~same).sum())
    best = int(np.flatnonzero(right == right.max())[-1])
    above = min(thresholds[best], similarities.max())  # the first threshold is infinite and takes no pair
    below = thresholds[best + 1] if best + 1 < len(thresholds) else similarities.min() - 1
    return float((above + below) / 2)


def read(path: Path, folder: Path) -> list[Pair]:
    """Read pairs in LFW's form.

    Parameters
    ----------
    path : Path
        The first line has the number of folds (1 if left out) and n. Each fold has n lines of pairs that show one
        person, NAME N M, and n of pairs that do not, NAME N NAME M; tabs between, or white space.
    folder : Path
        Where NAME/NAME_0001.jpg and its like are; other kinds of pictures do, too.

    Raises
    ------
    EvaluationError
        If the file cannot be read, is of another form, or names a picture that is not there.
    """
    try:
        lines = [line for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
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
    people = _People(folder)
    pairs = []
    for index, line in enumerate(lines[1:]):
        fold, place = divmod(index, 2 * each)
        pairs.append(_pair(path, index + 2, line, people, same=place < each, fold=fold))
    return pairs


def verify(
    pairs: Sequence[Pair], network: str, detect: FaceFinder, look: FaceEmbedder, told: Callable[[int, int], None]
) -> Verification:
    """Compare the pictures of each pair. All pairs count: where no face is found, the central square is taken for it.

    Raises
    ------
    PictureError
        If a picture cannot be read.
    """
    paths = sorted({path for pair in pairs for path in (pair.first, pair.second)})
    vectors: dict[Path, NDArray[np.float32]] = {}
    found = 0
    for done, path in enumerate(paths, start=1):
        image = codec.read(path)
        face = labeled_face(detect(image), image.shape[1], image.shape[0])
        found += face is not None
        vectors[path] = look(image, face or central(image))
        told(done, len(paths))
    return Verification(
        network,
        np.array([float(vectors[pair.first] @ vectors[pair.second]) for pair in pairs]),
        np.array([pair.same for pair in pairs], np.bool_),
        np.array([pair.fold for pair in pairs], np.intp),
        Proportion(found, len(paths)),
    )


def central(image: Image) -> Face:
    """The square in the middle of a picture, in place of a face that was not found."""
    height, width = image.shape[:2]
    side = max(round(CENTRAL * min(height, width)), 1)
    return Face(Box((width - side) // 2, (height - side) // 2, side, side))


class _People:
    """Where the pictures of people are."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise EvaluationError("There is no folder {folder}.", hint="Check its name.", folder=folder)
        self._folders = {comparison_key(path.name): path for path in folder.iterdir() if path.is_dir()}
        self._folder = folder

    def picture(self, name: str, number: int) -> Path:
        folder = self._folders.get(comparison_key(name))
        if folder is None:
            raise EvaluationError(
                "{folder} has no folder for {name}.",
                hint="Give LFW's folder with --images.",
                folder=self._folder,
                name=name,
            )
        stem = folder / f"{folder.name}_{number:04}"
        for extension in sorted(codec.EXTENSIONS, key=lambda each: each != ".jpg"):
            if (path := stem.with_name(stem.name + extension)).is_file():
                return path
        raise EvaluationError(
            "There is no picture {stem}.jpg.", hint="The pairs may be of another set of pictures.", stem=stem
        )


def _pair(path: Path, number: int, line: str, people: _People, *, same: bool, fold: int) -> Pair:
    parts = [part.strip() for part in (line.strip().split("\t") if "\t" in line else line.split())]
    pattern = (False, True, True) if same else (False, True, False, True)
    if len(parts) != len(pattern) or not all(
        part.isdecimal() for part, numeric in zip(parts, pattern, strict=True) if numeric
    ):
        expected = "NAME N M" if same else "NAME N NAME M"
        raise EvaluationError(
            "Line {number} of {path} is not {expected}.", hint=_HINT, number=number, path=path, expected=expected
        )
    other = parts[0] if same else parts[2]
    return Pair(people.picture(parts[0], int(parts[1])), people.picture(other, int(parts[-1])), same, fold)
