"""The training's program: a process of its own, of which the app knows how to start it and how it is heard."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from visavis.storage import logs
from visavis.storage.paths import DataFolders

Event = dict[str, Any]
"""One JSON object that it says; "event" says of what kind."""

_APP = Path(__file__).resolve().parents[2]  # the source root app/


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


class Run:
    """One run of it. One thread iterates over its events; any thread may cancel.

    Parameters
    ----------
    name : str
        Of its log, which has what it says on standard error.
    """

    def __init__(self, folders: DataFolders, name: str, command: Sequence[str]) -> None:
        self.log = logs.process_log_path(folders.logs, name)
        self.status: int | None = None
        """How it ended; None before that."""
        self.last: Event = {}
        """What it said last."""
        self.cancelled = False
        self._folders = folders
        self._name = name
        self._command = command
        self._process: subprocess.Popen[str] | None = None

    def __iter__(self) -> Iterator[Event]:
        """Start it, and give its events as they come; whoever stops listening ends it.

        Raises
        ------
        DiskError
            If its log cannot be written.
        """
        with (
            logs.open_process_log(self._folders.logs, self._name) as stderr,
            subprocess.Popen(
                self._command,
                env=environment(self._folders.cache),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
                encoding="utf-8",
            ) as process,
        ):
            self._process = process
            if self.cancelled:  # between asking and starting
                process.terminate()
            assert process.stdout is not None
            try:
                for line in process.stdout:
                    if event := _event(line):
                        self.last = event
                        yield event
                self.status = process.wait()
            finally:
                process.terminate()

    def cancel(self) -> None:
        """Ask it to end, now or as soon as it has started."""
        self.cancelled = True
        if self._process is not None:
            self._process.terminate()


def _event(line: str) -> Event:
    """The event that a line is; empty if it is something else."""
    with contextlib.suppress(ValueError):
        value = json.loads(line)
        if isinstance(value, dict):
            return value
    return {}
