"""Runs each scenario in its own process, so that start-up time and memory are those of the scenario alone."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from visavis.bench import cast
from visavis.bench.scenario import Scenario
from visavis.bench.scene import Scene
from visavis.errors import VisavisError
from visavis.storage.paths import DataFolders

#: Seconds after which a trial without a number of frames counts as hanging.
_TIMEOUT_S = 120


class TrialError(VisavisError):
    """A scenario's process failed."""


@dataclass(frozen=True, slots=True)
class TrialOutcome:
    """The result of a trial."""

    measured: dict[str, Any]  #: as `Measurement.as_json` has it
    held: list[dict[str, float]]  #: resources used at the start and at the end of the measurement; may be empty
    closing_s: float | None  #: seconds that closing the window took


def run(user: DataFolders, scenarios: Sequence[Scenario]) -> Iterator[TrialOutcome]:
    """Run scenarios one after another in a temporary folder.

    Raises
    ------
    VisavisError
        If the people cannot be enrolled or a scenario fails.
    """
    with tempfile.TemporaryDirectory(prefix="visavis-bench-", ignore_cleanup_errors=True) as name:
        place = Path(name)
        folders = cast.enroll_cast(user, place / "two")
        for scenario in scenarios:
            Scene.of(scenario).save(place / "scene.npz")
            with tempfile.TemporaryDirectory(dir=place) as extended:
                added = cast.add_people(folders, scenario.people, Path(extended))
                if scenario.empty_cache:
                    added = replace(added, cache=Path(extended) / "empty")
                yield _child(scenario, added, place / "scene.npz")


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
            output, _ = process.communicate(timeout=None if scenario.frames else _TIMEOUT_S)
        except subprocess.TimeoutExpired as error:
            raise TrialError(
                "{scenario} did not end within {limit} s.",
                scenario=scenario.name,
                limit=_TIMEOUT_S,
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
