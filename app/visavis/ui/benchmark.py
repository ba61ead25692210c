"""Measures a scenario with the window: the real program, with the scene as its camera."""

import dataclasses
import time

from PySide6.QtCore import QObject, QTimer

from visavis.bench.camera import SceneCamera
from visavis.bench.headless import SECONDS
from visavis.bench.measurement import Measurement, Tally
from visavis.bench.resources import ResourceUsage, peak_mb
from visavis.bench.scenario import FRAME_RATE, Scenario
from visavis.bench.scene import Scene
from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis, Pipeline
from visavis.settings import Settings
from visavis.storage.paths import DataFolders
from visavis.ui.application import build_dependencies, create_application
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.program import Program

#: Milliseconds from the first label to the start of the measurement, so that one-time work is over.
_SETTLING_MS = 1500


def measure(
    folders: DataFolders, scenario: Scenario, scene: Scene, started: float
) -> tuple[Measurement, list[ResourceUsage], float]:
    """Open the window on a scene, and close it after the measurement.

    Parameters
    ----------
    started : float
        Start of the process, in seconds of `time.monotonic`.

    Returns
    -------
    measurement : Measurement
    usage : list of ResourceUsage
        Resources of the process at the start of the measurement, if known, and at its end.
    closing_s : float
        Seconds that closing took, until the last thread had ended.
    """
    camera = SceneCamera(scene, throttled=True)
    settings = Settings(welcomed=True)
    store = SettingsStore(settings, folders.settings, remember=False)
    real = build_dependencies(folders, store)
    dependencies = dataclasses.replace(real, open_source=lambda _: camera, cameras=list)
    app = create_application(settings)
    program = Program(dependencies, store)
    recorder = _Recorder(program, camera, scenario, started)
    program.begin(camera.name)
    app.exec()
    closing_s = time.monotonic() - recorder.closed
    return recorder.measurement(), [usage for usage in recorder.usage if usage], closing_s


class _Recorder(QObject):
    """Tallies what is painted, and closes the window after the last frame."""

    def __init__(self, program: Program, camera: SceneCamera, scenario: Scenario, started: float) -> None:
        super().__init__()
        self._program = program
        self._camera = camera
        self._scenario = scenario
        self._started = started
        self._loaded = False
        self._measuring = False
        self._tally = Tally()
        self._frame = self._analyzed = -1
        self._first_picture_s: float | None = None
        self._first_label_s: float | None = None
        self._start = self._processor_s = self._duration_s = 0.0
        self._first = self._frames_given = 0
        self.usage: list[ResourceUsage | None] = []
        self.closed = 0.0  # start of closing, in seconds of `time.monotonic`
        program.live.analysis.pipeline_changed.connect(self._update_pipeline)
        program.live.analyzed.connect(self._add_analysis)
        program.window.video.painted.connect(self._add_painting)

    def measurement(self) -> Measurement:
        """The result, after the window was closed."""
        return Measurement(
            scenario=self._scenario,
            fps=self._tally.frames / self._duration_s,
            labeled_share=self._tally.labeled / self._frames_given,
            named_right=self._tally.named_right,
            age_ms=self._tally.ages,
            cpu_per_second=self._processor_s * FRAME_RATE / self._frames_given,
            stages_ms=self._tally.stages,
            first_picture_s=self._first_picture_s,
            first_label_s=self._first_label_s or 0.0,
            peak_mb=peak_mb(),
        )

    def _update_pipeline(self, pipeline: Pipeline) -> None:
        self._loaded = pipeline.model is not None

    def _add_analysis(self, analysis: Analysis) -> None:
        if self._measuring and analysis.frame.index > self._first:
            self._tally.add_analysis(analysis)

    def _add_painting(self, frame: Frame, analysis: Analysis | None, spent_ms: float) -> None:
        now = time.monotonic()
        if self._first_picture_s is None:
            self._first_picture_s = now - self._started
        answered = analysis.frame.index if analysis is not None and self._loaded else None
        if answered is not None and self._first_label_s is None:
            self._first_label_s = now - self._started
            QTimer.singleShot(_SETTLING_MS, self, self._start_measuring)
        if not self._measuring:
            self._frame, self._analyzed = frame.index, -1 if answered is None else answered
            return
        if frame.index > max(self._frame, self._first):
            self._frame = frame.index
            self._tally.add_frame(frame.index, answered)
            self._tally.add_painting(spent_ms)
        if analysis is not None and answered is not None and answered != self._analyzed:
            self._analyzed = answered
            seen = self._camera.scene.faces(answered)
            self._tally.add_answers(analysis, now - analysis.frame.taken_at, seen)
        if self._scenario.frames is not None and self._tally.frames == self._scenario.frames:
            QTimer.singleShot(0, self, self._stop_measuring)  # not while painting

    def _start_measuring(self) -> None:
        self._measuring = True
        self.usage.append(ResourceUsage.current())
        self._first = self._camera.newest
        self._start = time.monotonic()
        self._processor_s = time.process_time() - self._camera.processor_s
        if self._scenario.frames is None:
            QTimer.singleShot(round(SECONDS * 1000), self, self._stop_measuring)

    def _stop_measuring(self) -> None:
        self._measuring = False
        self._processor_s = time.process_time() - self._camera.processor_s - self._processor_s
        self._duration_s = time.monotonic() - self._start
        self._frames_given = self._camera.newest - self._first
        self.usage.append(ResourceUsage.current())
        self.closed = time.monotonic()
        self._program.window.close()
