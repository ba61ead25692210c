"""`visavis tag`: who is in videos and pictures, and when."""

import argparse
import contextlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from visavis.cli.command import Commands, Context, Parser, emit, progress, say, say_error
from visavis.cli.live import add_pipeline_options, threshold_settings
from visavis.cli.media.picture_paths import media_below
from visavis.cli.media.tag_engine import EngineRun, add_engine_options, require_fitting_options, uses_engine
from visavis.errors import PictureError, SourceError, StoreError
from visavis.escaping import line
from visavis.factory.detectors import STILLS
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipeline_snapshot import PipelineSnapshot
from visavis.factory.pipelines import create_pipeline, create_tagging_pipeline
from visavis.factory.store_watch import StoreState
from visavis.imaging import media
from visavis.imaging.frames import Frame
from visavis.imaging.video import h264
from visavis.people.names import comparison_key, shown_name
from visavis.process import signals
from visavis.process.extras import VIDEO
from visavis.sources import VideoFile
from visavis.tagging.engines.file_task import EngineError
from visavis.tagging.engines.rendering import RenderingPlan
from visavis.tagging.file_tags import FileTags
from visavis.tagging.folder import OutputFolder
from visavis.tagging.guests import GuestBook
from visavis.tagging.outputs.sidecars import SidecarWriter
from visavis.tagging.redaction import HiddenFaces
from visavis.tagging.renditions import Label
from visavis.tagging.tagger import TaggedFile, Tagger

