"""`visavis recognize`: who is in pictures, folders and videos."""

import argparse
import dataclasses
import logging
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from visavis import images
from visavis.assembly import Assembler
from visavis.cli.command import Commands, Context, Parser, emit, progress, say
from visavis.cli.live import add_pipeline_options, line
from visavis.errors import PictureError, SourceError, VisavisError
from visavis.frames import Frame
from visavis.pipeline import Analysis, Pipeline
from visavis.sources import open_source
from visavis.tracking import THOROUGH, Follower, Steady, settled

_log = logging.getLogger(__name__)


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("recognize", parents=[shared], help="name the faces in pictures, folders, videos")
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a picture, a folder, a video")
    parser.add_argument("--json", action="store_true", help="one JSON object a picture or frame on stdout")
    parser.add_argument("--annotate", metavar="DIR", type=Path, help="write copies with the faces marked into DIR")
    add_pipeline_options(parser)
    parser.set_defaults(command=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    assembler = Assembler(context.folders, arguments.device, say, *line(context.folders, arguments.strictness))
    pipeline = assembler.pipeline(arguments.cascade or "stills", arguments.model)
    if pipeline.model is None:
        say("No model is in use: every face is unknown. Enroll people, then: visavis train.")
    recording = annotate = None
    if arguments.annotate:
        from visavis.recording import Recording
        from visavis.ui.annotation import Annotator  # Qt draws the names, in any script

        recording, annotate = Recording(arguments.annotate), Annotator()
    read = 0
    unreadable: list[VisavisError] = []
    for path in arguments.paths:
        try:
            for analysis in analyses_of(path, pipeline, unreadable, pictures=recording is not None):
                read += 1
                if arguments.json:
                    emit(analysis.line())
                else:
                    print(_sentence(analysis))
                if recording and annotate:
                    recording.add(analysis.frame, annotate(analysis))
        except VisavisError as error:
            if not isinstance(error, PictureError | SourceError):
                raise
            unreadable.append(error)
            say(f"visavis: {error} {error.hint}".rstrip())
    if recording:
        recording.close()
    if not read:
        raise PictureError("Nothing could be read.", hint="Give pictures (JPEG, PNG, WebP, BMP), folders, or videos.")
    return 0


def analyses_of(
    path: Path, pipeline: Pipeline, unreadable: list[VisavisError], *, pictures: bool
) -> Iterator[Analysis]:
    """What is in a picture, in all pictures below a folder, or in a video.

    A video is looked through until its tracks end, so that each has its name from the start; the analyses of its frames
    come without their pictures, unless these are wanted: then the video is read a second time, some seconds behind.

    Raises
    ------
    PictureError, SourceError
        If it cannot be read.
    """
    frames = progress(frames_of(path, unreadable), path.name)
    if not _is_video(path):
        yield from map(pipeline, frames)
        return
    analyses = settled(map(Follower(pipeline, Steady(THOROUGH)), frames))
    if not pictures:
        yield from analyses
        return
    for analysis, frame in zip(analyses, frames_of(path, unreadable), strict=False):
        yield dataclasses.replace(analysis, frame=frame)


def frames_of(path: Path, unreadable: list[VisavisError]) -> Iterator[Frame]:
    """The frames of a picture, of all pictures below a folder, or of a video.

    Raises
    ------
    PictureError, SourceError
        If it cannot be read. In a folder, unreadable pictures are told, added to `unreadable` and skipped.
    """
    if path.is_dir():
        yield from _pictures(sorted(p for p in path.rglob("*") if images.is_picture(p) and p.is_file()), unreadable)
    elif _is_video(path):
        yield from open_source(str(path), paced=False)
    else:
        yield _picture(path)


def _is_video(path: Path) -> bool:
    return path.exists() and not path.is_dir() and not images.is_picture(path)


def _pictures(paths: Iterable[Path], unreadable: list[VisavisError]) -> Iterator[Frame]:
    for path in paths:
        try:
            yield _picture(path)
        except PictureError as error:
            unreadable.append(error)
            say(f"visavis: {error}")


def _picture(path: Path) -> Frame:
    return Frame(images.read(path), time.monotonic(), source=str(path))


def _sentence(analysis: Analysis) -> str:
    found = [f"{answer.match.name or 'unknown'} ({answer.match.score:.2f})" for answer in analysis.answers]
    return f"{analysis.frame.source} [{analysis.frame.index}]: {', '.join(found) or 'no faces'}"
