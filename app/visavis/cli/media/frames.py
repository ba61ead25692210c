"""`visavis frames`: extracts pictures from a video."""

import argparse
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from visavis.cli.command import Commands, Context, Parser, positive_integer, progress, report, say
from visavis.imaging import codec
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.people.samples import sample_cut
from visavis.sources import VideoFile

#: Formats of the pictures, by their extensions.
_FORMATS = ("jpg", "png")


@dataclass(frozen=True, slots=True)
class Step:
    """How far apart the extracted frames are: a number of frames, or of seconds."""

    frames: int = 1
    seconds: float | None = None  #: None: `frames` holds

    def select(self, frames: Iterable[Frame]) -> Iterator[Frame]:
        """Yield the first frame, and each that is a step or more after the last multiple of it."""
        due = 0.0
        for frame in frames:
            if self.seconds is None:
                if frame.index % self.frames == 0:
                    yield frame
            elif frame.time >= due - frame.interval / 2:  # the frame nearest that time
                yield frame
                due = self.seconds * (math.floor((frame.time + frame.interval / 2) / self.seconds) + 1)


def step(text: str) -> Step:
    """Parse a step: "10" are frames, "2s" and "0.5s" are seconds."""
    if not text.endswith("s"):
        return Step(frames=positive_integer(text))
    try:
        seconds = float(text[:-1])
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a number of seconds such as 2s or 0.5s, not {text!r}") from None
    if not (math.isfinite(seconds) and seconds > 0):
        raise argparse.ArgumentTypeError(f"must be more than 0 seconds, not {text!r}")
    return Step(seconds=seconds)


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("frames", parents=[shared], help="extract pictures from a video")
    parser.add_argument("video", metavar="VIDEO", type=Path, help="a video file")
    parser.add_argument(
        "--out", metavar="DIR", type=Path, required=True, help="folder for the pictures; created if missing"
    )
    parser.add_argument(
        "--every",
        metavar="N|SECONDSs",
        type=step,
        default=Step(),
        help="every N-th frame, or one every so many seconds, such as 2s or 0.5s, from the first on (default: 1)",
    )
    parser.add_argument("--max", metavar="N", type=positive_integer, help="at most N pictures")
    parser.add_argument(
        "--faces",
        action="store_true",
        help="the faces only, each with a wide margin; frames without one are passed over and counted",
    )
    parser.add_argument("--format", choices=_FORMATS, default="jpg", help="format of the pictures (default: jpg)")
    parser.add_argument("--json", action="store_true", help="the result as one JSON object on stdout")
    parser.set_defaults(command=run)


Cut = Callable[[Frame], Sequence[tuple[str, Image]]]
"""From a frame to the pictures of it, each with the end of its name."""


def run(context: Context, arguments: argparse.Namespace) -> int:
    """Write pictures named by the index of the frame, from 0, so that they sort in the order of the frames.

    Those of faces are numbered from 1 in each frame, from left to right.
    """
    cut = _face_cutter(context) if arguments.faces else _whole_frame
    written = faceless = 0
    frames = arguments.every.select(VideoFile(arguments.video, paced=False))
    for frame in progress(frames, "frames", arguments.max if not arguments.faces else None):
        pictures = cut(frame)
        faceless += not pictures
        for ending, image in pictures:
            if written != arguments.max:
                name = f"{arguments.video.stem}-{frame.index:06}{ending}.{arguments.format}"
                codec.write(arguments.out / name, image)
                written += 1
        if written == arguments.max:
            break
    values = {"folder": str(arguments.out), "pictures": written}
    if arguments.faces:
        values["without_face"] = faceless
        if faceless:
            say(f"No face was found in {faceless} {'frame' if faceless == 1 else 'frames'}.")
    return report(arguments, values, f"{written} {'picture' if written == 1 else 'pictures'} in {arguments.out}.")


def _whole_frame(frame: Frame) -> Sequence[tuple[str, Image]]:
    return [("", frame.image)]


def _face_cutter(context: Context) -> Cut:
    """A function that cuts the faces out of a frame, as samples are cut."""
    from visavis.factory.detectors import STILLS, create_detector
    from visavis.factory.networks import NetworkLoader

    detect = create_detector(NetworkLoader(context.folders, on_progress=say), STILLS)

    def cut(frame: Frame) -> Sequence[tuple[str, Image]]:
        faces = sorted(detect(frame.image), key=lambda face: face.box.left)
        return [(f"-{number}", sample_cut(frame.image, face)) for number, face in enumerate(faces, start=1)]

    return cut
