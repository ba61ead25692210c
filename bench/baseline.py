"""What became slower: runs `visavis bench` scenarios and compares them with the stored baseline.

Seconds differ from computer to computer, so times are divided by those of a calibration loop, which runs before and
after each scenario, and only these ratios are stored. What a frame costs is watched in processor time, which other
programs disturb less; how soon the picture and the labels are there only means something on an idle computer.
`--update` stores what is measured now, on an idle one.
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
    """A figure that is watched; smaller is better."""

    unit: str  #: of the stored ratio
    tolerance: float  #: as a share: what is worse by less is noise


#: On a busy computer with two cores, processor time for the same work differed by up to 15 % between runs.
FIGURES: Mapping[str, Figure] = {
    "processor": Figure("calibration loops a second", 0.25),
    "picture": Figure("calibration loops", 0.35),
    "label": Figure("calibration loops", 0.35),
    "memory": Figure("MB", 0.1),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help=f"store what is measured in {STORED.name}")
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
    slower = worse(measured, stored)
    print("\n".join(slower) or "Nothing became slower.")
    return 1 if slower else 0


def measure() -> dict[str, dict[str, float]]:
    """By scenario and figure, the ratio to the calibration loop; a table meanwhile."""
    print(f"{'scenario':52}" + "".join(f"{name:>12}" for name in FIGURES), flush=True)
    scenarios = [Scenario.named(name) for name in SCENARIOS]
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
    """A line of `bench --json` as the figures that are watched, given how long a calibration loop took."""
    seconds = {
        "processor": measured["cpu_per_second"],
        "picture": measured["first_picture_s"],
        "label": measured["first_label_s"],
    }
    figures = {name: round(value / loop_s, 3) for name, value in seconds.items() if value is not None}
    return figures if measured["peak_mb"] is None else {**figures, "memory": measured["peak_mb"]}


def worse(measured: Mapping[str, Mapping[str, float]], stored: Mapping[str, Mapping[str, float]]) -> list[str]:
    """A sentence for each figure that is worse than stored by more than its tolerance."""
    told = []
    for scenario, figures in measured.items():
        for name, value in figures.items():
            before = stored.get(scenario, {}).get(name)
            if before is not None and value > before * (1 + FIGURES[name].tolerance):
                told.append(
                    f"{scenario}: {name} {value:.3f} instead of {before:.3f} {FIGURES[name].unit} "
                    f"(+{value / before - 1:.0%}; up to +{FIGURES[name].tolerance:.0%} is noise)."
                )
    return told


def calibration(rounds: int = 15) -> float:
    """Seconds of one loop of work like the program's, on one thread: filtering a picture and multiplying matrices."""
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
