"""The training program as a child process: its command line, environment and events."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from visavis.process import key_pipe
from visavis.storage import logs, reader
from visavis.storage.paths import DataFolders

Event = dict[str, Any]
"""One JSON object that the child prints; "event" is its kind."""

_APP = Path(__file__).resolve().parents[2]  # the source root app/


def command(*arguments: str) -> list[str]:
    """The command line of the training program, with the Python that runs now."""
    return [sys.executable, "-m", "visavis_training", *arguments]


def environment(cache: Path | None = None) -> dict[str, str]:
    """The environment of the training program: with that cache, and importable in a checkout that is not installed."""
    given = dict(os.environ) if cache is None else {**os.environ, "VISAVIS_CACHE": str(cache)}
    roots = [str(_APP), str(_APP.parent / "training")]
    if not Path(roots[1]).is_dir():
        return given
    inherited = os.environ.get("PYTHONPATH")
    return {**given, "PYTHONPATH": os.pathsep.join([*roots, *([inherited] if inherited else [])])}


class ChildProcess:
    """One run of the training program. One thread iterates over the events; any thread may cancel.

    Parameters
    ----------
    name : str
        Name of the log that gets the standard error.
    command : sequence of str
        The command line (`command`).
    """

    def __init__(self, folders: DataFolders, name: str, command: Sequence[str]) -> None:
        self.log = logs.process_log_path(folders.logs, name)
        self.status: int | None = None
        """The exit status; None until it ends."""
        self.last: Event = {}
        """The last event."""
        self.cancelled = False
        self._folders = folders
        self._name = name
        self._command = command
        self._process: subprocess.Popen[str] | None = None

    def __iter__(self) -> Iterator[Event]:
        """Start the child and yield its events. Leaving the iteration terminates it.

        Raises
        ------
        DiskError
            If the log cannot be written.
        """
        with (
            logs.open_process_log(self._folders.logs, self._name) as stderr,
            key_pipe.hand_over(self._folders.data) as (variables, handles),
            subprocess.Popen(
                self._command,
                env={**environment(self._folders.cache), **variables},
                pass_fds=handles,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
                encoding="utf-8",
            ) as process,
        ):
            self._process = process
            if self.cancelled:  # before the child had started
                process.terminate()
            assert process.stdout is not None
            try:
                for line in process.stdout:
                    if event := _parse_event(line):
                        self.last = event
                        yield event
                self.status = process.wait()
            finally:
                process.terminate()

    def cancel(self) -> None:
        """Terminate the child, now or as soon as it has started."""
        self.cancelled = True
        if self._process is not None:
            self._process.terminate()


def _parse_event(line: str) -> Event:
    """The event in a line of output; empty if it is something else."""
    with contextlib.suppress(ValueError):
        return reader.parse_json(line.encode())
    return {}
