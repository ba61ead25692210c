"""A recorded session is a source with identical answers, however fast the computer was and whatever it skipped."""

import itertools
from dataclasses import replace

import cv2
import numpy as np
import pytest

from support.fakes import FakeDetector, recognizing
from support.places import DATA
from visavis.factory.recording import AnalysisRecorder
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.pipeline import Pipeline
from visavis.sources import VideoFile, open_source
from visavis.storage import disk
from visavis.tracking import MeasuredBudget, RecordedBudget, Tracker
from visavis.tracking.analyzer import Analyzer
from visavis.tracking.commands import BeginRecording, EndRecording
from visavis.tracking.schedule import WorkLimits

VECTORS = {40: [1.0, 0.0, 0.0, 0.0], 200: [0.0, 1.0, 0.0, 0.0]}


def box_at(index, left):
    return Box(left + index % 17, 60 + index % 5, 50, 50)


def film(count, times):
    """Two faces that sway; one of them is away now and then. Some frames are left out, and intervals vary."""
    for index in range(count):
        if index % 11 in {4, 5}:
            continue
        image = np.full((240, 320, 3), 90, np.uint8)
        image[0, 0] = *divmod(index, 256), 0
        for left in VECTORS:
            box = box_at(index, left)
            cv2.rectangle(image, (box.left, box.top), (box.left + 50, box.top + 50), (left, 255 - left, 9), -1)
        yield Frame(image, times[index], index, times[index], "camera")


def create_pipeline():
    def visible(image):
        index = int(image[0, 0, 0]) * 256 + int(image[0, 0, 1])
        return [Face(box_at(index, left)) for left in VECTORS if left == 40 or index % 40 < 25]

    def vectors(image, faces):
        return np.array([VECTORS[40 if face.box.left < 120 else 200] for face in faces], np.float32)

    return Pipeline(FakeDetector(visible), recognizing(vectors, ["Ada", "Bob"]), model="m")


class UnsteadyBudget:
    """What a computer that is busy now and then allows."""

    def __init__(self):
        self._numbers = np.random.default_rng(3)
        self.limits = WorkLimits()

    def record(self, frame, timer):
        if self._numbers.random() < 0.3:
            self.limits = replace(
                self.limits,
                search_interval_s=float(self._numbers.uniform(0.5, 2)),
                max_recognitions=int(self._numbers.integers(1, 4)),
                smallest_face_px=int(self._numbers.integers(20, 40)),
            )


def replayed(recording, pipeline):
    source = open_source(str(recording.path), paced=False)
    index = source.index
    tracker = Tracker(pipeline, RecordedBudget(index.limits, index.frames), new_id=index.track_numbers())
    return [tracker(frame).as_json() for frame in source]


@pytest.mark.parametrize("seed", range(4))
def test_the_answers_of_a_replay_are_those_of_the_session(folders, seed):
    times = np.cumsum(np.random.default_rng(seed).uniform(0.005, 0.2, 120)).tolist()
    tracker = Tracker(create_pipeline(), UnsteadyBudget())
    record = AnalysisRecorder(folders, pytest.fail)
    tracker.restart(record.add_track)
    answers = []
    for frame in film(120, times):
        limits = tracker.limits
        analysis = tracker(frame)
        record.add(analysis, limits)
        answers.append(analysis.as_json())
    recording = record.finish()
    assert len({tuple(limits) for _, limits in recording.index.limits}) > 5
    assert {face["name"] for answer in answers for face in answer["faces"]} == {"Ada", "Bob"}
    assert replayed(recording, create_pipeline()) == answers
    frames = open_source(str(recording.path), paced=False)
    assert [analysis.as_json() for analysis in map(Tracker(create_pipeline()), frames)] != answers  # limits matter


def test_a_recording_that_begins_in_the_middle_of_a_session_has_the_same_answers_too(folders):
    """With the commands of the window; another channel is analyzed meanwhile, and not recorded."""
    times = [index / 20 for index in range(100)]
    frames = list(film(100, times))
    both = itertools.chain.from_iterable((frame, replace(frame, channel=1, source="other")) for frame in frames)
    made, recordings, answers = [], [], []

    def begin():
        made.append(AnalysisRecorder(folders, pytest.fail))
        return made[-1]

    analyzer = Analyzer(both, create_pipeline())
    for number, analysis in enumerate(analyzer):
        if number == 61:
            analyzer.submit(BeginRecording(begin))
        if number == 131:
            analyzer.submit(EndRecording(lambda: recordings.append(made[-1].finish())))
        if 61 < number <= 131 and analysis.frame.channel == 0:
            answers.append(analysis.as_json())
    [recording] = recordings
    assert len(answers) == 35
    assert replayed(recording, create_pipeline()) == answers
    assert not {face["track"] for answer in answers for face in answer["faces"]} & {1, 2}


@pytest.mark.real
@pytest.mark.parametrize("clip", ["hamilton.mp4", "street.mp4"])
def test_real_clips(folders, published_networks, clip):
    from support.tagging.clips import knowing
    from visavis.storage.paths import DataFolders

    path = DATA / "video" / clip
    if not path.is_file():
        pytest.skip("needs the videos beside the checkout")
    pipeline = knowing(DataFolders(folders.data, published_networks.parent))
    tracker, record = Tracker(pipeline, MeasuredBudget()), AnalysisRecorder(folders, pytest.fail)
    tracker.restart(record.add_track)
    answers = []
    for frame in itertools.islice(VideoFile(path, paced=False), 90):
        if frame.index % 7 == 3:
            continue
        limits = tracker.limits
        analysis = tracker(frame)
        record.add(analysis, limits)
        answers.append(analysis.as_json())
    assert any(answer["faces"] for answer in answers)
    assert replayed(record.finish(), pipeline) == answers


@pytest.mark.parametrize("is_forgotten", [False, True])
def test_who_is_forgotten_meanwhile_is_in_no_recording(folders, is_forgotten):
    people = PeopleStore(folders.people)
    ada = people.create(PersonName("Ada"))
    people.create(PersonName("Bob"))
    record = AnalysisRecorder(folders, pytest.fail)
    tracker = Tracker(create_pipeline())
    for frame in film(4, [0.0, 0.1, 0.2, 0.3]):
        record.add(tracker(frame), tracker.limits)
    if is_forgotten:
        people.delete(ada)
        disk.write_json(folders.receipts / "1.json", {"version": 1})
    assert (record.finish() is None) == is_forgotten
