"""Pictures and videos made of a tagged file: labeled, redacted, and each person's scenes."""

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image
from visavis.imaging.video.output import VideoOutput, open_video
from visavis.people.names import slug_of
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import Match
from visavis.storage import disk
from visavis.tagging.face_log import FRAME, NAME, TRACK
from visavis.tagging.redaction import HiddenFaces, Redaction
from visavis.tagging.spans import Span
from visavis.tagging.tagger import TaggedFile

#: What follows the name of the source in the names of labeled and redacted copies.
LABELED, REDACTED = ".labeled", ".redacted"
#: Folder of the scenes.
CLIPS = "clips"

Label = Callable[[Analysis], Image]
"""Returns a copy of an analyzed frame with boxes and names."""


@dataclass(frozen=True, slots=True)
class RenditionOptions:
    """What is made of each file."""

    label: Label | None = None  #: what labels frames; None: no labeled copy
    hidden: HiddenFaces | None = None  #: whose faces are hidden in a redacted copy; None: there is no such copy
    clips: bool = False  #: whether to write the scenes of each person; with hidden faces, these are hidden there, too

    @property
    def is_empty(self) -> bool:
        return self.label is None and self.hidden is None and not self.clips


@dataclass(frozen=True, slots=True)
class _Clip:
    """A part of a video that is being written."""

    span: Span
    output: VideoOutput


def render_video(
    tagged: TaggedFile, frames: Iterable[Frame], folder: Path, stem: str, options: RenditionOptions
) -> None:
    """Write what is made of a video.

    Parameters
    ----------
    frames : iterable of Frame
        Of the same video, once more.
    stem : str
        The name of the files to be written, without an extension.

    Raises
    ------
    DiskError
        If a file cannot be written. What was finished stays.
    """
    log, source = tagged.log, tagged.path
    redact = Redaction(log, options.hidden) if options.hidden else None
    waiting = _planned_clips(tagged, folder, stem) if options.clips else []
    with contextlib.ExitStack() as stack:
        labeled = _open(stack, folder / f"{stem}{LABELED}.mp4", source) if options.label else None
        redacted = _open(stack, folder / f"{stem}{REDACTED}.mp4", source) if redact else None
        active: list[_Clip] = []
        for frame in frames:
            if frame.index >= len(log.times):
                break
            if labeled and options.label:
                labeled.add(frame, options.label(analysis_of(tagged, frame)))
            image = redact(frame.image, frame.index) if redact else frame.image
            if redacted:
                redacted.add(frame, image)
            while waiting and waiting[-1][0].start <= frame.time:
                span, path = waiting.pop()
                active.append(_Clip(span, _open(stack, path, source, span.start)))
            for clip in active:
                if frame.time < clip.span.end:
                    clip.output.add(frame, image)
                else:
                    clip.output.close()
            active = [clip for clip in active if frame.time < clip.span.end]
        for output in (labeled, redacted, *(clip.output for clip in active)):
            if output:
                output.close()


def render_picture(tagged: TaggedFile, frame: Frame, options: RenditionOptions) -> dict[str, Image]:
    """The pictures that are made of a picture, by what follows its name."""
    made: dict[str, Image] = {}
    if options.label:
        made[LABELED] = options.label(analysis_of(tagged, frame))
    if options.hidden:
        made[REDACTED] = Redaction(tagged.log, options.hidden)(frame.image, 0)
    return made


def analysis_of(tagged: TaggedFile, frame: Frame) -> Analysis:
    """What is known of a frame, with its final names, those of guests included."""
    log = tagged.log
    first, end = np.searchsorted(log.faces[:, FRAME], (frame.index, frame.index + 1))
    answers = []
    for row, score in zip(log.faces[first:end].tolist(), log.scores[first:end].tolist(), strict=True):
        name = log.names[row[NAME]] if row[NAME] >= 0 else None
        guest = tagged.guests.get(row[TRACK]) if name is None else None
        answers.append(Answer(Face(Box(*row[3:])), Match(name, score, name), row[TRACK], guest=guest))
    return Analysis(frame, tuple(answers))


def _planned_clips(tagged: TaggedFile, folder: Path, stem: str) -> list[tuple[Span, Path]]:
    """The scenes of each person and where they go, the last one first."""
    planned: list[tuple[Span, Path]] = []
    slugs: list[str] = []
    for person in tagged.tags.people:
        slugs.append(slug_of(person.name, slugs))
        planned += [
            (span, folder / CLIPS / slugs[-1] / f"{stem}-{number:03}.mp4")
            for number, span in enumerate(person.spans, start=1)
        ]
    return sorted(planned, reverse=True, key=lambda item: item[0])


def _open(stack: contextlib.ExitStack, path: Path, source: Path, start: float = 0.0) -> VideoOutput:
    """Begin a video; what is not closed when the stack ends is discarded."""
    disk.make_private(path.parent)
    output = open_video(path, source, start)
    stack.callback(output.discard)
    return output
