"""`visavis live --headless`: the pipeline of the window without one, recorded on request."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from visavis.cli.command import Context, emit, say, say_error
from visavis.cli.live import read_settings
from visavis.errors import SourceError, SourcePictureError, VisavisError
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
from visavis.factory.recording import AnalysisRecorder
from visavis.factory.store_watch import StoreWatch
from visavis.liveness.monitor import LivenessMonitor
from visavis.pipeline import Pipeline
from visavis.presence.clock import FileClock, LiveClock
from visavis.presence.recorder import SightingRecorder
from visavis.process import signals
from visavis.process.mailbox import newest
from visavis.sources import Persistent, Source, default_source, open_source
from visavis.sources.recorded.replay import Replay
from visavis.storage.paths import DataFolders
from visavis.tracking import FixedBudget, MeasuredBudget, RecordedBudget, Tracker

#: Seconds that visits and commands at arrivals have to end after an interrupt: nobody waits for a command then.
_INTERRUPTED_S = 0.5


def run_headless(context: Context, arguments: argparse.Namespace) -> int:
    """Label the faces of a source without a window, and print what was found."""
    text, notice = (arguments.source, None) if arguments.source is not None else default_source()
    if notice:
        say(notice)
    opened = open_source(text, paced=False)
    source = Persistent(lambda: opened, on_status=_say_status)
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
    liveness = LivenessMonitor() if settings.liveness == "hint" else None
    signals.exit_from_blocked_calls()  # a file may lie on a disk that does not answer
    follow = _create_tracker(opened, pipeline, liveness)
    clock = LiveClock() if opened.live else FileClock(datetime.now(UTC))
    visits = replace(settings, sightings=False) if isinstance(opened, Replay) else settings  # they were before
    recorder = SightingRecorder(context.folders, visits, clock, on_error=say_error)
    record = _begin_recording(context.folders, follow) if arguments.record else None
    try:
        for frame in newest(source, source.stop) if opened.live else source:
            if watch.has_changed():
                follow.use(_reload(load, follow.pipeline))
            limits = follow.limits
            analysis = follow(frame)
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
    _say_skipped(source)
    if not arguments.json:
        print(f"{frames} frames, {found} faces, {named} of them named.", file=sys.stdout)
    return 0


def _create_tracker(source: Source, pipeline: Pipeline, liveness: LivenessMonitor | None) -> Tracker:
    """A tracker for a source. That of a recording does exactly what the one did that was recorded."""
    if isinstance(source, Replay):
        index = source.index
        return Tracker(pipeline, RecordedBudget(index.limits, index.frames), liveness, new_id=index.track_numbers())
    return Tracker(pipeline, MeasuredBudget() if source.live else FixedBudget(), liveness)


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


def _say_skipped(source: Persistent) -> None:
    for reason, times in source.skipped.items():
        say(f"Skipped of {source.name}: {times} ({reason.value}).")


def _say_status(error: SourceError | None) -> None:
    """Print that a live source failed, or that it delivers again."""
    if error is None:
        say("visavis: The source delivers pictures again.")
    else:
        retry = "" if isinstance(error, SourcePictureError) else " Trying again."
        say(f"visavis: {error}{retry} {error.hint}".rstrip())
