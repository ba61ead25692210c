"""Fuzzes every parser for a time, and prints one line for each: inputs, seconds and crashes (`make fuzz`).

    python tests/fuzz/run.py [--seconds N] [NAME...]

The seconds are those of the processor in this process, so a busy computer does the same work, later.

Half of the time goes to bytes changed at random, which is fast, and half to Hypothesis, which also changes values and
shrinks what crashes. Inputs that crash a parser are written to `tests/fuzz/crashes/NAME/`, where the suite keeps them.
"""

import argparse
import contextlib
import hashlib
import logging
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / part) for part in ("app", "training", "tests")]

from fuzz.inputs import contents, random_bytes  # noqa: E402  the roots of the source come first
from fuzz.parsers.everything import parsers  # noqa: E402
from fuzz.parsers.parser import Parser  # noqa: E402

#: Inputs that crash, by parser.
CRASHES = HERE / "crashes"
#: Inputs of one batch of Hypothesis, which gets another seed each time.
_BATCH = 500
#: Processor time of one input that counts as a hang, in seconds.
LIMIT_S = 2.0


class SlowError(Exception):
    """An input takes longer than any right one."""


def attempt(parser: Parser, path: Path, content: bytes) -> None:
    """Let a parser read a content; raises what it must not raise."""
    path.write_bytes(content)
    started = time.process_time()
    with contextlib.suppress(*parser.errors):
        parser.parse(path)
    if time.process_time() - started > LIMIT_S:
        raise SlowError(f"{len(content)} bytes")


def fuzz(parser: Parser, place: Path, seconds: float) -> tuple[int, dict[str, bytes]]:
    """Fuzz one parser; the number of inputs, and an input for each crash."""
    path = place / parser.file
    count, batch, crashes, last = 0, 0, {}, b""

    def one(content: bytes) -> None:
        nonlocal count, last
        count += 1
        last = content
        if time.process_time() < end:
            attempt(parser, path, content)

    checks = settings(
        max_examples=_BATCH,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        print_blob=False,
    )
    random = Random(seconds)
    end = time.process_time() + seconds / 2
    while time.process_time() < end:
        try:
            one(random_bytes(random, parser.right))
        except Exception as error:  # noqa: BLE001  that is what is looked for
            crashes.setdefault(_place(error), last)
    end = time.process_time() + seconds / 2
    while time.process_time() < end:
        batch += 1
        try:
            seed(batch)(checks(given(contents(parser.right))(one)))()
        except Exception as error:  # noqa: BLE001  that is what is looked for
            crashes[_place(error)] = last  # shrunk
    return count, crashes


def _place(error: Exception) -> str:
    """What was raised, and where."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(where.filename).name}:{where.lineno}"


def main() -> int:
    options = argparse.ArgumentParser(description="Fuzz every parser.")
    options.add_argument("--seconds", type=float, default=600, help="of the processor, for each parser (default: 600)")
    options.add_argument("names", nargs="*", help="parsers (default: all)")
    given_options = options.parse_args()
    logging.disable()
    found = total = tried = 0
    begun = time.process_time()
    with tempfile.TemporaryDirectory() as home:
        known = parsers(Path(home))
        for parser in known:
            if given_options.names and parser.name not in given_options.names:
                continue
            place = Path(home) / "run" / parser.name.replace(" ", "-") / "place"
            place.mkdir(parents=True)
            started = time.process_time()
            count, crashes = fuzz(parser, place, given_options.seconds)
            spent = time.process_time() - started
            print(f"{parser.name:20} {count:9,} inputs  {spent:7.1f} s  {len(crashes)} crashes", flush=True)
            for what, content in crashes.items():
                kept = CRASHES / parser.name / hashlib.sha256(content).hexdigest()[:16]
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(content)
                print(f"  {what}: {kept}", flush=True)
            found, total, tried = found + len(crashes), total + count, tried + 1
    print(f"{'all':20} {total:9,} inputs  {time.process_time() - begun:7.1f} s  {found} crashes  {tried} parsers")
    return min(found, 1)


if __name__ == "__main__":
    sys.exit(main())
