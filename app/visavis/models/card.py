"""The card of a published model: its people, input, thresholds, metrics and data."""

import logging
import re
from collections.abc import Collection
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Required, Self, TypedDict

from visavis.errors import DamagedFileError, FileError, ModelError, NewerFileError
from visavis.messages import Message, verbatim
from visavis.models.change import FORGOTTEN, OUTDATED
from visavis.scoring.calibration import Calibration
from visavis.scoring.log_odds import shift
from visavis.scoring.own_searches import OwnSearches
from visavis.scoring.stranger_rates import StrangerRate, StrangerRates
from visavis.scoring.thresholds import TARGET_FPIR, Strangers, Strictness
from visavis.storage import disk, reader
from visavis.storage.reader import JsonFormat

#: The network that embeds faces, in models that were fine-tuned on their people.
TRUNK_FILE = "trunk.keras"
#: How the network of a model of whole pictures is called on its card: this, then its architecture.
PICTURE_NETWORK_PREFIX = "whole-"
#: Key of a class in the hashes of a card: this, then the folder name that a person of that name would have.
CLASS_KEY_PREFIX = "class:"
#: What the name of a file of a model may be: inside the model's folder, or in one folder there.
_FILE_NAME = re.compile(r"[\w.-]+(/[\w.-]+)?")

