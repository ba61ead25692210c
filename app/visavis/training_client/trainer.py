"""Client of the training process: starts it and reads its events, which are JSON lines."""

import logging
from collections.abc import Callable, Iterator, Sequence

from visavis.errors import ModelRefusedError, TrainingError
from visavis.messages import from_record
from visavis.process import child
from visavis.storage.paths import DataFolders

_log = logging.getLogger(__name__)

Event = child.Event
"""{"event": "start" | "progress" | "epoch" | "evaluated" | "published" | "refused" | "cancelled" | "failed", ...}"""


class Trainer:
    """One training run. One thread iterates over its events; any thread may cancel it."""

    def __init__(
        self,
        folders: DataFolders,
        arguments: Sequence[str] = (),
        command: Callable[..., Sequence[str]] = child.command,  # tests replace it
    ) -> None:
        self._folders = folders
        self._arguments = tuple(arguments)
        self._command = command
        self._run = child.ChildProcess(
            folders, "training", command("train", "--data", str(folders.data), "--json", *arguments)
        )

    def __iter__(self) -> Iterator[Event]:
        """Start the run and yield its events as they arrive.

        Raises
        ------
        TrainingError
            If the run fails, or its process dies.
        ModelRefusedError
            If the new model is worse than the one in use.
        """
        yield from self._run
        self._raise_failure()

    def cancel(self) -> None:
        """Ask the run to end. The model in use does not change."""
        self._run.cancel()

    def with_force(self) -> "Trainer":
        """Return the same run, whose model is used even if it is worse; `cnn64` resumes from its stored weights."""
        resume = ("--resume",) if "cnn64" in self._arguments else ()
        return Trainer(self._folders, (*self._arguments, *resume, "--force"), self._command)

    def _raise_failure(self) -> None:
        run, last = self._run, self._run.last
        if run.status == 0 or run.cancelled:
            return
        if last.get("event") == "failed":
            extra = str(last.get("extra", ""))
            raise TrainingError(from_record(last, "error"), hint=from_record(last, "hint"), extra=extra)
        if last.get("event") == "refused":
            raise ModelRefusedError(from_record(last, "reason"), hint=from_record(last, "hint") or None)
        _log.warning("Training ended with status %s.", run.status)
        raise TrainingError("Training ended before it published a model.", hint="Its log says why: {log}", log=run.log)
