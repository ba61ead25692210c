"""Checkpoints of an unfinished training: one file, written atomically and deleted once the model is published."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypedDict

import numpy as np
from numpy.typing import NDArray

from visavis.errors import FileError, TrainingError
from visavis.messages import Message
from visavis.storage import arrays, reader
from visavis_training.fitting.progress import FitProgress

#: Version of the file. A checkpoint of another version cannot be resumed.
_VERSION = 2

WeightArrays = Sequence[NDArray[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class FitState:
    """Everything that a fit needs to continue."""

    progress: FitProgress
    weights: WeightArrays
    optimizer: WeightArrays
    best: WeightArrays  #: the weights of the best epoch so far


class _AboutRecord(TypedDict):
    run: dict[str, Any]
    progress: FitProgress


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The checkpoint file of one run. `run` identifies it by its options and a fingerprint of its training data."""

    path: Path
    run: dict[str, Any]

    def save(self, state: FitState) -> None:
        """Write a state, replacing the previous one.

        Raises
        ------
        DiskError
            If it cannot be written.
        """
        about = {"version": _VERSION, "run": self.run, "progress": asdict(state.progress)}
        kinds = {"weights": state.weights, "optimizer": state.optimizer, "best": state.best}
        named = {f"{kind}-{index}": value for kind, values in kinds.items() for index, value in enumerate(values)}
        arrays.write(self.path, {"about": np.array(json.dumps(about)), **named})

    def load(self) -> FitState:
        """Read the state of this run.

        Raises
        ------
        TrainingError
            If there is none, or it belongs to another run.
        """
        about, stored = _read(self.path)
        if about["run"] != self.run:
            raise TrainingError(
                "The pictures have changed since that training was interrupted.",
                hint="Start again without --resume.",
            )

        def arrays_of(kind: str) -> list[NDArray[Any]]:
            count = sum(name.startswith(f"{kind}-") for name in stored)
            return [stored[f"{kind}-{index}"] for index in range(count)]

        return FitState(about["progress"], arrays_of("weights"), arrays_of("optimizer"), arrays_of("best"))

    def clear(self) -> None:
        """Delete the file, at the end of the run."""
        self.path.unlink(missing_ok=True)


def load_run(path: Path) -> dict[str, Any]:
    """Read which run the checkpoint at `path` belongs to: see `Checkpoint.run`.

    Raises
    ------
    TrainingError
        If there is none that this version can resume.
    """
    return _read(path)[0]["run"]


def _read(path: Path) -> tuple["_AboutRecord", dict[str, NDArray[Any]]]:
    hint = Message("Start a training without --resume.")
    try:
        stored = arrays.read(path)
        about = reader.parse_json(str(stored.pop("about")).encode())
        if about.get("version") == _VERSION:
            return reader.check(about, _AboutRecord), stored
    except FileNotFoundError as error:
        raise TrainingError("There is no interrupted training to continue.", hint=hint) from error
    except (OSError, ValueError, KeyError, FileError) as error:
        raise TrainingError("The state of the interrupted training cannot be read.", hint=hint) from error
    raise TrainingError("The interrupted training was started by another version of Visavis.", hint=hint)
