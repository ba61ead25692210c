"""`visavis classify`: says what whole pictures show, without looking for faces."""

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from visavis.classification.classifier import Classifier, answer_record
from visavis.cli.command import Commands, Context, Parser, emit, positive_integer, say, say_error
from visavis.cli.live import threshold_settings
from visavis.cli.media.picture_paths import pictures_below
from visavis.errors import PictureError, VisavisError
from visavis.escaping import line
from visavis.imaging import codec, media
from visavis.imaging.frames import Frame
from visavis.models.store import ModelStore
from visavis.networks.engine import DEVICES
from visavis.process import signals
from visavis.process.mailbox import newest
from visavis.recognition.match import Match
from visavis.scoring.thresholds import STRICTNESSES
from visavis.sources import Persistent, open_source

#: What is printed for a picture that is like no class enough.
_UNKNOWN = "unknown"


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("classify", parents=[shared], help="say what whole pictures show, without face search")
    parser.description = "Classifies whole pictures by a model that visavis train --whole DIR made."
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="a picture, or a folder of pictures")
    parser.add_argument("--source", metavar="S", help="instead of PATH: every frame of a camera, file, stream or demo")
    parser.add_argument("--max-frames", metavar="N", type=positive_integer, help="stop after N frames (with --source)")
    parser.add_argument("--model", metavar="ID", help="a model of whole pictures other than the newest one")
    parser.add_argument("--device", choices=DEVICES, default="auto", help="where the network runs")
    parser.add_argument("--strictness", choices=STRICTNESSES, help="how sure a class must be (default: balanced)")
    parser.add_argument("--json", action="store_true", help="one JSON object per picture or frame on stdout")
    parser.set_defaults(command=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    if bool(arguments.paths) == bool(arguments.source):
        raise VisavisError(
            "classify takes pictures or a source, and one of the two.",
            hint="Name pictures or folders, or a source: visavis classify --source 0.",
        )
    strictness, _ = threshold_settings(context.folders, arguments.strictness)
    classifier = Classifier.load(ModelStore(context.folders.models), arguments.model, arguments.device, strictness)
    say(f"Model {classifier.model}, {len(classifier.classes)} classes.")
    frames = _read_source(arguments.source) if arguments.source else _read_pictures(arguments.paths)
    count = 0
    for frame in frames:
        answer = classifier(frame.image)
        if arguments.json:
            place = {"frame": frame.index, "time": round(frame.time, 3)} if arguments.source else {}
            emit({"source": frame.source, **place, **answer_record(answer)})
        else:
            print(_row(frame, answer, is_numbered=arguments.source is not None), flush=True)
        count += 1
        if count == arguments.max_frames:
            break
    if not count:
        raise PictureError("Nothing could be read.", hint=media.PICTURE_HINT)
    return 0


def _read_pictures(paths: list[Path]) -> Iterator[Frame]:
    """Read pictures, and all below folders. What cannot be read is named and counted."""
    failed = 0
    for path in paths:
        try:
            found = pictures_below(path) if path.is_dir() else (path,)
        except PictureError as error:
            say_error(error)
            continue
        for each in found:
            try:
                yield Frame(codec.read(each), time.monotonic(), source=str(each))
            except PictureError as error:
                failed += 1
                say_error(error)
    if failed:
        say(f"visavis: {failed} {'picture' if failed == 1 else 'pictures'} could not be read.")


def _read_source(text: str) -> Iterator[Frame]:
    """The frames of a source: all of a file, the newest one of a camera."""
    source = open_source(text, paced=False)
    is_live = source.live
    signals.exit_from_blocked_calls()  # a file may lie on a disk that does not answer
    persistent = Persistent(lambda: source, on_status=_say_status)
    yield from newest(persistent, persistent.stop) if is_live else persistent


def _say_status(error: VisavisError | None) -> None:
    """Print that a live source failed, or that it delivers again."""
    say(f"visavis: {error} {error.hint}".rstrip() if error else "visavis: The source delivers pictures again.")


def _row(frame: Frame, answer: Match, *, is_numbered: bool) -> str:
    """One line of the table for people: the class, its score, the runner-up, the picture."""
    best = answer.best if answer.name is None else ""
    second = f"then {answer.runner_up[0]} ({answer.runner_up[1]:.2f})" if answer.runner_up else ""
    shown = f"{answer.name or _UNKNOWN:20} {answer.score:5.2f}  {f'most like {best}' if best else second:34}"
    place = f" [{frame.index}]" if is_numbered else ""
    return line(f"{shown} {frame.source}{place}")
