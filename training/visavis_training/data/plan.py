"""What is learned from what: faces, which of them belong together, and how they are split."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from visavis.errors import TrainingError
from visavis.messages import Message
from visavis.networks import cnn64_input
from visavis_training.cnn64.recipe import Recipe
from visavis_training.data.duplicates import pairs
from visavis_training.data.faces import Faces
from visavis_training.data.grouping import LEAST_GROUPS, Grouping, grouping
from visavis_training.data.split import Split, split
from visavis_training.options import Options
from visavis_training.report.sentences import listed

#: Least share of pictures that belong to others, for a random split to be worth a training of its own.
_WORTHWHILE = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class TrainingPlan:
    """Everything that decides what a training learns."""

    faces: Faces
    grouping: Grouping
    recipe: Recipe
    seed: int
    grouped: Split
    """What belongs together is on one side: honest."""
    random: Split
    """Each picture for itself, as at the source; the grouped one where hardly any belong together."""

    @classmethod
    def of(cls, faces: Faces, options: Options) -> "TrainingPlan":
        """Group the faces and split them.

        Raises
        ------
        TrainingError
            If there are not two people who can be told apart and measured.
        """
        if len(faces.people) < 2:
            raise too_few([person.name for person in faces.people])
        together = grouping(faces.people, faces.samples, pairs(faces.looks))
        labels = faces.labels.tolist()
        grouped = split(labels, together.groups, faces.hashes, options.seed)
        if len(faces.people) - len(grouped.unmeasured) < 2:
            poor = [faces.people[label].name for label in grouped.unmeasured]
            raise TrainingError(
                "There are too few different pictures of {names}. At least two people need {groups} each.",
                hint="Capture them again on another day, or import more pictures.",
                names=listed(poor),
                groups=LEAST_GROUPS,
            )
        _, counts = np.unique(together.groups, return_counts=True)
        worthwhile = counts[counts > 1].sum() >= _WORTHWHILE * len(faces)
        random = split(labels, range(len(faces)), faces.hashes, options.seed) if worthwhile else grouped
        return cls(faces, together, options.fitting, options.seed, grouped, random)

    @property
    def used(self) -> Split:
        """What the published model learns from."""
        return self.grouped if self.recipe.grouped else self.random

    @property
    def other(self) -> Split | None:
        """The other split, if it is another."""
        if self.random is self.grouped:
            return None
        return self.random if self.recipe.grouped else self.grouped

    @property
    def fingerprint(self) -> str:
        """Changes with anything that would make an interrupted training another one."""
        learned = [self.faces.manifest, self.grouping.groups]
        content = [cnn64_input.CNN64_INPUT_VERSION, asdict(self.recipe), self.seed, *learned]
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()

    def described(self) -> dict[str, Any]:
        """The plan as the event "start" and the report have it."""
        faces, used = self.faces, self.used
        people = {person.slug: person.name for person in faces.people}
        return {
            "network": "cnn64",
            "recipe": self.recipe.name,
            "epochs": self.recipe.epochs,
            "seed": self.seed,
            "people": len(faces.people),
            "samples": len(faces),
            "train": len(used.train),
            "validation": len(used.validation),
            "test": len(used.test),
            "whole": [str(path) for path in faces.whole],
            "unreadable": list(faces.unreadable),
            "unmeasured": [faces.people[label].name for label in used.unmeasured],
            "one_session": [people[slug] for slug in people if slug in self.grouping.one_session],
            "suspects": [[str(one), str(other)] for one, other in self.grouping.doubled],
        }


def too_few(names: list[str]) -> TrainingError:
    """The sentence for nobody, or for one person alone."""
    hint = Message("Capture someone: visavis enroll NAME --source 0, or visavis import DIR.")
    if not names:
        return TrainingError("There is nobody to learn yet.", hint=hint)
    return TrainingError(
        "cnn64 learns to distinguish people, so it needs at least two. Only {name} is enrolled.",
        hint=hint,
        name=names[0],
    )
