"""A scenario in a process of its own: its start and its memory are nobody else's."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from visavis.bench import cast
from visavis.bench.scenario import Scenario
from visavis.bench.scene import Scene
from visavis.errors import VisavisError
from visavis.storage.paths import DataFolders

#: Seconds after which a trial without a number of frames is given up: it hangs.
_PATIENCE = 120


class TrialError(VisavisError):
    """A scenario's process failed."""


@dataclass(frozen=True, slots=True)
class TrialOutcome:
    """What came of a trial."""

    measured: dict[str, Any]  #: as `Measurement.as_json` has it
    held: list[dict[str, float]]  #: what it held when the measuring began and when it ended; may be empty
    closing_s: float | None  #: how long closing the window took


def run(user: DataFolders, scenarios: Sequence[Scenario]) -> Iterator[TrialOutcome]:
    """Run scenarios, one after another, in a folder of their own that is gone afterwards.

    Raises
    ------
    VisavisError
        If the people cannot be enrolled or a scenario fails.
    """
    with tempfile.TemporaryDirectory(prefix="visavis-bench-", ignore_cleanup_errors=True) as name:
        place = Path(name)
        folders = cast.enrolled(user, place / "two")
        for scenario in scenarios:
            Scene.of(scenario).save(place / "scene.npz")
            with tempfile.TemporaryDirectory(dir=place) as wider:
                yield _child(scenario, cast.joined(folders, scenario.people, Path(wider)), place / "scene.npz")


def _child(scenario: Scenario, folders: DataFolders, scene: Path) -> TrialOutcome:
    command = [sys.executable, "-m", "visavis", "bench", "--data", str(folders.data), "--scenario", scenario.name]
    environment = {**os.environ, "VISAVIS_CACHE": str(folders.cache)}
    with subprocess.Popen(
        [*command, "--trial", str(scene), repr(time.monotonic())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        env=environment,
    ) as process:
        try:
            output, _ = process.communicate(timeout=None if scenario.frames else _PATIENCE)
        except subprocess.TimeoutExpired as error:
            raise TrialError(
                "{scenario} did not end within {limit} s.",
                scenario=scenario.name,
                limit=_PATIENCE,
            ) from error
        finally:
            process.kill()
    with contextlib.suppress(ValueError, LookupError, TypeError):
        return TrialOutcome(**json.loads(output.splitlines()[-1]))
    raise TrialError(
        "{scenario} ended before it was measured (status {status}).",
        scenario=scenario.name,
        status=process.returncode,
    )
