"""A scenario with the window: the program as it is, on a scene's camera, watched as it paints."""

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

#: Milliseconds between the first label and the measuring: what is done once at the start is over then.
_SETTLING_MS = 1500


def measure(
    folders: DataFolders, scenario: Scenario, scene: Scene, started: float
) -> tuple[Measurement, list[ResourceUsage], float]:
    """Open the window on a scene, and close it after measuring.

    Parameters
    ----------
    started : float
        When the process was started, on `time.monotonic`.

    Returns
    -------
    measurement : Measurement
    holdings : list of ResourceUsage
        What the process held when the measuring began, where that is known, and when it ended.
    closing_s : float
        How long closing took, until the last thread had ended.
    """
    camera = SceneCamera(scene, throttled=True)
    settings = Settings(welcomed=True)
    store = SettingsStore(settings, folders.settings, remember=False)
    real = build_dependencies(folders, store)
    dependencies = dataclasses.replace(real, open_source=lambda _: camera, cameras=list)
    app = create_application(settings)
    program = Program(dependencies, store)
    watch = _Watch(program, camera, scenario, started)
    program.begin(camera.name)
    app.exec()
    closing_s = time.monotonic() - watch.closed
    return watch.measured(), [each for each in watch.held if each], closing_s


class _Watch(QObject):
    """Sees what is painted, and closes the window when it has seen enough."""

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
        self._begun = self._spent = self._seconds = 0.0
        self._first = self._given = 0
        self.held: list[ResourceUsage | None] = []
        self.closed = 0.0  # when closing began
        program.live.session.pipeline_changed.connect(self._changed)
        program.live.session.analyzed.connect(self._see)
        program.window.video.painted.connect(self._painted)

    def measured(self) -> Measurement:
        """What was seen, after the window was closed."""
        return Measurement(
            scenario=self._scenario,
            fps=self._tally.frames / self._seconds,
            labeled_share=self._tally.labeled / self._given,
            named_right=self._tally.named_right,
            age_ms=self._tally.ages,
            cpu_per_second=self._spent * FRAME_RATE / self._given,
            stages_ms=self._tally.stages,
            first_picture_s=self._first_picture_s,
            first_label_s=self._first_label_s or 0.0,
            peak_mb=peak_mb(),
        )

    def _changed(self, pipeline: Pipeline) -> None:
        self._loaded = pipeline.model is not None

    def _see(self, analysis: Analysis) -> None:
        if self._measuring and analysis.frame.index > self._first:
            self._tally.add_analysis(analysis)

    def _painted(self, frame: Frame, analysis: Analysis | None, spent_ms: float) -> None:
        now = time.monotonic()
        if self._first_picture_s is None:
            self._first_picture_s = now - self._started
        answered = analysis.frame.index if analysis is not None and self._loaded else None
        if answered is not None and self._first_label_s is None:
            self._first_label_s = now - self._started
            QTimer.singleShot(_SETTLING_MS, self, self._begin)
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
            QTimer.singleShot(0, self, self._end)  # not in the middle of painting

    def _begin(self) -> None:
        self._measuring = True
        self.held.append(ResourceUsage.current())
        self._first = self._camera.newest
        self._begun = time.monotonic()
        self._spent = time.process_time() - self._camera.processor_s
        if self._scenario.frames is None:
            QTimer.singleShot(round(SECONDS * 1000), self, self._end)

    def _end(self) -> None:
        self._measuring = False
        self._spent = time.process_time() - self._camera.processor_s - self._spent
        self._seconds = time.monotonic() - self._begun
        self._given = self._camera.newest - self._first
        self.held.append(ResourceUsage.current())
        self.closed = time.monotonic()
        self._program.window.close()
