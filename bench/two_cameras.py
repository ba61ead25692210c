"""Measures what two cameras cost beside one: processor time of the analysis, in turns and in one run.

Each turn runs for some seconds at 30 frames a second: one camera, then two. So other load of the computer affects both
alike, and their ratio holds also where the seconds themselves do not.
"""

import argparse
import itertools
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

from visavis.bench import cast
from visavis.bench.camera import SceneCamera
from visavis.bench.scenario import Scenario
from visavis.bench.scene import Scene
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
from visavis.imaging.frames import Frame
from visavis.pipeline import Pipeline
from visavis.storage.paths import DataFolders
from visavis.tracking.analyzer import Analyzer
from visavis.tracking.channels.turns import Turns

#: Seconds at the beginning of a turn that do not count: trackers are new, and search thoroughly.
_WARM_UP_S = 2.0


@dataclass(slots=True)
class Result:
    """What the turns with one number of cameras took."""

    processor: list[float] = field(default_factory=list)
    """Seconds of the analysis thread per second, one for each turn."""
    frame_ms: list[float] = field(default_factory=list)
    """Milliseconds of the analysis thread for each analyzed frame, one for each turn."""
    analyzed: list[float] = field(default_factory=list)
    """Share of the frames that was analyzed, one for each camera of each turn."""
    ages_ms: list[float] = field(default_factory=list)
    """From taking a frame to having its names."""


def measure(scene: Scene, pipeline: Pipeline, cameras: int, seconds: float, into: Result) -> None:
    """Run one turn."""
    turns = Turns()
    sources = [SceneCamera(scene, throttled=True) for _ in range(cameras)]
    threads = [
        threading.Thread(target=_film, args=(source, channel, turns), daemon=True)
        for channel, source in enumerate(sources)
    ]
    for thread in threads:
        thread.start()
    begun = time.monotonic() + _WARM_UP_S
    processor, counts, first = 0.0, [0] * cameras, [0] * cameras
    for analysis in Analyzer(_until(turns, begun + seconds), pipeline, on_cost=turns.record):
        if analysis.frame.taken_at < begun:
            processor, first = time.thread_time(), [source.newest for source in sources]
            continue
        counts[analysis.frame.channel] += 1
        into.ages_ms.append((time.monotonic() - analysis.frame.taken_at) * 1e3)
    spent = time.thread_time() - processor
    into.processor.append(spent / seconds)
    into.frame_ms.append(spent * 1e3 / max(sum(counts), 1))
    for source, count, start in zip(sources, counts, first, strict=True):
        into.analyzed.append(count / max(source.newest - start, 1))
        source.stop()
    turns.close()
    for thread in threads:
        thread.join()


def _film(source: SceneCamera, channel: int, turns: Turns) -> None:
    for frame in source:
        turns.put(replace(frame, channel=channel, source=f"camera {channel}"))


def _until(frames: Turns, end: float) -> Iterator[Frame]:
    return itertools.takewhile(lambda frame: frame.taken_at < end, frames)


def main(argv: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=5, help="turns with each number of cameras")
    parser.add_argument("--seconds", type=float, default=6.0, help="measured seconds of a turn")
    parser.add_argument("--scenario", default="640x480/1 face/30 fps/headless", help="what each camera films")
    arguments = parser.parse_args(argv)
    scene = Scene.of(Scenario.parse(arguments.scenario))
    results = {1: Result(), 2: Result()}
    with tempfile.TemporaryDirectory() as place:
        folders = cast.enroll_cast(DataFolders.of_user(), Path(place))
        pipeline = create_pipeline(NetworkLoader(folders), "live")
        for _ in range(arguments.turns):
            for cameras, result in results.items():
                measure(scene, pipeline, cameras, arguments.seconds, result)
    for cameras, result in results.items():
        ages = sorted(result.ages_ms)
        print(
            f"{cameras}: {median(result.processor):.3f} processor seconds per second, "
            f"{median(result.frame_ms):.2f} ms for each frame, "
            f"{min(result.analyzed):.1%} to {max(result.analyzed):.1%} of the frames analyzed, "
            f"age of labels p50 {ages[len(ages) // 2]:.1f} ms, p95 {ages[len(ages) * 95 // 100]:.1f} ms"
        )
    for what in ("processor", "frame_ms"):
        pairs = zip(getattr(results[1], what), getattr(results[2], what), strict=True)
        ratios = [two / one for one, two in pairs]
        print(f"two to one, {what}: {median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    main()
