"""The report of a model's training as a web page, from a process of training: it has charts."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from visavis.errors import EvaluationError
from visavis.messages import Message
from visavis.process import child
from visavis.process.extras import REPORT
from visavis.storage.paths import DataFolders

_log = logging.getLogger(__name__)

#: Name of the report's folder, and of the page in it.
_FOLDER, _PAGE = "report", "index.html"


class ReportPage:
    """Writes one page. One thread calls it; any thread may cancel it.

    Parameters
    ----------
    command : callable
        Returns the command line of the process; tests replace it.
    """

    def __init__(
        self, folders: DataFolders, model_id: str, command: Callable[..., Sequence[str]] = child.command
    ) -> None:
        self._folders, self._model_id, self._command = folders, model_id, command
        self._run: child.ChildProcess | None = None
        self._cancelled = False

    def __call__(self, home: Path, on_progress: Callable[[float], object] = lambda _: None) -> Path | None:
        """Write the page into a new folder below `home`, and return its path; None if it was cancelled.

        How far it is, is not known, so `on_progress` is not called.

        Raises
        ------
        MissingExtraError
            If Matplotlib is not installed.
        EvaluationError
            If it cannot be written.
        """
        REPORT.require(Message("A report with charts"))
        folder, data = home / _FOLDER, str(self._folders.data)
        options = ("--data", data, "--training", f"--model={self._model_id}", f"--report={folder}", "--json")
        run = self._run = child.ChildProcess(self._folders, "report", self._command("evaluate", *options))
        if self._cancelled:
            return None
        for _ in run:
            pass
        if run.cancelled:
            return None
        page = folder / _PAGE
        if run.status or not page.is_file():
            _log.warning("The report ended with status %s.", run.status)
            raise EvaluationError(
                "The page of the report could not be made.", hint="The log says why: {log}", log=run.log
            )
        return page

    def cancel(self) -> None:
        """End it; the page is not needed any more."""
        self._cancelled = True
        if self._run is not None:
            self._run.cancel()
