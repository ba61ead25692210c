"""Does the same work very often, and prints what that did to the process: one line for each kind of work.

    python tools/soak.py [--frames 200000] [--swaps 1000] [--trainings 500] [--captures 10000]

Status 1 if memory grew by 5 % or more, or if a thread, an open file or a temporary file is left. Nothing of the user's
data is touched. 0 leaves a kind of work out.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from visavis.bench.cast import enroll_cast
from visavis.bench.endurance import EnduranceResult, EnduranceRun
from visavis.storage.paths import DataFolders


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for name, default in (("frames", 200_000), ("swaps", 1_000), ("trainings", 500), ("captures", 10_000)):
        parser.add_argument(f"--{name}", type=int, default=default, metavar="N", help=f"default: {default:,}")
    given = parser.parse_args()
    results: list[EnduranceResult] = []
    with tempfile.TemporaryDirectory(prefix="soak-") as place:
        run = EnduranceRun(enroll_cast(DataFolders.of_user(), Path(place)))
        for count, work in (
            (given.frames, run.analyze_frames),
            (given.swaps, run.swap_models),
            (given.trainings, run.cancel_trainings),
            (given.captures, run.capture),
        ):
            if count:
                results.append(work(count))
                print(results[-1], flush=True)
    unsound = [result.work for result in results if not result.is_sound]
    done = ", ".join(f"{result.count:,} {result.work}" for result in results)
    most = max((result.memory_growth for result in results), default=0.0)
    print(
        f"in total: {done}; memory at most {most:+.1%}; {'unsound: ' if unsound else 'all sound'}{', '.join(unsound)}"
    )
    return min(len(unsound), 1)


if __name__ == "__main__":
    sys.exit(main())
