"""The work for one file, as a pure function of a file and a pipeline: the same in a process and on a cluster.

Arguments and results are plain bytes, texts, numbers and JSON. So even a worker with another version of the program can
read the request, and answer that its version differs.
"""

import contextlib
import hashlib
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypedDict

from visavis.errors import PictureError, SourceError, VisavisError
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipeline_snapshot import PipelineSnapshot
from visavis.factory.pipelines import FaceEmbedder, create_tagging_pipeline
from visavis.imaging.frames import Frame
from visavis.messages import Message
from visavis.pipeline import Pipeline
from visavis.sources import VideoFile
from visavis.storage.paths import DataFolders
from visavis.tagging import log_file
from visavis.tagging.engines.engine import MAX_ATTEMPTS, WatchedFile
from visavis.tagging.engines.program_version import program_versions
from visavis.tagging.tagger import watch

#: Seconds between two reports of how far a file is.
_REPORT_S = 1.0

Reply = dict[str, Any]
"""One of: {"log": bytes}; {"error": ..., "hint": ...}, why this file cannot be read; {"refused": ..., "hint": ...}, why
this worker cannot do it. Each but the first is a `Message` as JSON."""


class FileRecord(TypedDict):
    """Which file is meant."""

    path: str  #: absolute
    source: str  #: as the user gave it
    size: int  #: in bytes


class EngineError(VisavisError):
    """The processes or the cluster cannot do the work. What is done is kept."""


@dataclass(slots=True)
class _Current:
    """The pipeline that a thread built last; the networks of one must not be run by several threads."""

    key: bytes = b""
    built: tuple[Pipeline, FaceEmbedder] | None = None


_current = threading.local()


def watch_file(
    snapshot: bytes,
    file: FileRecord,
    versions: Mapping[str, str],
    worker: str,
    folders: DataFolders | None = None,
    report: Callable[[float], None] = lambda _: None,
) -> Reply:
    """Watch one file.

    Parameters
    ----------
    snapshot : bytes
        Of the pipeline (`PipelineSnapshot.encode`).
    file : mapping
        Which one (`file_record`).
    versions : mapping of str to str
        Of the program that asks (`program_versions`).
    worker : str
        The name of this process, for errors.
    folders : DataFolders, optional
        Where the cache is. By default, that of this user.
    report : callable
        Takes the share that was watched, about once a second.
    """
    try:
        require_versions(versions, worker)
        require_file(file, worker)
        pipeline, embed = _load_pipeline(snapshot, folders or DataFolders.of_user())
    except VisavisError as error:
        return {"refused": error.message.to_json(), "hint": error.hint.to_json()}
    try:
        log = watch(Path(file["path"]), pipeline, embed, lambda frames, video: report_frames(frames, video, report))
    except (PictureError, SourceError) as error:
        return {"error": error.message.to_json(), "hint": error.hint.to_json()}
    return {"log": log_file.encode(replace(log, source=file["source"]))}


def file_record(path: Path) -> FileRecord:
    """What a worker is told of a file. One that is gone has no size, and the worker says that it does not see it."""
    size = -1
    with contextlib.suppress(OSError):
        size = path.stat().st_size
    return {"path": str(path.absolute()), "source": str(path), "size": size}


def require_versions(wanted: Mapping[str, str], worker: str) -> None:
    """Check that this process has the versions of the one that asks.

    Raises
    ------
    EngineError
        If not: it may give other answers.
    """
    own = program_versions()
    for name in wanted:
        if own.get(name) != wanted[name]:
            raise EngineError(
                "Worker {worker} has {name} {own}, and this computer has {wanted}.",
                hint="Install the same versions on all computers of the cluster, then start its workers again.",
                worker=worker,
                name=name,
                own=own.get(name, "-"),
                wanted=wanted[name],
            )


def require_file(file: FileRecord, worker: str) -> None:
    """Check that this process sees the file that is meant.

    Raises
    ------
    EngineError
        If there is none, or another one.
    """
    hint = Message("Put the files into a folder that all workers have under the same path.")
    path = file["path"]
    try:
        size = os.stat(path).st_size
    except OSError as error:
        raise EngineError("Worker {worker} does not see {path}.", hint=hint, worker=worker, path=path) from error
    if size != file["size"]:
        raise EngineError("Worker {worker} sees another file at {path}.", hint=hint, worker=worker, path=path)


def to_watched(path: Path, reply: Reply) -> WatchedFile:
    """What came of a file.

    Raises
    ------
    EngineError
        If the worker could not do it.
    """
    if "log" in reply:
        return WatchedFile(path, reply["log"])
    hint = Message.from_json(reply["hint"])
    if "refused" in reply:
        raise EngineError(Message.from_json(reply["refused"]), hint=hint)
    return WatchedFile(path, error=PictureError(Message.from_json(reply["error"]), hint=hint))


def given_up(path: Path) -> WatchedFile:
    """What comes of a file whose process died too often."""
    error = PictureError(
        "The process that read {path} died {attempts} times.",
        hint="Perhaps the file is damaged, or memory is short.",
        path=path,
        attempts=MAX_ATTEMPTS,
    )
    return WatchedFile(path, error=error)


def _load_pipeline(snapshot: bytes, folders: DataFolders) -> tuple[Pipeline, FaceEmbedder]:
    """The pipeline of a snapshot, built once a thread."""
    current: _Current = getattr(_current, "pipeline", None) or _Current()
    key = hashlib.sha256(snapshot).digest()
    if current.built is None or current.key != key:
        taken = PipelineSnapshot.decode(snapshot)
        loader = NetworkLoader(folders, taken.device)
        current = _Current(key, create_tagging_pipeline(taken.build(loader), loader))
        _current.pipeline = current
    assert current.built is not None
    return current.built


def report_frames(frames: Iterable[Frame], video: VideoFile, report: Callable[[float], None]) -> Iterator[Frame]:
    """The frames of a video, whose number is reported now and then."""
    count, said = video.frame_count() or 0, time.monotonic()
    for frame in frames:
        if count and time.monotonic() - said >= _REPORT_S:
            said = time.monotonic()
            report(min(frame.index / count, 1.0))
        yield frame
