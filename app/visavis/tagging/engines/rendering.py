"""The copies and scenes of one video, made where it is worked on: in a process, or on a cluster.

The face log of the video is sent along, so the work is a pure function of it and the video. Each file is written whole
or not at all, so whoever dies meanwhile leaves nothing that another attempt does not replace.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from visavis.errors import DiskError, PictureError, SourceError, VisavisError
from visavis.messages import Message
from visavis.process.handover import read_ahead
from visavis.sources import VideoFile
from visavis.storage.paths import DataFolders
from visavis.tagging import kept_tags, log_file
from visavis.tagging.engines.file_task import (
    EngineError,
    FileRecord,
    Reply,
    file_record,
    report_frames,
    require_file,
    require_versions,
)
from visavis.tagging.file_tags import tag
from visavis.tagging.redaction import HiddenFaces
from visavis.tagging.renditions import Label, RenditionOptions, render_video
from visavis.tagging.tagger import TaggedFile

Wait = Callable[[], Reply]
"""Waits for a video, and returns what came of it."""


@dataclass(frozen=True, slots=True)
class RenderingPlan:
    """What is made of each video, and where it is written."""

    folder: Path  #: absolute
    create_label: Callable[[], Label] | None = None  #: a class or a function of a module; None: no labeled copies
    hidden: HiddenFaces | None = None
    clips: bool = False

    @property
    def is_empty(self) -> bool:
        return self.create_label is None and self.hidden is None and not self.clips

    def options(self) -> RenditionOptions:
        label = self.create_label() if self.create_label is not None else None
        return RenditionOptions(label, self.hidden, self.clips)


class RenderRecord(FileRecord):
    """One video, and what is known of it."""

    stem: str  #: of the files to be written
    log: bytes  #: as `log_file.encode` writes it, without embeddings
    guests: Mapping[int, str]  #: by track
    kept: int  #: size of the file of kept tags in the folder, in bytes


class Renderer(Protocol):
    """Makes copies and scenes of videos, several at once."""

    def submit(self, record: RenderRecord) -> Wait:
        """Begin with a video. What is returned raises an `EngineError` if the work cannot be done there."""
        ...

    def close(self) -> None:
        """End the work. What is done is kept."""
        ...


def render_record(tagged: TaggedFile, folder: Path, stem: str) -> RenderRecord:
    """What a worker is told of a video."""
    tracks = {number: replace(summary, vector=None) for number, summary in tagged.log.tracks.items()}
    return {
        **file_record(tagged.path),
        "stem": stem,
        "log": log_file.encode(replace(tagged.log, tracks=tracks)),
        "guests": dict(tagged.guests),
        "kept": (folder / f"{stem}{kept_tags.ENDING}").stat().st_size,
    }


def render_file(
    plan: RenderingPlan,
    file: RenderRecord,
    versions: Mapping[str, str],
    worker: str,
    folders: DataFolders | None = None,
    report: Callable[[float], None] = lambda _: None,
) -> Reply:
    """Make the copies and scenes of one video; parameters as those of `watch_file`."""
    try:
        require_versions(versions, worker)
        require_file(file, worker)
        _require_folder(plan.folder, file, worker)
        options = plan.options()
    except VisavisError as error:
        return {"refused": error.message.to_json(), "hint": error.hint.to_json()}
    except ImportError as error:  # a computer of a cluster may have no Qt
        refused = Message("Worker {worker} cannot write names: {reason}.", worker=worker, reason=str(error))
        return {"refused": refused.to_json(), "hint": Message("").to_json()}
    path = Path(file["path"])
    try:
        log = log_file.decode(file["log"], path)
        tags, guests = tag(log, lambda _: file["guests"])
        video = VideoFile(path, paced=False)
        tagged = TaggedFile(path, log, tags, guests, plan.folder)
        render_video(tagged, report_frames(read_ahead(video), video, report), plan.folder, file["stem"], options)
    except (PictureError, SourceError) as error:
        return {"error": error.message.to_json(), "hint": error.hint.to_json()}
    except DiskError as error:
        return {"disk": error.message.to_json(), "hint": error.hint.to_json()}
    return {"rendered": True}


def is_rendered(reply: Reply) -> bool:
    """Whether a video was done; False if that worker cannot do it.

    Raises
    ------
    PictureError
        If the video cannot be read again.
    DiskError
        If a file cannot be written.
    """
    hint: Any = reply.get("hint")
    if "error" in reply:
        raise PictureError(Message.from_json(reply["error"]), hint=Message.from_json(hint))
    if "disk" in reply:
        raise DiskError(Message.from_json(reply["disk"]), hint=Message.from_json(hint))
    return "rendered" in reply


def refusal(reply: Reply) -> Message:
    """Why a worker cannot do it."""
    return Message.from_json(reply["refused"])


def _require_folder(folder: Path, file: RenderRecord, worker: str) -> None:
    """Check that this process sees the folder of the results, by a file that is there already.

    Raises
    ------
    EngineError
        If not.
    """
    try:
        is_there = (folder / f"{file['stem']}{kept_tags.ENDING}").stat().st_size == file["kept"]
    except OSError:
        is_there = False
    if not is_there:
        raise EngineError("Worker {worker} does not see {folder}.", worker=worker, folder=folder)
