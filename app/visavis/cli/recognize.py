"""`visavis recognize`: who is in pictures, folders and videos."""

import argparse
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
from visavis.pipeline import Analysis
from visavis.sources import open_source

_log = logging.getLogger(__name__)


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("recognize", parents=[shared], help="name the faces in pictures, folders, videos")
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a picture, a folder, a video")
    parser.add_argument("--json", action="store_true", help="one JSON object a picture or frame on stdout")
    parser.add_argument("--annotate", metavar="DIR", type=Path, help="write copies with the faces marked into DIR")
    add_pipeline_options(parser)
    parser.set_defaults(command=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    assembler = Assembler(context.folders, arguments.device, say, *line(context, arguments))
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
            for frame in progress(frames_of(path, unreadable), path.name):
                analysis = pipeline(frame)
                read += 1
                if arguments.json:
                    emit(analysis.line())
                else:
                    print(_sentence(analysis))
                if recording and annotate:
                    recording.add(frame, annotate(analysis))
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


def frames_of(path: Path, unreadable: list[VisavisError]) -> Iterator[Frame]:
    """The frames of a picture, of all pictures below a folder, or of a video.

    Raises
    ------
    PictureError, SourceError
        If it cannot be read. In a folder, unreadable pictures are told, added to `unreadable` and skipped.
    """
    if path.is_dir():
        yield from _pictures(sorted(p for p in path.rglob("*") if images.is_picture(p) and p.is_file()), unreadable)
    elif images.is_picture(path) or not path.exists():
        yield _picture(path)
    else:
        yield from open_source(str(path), paced=False)


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
