"""A scenario without a window, run in this process."""

import itertools
import time
from collections.abc import Iterator

from visavis.bench.camera import SceneCamera
from visavis.bench.measurement import Measurement, Tally
from visavis.bench.resources import Holding, peak_mb
from visavis.bench.scenario import RATE, Scenario
from visavis.bench.scene import Scene
from visavis.factory import PipelineFactory
from visavis.imaging.frames import Frame
from visavis.process.mailbox import newest
from visavis.storage.paths import DataFolders
from visavis.tracking import FixedBudget, MeasuredBudget, Tracker

#: Frames that are analyzed before the measuring begins.
WARM_UP = RATE
#: Seconds that a scenario without a number of frames is measured, and most frames then.
SECONDS, FRAMES = 8.0, 450


def measure(
    folders: DataFolders, scenario: Scenario, scene: Scene, started: float
) -> tuple[Measurement, list[Holding]]:
    """Run a scenario as `live --headless` does.

    Parameters
    ----------
    started : float
        When the process was started, on `time.monotonic`.

    Returns
    -------
    measurement : Measurement
    holdings : list of Holding
        What the process held when the measuring began, where that is known, and when it ended.
    """
    follow = Tracker(
        PipelineFactory(folders).pipeline("live"), MeasuredBudget() if scenario.throttled else FixedBudget()
    )
    camera = SceneCamera(scene, throttled=scenario.throttled)
    frames = _frames(camera)
    tally = Tally()
    first_label_s: float | None = None
    for frame in itertools.islice(frames, WARM_UP if scenario.frames is None else scenario.frames // 10):
        follow(frame)
        first_label_s = first_label_s or time.monotonic() - started
    held = [Holding.now()]
    first, source_before = camera.newest, camera.spent_s
    begun, spent = time.monotonic(), time.process_time()
    analyzing = 0.0
    for frame in itertools.islice(frames, scenario.frames or FRAMES):
        start = time.monotonic()
        analysis = follow(frame)
        now = time.monotonic()
        analyzing += now - start
        tally.show(camera.newest, frame.index)
        tally.analyze(analysis)
        tally.answer(analysis, now - (frame.taken_at if scenario.throttled else start), scene.faces(frame.index))
        if scenario.frames is None and now - begun > SECONDS:
            break
    spent = time.process_time() - spent - (camera.spent_s - source_before)
    given = camera.newest - first
    seconds = time.monotonic() - begun if scenario.throttled else analyzing
    held.append(Holding.now())
    camera.stop()
    measurement = Measurement(
        scenario=scenario,
        fps=tally.frames / seconds,
        labeled_share=tally.labeled / given,
        named_right=tally.named_right,
        age_ms=tally.ages,
        cpu_per_second=spent * RATE / given,
        stages_ms=tally.stages,
        first_picture_s=None,
        first_label_s=first_label_s or 0.0,
        peak_mb=peak_mb(),
    )
    return measurement, [each for each in held if each]


def _frames(camera: SceneCamera) -> Iterator[Frame]:
    return newest(camera, camera.stop) if camera.live else iter(camera)
