"""How far an interrupted training came: one file, whole or absent, gone once the model is published."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.errors import TrainingError
from visavis.messages import Message
from visavis.storage import arrays
from visavis_training.cnn64.progress import FitProgress

#: Version of the file; one of another version cannot be continued.
_VERSION = 1

WeightArrays = Sequence[NDArray[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """Everything that a fit needs to go on."""

    progress: FitProgress
    weights: WeightArrays
    optimizer: WeightArrays
    best: WeightArrays  #: the weights that count


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A file for the state of one run; `run` says which: its options, and a fingerprint of what it learns from."""

    path: Path
    run: dict[str, Any]

    def save(self, state: State) -> None:
        """Replace what is there.

        Raises
        ------
        DiskError
            If it cannot be written.
        """
        about = {"version": _VERSION, "run": self.run, "progress": asdict(state.progress)}
        kinds = {"weights": state.weights, "optimizer": state.optimizer, "best": state.best}
        named = {f"{kind}-{index}": value for kind, values in kinds.items() for index, value in enumerate(values)}
        arrays.write(self.path, {"about": np.array(json.dumps(about)), **named})

    def load(self) -> State:
        """The state of exactly this run.

        Raises
        ------
        TrainingError
            If there is none, or it is another run's.
        """
        about, stored = _read(self.path)
        if about["run"] != self.run:
            raise TrainingError(
                "The pictures have changed since that training was interrupted.",
                hint="Start again without --resume.",
            )

        def values(kind: str) -> list[NDArray[Any]]:
            count = sum(name.startswith(f"{kind}-") for name in stored)
            return [stored[f"{kind}-{index}"] for index in range(count)]

        return State(FitProgress(**about["progress"]), values("weights"), values("optimizer"), values("best"))

    def clear(self) -> None:
        """The run is over."""
        self.path.unlink(missing_ok=True)


def interrupted(path: Path) -> dict[str, Any]:
    """What is known about the run whose state lies at `path`.

    Raises
    ------
    TrainingError
        If there is none that this program can continue.
    """
    run: dict[str, Any] = _read(path)[0]["run"]
    return run


def _read(path: Path) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    hint = Message("Start a training without --resume.")
    try:
        stored = arrays.read(path)
        about = json.loads(str(stored.pop("about")))
    except FileNotFoundError as error:
        raise TrainingError("There is no interrupted training to continue.", hint=hint) from error
    except (OSError, ValueError, KeyError) as error:
        raise TrainingError("The state of the interrupted training cannot be read.", hint=hint) from error
    if about["version"] != _VERSION:
        raise TrainingError("The interrupted training was started by another version of Visavis.", hint=hint)
    return about, stored
