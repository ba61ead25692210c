"""Training as seen from the app: a process of its own that says in JSON lines how far it is."""

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
    """One training run. One thread iterates over its events; any thread may cancel."""

    def __init__(
        self,
        folders: DataFolders,
        arguments: Sequence[str] = (),
        command: Callable[..., Sequence[str]] = child.command,  # the seam for tests
    ) -> None:
        self._folders = folders
        self._arguments = tuple(arguments)
        self._command = command
        self._run = child.ChildProcess(
            folders, "training", command("train", "--data", str(folders.data), "--json", *arguments)
        )

    def __iter__(self) -> Iterator[Event]:
        """Start the run and give its events as they come.

        Raises
        ------
        TrainingError
            If the run fails, is refused, or dies.
        """
        yield from self._run
        self._conclude()

    def cancel(self) -> None:
        """Ask the run to end; the model in use stays."""
        self._run.cancel()

    def forced(self) -> "Trainer":
        """The same run once more, whose model is used though it is worse; what `cnn64` learned was kept for that."""
        resume = ("--resume",) if "cnn64" in self._arguments else ()
        return Trainer(self._folders, (*self._arguments, *resume, "--force"), self._command)

    def _conclude(self) -> None:
        run, last = self._run, self._run.last
        if run.status == 0 or run.cancelled:
            return
        if last.get("event") == "failed":
            raise TrainingError(from_record(last, "error"), hint=from_record(last, "hint"))
        if last.get("event") == "refused":
            raise ModelRefusedError(from_record(last, "reason"), hint=from_record(last, "hint") or None)
        _log.warning("Training ended with status %s.", run.status)
        raise TrainingError("Training ended before it published a model.", hint="Its log says why: {log}", log=run.log)
