"""Compares tracking faces with recognizing every frame on its own, on the same videos. Prints one JSON line for each.

    python tools/tracking_figures.py clip.mp4 --name Ada --name Bob

Uses the current model. `faces` counts the faces of all frames, `right` those with one of the names given, and `wrong`
those with another name. `tracked_too` is the share of the faces in single frames that the tracker shows, too.
`backfill` is the result of `visavis recognize`, where final names hold from the start of a track.
"""

import argparse
import json
import time
from collections import defaultdict
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path

from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
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
    parser.add_argument("--name", dest="names", action="append", default=[], help="of a person in the videos")
    parser.add_argument("--data", metavar="DIR", type=Path, help="data folder")
    parser.add_argument("--tracked-only", action="store_true", help="omit single frames, which take long")
    arguments = parser.parse_args()
    pipeline = create_pipeline(NetworkLoader(DataFolders.of_user(arguments.data)), "live")
    for video in arguments.videos:
        frames = list(open_source(str(video), paced=False))
        tracked, seconds = _analyze(Tracker(pipeline), frames)
        line = {"video": video.name, "frames": len(frames)} | _faces(tracked, arguments.names)
        line |= _changes(tracked) | _cost(seconds, len(frames)) | _counts(tracked)
        print(json.dumps({"tracker": line}), flush=True)
        offline, seconds = _analyze(Tracker(pipeline, FixedBudget(OFFLINE)), frames)
        final = list(backfill_names(offline, pipeline.final))
        line = {"video": video.name, "frames": len(frames)} | _faces(final, arguments.names)
        line |= _cost(seconds, len(frames))
        print(json.dumps({"backfill": line}), flush=True)
        if not arguments.tracked_only:
            single, seconds = _analyze(pipeline, frames)
            line = {"video": video.name, "frames": len(frames)} | _faces(single, arguments.names)
            line |= _cost(seconds, len(frames)) | _found(single, tracked)
            print(json.dumps({"single frames": line}), flush=True)


def _analyze(analyze: Tracker | Pipeline, frames: list[Frame]) -> tuple[list[Analysis], float]:
    """Analyze the frames; also returns the processor seconds it took."""
    start = time.process_time()
    analyses = [analyze(frame) for frame in frames]
    return analyses, time.process_time() - start


def _faces(analyses: list[Analysis], names: list[str]) -> dict[str, int]:
    given = [answer.match.name for analysis in analyses for answer in analysis.answers]
    right = sum(name in names for name in given)
    return {"faces": len(given), "right": right, "wrong": sum(name is not None for name in given) - right}


def _changes(analyses: list[Analysis]) -> dict[str, float]:
    """How often a track lost or changed its name, also per minute of tracking."""
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
    totals: dict[str, int] = defaultdict(int)
    stages: dict[str, float] = defaultdict(float)
    for analysis in analyses:
        for name, count in asdict(analysis.counts).items():
            totals[name] += count
        for name, milliseconds in analysis.stages.items():
            stages[name] += milliseconds / len(analyses)
    return {"counts": dict(totals), "stages_ms": {name: round(value, 3) for name, value in stages.items()}}


def _found(single: list[Analysis], tracked: list[Analysis]) -> dict[str, float]:
    found = total = 0
    for one, other in zip(single, tracked, strict=True):
        boxes, others = (
            {index: answer.face.box for index, answer in enumerate(analysis.answers)} for analysis in (one, other)
        )
        found += len(match_boxes(boxes, others, _MIN_OVERLAP))
        total += len(boxes)
    return {"tracked_too": round(found / max(total, 1), 4)}


if __name__ == "__main__":
    main()
