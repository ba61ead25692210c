"""Detects slowdowns: runs `visavis bench` scenarios and compares them with the stored baseline.

Computers differ in speed, so times are divided by the time of a calibration loop, which runs before and after each
scenario. Only these ratios are stored. The cost of a frame is measured in processor time, which other programs disturb
less. Start-up times are meaningful on an idle computer only. `--update` stores the current measurement as the baseline,
and should be run on an idle computer.
"""

import argparse
import json
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from visavis.bench import trial
from visavis.bench.scenario import Scenario
from visavis.errors import VisavisError
from visavis.storage.paths import DataFolders

STORED = Path(__file__).with_name("baseline.json")
VERSION = 1

SCENARIOS = (
    "640x480/1 face/30 fps/window",
    "640x480/1 face/unthrottled/headless",
    "640x480/5 faces/unthrottled/headless",
    "1280x720/2 faces/unthrottled/headless",
    "640x480/1 face/unthrottled/headless/10000 people",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that is compared. Smaller is better."""

    unit: str  #: of the stored ratio
    tolerance: float  #: as a share: smaller changes are noise


#: On a busy computer with two cores, processor time for the same work differed by up to 15 % between runs.
FIGURES: Mapping[str, Figure] = {
    "processor": Figure("calibration loops a second", 0.25),
    "picture": Figure("calibration loops", 0.35),
    "label": Figure("calibration loops", 0.35),
    "memory": Figure("MB", 0.1),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help=f"store the measurement in {STORED.name}")
    arguments = parser.parse_args()
    try:
        measured = measure()
    except VisavisError as error:
        print(f"bench: {error} {error.hint}".rstrip(), file=sys.stderr)
        return 1
    if arguments.update:
        STORED.write_text(json.dumps({"version": VERSION, "scenarios": measured}, indent=1) + "\n", encoding="utf-8")
        return 0
    stored = json.loads(STORED.read_text(encoding="utf-8"))["scenarios"]
    slower = regressions(measured, stored)
    print("\n".join(slower) or "Nothing became slower.")
    return 1 if slower else 0


def measure() -> dict[str, dict[str, float]]:
    """Measure the figures of each scenario, and print them as a table meanwhile."""
    print(f"{'scenario':52}" + "".join(f"{name:>12}" for name in FIGURES), flush=True)
    scenarios = [Scenario.parse(name) for name in SCENARIOS]
    measured = {}
    before = calibration()
    for outcome in trial.run(DataFolders.of_user(), scenarios):
        after = calibration()
        figures = ratios(outcome.measured, (before + after) / 2)
        before = after
        measured[outcome.measured["scenario"]] = figures
        cells = (f"{figures[name]:12.3f}" if name in figures else f"{'-':>12}" for name in FIGURES)
        print(f"{outcome.measured['scenario']:52}" + "".join(cells), flush=True)
    return measured


def ratios(measured: Mapping[str, Any], loop_s: float) -> dict[str, float]:
    """The compared figures from a line of `bench --json`, given the seconds that a calibration loop took."""
    seconds = {
        "processor": measured["cpu_per_second"],
        "picture": measured["first_picture_s"],
        "label": measured["first_label_s"],
    }
    figures = {name: round(value / loop_s, 3) for name, value in seconds.items() if value is not None}
    return figures if measured["peak_mb"] is None else {**figures, "memory": measured["peak_mb"]}


def regressions(measured: Mapping[str, Mapping[str, float]], stored: Mapping[str, Mapping[str, float]]) -> list[str]:
    """A sentence for each figure that is worse than the stored one by more than its tolerance."""
    sentences = []
    for scenario, figures in measured.items():
        for name, value in figures.items():
            before = stored.get(scenario, {}).get(name)
            if before is not None and value > before * (1 + FIGURES[name].tolerance):
                sentences.append(
                    f"{scenario}: {name} {value:.3f} instead of {before:.3f} {FIGURES[name].unit} "
                    f"(+{value / before - 1:.0%}; up to +{FIGURES[name].tolerance:.0%} is noise)."
                )
    return sentences


def calibration(rounds: int = 15) -> float:
    """Seconds that a loop of typical work takes on one thread: filtering an image and multiplying matrices."""
    random = np.random.default_rng(0)
    picture = random.integers(0, 256, (480, 640, 3), np.uint8)
    matrix = random.standard_normal((400, 400)).astype(np.float32)
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    times = []
    for _ in range(rounds):
        start = time.thread_time()
        gray = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
        for _ in range(4):
            cv2.integral(cv2.resize(gray, (320, 240), interpolation=cv2.INTER_AREA))
            cv2.GaussianBlur(gray, (0, 0), 2)
        np.einsum("ij,kj->ik", matrix[:100], matrix[:100])
        times.append(time.thread_time() - start)
    cv2.setNumThreads(threads)
    return float(np.median(times))


if __name__ == "__main__":
    sys.exit(main())
