"""Training as seen from the app: a process of its own that says in JSON lines how far it is."""

import contextlib
import json
import logging
import subprocess
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from visavis import companion, logs
from visavis.errors import ModelRefusedError, TrainingError
from visavis.folders import Folders

_log = logging.getLogger(__name__)

Event = dict[str, Any]
"""{"event": "start" | "progress" | "epoch" | "evaluated" | "published" | "refused" | "cancelled" | "failed", ...}"""


class Trainer:
    """One training run. One thread iterates over its events; any thread may cancel."""

    def __init__(
        self,
        folders: Folders,
        arguments: Sequence[str] = (),
        command: Callable[..., Sequence[str]] = companion.command,  # the seam for tests
    ) -> None:
        self._folders = folders
        self._command = command("train", "--data", str(folders.data), "--json", *arguments)
        self._process: subprocess.Popen[str] | None = None
        self._cancelled = False

    def __iter__(self) -> Iterator[Event]:
        """Start the run and give its events as they come.

        Raises
        ------
        TrainingError
            If the run fails, is refused, or dies.
        """
        with logs.of_process(self._folders.logs, "training") as stderr:
            process = subprocess.Popen(
                self._command,
                env=companion.environment(self._folders.cache),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
                encoding="utf-8",
            )
        self._process = process
        if self._cancelled:  # between asking and starting
            process.terminate()
        last: Event = {}
        try:
            assert process.stdout is not None
            for line in process.stdout:
                with contextlib.suppress(ValueError):
                    last = json.loads(line)
                    yield last
            self._conclude(process.wait(), last)
        finally:
            process.terminate()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()

    def cancel(self) -> None:
        """Ask the run to end; the model in use stays."""
        self._cancelled = True
        if self._process is not None:
            self._process.terminate()

    def _conclude(self, status: int, last: Event) -> None:
        if status == 0 or self._cancelled:
            return
        if last.get("event") == "failed":
            raise TrainingError(last["error"], hint=last.get("hint", ""))
        if last.get("event") == "refused":
            raise ModelRefusedError(last["reason"], hint=last.get("hint"))
        _log.warning("Training ended with status %s.", status)
        hint = f"Its log says why: {logs.path_of_process(self._folders.logs, 'training')}"
        raise TrainingError("Training ended before it published a model.", hint=hint)
