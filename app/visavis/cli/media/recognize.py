"""`visavis recognize`: names the faces in pictures, folders and videos."""

import argparse
import contextlib
import dataclasses
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from visavis.cli.command import Commands, Context, Parser, emit, positive_integer, progress, say, say_error
from visavis.cli.live import add_pipeline_options, threshold_settings
from visavis.cli.media.picture_paths import pictures_below
from visavis.errors import PictureError, SourceError
from visavis.escaping import line
from visavis.factory.detectors import STILLS
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
from visavis.imaging import codec, media
from visavis.imaging.frames import Frame
from visavis.imaging.video import h264
from visavis.people.names import shown_name
from visavis.pipeline import Analysis, Pipeline
from visavis.process import signals
from visavis.process.extras import VIDEO
from visavis.process.handover import read_ahead
from visavis.recognition.match import Match
from visavis.sources import VideoFile, open_source
from visavis.tagging.spans import SpanCollector
from visavis.tagging.tagger import is_video
from visavis.tracking import OFFLINE, FixedBudget, Tracker, backfill_names


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("recognize", parents=[shared], help="name the faces in pictures, folders and videos")
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", type=Path, help="a picture, a folder of pictures, or a video"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object per picture or frame on stdout")
    parser.add_argument("--annotate", metavar="DIR", type=Path, help="write annotated copies to DIR")
    parser.add_argument(
        "--top",
        metavar="N",
        type=positive_integer,
        help="also the N best candidates for each face, with their scores; with --json: candidates",
    )
    add_pipeline_options(parser)
    parser.set_defaults(command=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    loader = NetworkLoader(context.folders, arguments.device, say)
    threshold = threshold_settings(context.folders, arguments.strictness)
    pipeline = create_pipeline(loader, arguments.cascade or STILLS, arguments.model, *threshold)
    if pipeline.model is None:
        say("No model is in use: every face is unknown. Enroll people, then: visavis train.")
    if arguments.top:
        pipeline = pipeline.with_candidates(arguments.top)
    if arguments.annotate and any(map(is_video, arguments.paths)) and not h264.is_available():
        say(f"Videos are written without sound, and not as H.264. For both: {VIDEO.command}")
    with contextlib.ExitStack() as stack:
        annotate = (
            stack.enter_context(_open_annotator(arguments.annotate, arguments.paths)) if arguments.annotate else None
        )
        read = 0
        for path in arguments.paths:
            is_still = not is_video(path)
            presence = SpanCollector()
            try:
                for analysis in analyze(path, pipeline, pictures=annotate is not None):
                    read += 1
                    presence.add(analysis)
                    if arguments.json:
                        emit(analysis.as_json(has_candidates=arguments.top is not None))
                    else:
                        print(_summary(analysis), flush=True)
                    if annotate:
                        annotate(analysis, is_still)
                if not is_still:
                    say(_presence(path, presence))
            except (PictureError, SourceError) as error:
                say_error(error)
    if not read:
        raise PictureError("Nothing could be read.", hint=media.HINT)
    return 0


@contextlib.contextmanager
def _open_annotator(folder: Path, sources: Sequence[Path]) -> Iterator[Callable[[Analysis, bool], None]]:
    """Give a function that writes an annotated frame into a folder, as a still or as one of a video; sources stay."""
    from visavis.imaging.recorder import Recorder

    with signals.hold_interrupts():
        from visavis.ui.live.annotator import Annotator  # Qt draws names in any script

    draw = Annotator()
    with Recorder(folder, sources) as recording:
        yield lambda analysis, is_still: recording.add(analysis.frame, draw(analysis), is_still=is_still)


def analyze(path: Path, pipeline: Pipeline, *, pictures: bool) -> Iterator[Analysis]:
    """Analyze a picture, all pictures below a folder, or a video.

    A frame of a video is yielded when its tracks have ended, with names backfilled: a track has its final name from its
    first frame on. These analyses have no images, unless `pictures`: then the video is decoded a second time, some
    seconds behind.

    Raises
    ------
    PictureError, SourceError
        If it cannot be read.
    """
    count = VideoFile(path, paced=False).frame_count() if is_video(path) else None
    frames = progress(read_frames(path), path.name, count)
    if not is_video(path):
        yield from map(pipeline, frames)
        return
    analyses = backfill_names(map(Tracker(pipeline, FixedBudget(OFFLINE)), frames), pipeline.final)
    if not pictures:
        yield from analyses
        return
    for analysis, frame in zip(analyses, read_frames(path), strict=False):
        yield dataclasses.replace(analysis, frame=frame)


def read_frames(path: Path) -> Iterator[Frame]:
    """Read the frames of a picture, of all pictures below a folder, or of a video.

    Raises
    ------
    PictureError, SourceError
        If it cannot be read. In a folder, unreadable pictures are reported and skipped.
    """
    if path.is_dir():
        yield from _read_pictures(pictures_below(path))
    elif is_video(path):
        yield from read_ahead(open_source(str(path), paced=False))
    else:
        yield _read_picture(path)


def _read_pictures(paths: Iterable[Path]) -> Iterator[Frame]:
    for path in paths:
        try:
            yield _read_picture(path)
        except PictureError as error:
            say(f"visavis: {error}")


def _read_picture(path: Path) -> Frame:
    return Frame(codec.read(path), time.monotonic(), source=str(path))


def _summary(analysis: Analysis) -> str:
    found = [
        f"{shown_name(answer.match.name)} ({answer.match.score:.2f}){_candidates(answer.match)}"
        for answer in analysis.answers
    ]
    return f"{line(analysis.frame.source)} [{analysis.frame.index}]: {', '.join(found) or 'no faces'}"


def _candidates(match: Match) -> str:
    """The candidates in brackets; empty if none are listed."""
    listed = [f"{shown_name(name)} {score:.2f}" for name, score in match.candidates]
    return f" [{', '.join(listed)}]" if listed else ""


def _presence(path: Path, presence: SpanCollector) -> str:
    """Who is in a video, and when, in one line."""
    found = [
        f"{shown_name(name)} {', '.join(f'{span.start:.1f}-{span.end:.1f} s' for span in spans)}"
        for name, spans in presence.spans().items()
    ]
    return f"{line(path)}: {'; '.join(found) or 'nobody who is known'}."
