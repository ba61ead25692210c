"""Following faces against looking at every frame on its own, on the same video: one JSON line for each.

    python tools/tracking_figures.py clip.mp4 --name Ada --name Bob

With the model in use. `faces` are those of all frames, `right` how many of them carry one of the names given, `wrong`
how many another name; `followed_too` is the share of the faces of single frames where the follower shows one, too.
`hindsight` is what `visavis recognize` makes of the video: names hold from a track's start.
"""

import argparse
import json
import time
from collections import defaultdict
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path

from visavis.factory import PipelineFactory
from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis, Pipeline
from visavis.sources import open_source
from visavis.storage.paths import DataFolders
from visavis.tracking import OFFLINE, FixedBudget, Tracker, backfill_names
from visavis.tracking.association import match_boxes

#: Frames per second for which processor time is stated.
_RATE = 30
#: Minimum intersection over union of the same face in both analyses.
_MIN_OVERLAP = 0.3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("videos", metavar="VIDEO", type=Path, nargs="+")
    parser.add_argument("--name", dest="names", action="append", default=[], help="of somebody who is in the videos")
    parser.add_argument("--data", metavar="DIR", type=Path, help="where people and models are kept")
    parser.add_argument("--followed-only", action="store_true", help="leave the single frames out: they take long")
    arguments = parser.parse_args()
    pipeline = PipelineFactory(DataFolders.of_user(arguments.data)).pipeline("live")
    for video in arguments.videos:
        frames = list(open_source(str(video), paced=False))
        followed, seconds = _analyzed(Tracker(pipeline), frames)
        line = {"video": video.name, "frames": len(frames)} | _faces(followed, arguments.names)
        line |= _changes(followed) | _cost(seconds, len(frames)) | _counts(followed)
        print(json.dumps({"follower": line}), flush=True)
        looked, seconds = _analyzed(Tracker(pipeline, FixedBudget(OFFLINE)), frames)
        line = {"video": video.name, "frames": len(frames)} | _faces(list(backfill_names(looked)), arguments.names)
        line |= _cost(seconds, len(frames))
        print(json.dumps({"hindsight": line}), flush=True)
        if not arguments.followed_only:
            alone, seconds = _analyzed(pipeline, frames)
            line = {"video": video.name, "frames": len(frames)} | _faces(alone, arguments.names)
            line |= _cost(seconds, len(frames)) | _found(alone, followed)
            print(json.dumps({"single frames": line}), flush=True)


def _analyzed(analyze: Tracker | Pipeline, frames: list[Frame]) -> tuple[list[Analysis], float]:
    """The analyses, and the processor seconds they took."""
    start = time.process_time()
    analyses = [analyze(frame) for frame in frames]
    return analyses, time.process_time() - start


def _faces(analyses: list[Analysis], names: list[str]) -> dict[str, int]:
    given = [answer.match.name for analysis in analyses for answer in analysis.answers]
    right = sum(name in names for name in given)
    return {"faces": len(given), "right": right, "wrong": sum(name is not None for name in given) - right}


def _changes(analyses: list[Analysis]) -> dict[str, float]:
    """How often a track that had a name got another or none, by the minute that tracks were followed."""
    tracks: dict[int | None, list[str | None]] = defaultdict(list)
    for analysis in analyses:
        for answer in analysis.answers:
            tracks[answer.track].append(answer.match.name)
    frames = [analysis.frame.time for analysis in analyses]
    minutes = sum(map(len, tracks.values())) * (frames[-1] - frames[0]) / max(len(frames) - 1, 1) / 60
    changes = sum(
        before is not None and before != after for names in tracks.values() for before, after in pairwise(names)
    )
    rate = round(changes / max(minutes, 1e-9), 2)
    return {"tracks": len(tracks), "changes": changes, "changes_per_track_minute": rate}


def _cost(seconds: float, frames: int) -> dict[str, float]:
    return {"cpu_ms": round(1e3 * seconds / frames, 2), "cpu_per_second": round(_RATE * seconds / frames, 3)}


def _counts(analyses: list[Analysis]) -> dict[str, object]:
    totals: dict[str, int] = defaultdict(float)
    stages: dict[str, float] = defaultdict(float)
    for analysis in analyses:
        for name, count in asdict(analysis.counts).items():
            totals[name] += count
        for name, milliseconds in analysis.stages.items():
            stages[name] += milliseconds / len(analyses)
    return {"counts": dict(totals), "stages_ms": {name: round(value, 3) for name, value in stages.items()}}


def _found(alone: list[Analysis], followed: list[Analysis]) -> dict[str, float]:
    found = total = 0
    for single, other in zip(alone, followed, strict=True):
        boxes, others = (
            {index: answer.face.box for index, answer in enumerate(analysis.answers)} for analysis in (single, other)
        )
        found += len(match_boxes(boxes, others, _MIN_OVERLAP))
        total += len(boxes)
    return {"followed_too": round(found / max(total, 1), 4)}


if __name__ == "__main__":
    main()
