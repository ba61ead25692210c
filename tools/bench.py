"""How fast the live pipeline is on this computer, on the demo, without a window: one JSON line.

Every frame is analyzed, one after another, as `visavis live --headless` does; in the window, capturing and drawing
cost extra.
"""

import argparse
import itertools
import json
import time
from pathlib import Path
from statistics import median, quantiles

from visavis.assembly import Assembler
from visavis.folders import Folders
from visavis.sources import open_source


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", metavar="DIR", type=Path, help="where people and models are kept")
    parser.add_argument("--frames", metavar="N", type=int, default=300, help="how many to analyze (300)")
    arguments = parser.parse_args()

    pipeline = Assembler(Folders.of_user(arguments.data)).pipeline("live")
    frames = list(itertools.islice(open_source("demo", paced=False), arguments.frames))  # drawing them is not timed
    milliseconds = []
    faces = 0
    for frame in frames:
        started = time.perf_counter()
        faces += len(pipeline(frame).answers)
        milliseconds.append(1000 * (time.perf_counter() - started))
    result = {
        "source": "demo",
        "size": "640x480",
        "frames": len(frames),
        "faces_per_frame": round(faces / len(frames), 2),
        "model": pipeline.model,
        "device": pipeline.device,
        "fps": round(1000 * len(frames) / sum(milliseconds), 1),
        "ms": {"p50": round(median(milliseconds), 2), "p95": round(quantiles(milliseconds, n=20)[-1], 2)},
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
