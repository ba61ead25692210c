"""What is known about a published model: who it knows, what it sees, how far to trust it."""

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Self

import numpy as np

from visavis.errors import ModelError
from visavis.scoring.calibration import Calibration
from visavis.scoring.thresholds import TARGET_FPIR, Strangers, Strictness
from visavis.storage import disk

#: Version of card.json; older ones are migrated in `read`, newer ones refused.
VERSION = 1


@dataclass(frozen=True, slots=True)
class Member:
    """A person a model knows: the slug is who they are, the name is what they were called when it was trained."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class InputSpec:
    """What a network sees; a program that prepares another version refuses the model."""

    name: str
    version: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """The content of card.json."""

    id: str
    network: str  #: "embedding" or "cnn64"
    created: str  #: ISO 8601, UTC
    people: tuple[Member, ...]  #: in the order of the network's outputs
    input: InputSpec
    threshold: float  #: least score that gets a name
    margin: float = 0.0  #: least lead over the runner-up, in log-odds of scores
    measured_on: str = ""  #: the test that the threshold comes from, one sentence
    calibration: Calibration = field(default_factory=Calibration)
    files: dict[str, str] = field(default_factory=dict)  #: name to sha256, of every file but the card
    recipe: dict[str, Any] = field(default_factory=dict)
    metrics: dict[str, Any] = field(default_factory=dict)
    data: dict[str, list[str]] = field(default_factory=dict)  #: slug to the hashes of the samples used
    held_out: dict[str, list[str]] = field(default_factory=dict)  #: those of `data` that nothing was learned from
    software: dict[str, str] = field(default_factory=dict)
    network_id: str = ""  #: which published or fine-tuned weights embed faces; empty where trained from scratch
    strangers: Strangers | None = None  #: where strangers lie for the templates; None where there are none
    target_fpir: float = TARGET_FPIR["balanced"]  #: share of strangers that the threshold admits
    thresholds: dict[Strictness, float] = field(default_factory=dict)
    """Where no `strangers` say so: the least score for another share of strangers."""
    notes: tuple[str, ...] = ()
    retired: str | None = None  #: why it may no longer be used

    def __post_init__(self) -> None:
        if not 0 <= self.threshold <= 1:
            raise ValueError(f"threshold must be between 0 and 1, not {self.threshold}")
        if len({person.slug for person in self.people}) < len(self.people):
            raise ValueError("a person is listed twice")

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a card.

        Raises
        ------
        ModelError
            If it is missing, broken, or written by a newer program.
        """
        model = path.parent.name
        try:
            values = json.loads(path.read_text(encoding="utf-8"))
            version = values.pop("version")
            if version > VERSION:
                raise ModelError(
                    "The card of model {model} is of version {version}, newer than this program.",
                    hint="Update Visavis, or use another model: visavis models list.",
                    model=model,
                    version=version,
                )
            values["people"] = tuple(Member(**person) for person in values["people"])
            values["input"] = InputSpec(**values["input"])
            values["calibration"] = Calibration(**values["calibration"])
            values["strangers"] = values["strangers"] and Strangers(**values["strangers"])
            values["notes"] = tuple(values["notes"])
            return cls(**values)
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise ModelError("The card of model {model} is missing or broken.", model=model) from error

    def line(self, people: int, strictness: Strictness = "balanced") -> float:
        """The threshold for a gallery that has `people` now: more people, more strangers who resemble someone."""
        if self.strangers is None or people < 1:
            return self.thresholds.get(strictness, self.threshold)
        return float(self.calibration(np.array(self.strangers.line(people, TARGET_FPIR[strictness]))))

    def write(self, path: Path) -> None:
        """Write card.json, whole or not at all."""
        disk.write_json(path, {"version": VERSION, **asdict(self)})

    def without(self, slug: str) -> Self:
        """The card with no trace of that person but a note that there was one."""
        return replace(
            self,
            people=tuple(person for person in self.people if person.slug != slug),
            data={key: hashes for key, hashes in self.data.items() if key != slug},
            held_out={key: hashes for key, hashes in self.held_out.items() if key != slug},
            metrics={},
            notes=(*self.notes, "A person was forgotten; the figures, which counted them, were removed."),
        )
