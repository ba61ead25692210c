"""`visavis tag`: who is in videos and pictures, and when."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from visavis.cli.command import Commands, Context, Parser, emit, progress, say, say_error
from visavis.cli.live import add_pipeline_options, threshold_settings
from visavis.cli.media.picture_paths import media_below
from visavis.errors import PictureError, SourceError
from visavis.escaping import line
from visavis.factory.detectors import STILLS
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline, create_tagging_pipeline
from visavis.factory.store_watch import StoreState
from visavis.imaging import media
from visavis.imaging.frames import Frame
from visavis.people.names import shown_name
from visavis.sources import VideoFile
from visavis.tagging.file_tags import FileTags
from visavis.tagging.folder import OutputFolder
from visavis.tagging.guests import GuestBook
from visavis.tagging.tagger import Tagger


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("tag", parents=[shared], help="say who is in videos and pictures, and when")
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a video, a picture, or a folder of them")
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder for the results")
    parser.add_argument("--json", action="store_true", help="one JSON object per file on stdout")
    add_pipeline_options(parser)
    parser.set_defaults(command=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    loader = NetworkLoader(context.folders, arguments.device, say)
    threshold = threshold_settings(context.folders, arguments.strictness)
    state = StoreState.read(context.folders)
    named = create_pipeline(loader, arguments.cascade or STILLS, arguments.model, *threshold)
    if named.model is None:
        say("No model is in use: everybody is a guest. Enroll people, then: visavis train.")
    pipeline, embed = create_tagging_pipeline(named, loader)
    folder = OutputFolder(arguments.out)
    tagger = Tagger(pipeline, embed, GuestBook(pipeline.recognize.names), folder.path, repr(state), _follow)
    read = 0
    for path in _files(arguments.paths, arguments.out):
        try:
            tagged = tagger(path)
        except (PictureError, SourceError) as error:
            say_error(error)
            values = {"source": str(path), "error": f"{error} {error.hint}".strip()}
            folder.add_error(values)
            if arguments.json:
                emit(values)
            continue
        read += 1
        folder.write(tagged)
        if arguments.json:
            emit(tagged.tags.as_json())
        else:
            print(_summary(tagged.tags))
    if not read:
        raise PictureError("Nothing could be read.", hint=media.HINT)
    folder.finish()
    tagger.finish()
    return 0


def _files(paths: Iterable[Path], out: Path) -> Iterator[Path]:
    """The files of a call, those of folders included; what is in the folder of the results is left out."""
    for path in paths:
        if path.is_dir():
            yield from media_below(path, out)
        else:
            yield path


def _follow(frames: Iterable[Frame], video: VideoFile) -> Iterator[Frame]:
    """The frames of a video, with a progress bar that says how much time is left."""
    return progress(frames, Path(video.name).name, video.frame_count())


def _summary(tags: FileTags) -> str:
    """Who is in a file, on some lines: the label, then each person with their spans."""
    label = f"mostly {shown_name(tags.label)}" if tags.label is not None else "nobody in particular"
    lines = [f"{line(tags.source)}: {label}"]
    for person in tags.people:
        name = line(person.name) if person.is_guest else line(shown_name(person.name))
        spans = ", ".join(f"{span.start:.1f}-{span.end:.1f}" for span in person.spans)
        when = f" {person.screen_time:.1f} s ({spans})" if tags.is_video else ""
        lines.append(f"  {name}:{when} {person.confidence:.2f}")
    return "\n".join(lines)
