"""The training's program: a process of its own, of which the app knows only how to start it."""

import os
import sys
from pathlib import Path

_APP = Path(__file__).resolve().parent.parent


def command(*arguments: str) -> list[str]:
    """The command line that runs it, by the same Python."""
    return [sys.executable, "-m", "visavis_training", *arguments]


def environment(cache: Path | None = None) -> dict[str, str]:
    """The environment to run it in: with that cache, and found beside `app/` in a checkout that was never installed."""
    given = dict(os.environ) if cache is None else {**os.environ, "VISAVIS_CACHE": str(cache)}
    roots = [str(_APP), str(_APP.parent / "training")]
    if not Path(roots[1]).is_dir():
        return given
    inherited = os.environ.get("PYTHONPATH")
    return {**given, "PYTHONPATH": os.pathsep.join([*roots, *([inherited] if inherited else [])])}
