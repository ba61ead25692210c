"""The plan of a `cnn64` training: faces, their groups, and how they are split."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.errors import TrainingError
from visavis.messages import Message
from visavis.networks import cnn64_input
from visavis_training.data.duplicates import find_duplicates
from visavis_training.data.faces import Faces, no_face_error
from visavis_training.data.folds import require_folds, split_into_folds
from visavis_training.data.grouping import MIN_GROUPS, Grouping, cut_sittings, group_samples
from visavis_training.data.split import Split, split_pictures
from visavis_training.options import Options
from visavis_training.recipe import Recipe
from visavis_training.sentences import join_names

#: Smallest share of pictures in groups of two or more for which a second training, on a random split, is run.
_MIN_GROUPED_SHARE = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class TrainingPlan:
    """Everything that determines what a training learns."""

    faces: Faces
    grouping: Grouping
    recipe: Recipe
    seed: int
    grouped_split: Split
    """Each group is on one side, so that test pictures are independent."""
    random_split: Split
    """Each picture is split on its own, as in the book. It is `grouped_split` if hardly any pictures are grouped."""
    strangers: NDArray[np.uint8] = field(
        default_factory=lambda: np.zeros((0, cnn64_input.CNN64_SIDE, cnn64_input.CNN64_SIDE, 3), np.uint8)
    )
    """Chips of faces that the user said are nobody enrolled: (n, 64, 64, 3), BGR."""
    folds: tuple[Split, ...] = ()  #: in which figures are measured, too

    @classmethod
    def from_faces(cls, faces: Faces, options: Options, folds: int | None = None) -> "TrainingPlan":
        """Group the faces and split them.

        Parameters
        ----------
        folds : int, optional
            Number of folds in which figures are measured, too.

        Raises
        ------
        TrainingError
            If fewer than two people have enough pictures to be measured.
        """
        if not faces.people and faces.faceless:
            raise no_face_error(len(faces.faceless))
        if len(faces.people) < 2:
            raise too_few_people([person.name for person in faces.people])
        links = find_duplicates(faces.thumbnails)
        grouping = group_samples(faces.people, faces.samples, links)
        grouping = cut_sittings(grouping, faces.people, faces.samples, links)
        labels = faces.labels.tolist()
        grouped = split_pictures(labels, grouping.groups, faces.hashes, options.seed).without_copies(links)
        if len(faces.people) - len(grouped.unmeasured) < 2:
            poor = [faces.people[label].name for label in grouped.unmeasured]
            raise TrainingError(
                "There are too few different pictures of {names}. At least two people need {groups} each.",
                names=join_names(poor),
                groups=MIN_GROUPS,
                hint="Capture them again on another day, or import more pictures.",
            )
        _, counts = np.unique(grouping.groups, return_counts=True)
        differs = grouped.left_out.size > 0 or counts[counts > 1].sum() >= _MIN_GROUPED_SHARE * len(faces)
        random = split_pictures(labels, range(len(faces)), faces.hashes, options.seed) if differs else grouped
        splits: list[Split] = []
        if folds is not None:
            splits = split_into_folds(labels, grouping.groups, folds, options.seed)
            require_folds(splits, [person.name for person in faces.people], folds, least_people=2)
        return cls(
            faces,
            grouping,
            options.cnn64_recipe,
            options.seed,
            grouped,
            random,
            folds=tuple(split.without_copies(links) for split in splits),
        )

    @property
    def split(self) -> Split:
        """The split that the published model is trained and tested on."""
        return self.grouped_split if self.recipe.grouped else self.random_split

    @property
    def other_split(self) -> Split | None:
        """The split that is only compared with; None if both are the same."""
        if self.random_split is self.grouped_split:
            return None
        return self.random_split if self.recipe.grouped else self.grouped_split

    @property
    def untested(self) -> list[int]:
        """Labels of people whom an independent test is impossible for.

        All their pictures were taken in one sitting, and near-duplicates of each test picture are trained on.
        """
        tested = {*self.grouped_split.unmeasured, *self.faces.labels[self.grouped_split.test].tolist()}
        return [label for label in range(len(self.faces.people)) if label not in tested]

    @property
    def fingerprint(self) -> str:
        """A hash of what determines the training. An interrupted training resumes only if it is unchanged."""
        learned = [self.faces.manifest, self.grouping.groups]
        content = [cnn64_input.CNN64_INPUT_VERSION, asdict(self.recipe), self.seed, *learned]
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()

    def to_record(self) -> dict[str, Any]:
        """The fields of the event "start" and of the report."""
        faces, split = self.faces, self.split
        people = {person.slug: person.name for person in faces.people}
        return {
            "network": "cnn64",
            "recipe": self.recipe.name,
            "epochs": self.recipe.epochs,
            "seed": self.seed,
            "people": len(faces.people),
            "samples": len(faces),
            "train": len(split.train),
            "validation": len(split.validation),
            "test": len(split.test),
            "left_out": len(split.left_out),
            "split": "grouped" if self.recipe.grouped else "random",
            "whole": [str(path) for path in faces.whole],
            "faceless": [str(path) for path in faces.faceless],
            "unreadable": list(faces.unreadable),
            "unmeasured": [faces.people[label].name for label in split.unmeasured],
            "untested": [faces.people[label].name for label in self.untested],
            "one_session": [people[slug] for slug in people if slug in self.grouping.one_session],
            "suspects": [[str(one), str(other)] for one, other in self.grouping.cross_person_duplicates],
        }


def too_few_people(names: list[str]) -> TrainingError:
    """The error for no person or only one."""
    hint = Message("Capture someone: visavis enroll NAME --source 0, or visavis import DIR.")
    if not names:
        return TrainingError("There is nobody to learn yet.", hint=hint)
    return TrainingError(
        "cnn64 learns to distinguish people, so it needs at least two. Only {name} is enrolled.",
        hint=hint,
        name=names[0],
    )
