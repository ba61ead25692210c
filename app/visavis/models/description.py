"""What the report of a model's training says about its network: the layers, and how it learned."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self, TypedDict

from visavis.errors import FileError
from visavis.messages import Message
from visavis.models.store import REPORT_FILE, ModelStore
from visavis.storage import reader
from visavis.storage.reader import JsonFormat

#: Maximum size of a report.json, in bytes: some 100,000 searches (`recognition.report`).
_MAX_BYTES = 64_000_000
#: Everything else in a report is left to `recognition.report`.
_FORMAT = JsonFormat(dict[str, Any], 1, Message("Train again: the new model has one."), max_bytes=_MAX_BYTES)


class _LayerRecord(TypedDict):
    name: str
    type: str
    output: list[int | None]
    parameters: int


class _LayersRecord(TypedDict):
    layers: list[_LayerRecord]
    parameters: int


@dataclass(frozen=True, slots=True)
class EpochAccuracy:
    """Results of one epoch; None if the run does not report them. `val_` are those of the held-out pictures."""

    loss: float | None = None
    accuracy: float | None = None
    val_loss: float | None = None
    val_accuracy: float | None = None

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """Read an event "epoch", or one of the epochs of a report."""
        values = {name: record.get(name) for name in ("loss", "accuracy", "val_loss", "val_accuracy")}
        return cls(**{name: float(value) for name, value in values.items() if isinstance(value, int | float)})

    def record(self) -> dict[str, float | None]:
        """Return it as reports have it."""
        return {
            "loss": self.loss,
            "accuracy": self.accuracy,
            "val_loss": self.val_loss,
            "val_accuracy": self.val_accuracy,
        }


@dataclass(frozen=True, slots=True)
class NetworkLayer:
    """One layer of a network."""

    name: str
    type: str  #: the class in Keras
    output: tuple[int | None, ...]  #: shape of its output for one picture
    parameters: int

    @property
    def shape(self) -> str:
        """The shape of its output as a text: 64 x 64 x 32."""
        return " x ".join("?" if length is None else str(length) for length in self.output) or "1"

    def record(self) -> dict[str, Any]:
        """Return it as reports have it."""
        return {"name": self.name, "type": self.type, "output": list(self.output), "parameters": self.parameters}


@dataclass(frozen=True, slots=True)
class NetworkLayers:
    """All layers of a network, inputs excepted."""

    layers: tuple[NetworkLayer, ...]
    parameters: int  #: of the whole network

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """Read the layers of a report, or those that the process of training printed.

        Raises
        ------
        ValueError
            If they are missing or broken.
        """
        values = reader.check(dict(record), _LayersRecord)
        rows = (
            NetworkLayer(row["name"], row["type"], tuple(row["output"]), row["parameters"]) for row in values["layers"]
        )
        return cls(tuple(rows), values["parameters"])


@dataclass(frozen=True, slots=True)
class ModelDescription:
    """What a report says about a network."""

    network: NetworkLayers | None  #: None if the report does not list the layers
    epochs: tuple[EpochAccuracy, ...]  #: empty if nothing was fitted

    @classmethod
    def load(cls, store: ModelStore, model_id: str) -> Self:
        """Read the report of a model. One that is missing or broken says nothing."""
        try:
            values = reader.read_json(store.path(model_id, REPORT_FILE), _FORMAT, dict)
        except (OSError, FileError):
            return cls(None, ())
        try:
            network = NetworkLayers.from_record(values)
        except ValueError:  # an earlier version wrote it, or Keras was not installed
            network = None
        return cls(network, epochs_of(values))


def epochs_of(report: Mapping[str, Any]) -> tuple[EpochAccuracy, ...]:
    """Return the epochs of a report; empty if nothing was fitted, or the report is an older one."""
    records = report.get("epochs")
    if not isinstance(records, list):
        return ()
    return tuple(EpochAccuracy.from_record(record) for record in records if isinstance(record, dict))
