"""Runs a scenario without a window, in this process."""

import itertools
import time
from collections.abc import Iterator

from visavis.bench.camera import SceneCamera
from visavis.bench.measurement import Measurement, Tally
from visavis.bench.resources import ResourceUsage, peak_mb
from visavis.bench.scenario import FRAME_RATE, Scenario
from visavis.bench.scene import Scene
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
from visavis.imaging.frames import Frame
from visavis.process.mailbox import newest
from visavis.storage.paths import DataFolders
from visavis.tracking import FixedBudget, MeasuredBudget, Tracker

#: Frames that are analyzed before the measurement starts.
WARM_UP_FRAMES = FRAME_RATE
#: Duration of the measurement in seconds, for scenarios without a number of frames.
SECONDS = 8.0
#: Maximum number of frames measured in them.
MAX_FRAMES = 450


def measure(
    folders: DataFolders, scenario: Scenario, scene: Scene, started: float
) -> tuple[Measurement, list[ResourceUsage]]:
    """Measure a scenario as `live --headless` runs it.

    Parameters
    ----------
    started : float
        Start of the process, on `time.monotonic`.

    Returns
    -------
    measurement : Measurement
    usage : list of ResourceUsage
        At the start and at the end of the measurement; empty where the platform does not tell.
    """
    tracker = Tracker(
        create_pipeline(NetworkLoader(folders), "live"), MeasuredBudget() if scenario.throttled else FixedBudget()
    )
    camera = SceneCamera(scene, throttled=scenario.throttled)
    frames = _frames(camera)
    tally = Tally()
    first_label_s: float | None = None
    for frame in itertools.islice(frames, WARM_UP_FRAMES if scenario.frames is None else scenario.frames // 10):
        tracker(frame)
        first_label_s = first_label_s or time.monotonic() - started
    usage = [ResourceUsage.current()]
    first_index, camera_s = camera.newest, camera.processor_s
    begun, processor_s = time.monotonic(), time.process_time()
    analysis_s = 0.0
    for frame in itertools.islice(frames, scenario.frames or MAX_FRAMES):
        start = time.monotonic()
        analysis = tracker(frame)
        now = time.monotonic()
        analysis_s += now - start
        tally.add_frame(camera.newest, frame.index)
        tally.add_analysis(analysis)
        tally.add_answers(analysis, now - (frame.taken_at if scenario.throttled else start), scene.faces(frame.index))
        if scenario.frames is None and now - begun > SECONDS:
            break
    processor_s = time.process_time() - processor_s - (camera.processor_s - camera_s)
    frame_count = camera.newest - first_index
    seconds = time.monotonic() - begun if scenario.throttled else analysis_s
    usage.append(ResourceUsage.current())
    camera.stop()
    measurement = Measurement(
        scenario=scenario,
        fps=tally.frames / seconds,
        labeled_share=tally.labeled / frame_count,
        named_right=tally.named_right,
        age_ms=tally.ages,
        cpu_per_second=processor_s * FRAME_RATE / frame_count,
        stages_ms=tally.stages,
        first_picture_s=None,
        first_label_s=first_label_s or 0.0,
        peak_mb=peak_mb(),
    )
    return measurement, [each for each in usage if each]


def _frames(camera: SceneCamera) -> Iterator[Frame]:
    return newest(camera, camera.stop) if camera.live else iter(camera)
