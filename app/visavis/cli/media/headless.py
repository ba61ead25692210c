"""`visavis live --headless`: the pipeline of the window without one, recorded on request."""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from visavis.cli.command import Context, emit, say, say_error
from visavis.cli.live import read_settings
from visavis.cli.media.headless_sources import HeadlessSources
from visavis.errors import VisavisError
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
from visavis.factory.recording import AnalysisRecorder
from visavis.factory.store_watch import StoreWatch
from visavis.pipeline import Pipeline
from visavis.presence.clock import FileClock, LiveClock
from visavis.presence.recorder import SightingRecorder
from visavis.process import signals
from visavis.sources import default_source
from visavis.storage.paths import DataFolders
from visavis.tracking import Tracker

#: Seconds that visits and commands at arrivals have to end after an interrupt: nobody waits for a command then.
_INTERRUPTED_S = 0.5


def run_headless(context: Context, arguments: argparse.Namespace) -> int:
    """Label the faces of one source or several without a window, and print what was found."""
    sources = HeadlessSources(_choose_sources(arguments))
    loader = NetworkLoader(context.folders, arguments.device or "auto", say)
    settings = read_settings(context.folders)
    threshold = (arguments.strictness, 0.0) if arguments.strictness else (settings.strictness, settings.stricter)
    watch = StoreWatch(context.folders)

    def load() -> Pipeline:
        with watch.mark_load():
            return create_pipeline(loader, arguments.cascade or "live", arguments.model, *threshold)

    pipeline = load()
    if pipeline.model is None:
        say("No model is in use: every face is unknown. Enroll people, then: visavis train.")
    frames = found = named = 0
    signals.exit_from_blocked_calls()  # a file may lie on a disk that does not answer
    sources.follow(pipeline, has_liveness=settings.liveness == "hint")
    clock = LiveClock() if sources.is_live else FileClock(datetime.now(UTC))
    recorder = SightingRecorder(context.folders, settings, clock, on_error=say_error)
    record = _begin_recording(context.folders, sources.trackers[0]) if arguments.record else None
    try:
        for frame in sources.frames():
            if watch.has_changed():
                pipeline = _reload(load, pipeline)
                sources.use(pipeline)
            limits = sources.trackers[frame.channel].limits
            analysis = sources.analyze(frame)
            recorder.see(analysis)
            if record:
                record.add(analysis, limits)
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
        if record:
            _end_recording(record)
    sources.say_skipped()
    if not arguments.json:
        print(f"{frames} frames, {found} faces, {named} of them named.", file=sys.stdout)
    return 0 if frames or not sources.has_failed else 1


def _choose_sources(arguments: argparse.Namespace) -> list[str]:
    """The sources that were named, or a camera or the demo."""
    named: list[str] = arguments.source or []
    if named:
        return named
    text, notice = default_source()
    if notice:
        say(notice)
    return [text]


def _begin_recording(folders: DataFolders, tracker: Tracker) -> AnalysisRecorder:
    record = AnalysisRecorder(folders, on_failure=say_error)
    tracker.restart(record.add_track)
    say("Recording: everybody who is in view is shown in it. Ask people first.")
    return record


def _end_recording(record: AnalysisRecorder) -> None:
    """Complete a recording, and say where it is. If that fails, the error is printed."""
    try:
        recording = record.finish()
    except VisavisError as error:
        say_error(error)
        return
    if recording is None or recording.index is None:
        say("Nothing was recorded.")
        return
    count, seconds = len(recording.index.frames), recording.index.duration
    say(f"{count} frames of {seconds:.1f} s are recorded. To replay them: visavis live --source {recording.path}")


def _reload(load: Callable[[], Pipeline], pipeline: Pipeline) -> Pipeline:
    """The pipeline for the people and models as another process left them; one that names nobody if that fails.

    The pipeline in use would not do: it may name people who were forgotten.
    """
    try:
        return load()
    except VisavisError as error:
        say_error(error)
        return pipeline.without_names()
