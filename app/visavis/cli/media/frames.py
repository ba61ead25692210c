"""`visavis frames`: extracts pictures from a video."""

import argparse
import itertools
from pathlib import Path

from visavis.cli.command import Commands, Context, Parser, positive_integer, progress, report
from visavis.imaging import codec
from visavis.sources import VideoFile


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("frames", parents=[shared], help="extract pictures from a video")
    parser.add_argument("video", metavar="VIDEO", type=Path, help="a video file")
    parser.add_argument(
        "--out", metavar="DIR", type=Path, required=True, help="folder for the pictures; created if missing"
    )
    parser.add_argument(
        "--every",
        metavar="N",
        type=positive_integer,
        default=1,
        help="every N-th frame, starting with the first (default: 1)",
    )
    parser.add_argument("--max", metavar="N", type=positive_integer, help="at most N pictures")
    parser.add_argument("--json", action="store_true", help="the result as one JSON object on stdout")
    parser.set_defaults(command=run)


def run(_: Context, arguments: argparse.Namespace) -> int:
    """Write JPEG files named by the index of the frame, from 0, so that they sort in the order of the frames."""
    end = (arguments.max - 1) * arguments.every + 1 if arguments.max else None
    frames = itertools.islice(VideoFile(arguments.video, paced=False), 0, end, arguments.every)
    written = 0
    for frame in progress(frames, "frames", arguments.max):
        codec.write(arguments.out / f"{arguments.video.stem}-{frame.index:06}.jpg", frame.image)
        written += 1
    values = {"folder": str(arguments.out), "pictures": written}
    return report(arguments, values, f"{written} {'picture' if written == 1 else 'pictures'} in {arguments.out}.")