#: What the ID of a network may be: its embeddings lie in a folder of that name.
_NETWORK_ID = re.compile(r"([0-9A-Za-z][0-9A-Za-z_-]*(\.[0-9A-Za-z_-]+)*)?")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Member:
    """A person whom a model knows, by slug; the name is the one at the time of the training."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class InputSpec:
    """The input of a network. A program that prepares another version refuses the model."""

    name: str
    version: int
    size: int


class _PersonFigures(TypedDict, total=False):
    probes: int
    fnir: float | None


class _CardRecord(TypedDict, total=False):
    id: Required[str]
    network: Required[str]
    created: Required[str]
    people: Required[list[Member]]
    input: Required[InputSpec]
    threshold: Required[float]
    margin: float
    measured_on: str
    calibration: Required[Calibration]
    files: dict[str, str]
    superseded: dict[str, str]
    recipe: dict[str, Any]
    metrics: dict[str, Any]
    data: dict[str, list[str]]
    held_out: dict[str, list[str]]
    software: dict[str, str]
    network_id: str
    strangers: Required[Strangers | None]
    own_searches: OwnSearches | None
    target_fpir: float
    thresholds: dict[Strictness, float]
    notes: Required[list[str]]
    retired: str | None
    classes: list[str]


_FORMAT = JsonFormat(_CardRecord, version=1, hint=ModelError.hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """The content of card.json."""

    id: str
    network: str  #: "embedding" or "cnn64"; of whole pictures "whole-cnn64", "whole-cnn128" or "whole-transfer"
    created: str  #: ISO 8601, UTC
    people: tuple[Member, ...]  #: in the order of the network's outputs
    input: InputSpec
    threshold: float  #: minimum score of a match
    margin: float = 0.0  #: minimum lead over the runner-up, in log-odds of scores
    measured_on: str = ""  #: the test in which the threshold was measured, one sentence
    calibration: Calibration = field(default_factory=Calibration)
    files: dict[str, str] = field(default_factory=dict)  #: file name to sha256, without the card
    superseded: dict[str, str] = field(default_factory=dict)
    """The sha256 that files of `files` had before, while they are being replaced; such a file is as good."""
    recipe: dict[str, Any] = field(default_factory=dict)
    metrics: dict[str, Any] = field(default_factory=dict)
    data: dict[str, list[str]] = field(default_factory=dict)  #: slug to the hashes of the samples used
    held_out: dict[str, list[str]] = field(default_factory=dict)  #: the part of `data` that was not trained on
    software: dict[str, str] = field(default_factory=dict)
    network_id: str = ""  #: the weights that embed faces; empty if trained from scratch
    strangers: Strangers | None = None  #: the distribution of impostor similarities; None without templates
    own_searches: OwnSearches | None = None  #: of its people as strangers; None without any
    target_fpir: float = TARGET_FPIR["balanced"]  #: FPIR at the threshold
    thresholds: dict[Strictness, float] = field(default_factory=dict)
    """Without `strangers`: the minimum score by strictness."""
    notes: tuple[str, ...] = ()
    retired: str | None = None  #: why the model can no longer be used
    classes: tuple[str, ...] = ()
    """Of a model of whole pictures, what they show, in the order of the network's outputs; it has no people then."""

    def __post_init__(self) -> None:
        if not 0 <= self.threshold <= 1:
            raise ValueError(f"threshold must be between 0 and 1, not {self.threshold}")
        if len({person.slug for person in self.people}) < len(self.people):
            raise ValueError("a person is listed twice")
        if len(set(self.classes)) < len(self.classes) or (self.classes and self.people):
            raise ValueError("its classes are listed twice, or it has people, too")
        if self.strangers is not None and self.strangers.deviation <= 0:
            raise ValueError("the strangers' deviation must be above 0")
        if self.calibration.slope == 0 or not 0 < self.target_fpir < 1 or self.input.size < 1:
            raise ValueError("a figure is out of range")

    @classmethod
    def load(cls, path: Path) -> Self:
        """Load a card.

        Raises
        ------
        ModelError
            If it is missing, broken, or of a newer version.
        """
        model = path.parent.name
        try:
            return reader.read_json(path, _FORMAT, lambda record: cls._from_record(record, model))
        except NewerFileError as error:
            raise ModelError(
                "The card of model {model} is of a version newer than this program.",
                hint="Update Visavis, or use another model: visavis models list.",
                model=model,
            ) from error
        except FileError as error:
            if not isinstance(error, DamagedFileError):
                raise ModelError(error.message, hint=error.hint) from error
            _log.info("A card cannot be read: %s", error)
            raise ModelError("The card of model {model} is missing or broken.", model=model) from error
        except OSError as error:
            _log.info("A card cannot be read: %s", error)
            raise ModelError("The card of model {model} is missing or broken.", model=model) from error

    @classmethod
    def _from_record(cls, record: "_CardRecord", model: str) -> Self:
        if record["id"] != model:
            raise ValueError(f"it is the card of {record['id']!r}")
        values: dict[str, Any] = {**record, "people": tuple(record["people"]), "notes": tuple(record["notes"])}
        values["classes"] = tuple(record.get("classes", ()))
        reader.check(record.get("metrics", {}).get("per_person", {}), dict[str, _PersonFigures])
        if not all(_FILE_NAME.fullmatch(name) and ".." not in name for name in record.get("files", {})):
            raise ValueError("a file of it lies elsewhere")
        if not _NETWORK_ID.fullmatch(record.get("network_id", "")):
            raise ValueError("its network has no name of a folder")
        return cls(**values)

    @property
    def is_of_pictures(self) -> bool:
        """Whether it classifies whole pictures. Such a model is never used for faces."""
        return self.network.startswith(PICTURE_NETWORK_PREFIX)

    def require_faces(self) -> None:
        """Check that the model is one of faces.

        Raises
        ------
        ModelError
            If it classifies whole pictures.
        """
        if self.is_of_pictures:
            raise ModelError(
                "Model {model} classifies whole pictures and knows no faces.",
                hint="To use it: visavis classify PATH... --model ID.",
                model=self.id,
            )

    @property
    def is_fine_tuned(self) -> bool:
        """Whether the model has a network of its own that embeds faces, fine-tuned on its people."""
        return TRUNK_FILE in self.files

    @property
    def retirement(self) -> Message:
        """Why it may no longer be used; empty if it may."""
        reasons = {str(reason): reason for reason in (FORGOTTEN, OUTDATED)}
        return reasons.get(self.retired or "", verbatim(self.retired or ""))

    def threshold_for(self, people: int, strictness: Strictness = "balanced") -> float:
        """The threshold for a gallery of `people`: the more people, the more likely a stranger resembles one."""
        if self.strangers is None or people < 1:
            return self.thresholds.get(strictness, self.threshold)
        return self.stranger_rates.threshold(people, TARGET_FPIR[strictness])

    @property
    def stranger_rates(self) -> StrangerRates:
        """The share of strangers who are named at each threshold."""
        return StrangerRates(self.calibration, self.strangers, self.own_searches)

    def stranger_rate(self, people: int, strictness: Strictness = "balanced", offset: float = 0.0) -> StrangerRate:
        """The share of strangers who are named in a gallery of `people`.

        Parameters
        ----------
        offset : float
            By how much the threshold is above that of `strictness`, in log-odds.
        """
        return self.stranger_rates.at(people, shift(self.threshold_for(people, strictness), offset))

    def save(self, path: Path) -> None:
        """Write the card, whole or not at all."""
        values = asdict(self)
        if self.own_searches is None:  # as in cards written before there were any
            del values["own_searches"]
        if not self.superseded:
            del values["superseded"]
        if not self.classes:
            del values["classes"]
        disk.write_json(path, {"version": _FORMAT.version, **values})

    def without(self, slugs: Collection[str]) -> Self:
        """The card without people who were forgotten, and with a note about it."""
        return replace(
            self,
            people=tuple(person for person in self.people if person.slug not in slugs),
            classes=() if slugs else self.classes,  # one may be named after the person; the model is retired
            data={key: hashes for key, hashes in self.data.items() if key not in slugs},
            held_out={key: hashes for key, hashes in self.held_out.items() if key not in slugs},
            metrics={},
            own_searches=None,
            notes=(*self.notes, "A person was forgotten; the figures, which counted them, were removed."),
        )
