"""The plan of a training on whole pictures: how the pictures are grouped and split."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from visavis.classification.picture_input import PICTURE_INPUT_VERSION
from visavis.errors import TrainingError
from visavis.models.card import PICTURE_NETWORK_PREFIX
from visavis.recognition.report import path_text
from visavis_training.data.duplicates import find_duplicates, merge_groups
from visavis_training.data.grouping import MIN_GROUPS
from visavis_training.data.split import Split, split_pictures
from visavis_training.options import PictureOptions
from visavis_training.recipe import Recipe
from visavis_training.sentences import join_names
from visavis_training.whole_pictures.picture_set import PictureSet

#: Smallest correlation of the thumbnails of near-duplicates. Faces are linked from 0.92 on; drawings of one class are
#: as alike as that: of scikit-learn's 1,797 digits, 0.92 links 369 into one group, 0.96 48 and 0.98 ten.
_MIN_CORRELATION = 0.98
#: Pictures whose files are this much apart, in seconds, belong to different sessions.
_SESSION_GAP_S = 60.0


@dataclass(frozen=True, slots=True, eq=False)
class PicturePlan:
    """Everything that determines what a training on whole pictures learns."""

    pictures: PictureSet
    options: PictureOptions
    recipe: Recipe
    split: Split
    doubled: tuple[tuple[Path, Path], ...]
    """Near-duplicates in two classes: one of the two is probably in the wrong folder."""

    @classmethod
    def from_pictures(cls, pictures: PictureSet, options: PictureOptions) -> "PicturePlan":
        """Group the pictures and split them.

        Raises
        ------
        TrainingError
            If fewer than two classes have enough pictures to be measured.
        """
        recipe, labels = options.training_recipe, pictures.labels.tolist()
        links = find_duplicates(pictures.thumbnails, _MIN_CORRELATION)
        groups = list(range(len(pictures)))
        if recipe.grouped:
            groups = merge_groups(session_groups(labels, pictures.times), links)
        split = split_pictures(labels, groups, pictures.hashes, options.seed)
        if recipe.grouped:
            split = split.without_copies(links)
        if len(pictures.classes) - len(split.unmeasured) < 2:
            raise TrainingError(
                "There are too few different pictures of {names}. At least two classes need {groups} each.",
                names=join_names([pictures.classes[label] for label in split.unmeasured]),
                groups=MIN_GROUPS,
                hint="Add pictures that were taken at other times.",
            )
        if options.batch_size is None:
            recipe = recipe.with_batches_for(len(split.train))
        paths = pictures.paths
        doubled = tuple((paths[one], paths[other]) for one, other in links if labels[one] != labels[other])
        return cls(pictures, options, recipe, split, doubled)

    @property
    def network(self) -> str:
        """The network as the card has it."""
        return f"{PICTURE_NETWORK_PREFIX}{self.options.network}"

    @property
    def fingerprint(self) -> str:
        """A hash of what determines the training. An interrupted training resumes only if it is unchanged."""
        learned = [self.pictures.classes, self.pictures.labels.tolist(), self.pictures.hashes]
        parts = [part.tolist() for part in (self.split.train, self.split.validation)]
        content = [PICTURE_INPUT_VERSION, asdict(self.recipe), self.options.as_dict(), learned, parts]
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()

    def to_record(self) -> dict[str, Any]:
        """The fields of the event "start" and of the report."""
        split, classes = self.split, self.pictures.classes
        return {
            "network": self.network,
            "recipe": self.options.recipe,
            "epochs": self.recipe.epochs,
            "seed": self.options.seed,
            "resize": self.options.resize,
            "side": self.pictures.pictures.shape[1],
            "classes": len(classes),
            "pictures": len(self.pictures),
            "train": len(split.train),
            "validation": len(split.validation),
            "test": len(split.test),
            "left_out": len(split.left_out),
            "split": "grouped" if self.recipe.grouped else "random",
            "passed_over": list(self.pictures.passed_over),
            "unmeasured": [classes[label] for label in split.unmeasured],
            "suspects": [[path_text(one), path_text(other)] for one, other in self.doubled],
        }


def session_groups(labels: Sequence[int], times: Sequence[float]) -> list[int]:
    """A group number for each picture, equal for pictures of one class whose files are of one session.

    A class with fewer than three sessions has a group for each picture: its files were copied at once, and their times
    say nothing.

    Parameters
    ----------
    times : sequence of float
        When each file was last changed, in seconds.
    """
    groups = list(range(len(labels)))
    of_class, changed = np.asarray(labels, np.intp), np.asarray(times, np.float64)
    for label in np.unique(of_class):
        rows = np.flatnonzero(of_class == label)
        ordered = rows[np.argsort(changed[rows], kind="stable")]
        starts = np.diff(changed[ordered]) > _SESSION_GAP_S
        sessions = np.concatenate([[0], np.cumsum(starts)])
        if sessions[-1] + 1 >= MIN_GROUPS:
            for number in np.unique(sessions):
                members = ordered[sessions == number].tolist()
                for row in members:
                    groups[row] = members[0]
    return groups
