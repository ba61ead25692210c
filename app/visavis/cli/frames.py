"""`visavis frames`: pictures out of a video."""

import argparse
import itertools
from pathlib import Path

from visavis.cli.command import Commands, Context, Parser, count, progress, tell
from visavis.imaging import codec
from visavis.sources import VideoFile


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("frames", parents=[shared], help="pictures out of a video")
    parser.add_argument("video", metavar="VIDEO", type=Path, help="a video file")
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="where to put them; created if missing")
    parser.add_argument("--every", metavar="N", type=count, default=1, help="every N-th frame, from the first (1)")
    parser.add_argument("--max", metavar="N", type=count, help="at most N pictures")
    parser.add_argument("--json", action="store_true", help="the result as one JSON object on stdout")
    parser.set_defaults(command=run)


def run(_: Context, arguments: argparse.Namespace) -> int:
    """Write JPEG files that sort as the frames do: each has its frame's number, from 0, in its name."""
    end = (arguments.max - 1) * arguments.every + 1 if arguments.max else None
    frames = itertools.islice(VideoFile(arguments.video, paced=False), 0, end, arguments.every)
    written = 0
    for frame in progress(frames, "frames", arguments.max):
        codec.write(arguments.out / f"{arguments.video.stem}-{frame.index:06}.jpg", frame.image)
        written += 1
    told = {"folder": str(arguments.out), "pictures": written}
    return tell(arguments, told, f"{written} {'picture' if written == 1 else 'pictures'} in {arguments.out}.")
