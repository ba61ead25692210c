"""What an answer rests on, with networks that are functions of the picture."""

from dataclasses import replace

import numpy as np
import pytest

from support.fakes import SIDE, FakeDetector, chips, embed, recognizing
from visavis.faces.observation import FaceObservation
from visavis.imaging.geometry import Box, Face
from visavis.people.names import PersonName
from visavis.people.samples import FaceCrop
from visavis.people.store import PeopleStore
from visavis.pipeline import Answer, Pipeline
from visavis.recognition.decision import allowance
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.recognition.match import Doubt, Match
from visavis.review.explanation import FEATURES, examine, nearest

SEEN = FaceCrop(np.full((90, 90, 3), 120, np.uint8), Face(Box(20, 20, 40, 40)))
ADA = Match("Ada", 0.99, "Ada", ("Bob", 0.1))
FAR = Match(None, 0.1, "Bob", ("Ada", 0.01), Doubt.FAR)


@pytest.fixture
def pipeline():
    recognizer = replace(recognizing(None, ["Ada", "Bob"]), chips=chips, embed=embed)
    return Pipeline(FakeDetector(lambda image: []), recognizer, model="m", people=2)


def vectors(*cosines):
    return tuple(np.array(pair, np.float32) for pair in cosines)


def test_a_picture_has_its_chip_and_the_part_that_the_answer_hangs_on(pipeline):
    found = examine(pipeline, SEEN, Answer(SEEN.face, ADA), 0.0)
    assert found.chip.shape == (SIDE, SIDE, 3)
    assert found.chip.dtype == np.uint8
    assert found.feature == "mouth"
    assert found.heat.max() > 5
    assert found.threshold == pytest.approx(0.5)
    assert (found.observations, found.votes) == (0, ())


def test_the_map_of_an_unknown_face_is_of_its_best_candidate(pipeline):
    found = examine(pipeline, SEEN, Answer(SEEN.face, FAR), 0.0)
    assert not found.heat.any()  # the network always sees a little of Bob, whatever is covered
    assert found.feature is None


def test_a_track_tells_its_votes_and_its_line(pipeline):
    answer = Answer(
        SEEN.face,
        ADA,
        1,
        started_at=2.0,
        attempts=5,
        observations=4,
        vectors=vectors((0.9, 0), (0.8, 0), (0, 0.9), (0.1, 0.1)),
    )
    found = examine(pipeline, SEEN, answer, 8.5)
    assert found.votes[0] == ("Ada", 2)
    assert dict(found.votes) == {"Ada": 2, "Bob": 1, None: 1}
    assert (found.observations, found.seconds) == (5, 6.5)
    assert found.threshold == pytest.approx(1 / (1 + np.exp(-allowance(4))))


def test_a_chip_of_floats_from_0_to_1_is_shown_as_well(pipeline):
    unit = replace(pipeline.recognize, chips=lambda image, faces: chips(image, faces) / 255, max_value=1.0)
    found = examine(replace(pipeline, recognize=unit), SEEN, Answer(SEEN.face, FAR), 0.0)
    assert found.chip.max() == 240


def test_without_a_gallery_the_explanation_has_only_the_quality():
    found = examine(Pipeline(FakeDetector(lambda image: [])), SEEN, Answer(SEEN.face, Match(None)), 0.0)
    assert isinstance(found.observation, FaceObservation)
    assert (found.chip, found.heat, found.threshold) == (None, None, None)


def test_a_person_who_left_the_gallery_has_no_occlusion_map(pipeline):
    gone = replace(ADA, name="Cleo", best="Cleo")
    found = examine(pipeline, SEEN, Answer(SEEN.face, gone), 0.0)
    assert found.chip is not None
    assert found.heat is None


# Samples


@pytest.fixture
def people(folders):
    store = PeopleStore(folders.people)
    for index, name in enumerate(("Ada", "Ada", "Ada", "Bob", "Cleo")):
        store.add(store.find_or_create(PersonName(name)), np.full((60, 60, 3), 20 + 30 * index, np.uint8))
    return store


def embedded(slug, samples):
    """Samples of Ada are ever less like the face, that of Bob is most unlike it; nobody asks for Cleo's."""
    cosines = {"Ada": [0.9, 0.7, 0.8], "Bob": [0.3]}[slug]
    rows = np.zeros((len(samples), 2), np.float32)
    rows[:, 0] = cosines
    hashes = tuple(sample.hash for sample in samples)
    return SampleEmbeddings(hashes, rows, np.ones(len(samples), bool), np.ones(len(samples), np.float32))


def test_the_samples_most_like_it_are_the_best_candidates_and_the_runner_ups(pipeline, people):
    found = examine(pipeline, SEEN, Answer(SEEN.face, ADA), 0.0)
    found = replace(found, vector=np.array([1, 0], np.float32))
    near = nearest(found, people, embedded)
    assert [each.name for each in near] == ["Ada", "Ada", "Ada", "Bob"]
    assert [each.score for each in near] == sorted((each.score for each in near), reverse=True)
    assert near[0].score == pytest.approx(1 / (1 + np.exp(-8)), rel=1e-3)
    paths = {sample.path for sample in people.samples(people.find("Ada"))}
    assert {each.path for each in near[:3]} == paths
    assert [each.score for each in nearest(found, people, embedded, count=2)] == [each.score for each in near[:2]]


def test_a_network_that_has_no_embeddings_has_no_nearest_samples(pipeline, people):
    outputs = replace(pipeline, recognize=replace(pipeline.recognize, outlier_threshold=None))
    found = examine(outputs, SEEN, Answer(SEEN.face, ADA), 0.0)
    assert found.vector is None
    assert found.heat is not None
    assert nearest(found, people, embedded) == ()


def test_every_place_has_a_name():
    from visavis.review import explanation

    assert len(FEATURES) == len(explanation._ALIGNED_POINTS) == len(explanation._CNN64_POINTS)
