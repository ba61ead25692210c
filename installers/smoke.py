"""Starts a frozen program as on a computer without Python, and waits for its first label.

    python installers/smoke.py build/package/dist/visavis

The environment is empty except for a new home folder. The script enrolls and learns one person of the demo. Then the
program must name them, first without a window, then in one. It prints what it measured. The status is 1 if a step
fails.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

#: Name of the person who is enrolled.
NAME = "Eileen"
#: Longest time of one step, in seconds; an ordinary computer needs a tenth of it.
TIMEOUT_S = 300
#: The window's part of the benchmark: from the start of the process to the first picture and the first label.
SCENARIO = "640x480/1 face/30 fps/window"


def main(folder: Path) -> None:
    program = folder / ("visavis.exe" if sys.platform == "win32" else "visavis")
    with tempfile.TemporaryDirectory(prefix="visavis-smoke-") as home:
        run = Runner(program, Path(home))
        print(run.text("--version").strip())
        run.text("enroll", NAME, "--source", "demo", "--count", "5")
        published = [event for event in run.lines("train", "--seed", "1", "--json") if event["event"] == "published"]
        require(published, "nothing was learned")
        frames = run.lines("live", "--headless", "--source", "demo", "--max-frames", "60", "--json")
        named = sum(any(face["name"] == NAME for face in frame["faces"]) for frame in frames)
        require(named, "nobody was named")
        print(f"named in {named} of {len(frames)} frames")
        [measured] = run.lines("bench", "--scenario", SCENARIO, "--json")
        require(measured["labeled_share"] > 0, "the window showed no label")
        print(
            f"window: first picture {measured['first_picture_s']:.2f} s, first label {measured['first_label_s']:.2f} s"
        )


class Runner:
    """Runs a program's commands where there is nothing but a home folder."""

    def __init__(self, program: Path, home: Path) -> None:
        self._program = program
        kept = ("SYSTEMROOT", "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")
        self._environment = {name: os.environ[name] for name in kept if name in os.environ}
        self._environment |= {"HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home / "local")}
        if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & self._environment.keys():
            self._environment["QT_QPA_PLATFORM"] = "offscreen"

    def text(self, *arguments: str) -> str:
        """Run a command; return what it prints. Exits if it fails."""
        command = [str(self._program), *arguments]
        done = subprocess.run(
            command,
            env=self._environment,
            capture_output=True,
            timeout=TIMEOUT_S,
            cwd=self._environment["HOME"],
            check=False,
        )
        require(not done.returncode, f"{' '.join(arguments)}: {done.stderr.decode(errors='replace')}")
        return done.stdout.decode()

    def lines(self, *arguments: str) -> list[dict[str, Any]]:
        """Run a command; return the JSON objects that it prints."""
        return [json.loads(line) for line in self.text(*arguments).splitlines()]


def require(truth: object, problem: str) -> None:
    """Exit with a sentence unless something is true."""
    if not truth:
        sys.exit(f"smoke: {problem}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
