"""What the user says about a tagged video: whose an appearance is. The tags follow from it, without watching again."""

import shutil
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from visavis.imaging.frames import Frame
from visavis.pipeline import Pipeline
from visavis.process.handover import read_ahead
from visavis.sources import VideoFile
from visavis.storage import disk
from visavis.tagging.face_log import FRAME, NAME, TRACK, FaceLog
from visavis.tagging.file_tags import tag
from visavis.tagging.guests import GuestBook
from visavis.tagging.renditions import RenditionOptions
from visavis.tagging.spans import Span
from visavis.tagging.tagger import TaggedFile
from visavis.tagging.tracklets import EmbedFaces
from visavis.tagging.watching import watch_video

#: Folder of what is kept of an export until it is complete, inside the folder of the outputs.
_UNFINISHED = ".unfinished"
#: Seconds between two reports of progress.
_REPORT_INTERVAL_S = 0.2

Report = Callable[[float], bool]
"""Is given how much of the work is done, 0..1; returns whether to go on."""


class StoppedError(Exception):
    """The user stopped the work."""


def tag_video(path: Path, pipeline: Pipeline, embed: EmbedFaces, report: Report) -> TaggedFile | None:
    """Tell who is in a video; None if the user stopped it.

    Parameters
    ----------
    embed : callable
        Embeds the faces of unknown people, so that they can be compared with each other.
    report : callable
        Called some times a second, on the same thread.

    Raises
    ------
    SourceError
        If it cannot be read.
    """
    video = VideoFile(path, paced=False)
    has_own_space = pipeline.recognize.embedding_space is not None
    try:
        log = watch_video(_watch(read_ahead(video), video, report), pipeline, None if has_own_space else embed)
    except StoppedError:
        return None
    tags, guests = tag(log, GuestBook(pipeline.recognize.names))
    return TaggedFile(path, log, tags, guests, path.with_name(_UNFINISHED))


def tracks_of(tagged: TaggedFile, name: str, span: Span) -> set[int]:
    """The tracks of somebody, known or a guest, in one of their spans."""
    log = tagged.log
    inside = _frames_in(log, span)
    number = log.names.index(name) if name in log.names else None
    theirs = log.faces[:, NAME] == number if number is not None else np.zeros(len(log.faces), bool)
    guests = [track for track, guest in tagged.guests.items() if guest == name]
    theirs = theirs | ((log.faces[:, NAME] < 0) & np.isin(log.faces[:, TRACK], guests))
    return {int(track) for track in log.faces[theirs & inside, TRACK]}


def best_moment(tagged: TaggedFile, tracks: Collection[int], span: Span) -> tuple[int, int]:
    """The frame in which somebody is seen best in a span, and the track there."""
    log = tagged.log
    best = max(tracks, key=lambda track: log.tracks[track].best_rank)
    frames = log.frames_of(best)
    times = log.times[frames]
    frames = frames[(times >= span.start) & (times <= span.end)]
    wanted = log.tracks[best].best_frame
    return int(frames[np.abs(frames - wanted).argmin()]), best


def rename_tracks(tagged: TaggedFile, tracks: Collection[int], name: str | None) -> TaggedFile:
    """The same file, in which these tracks are somebody's; None: nobody's.

    Who was said to be there is there surely.
    """
    log = tagged.log
    names = log.names if name is None or name in log.names else (*log.names, name)
    faces, scores = log.faces.copy(), log.scores.copy()
    said = np.isin(faces[:, TRACK], list(tracks))
    faces[said, NAME] = -1 if name is None else names.index(name)
    scores[said] = 0.0 if name is None else 1.0
    kept = {track: guest for track, guest in tagged.guests.items() if track not in tracks}
    changed = _without_unused_names(replace(log, names=names, faces=faces, scores=scores))
    tags, guests = tag(changed, lambda _: kept)
    return replace(tagged, log=changed, tags=tags, guests=guests)


def export(tagged: TaggedFile, folder: Path, options: RenditionOptions, report: Report) -> bool:
    """Write what `visavis tag` writes about a video; False if the user stopped it, and what was finished stays.

    Raises
    ------
    DiskError
        If a file cannot be written.
    SourceError
        If the video cannot be read again.
    """
    from visavis.tagging.folder import OutputFolder  # with all kinds of outputs: the window starts without it

    output = OutputFolder(folder, [tagged.path], options, lambda frames, video: _watch(frames, video, report))
    unfinished = folder / _UNFINISHED
    try:
        output.write(replace(tagged, notes=unfinished / "reviewed.npz"))
    except StoppedError:
        return False
    finally:
        with disk.translate_errors(folder):
            shutil.rmtree(unfinished, ignore_errors=True)
    output.finish()
    return True


def _watch(frames: Iterable[Frame], video: VideoFile, report: Report) -> Iterator[Frame]:
    """The frames of a video; reports how much of it is done, and stops if that is wanted."""
    reported = float("-inf")
    for frame in frames:
        now = time.monotonic()
        if now - reported >= _REPORT_INTERVAL_S:
            reported = now
            if not report(min(frame.time / video.duration, 1.0) if video.duration else 0.0):
                raise StoppedError
        yield frame


def _frames_in(log: FaceLog, span: Span) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Which faces of a log are in a span."""
    times = log.times[log.faces[:, FRAME]]
    return np.asarray((times >= span.start) & (times < span.end), np.bool_)


def _without_unused_names(log: FaceLog) -> FaceLog:
    """The same log without names that no face has."""
    used = sorted({int(number) for number in log.faces[:, NAME] if number >= 0})
    faces = log.faces.copy()
    for new, old in enumerate(used):
        faces[log.faces[:, NAME] == old, NAME] = new
    return replace(log, names=tuple(log.names[number] for number in used), faces=faces)
