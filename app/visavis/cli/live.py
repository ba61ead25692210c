"""`visavis live`: opens the window, or runs the same pipeline without one."""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from visavis.cli.command import Commands, Context, Parser, emit, positive_integer, say, say_error
from visavis.errors import SettingsError, SourceError, SourcePictureError, VisavisError
from visavis.networks.engine import DEVICES
from visavis.pipeline import Pipeline
from visavis.process.garbage import collection_paused
from visavis.scoring.thresholds import STRICTNESSES, Strictness
from visavis.settings import Settings
from visavis.storage.paths import DataFolders

#: Seconds that visits and commands at arrivals have to end after an interrupt: nobody waits for a command then.
_INTERRUPTED_S = 0.5


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("live", parents=[shared], help="open the window and label faces (the default)")
    add_pipeline_options(parser)
    parser.add_argument("--source", metavar="S", help="camera number or name, file, folder, address, or demo")
    parser.add_argument("--headless", action="store_true", help="without a window; analyzes every frame of a file")
    parser.add_argument(
        "--max-frames", metavar="N", type=positive_integer, help="stop after N frames (with --headless)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object per frame on stdout (with --headless)")
    parser.set_defaults(command=run, device=None)  # the window uses its settings


def add_pipeline_options(parser: Parser) -> None:
    """Add the options of all commands that recognize faces."""
    parser.add_argument("--model", metavar="ID", help="a model other than the one in use")
    parser.add_argument("--device", choices=DEVICES, default="auto", help="where networks run")
    parser.add_argument("--strictness", choices=STRICTNESSES, help="how sure a name must be (default: balanced)")
    parser.add_argument("--cascade", metavar="PRESET", help="detection preset, or the path of a cascade's XML file")


def run(context: Context, arguments: argparse.Namespace) -> int:
    if arguments.headless:
        return _headless(context, arguments)
    with collection_paused():
        from visavis.ui.application import run as open_window  # Qt loads only for the window

    return open_window(
        context.folders,
        source=arguments.source,
        model=arguments.model,
        device=arguments.device,
        cascade=arguments.cascade,
        strictness=arguments.strictness,
    )


def threshold_settings(folders: DataFolders, strictness: Strictness | None) -> tuple[Strictness, float]:
    """The strictness and the offset of the threshold: from the option, or from the settings.

    If the settings cannot be read, the error is printed, and the defaults apply.
    """
    if strictness:
        return strictness, 0.0
    settings = _read_settings(folders)
    return settings.strictness, settings.stricter


def _read_settings(folders: DataFolders) -> Settings:
    """The settings. If they cannot be read, the error is printed, and the defaults apply."""
    try:
        return Settings.load(folders.settings)
    except SettingsError as error:
        say_error(error)
        return Settings()


def _headless(context: Context, arguments: argparse.Namespace) -> int:
    from visavis.factory.networks import NetworkLoader
    from visavis.factory.pipelines import create_pipeline
    from visavis.factory.store_watch import StoreWatch
    from visavis.liveness.monitor import LivenessMonitor
    from visavis.presence.clock import FileClock, LiveClock
    from visavis.presence.recorder import SightingRecorder
    from visavis.process import signals
    from visavis.process.mailbox import newest
    from visavis.sources import Persistent, default_source, open_source
    from visavis.tracking import FixedBudget, MeasuredBudget, Tracker

    text, notice = (arguments.source, None) if arguments.source is not None else default_source()
    if notice:
        say(notice)
    opened = open_source(text, paced=False)
    source = Persistent(lambda: opened, on_status=_say_status)
    loader = NetworkLoader(context.folders, arguments.device or "auto", say)
    settings = _read_settings(context.folders)
    threshold = (arguments.strictness, 0.0) if arguments.strictness else (settings.strictness, settings.stricter)
    watch = StoreWatch(context.folders)

    def load() -> Pipeline:
        with watch.mark_load():
            return create_pipeline(loader, arguments.cascade or "live", arguments.model, *threshold)

    pipeline = load()
    if pipeline.model is None:
        say("No model is in use: every face is unknown. Enroll people, then: visavis train.")
    frames = found = named = 0
    liveness = LivenessMonitor() if settings.liveness == "hint" else None
    signals.exit_from_blocked_calls()  # a file may lie on a disk that does not answer
    follow = Tracker(pipeline, MeasuredBudget() if opened.live else FixedBudget(), liveness)
    clock = LiveClock() if opened.live else FileClock(datetime.now(UTC))
    recorder = SightingRecorder(context.folders, settings, clock, on_error=say_error)
    try:
        for frame in newest(source, source.stop) if opened.live else source:
            if watch.has_changed():
                follow.use(_reload(load, follow.pipeline))
            analysis = follow(frame)
            recorder.see(analysis)
            frames += 1
            found += len(analysis.answers)
            named += sum(answer.match.name is not None for answer in analysis.answers)
            if arguments.json:
                emit(analysis.as_json())
            if frames == arguments.max_frames:
                break
    except KeyboardInterrupt:
        recorder.close(_INTERRUPTED_S)
        raise
    finally:
        recorder.close()
    for reason, times in source.skipped.items():
        say(f"Skipped of {opened.name}: {times} ({reason.value}).")
    if not arguments.json:
        print(f"{frames} frames, {found} faces, {named} of them named.", file=sys.stdout)
    return 0


def _reload(load: Callable[[], Pipeline], pipeline: Pipeline) -> Pipeline:
    """The pipeline for the people and models as another process left them; one that names nobody if that fails.

    The pipeline in use would not do: it may name people who were forgotten.
    """
    try:
        return load()
    except VisavisError as error:
        say_error(error)
        return pipeline.without_names()


def _say_status(error: SourceError | None) -> None:
    """Print that a live source failed, or that it delivers again."""
    if error is None:
        say("visavis: The source delivers pictures again.")
    else:
        retry = "" if isinstance(error, SourcePictureError) else " Trying again."
        say(f"visavis: {error}{retry} {error.hint}".rstrip())
