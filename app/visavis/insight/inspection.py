"""One look into networks. A process of training computes it (`visavis_training.insight`), because it needs Keras.

Input and output are files in a private folder that is deleted afterwards (`visavis.storage.tempdirs`).
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from visavis.errors import FileError, ModelError
from visavis.factory.networks import NetworkLoader
from visavis.insight.exchange import INPUT_FILE, Arrays, from_arrays
from visavis.insight.parts import ClassPictures, InsightPart
from visavis.insight.subjects import InsightSubject, PictureJudgment, find_subjects
from visavis.messages import Message, from_record
from visavis.people.samples import FaceCrop
from visavis.process import child
from visavis.process.extras import TRAIN
from visavis.storage import arrays, tempdirs
from visavis.storage.paths import DataFolders

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class InsightStep:
    """How far the process is."""

    network: str
    stage: Message
    done: int
    total: int


@dataclass(frozen=True, slots=True, eq=False)
class InsightAnswer:
    """A part that is there."""

    subject: InsightSubject
    part: InsightPart
    seconds: float  #: that it took
    cpu_seconds: float  #: the same of all processors together
    verdicts: tuple[PictureJudgment | None, ...] = ()
    """Of pictures of classes: what the program says to each, the fooling ones first."""


InsightEvent = InsightStep | InsightAnswer


class Inspection:
    """One look. One thread runs it; any thread may cancel it.

    Parameters
    ----------
    get_subjects : callable
        Returns the networks to look into; called first, on the thread that runs the inspection.
    on_event : callable
        Takes each event, on the same thread.
    options : sequence of str
        Of the process: "--layer=NAME", "--filter=N".
    command : callable
        Returns the command line of the process; tests replace it.
    """

    def __init__(
        self,
        folders: DataFolders,
        get_subjects: Callable[[], Sequence[InsightSubject]],
        on_event: Callable[[InsightEvent], object],
        options: Sequence[str] = (),
        command: Callable[..., Sequence[str]] = child.command,
    ) -> None:
        self._folders = folders
        self._get_subjects = get_subjects
        self._on_event = on_event
        self._options = options
        self._command = command
        self._run: child.ChildProcess | None = None
        self._cancelled = False

    @classmethod
    def of_face(
        cls, folders: DataFolders, get_crop: Callable[[], FaceCrop], on_event: Callable[[InsightEvent], object]
    ) -> Self:
        """A look of all networks at a face; the face is requested on the thread that runs it."""
        loader = NetworkLoader(folders, "cpu")
        return cls(folders, lambda: find_subjects(loader, get_crop()), on_event)

    def __call__(self) -> None:
        """Run it to its end, or until it is cancelled.

        Raises
        ------
        MissingExtraError
            If Keras is not installed.
        ModelError
            If a network cannot be looked into.
        DiskError
            If the files cannot be written.
        """
        TRAIN.require(Message("A look into the networks"))
        subjects = {subject.network: subject for subject in self._get_subjects()}
        with tempdirs.create(self._folders.insight) as folder:
            asked: Arrays = {}
            for subject in subjects.values():
                asked |= subject.question.to_arrays()
            arrays.write(folder / INPUT_FILE, asked)
            networks = [subject.argument for subject in subjects.values()]
            command = self._command("insight", "--into", str(folder), "--json", *self._options, *networks)
            self._run_process(folder, command, subjects)

    def cancel(self) -> None:
        """End the inspection; what is missing is not needed any more."""
        self._cancelled = True
        if self._run is not None:
            self._run.cancel()

    def _run_process(self, folder: Path, command: Sequence[str], subjects: dict[str, InsightSubject]) -> None:
        run = self._run = child.ChildProcess(self._folders, "insight", command)
        if self._cancelled:
            return
        for event in run:
            if not self._cancelled:
                self._pass_on(event, folder, subjects)
        if run.status == 0 or run.cancelled:
            return
        if run.last.get("event") == "failed":
            extra = str(run.last.get("extra", ""))
            raise ModelError(from_record(run.last, "error"), hint=from_record(run.last, "hint"), extra=extra)
        _log.warning("The inspection of the networks ended with status %s.", run.status)
        raise ModelError("The networks could not be looked into.", hint="The log says why: {log}", log=run.log)

    def _pass_on(self, event: child.Event, folder: Path, subjects: dict[str, InsightSubject]) -> None:
        match event:
            case {"event": "progress", "network": str(network), "done": int(done), "total": int(total)}:
                self._on_event(InsightStep(network, from_record(event, "stage"), done, total))
            case {"event": "part", "network": str(network), "file": str(file)}:
                part = _read_part(folder / Path(file).name)
                self._on_event(_answer(subjects[network], part, event))


def _answer(subject: InsightSubject, part: InsightPart, event: child.Event) -> InsightAnswer:
    seconds, processor = float(event["seconds"]), float(event["cpu_seconds"])
    if not isinstance(part, ClassPictures):
        return InsightAnswer(subject, part, seconds, processor)
    verdicts = tuple(subject.judge(picture) for picture in (*part.fooling, *part.dreams))
    return InsightAnswer(subject, part, seconds, processor, verdicts)


def _read_part(path: Path) -> InsightPart:
    try:
        return from_arrays(arrays.read(path))
    except (OSError, FileError) as error:
        raise ModelError("The look into the networks cannot be read.", hint="Try again.") from error
