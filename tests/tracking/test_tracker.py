"""Scenes made of boxes: faces cross, swap places, leave and return, and the film is cut."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from support.fakes import FakeDetector, recognizing
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Pipeline
from visavis.recognition.decision import allowance
from visavis.recognition.match import Doubt
from visavis.tracking import Tracker

RATE = 30
PEOPLE = ["Ada", "Bob"]
#: Their embeddings: each is similar to one template only.
VECTORS = {"Ada": [1.0, 0.0, 0.0, 0.0], "Bob": [0.0, 1.0, 0.0, 0.0], "Eve": [0.0, 0.0, 1.0, 0.0]}
LEFT, RIGHT = Box(40, 60, 50, 50), Box(200, 60, 50, 50)


class Stage:
    """A film: for each frame which person is where, the nearest first, and how bright it is.

    In the frames `missed`, the detector finds nobody.
    """

    def __init__(self, *scenes, bright=lambda index: 100, vector=lambda name, index: VECTORS[name], missed=()):
        self.scenes = scenes
        self._missed = missed
        self._bright = bright
        self._vector = vector
        self.detect = FakeDetector(lambda image: [Face(box) for box in self._visible(image).values()])
        self.pipeline = Pipeline(self.detect, recognizing(self._vectors, PEOPLE), model="m")

    def frames(self):
        for index in range(len(self.scenes)):
            image = np.full((240, 320, 3), self._bright(index), np.uint8)
            for name, box in reversed(self.scenes[index].items()):
                _draw(image, name, box)
            image[0, 0] = divmod(index, 256)[0], divmod(index, 256)[1], 0
            yield Frame(image, index / RATE, index, index / RATE, "film")

    def run(self):
        return list(map(Tracker(self.pipeline), self.frames()))

    def _index(self, image):
        return int(image[0, 0, 0]) * 256 + int(image[0, 0, 1])

    def _visible(self, image):
        """The people who are not more than half hidden behind another."""
        seen = {}
        if self._index(image) in self._missed:
            return seen
        for name, box in self.scenes[self._index(image)].items():
            if all(box.containment(other) <= 0.5 for other in seen.values()):
                seen[name] = box
        return seen

    def _vectors(self, image, faces):
        where = self._visible(image)
        names = [max(where, key=lambda name: where[name].iou(face.box)) for face in faces]
        return [self._vector(name, self._index(image)) for name in names]


def _draw(image, name, box):
    """Draw a pattern that is unique to the person."""
    coarse = np.random.default_rng(list(name.encode())).integers(0, 256, (6, 6, 3), np.uint8)
    inside = box.clip(image.shape[1], image.shape[0])
    face = cv2.resize(coarse, (box.width, box.height), interpolation=cv2.INTER_CUBIC)
    part = inside.shift(-box.left, -box.top)
    image[inside.top : inside.bottom, inside.left : inside.right] = face[part.top : part.bottom, part.left : part.right]


def named(analysis):
    """Names by place, from left to right."""
    answers = sorted(analysis.answers, key=lambda answer: answer.face.box.left)
    return [answer.match.name for answer in answers]


def tracks(analyses):
    return {answer.track for analysis in analyses for answer in analysis.answers}


def walk(start, end, share):
    return start.shift(round((end.left - start.left) * share), 0)


def test_a_clear_face_is_named_at_once_and_stays_one_track():
    analyses = Stage(*[{"Ada": LEFT.shift(n, 0)} for n in range(60)]).run()
    assert all(named(analysis) == ["Ada"] for analysis in analyses)
    assert tracks(analyses) == {1}
    assert [analysis.answers[0].face.box.left for analysis in analyses] == list(range(40, 100))


def test_a_settled_face_is_rarely_searched_and_recognized():
    stage = Stage(*[{"Ada": LEFT}] * 90)
    analyses = stage.run()
    assert stage.detect.searches <= 3
    assert 4 <= sum(analysis.counts.recognitions for analysis in analyses) <= 9


@pytest.mark.parametrize("there", [{}, {"Ada": LEFT}])
def test_a_new_face_is_found_within_half_a_second(there):
    scenes = [there] * 31 + [{**there, "Bob": RIGHT}] * 20
    analyses = Stage(*scenes).run()
    assert all("Bob" in named(analysis) for analysis in analyses[31 + 15 :])


def test_an_unclear_face_is_named_once_enough_observations_agree():
    cosine = 0.5 + 0.6 * allowance(1) / 20  # above the threshold for stills, below that for one observation
    unclear = np.array([cosine, 0.0, 0.0, 1.0])
    analyses = Stage(*[{"Ada": LEFT}] * 60, vector=lambda name, index: unclear).run()
    assert named(analyses[0]) == [None]
    assert named(analyses[-1]) == ["Ada"]
    first = next(index for index, analysis in enumerate(analyses) if named(analysis) == ["Ada"])
    assert all(named(analysis) == ["Ada"] for analysis in analyses[first:])


def test_an_unknown_face_is_recognized_ever_more_rarely():
    analyses = Stage(*[{"Eve": LEFT}] * 300).run()
    frames = [index for index, analysis in enumerate(analyses) if analysis.counts.recognitions]
    pauses = np.diff(frames)
    assert pauses[0] <= 4
    assert max(pauses) <= 32
    assert list(pauses) == sorted(pauses)
    assert len(frames) <= 20


def test_faces_that_cross_keep_their_names():
    crossing = [{"Ada": walk(LEFT, RIGHT, n / 45), "Bob": walk(RIGHT, LEFT, n / 45)} for n in range(46)]
    scenes = [{"Ada": LEFT, "Bob": RIGHT}] * 20 + crossing + [{"Ada": RIGHT, "Bob": LEFT}] * 30
    analyses = Stage(*scenes).run()
    assert named(analyses[10]) == ["Ada", "Bob"]
    assert named(analyses[-1]) == ["Bob", "Ada"]
    assert all(len(set(named(analysis)) - {None}) == len(named(analysis)) for analysis in analyses[75:])
    by_track = {answer.track: answer.match.name for answer in analyses[10].answers}
    assert {answer.track: answer.match.name for answer in analyses[-1].answers} == by_track


@pytest.mark.parametrize("change", range(40, 48))
@pytest.mark.parametrize("newcomer", ["Bob", "Eve"])
def test_another_person_in_the_place_is_noticed_within_two_frames(newcomer, change):
    analyses = Stage(*[{"Ada": LEFT}] * change, *[{newcomer: LEFT}] * 40).run()
    wrong = [index for index, analysis in enumerate(analyses[change:]) if named(analysis) == ["Ada"]]
    assert len(wrong) <= 2
    assert named(analyses[-1]) == [newcomer if newcomer in PEOPLE else None]
    assert tracks(analyses) == {1, 2}


def test_two_people_who_swap_places_are_noticed_within_two_frames():
    analyses = Stage(*[{"Ada": LEFT, "Bob": RIGHT}] * 40, *[{"Bob": LEFT, "Ada": RIGHT}] * 40).run()
    assert all(named(analysis) == ["Bob", "Ada"] for analysis in analyses[42:])
    assert tracks(analyses) == {1, 2}  # each continued where its person is


def test_a_face_that_gets_the_name_in_a_still_keeps_its_track():
    altered = [0.85, 0.0, 0.0, 0.53]  # far from the observations before, and still most similar to Ada
    analyses = Stage(*[{"Ada": LEFT}] * 120, vector=lambda _, index: VECTORS["Ada"] if index < 40 else altered).run()
    assert tracks(analyses) == {1}
    assert all(named(analysis) == ["Ada"] for analysis in analyses)


def test_a_person_who_returns_is_a_new_track_with_the_same_name():
    analyses = Stage(*[{"Ada": LEFT}] * 30, *[{}] * 40, *[{"Ada": RIGHT}] * 30).run()
    assert not any(analysis.answers for analysis in analyses[34:70])
    assert named(analyses[-1]) == ["Ada"]
    assert tracks(analyses) == {1, 2}


def test_a_face_missed_for_three_frames_is_shown_at_its_prediction():
    analyses = Stage(*[{"Ada": LEFT.shift(2 * n, 0)} for n in range(50)], missed={30, 31, 32}).run()
    assert all(named(analysis) == ["Ada"] for analysis in analyses)
    assert tracks(analyses) == {1}
    assert abs(analyses[31].answers[0].face.box.left - (40 + 62)) <= 2  # where it should be
    assert [analysis.answers[0].is_detected for analysis in analyses[29:34]] == [True, False, False, False, True]


@pytest.mark.parametrize("after", [{}, {"Bob": RIGHT}, {"Bob": LEFT.shift(30, 0)}])
def test_a_face_that_is_gone_is_not_shown_in_the_frame_without_it(after):
    analyses = Stage(*[{"Ada": LEFT}] * 20, *[after] * 10).run()  # too little changes for a cut
    assert named(analyses[19]) == ["Ada"]
    assert not any("Ada" in named(analysis) for analysis in analyses[20:])


def test_no_name_survives_a_cut():
    scenes = [{"Ada": LEFT}] * 20 + [{"Eve": LEFT}] * 20
    analyses = Stage(*scenes, bright=lambda index: 100 if index < 20 else 180).run()
    assert all(named(analysis) == ["Ada"] for analysis in analyses[:20])
    assert all(named(analysis) == [None] for analysis in analyses[20:])
    assert tracks(analyses) == {1, 2}


def test_no_name_is_in_two_places():
    analyses = Stage(*[{"Ada": LEFT}] * 20, *[{"Ada": LEFT, "Twin": RIGHT}] * 60, vector=twin).run()
    for analysis in analyses:
        assert [name for name in named(analysis) if name] == ["Ada"]
    assert analyses[-1].answers[-1].match.doubt is Doubt.TAKEN


def twin(name, index):
    return [0.9, 0.0, 0.0, 0.44] if name == "Twin" else VECTORS[name]


def test_a_wall_of_faces_is_recognized_a_few_at_a_time():
    places = {f"{n}": Box(10 + 30 * (n % 10), 20 + 60 * (n // 10), 24, 24) for n in range(20)}
    analyses = Stage(*[places] * 60, vector=lambda name, index: np.eye(20)[int(name)]).run()
    assert max(analysis.counts.recognitions for analysis in analyses) <= 4
    assert len(analyses[-1].answers) == 20
    assert sum(analysis.counts.recognitions for analysis in analyses) >= 20
    assert {answer.match.doubt for answer in analyses[0].answers if not answer.attempts} == {Doubt.PENDING}


def test_without_a_network_there_is_nobody_to_compare_with():
    stage = Stage({"Ada": LEFT})
    tracker = Tracker(Pipeline(stage.detect))
    assert [answer.match.doubt for frame in stage.frames() for answer in tracker(frame).answers] == [Doubt.NOBODY]


def test_the_same_film_has_the_same_result():
    scenes = [{"Ada": walk(LEFT, RIGHT, n / 45), "Bob": walk(RIGHT, LEFT, n / 45)} for n in range(46)]
    first, second = (
        [analysis.as_json() for analysis in Stage(*scenes).run()],
        [analysis.as_json() for analysis in Stage(*scenes).run()],
    )
    assert first == second


def test_frames_that_were_not_analyzed_are_counted():
    tracker = Tracker(Stage(*[{}] * 9).pipeline)
    frames = list(Stage(*[{}] * 9).frames())
    assert [tracker(frames[index]).counts.dropped_frames for index in (0, 1, 4, 8)] == [0, 0, 2, 3]


def test_another_pipeline_keeps_the_tracks_and_recognizes_them_anew():
    stage = Stage(*[{"Ada": LEFT}] * 30)
    tracker = Tracker(Pipeline(stage.detect))
    frames = list(stage.frames())
    before = [tracker(frame) for frame in frames[:10]]
    tracker.use(stage.pipeline)
    after = [tracker(frame) for frame in frames[10:]]
    assert {*map(tuple, map(named, before))} == {(None,)}
    assert {*map(tuple, map(named, after))} == {("Ada",)}
    assert tracks(before) == tracks(after) == {1}


def test_with_the_same_network_names_change_at_once_without_a_gap():
    stage = Stage(*[{"Ada": LEFT}] * 30)
    tracker, frames = Tracker(stage.pipeline), list(stage.frames())
    before = [tracker(frame) for frame in frames[:15]]
    tracker.use(stage.pipeline.with_threshold(0.9))  # still below Ada's score
    after = [tracker(frame) for frame in frames[15:20]]
    assert {*map(tuple, map(named, [*before, *after]))} == {("Ada",)}
    assert sum(analysis.counts.recognitions for analysis in after) <= 1
    assert after[-1].answers[0].observations >= before[-1].answers[0].observations
    tracker.use(stage.pipeline.with_threshold(0.99999))
    assert named(tracker(frames[20])) == [None]
    tracker.use(stage.pipeline.with_threshold(0.5))
    assert named(tracker(frames[21])) == ["Ada"]


def test_a_forgotten_person_is_not_named_any_more():
    stage = Stage(*[{"Ada": LEFT}] * 20)
    tracker, frames = Tracker(stage.pipeline), list(stage.frames())
    for frame in frames[:10]:
        tracker(frame)
    only_bob = replace(stage.pipeline.recognize, names=["Bob"], compare=lambda vectors: vectors[:, 1:2])
    tracker.use(replace(stage.pipeline, recognize=only_bob))
    assert named(tracker(frames[10])) == [None]


def test_the_same_network_loaded_again_keeps_the_observations():
    stage = Stage(*[{"Ada": LEFT}] * 30)
    first, second = (
        replace(
            stage.pipeline,
            recognize=replace(stage.pipeline.recognize, embed=lambda chips: chips, embedding_space="n-1"),
        )
        for _ in range(2)
    )
    tracker, frames = Tracker(first), list(stage.frames())
    before = [tracker(frame) for frame in frames[:15]]
    tracker.use(second)
    after = tracker(frames[15])
    assert named(after) == ["Ada"]
    assert after.answers[0].observations == before[-1].answers[0].observations > 1
    assert not after.counts.recognitions


def test_networks_see_dark_frames_brightened_and_the_analysis_has_the_frame_as_it_was():
    seen = []

    def visible(image):
        seen.append(int(image.max()))
        return [Face(LEFT)]

    def vectors(image, faces):
        seen.append(int(image.max()))
        return [VECTORS["Ada"]] * len(faces)

    tracker = Tracker(Pipeline(FakeDetector(visible), recognizing(vectors, PEOPLE), model="m"))
    frames = [Frame(np.full((240, 320, 3), value, np.uint8), value / RATE, value, value / RATE) for value in (10, 11)]
    analyses = [tracker(frame) for frame in frames]
    assert len(seen) >= 3  # the search, the face that is followed, and the embedding
    assert set(seen) == {200}
    assert [analysis.frame for analysis in analyses] == frames
    assert named(analyses[0]) == ["Ada"]