#: The word of `--blur` that a name follows.
_EXCEPT = "except"


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("tag", parents=[shared], help="say who is in videos and pictures, and when")
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a video, a picture, or a folder of them")
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder for the results")
    parser.add_argument("--json", action="store_true", help="one JSON object per file on stdout")
    parser.add_argument("--clips", action="store_true", help="write the scenes of each person, too")
    parser.add_argument("--annotate", action="store_true", help="write copies with boxes and names, too")
    parser.add_argument(
        "--blur", metavar="all|unknown|except NAME", type=_blur, help="write copies with these faces blurred, too"
    )
    parser.add_argument(
        "--xmp",
        action="store_true",
        help="mark the faces of pictures in .xmp files beside them, too",
    )
    parser.rewrite = _join_except
    add_engine_options(parser)
    add_pipeline_options(parser)
    parser.set_defaults(command=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    require_fitting_options(arguments)
    with contextlib.ExitStack() as stack:
        return _run(context, arguments, stack)


def _run(context: Context, arguments: argparse.Namespace, stack: contextlib.ExitStack) -> int:
    loader = NetworkLoader(context.folders, arguments.device, say)
    threshold = threshold_settings(context.folders, arguments.strictness)
    state = StoreState.read(context.folders)
    preset, engine = arguments.cascade or STILLS, None
    if uses_engine(arguments):
        snapshot = PipelineSnapshot.take(loader, preset, arguments.model, *threshold)
        named = snapshot.build(loader)
        engine = EngineRun(arguments, snapshot, context.folders)
        stack.callback(engine.close)
    else:
        named = create_pipeline(loader, preset, arguments.model, *threshold)
    if named.model is None:
        say("No model is in use: everybody is a guest. Enroll people, then: visavis train.")
    pipeline, embed = create_tagging_pipeline(named, loader)
    files = list(_files(arguments.paths, arguments.out))
    sidecars = SidecarWriter() if arguments.xmp else None
    plan = _rendering_plan(arguments, pipeline.recognize.names)
    render = engine.render(plan) if engine else None
    folder = OutputFolder(arguments.out, files, plan.options(), _follow, sidecars, render)
    wait = engine.ahead.await_log if engine else _wait_for_nothing
    tagger = Tagger(pipeline, embed, GuestBook(pipeline.recognize.names), folder.path, repr(state), _follow, wait)
    if engine:
        engine.start(files, tagger)
    done = 0
    begun: deque[Callable[[], None]] = deque()
    try:
        for path in files:
            begun.append(_begin(path, tagger, folder, engine, as_json=arguments.json))
            while len(begun) > (engine.begun if engine else 0):
                begun.popleft()()
                done += 1
        while begun:
            begun.popleft()()
            done += 1
    except BrokenPipeError:  # nobody reads the lines any more; what is done stays, as after an interrupt
        folder.finish()
        raise
    except (KeyboardInterrupt, EngineError):
        folder.finish()
        say(f"Interrupted: {done} of {len(files)} files are done. The same command goes on from there.")
        raise
    if sidecars:
        _tell_sidecars(sidecars)
    if not folder.has_tags:
        raise PictureError("Nothing could be read.", hint=media.HINT)
    folder.finish()
    tagger.finish()
    return 0


def _begin(
    path: Path, tagger: Tagger, folder: OutputFolder, engine: EngineRun | None, *, as_json: bool
) -> Callable[[], None]:
    """Tag one file and begin to write the results. What is returned completes them, and prints a line.

    If the file cannot be read, that is the line.
    """
    begun: tuple[TaggedFile, Callable[[], None]] | PictureError | SourceError
    try:
        tagged = tagger(path)
        begun = tagged, folder.begin(tagged)
    except (PictureError, SourceError) as error:
        begun = error

    def complete() -> None:
        values: dict[str, Any]
        try:
            if not isinstance(begun, tuple):
                raise begun
            tagged, complete_results = begun
            complete_results()
            values, text = tagged.tags.as_json(), _summary(tagged.tags)
        except (PictureError, SourceError) as error:
            say_error(error)
            values, text = {"source": str(path), "error": f"{error} {error.hint}".strip()}, ""
            folder.add_error(values)
        with engine.line() if engine else contextlib.nullcontext():
            if as_json:
                emit(values)
            elif text:
                print(text, flush=True)

    return complete


def _wait_for_nothing(path: Path) -> None:
    """What the tagger waits for where nothing is seen elsewhere."""


def _tell_sidecars(sidecars: SidecarWriter) -> None:
    for problem in sidecars.problems:
        say(f"visavis: {problem}")
    kept = f"; {sidecars.marked_before} were marked before, and stay as they are" if sidecars.marked_before else ""
    left = f"; {len(sidecars.problems)} got no sidecar" if sidecars.problems else ""
    say(f"Faces marked in .xmp files: {sidecars.marked}, of {sidecars.pictures} pictures{kept}{left}.")


def _blur(text: str) -> tuple[str, str]:
    """Parse whose faces are blurred: one of the words, and the name after `except`."""
    word, _, name = text.partition(" ")
    if (word in {"all", "unknown"} and not name) or (word == _EXCEPT and name.strip()):
        return word, name.strip()
    raise argparse.ArgumentTypeError(f"must be all, unknown or except NAME, not {text!r}")


def _join_except(words: list[str]) -> list[str]:
    """`--blur except NAME` with the name in the same word, since it belongs to the option."""
    for at in range(len(words) - 2):
        if words[at : at + 2] == ["--blur", _EXCEPT]:
            return [*words[: at + 1], f"{_EXCEPT} {words[at + 2]}", *words[at + 3 :]]
    return words


def _rendering_plan(arguments: argparse.Namespace, names: Sequence[str]) -> RenderingPlan:
    """What is made of each file.

    Raises
    ------
    StoreError
        If nobody has the name after `except`.
    """
    hidden = _hidden_faces(arguments.blur, names) if arguments.blur else None
    create_label: Callable[[], Label] | None = None
    if arguments.annotate:
        with signals.hold_interrupts():
            from visavis.ui.live.annotator import Annotator  # Qt draws names in any script

        create_label = Annotator
    if (arguments.clips or arguments.annotate or arguments.blur) and not h264.is_available():
        say(f"Videos are written without sound, and not as H.264. For both: {VIDEO.command}")
    return RenderingPlan(arguments.out.absolute(), create_label, hidden, arguments.clips)


def _hidden_faces(blur: tuple[str, str], names: Sequence[str]) -> HiddenFaces:
    word, name = blur
    if word != _EXCEPT:
        return HiddenFaces(known=word == "all")
    known = next((other for other in names if comparison_key(other) == comparison_key(name)), None)
    if known is None:
        raise StoreError(
            "The model knows nobody called {name}.", hint="Names of everybody: visavis people list.", name=name
        )
    return HiddenFaces(shown_name=known)


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
    if tags.label is not None:
        label = f"mostly {line(shown_name(tags.label))}"
    else:
        most = f" (most votes: {line(shown_name(tags.most_votes))})" if tags.most_votes is not None else ""
        label = f"nobody dominates{most}"
    lines = [f"{line(tags.source)}: {label}"]
    for person in tags.people:
        name = line(person.name) if person.is_guest else line(shown_name(person.name))
        spans = ", ".join(f"{span.start:.1f}-{span.end:.1f}" for span in person.spans)
        when = f" {person.screen_time:.1f} s ({spans})" if tags.is_video else ""
        lines.append(f"  {name}:{when} {person.confidence:.2f}")
    return "\n".join(lines)
