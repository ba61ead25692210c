"""All heads are fitted to the same samples and answer the same searches."""

import numpy as np
import pytest

from visavis.errors import EvaluationError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.recognition.embedder import unit
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis_training.evaluation import tables
from visavis_training.evaluation.head_comparison import compare, observe_pictures
from visavis_training.evaluation.heads import HEADS, nearest, template

RANDOM = np.random.default_rng(5)
CENTERS = unit(RANDOM.normal(size=(4, 128)))
PEOPLE = ("Ada", "Bob", "Cid")


def near(center, count, spread=0.03):
    return unit(center + RANDOM.normal(size=(count, 128)) * spread)


def embedded(vectors):
    count = len(vectors)
    hashes = tuple(map(str, range(count)))
    return SampleEmbeddings(hashes, vectors, np.ones(count, np.bool_), np.ones(count, np.float32))


SAMPLES = [embedded(near(center, 5)) for center in CENTERS[:3]]


@pytest.mark.parametrize("name", HEADS)
def test_every_head_ranks_people_right_and_strangers_lower(name):
    rank = HEADS[name](SAMPLES)
    own = [rank(near(center, 20)) for center in CENTERS[:3]]
    assert all((rows.argmax(axis=1) == index).all() for index, rows in enumerate(own))
    strange = rank(near(CENTERS[3], 20)).max(axis=1)
    assert np.median(strange) < min(np.median(rows.max(axis=1)) for rows in own)


@pytest.mark.parametrize("name", HEADS)
def test_one_sample_per_person_is_enough(name):
    rank = HEADS[name]([embedded(CENTERS[index : index + 1]) for index in range(3)])
    assert rank(CENTERS[:3]).argmax(axis=1).tolist() == [0, 1, 2]
    assert np.isfinite(rank(CENTERS)).all()


def test_nearest_neighbors_average_the_best_cosines():
    two = [embedded(np.eye(128, dtype=np.float32)[:2]), embedded(np.eye(128, dtype=np.float32)[2:3])]
    searched = unit(np.eye(128)[0] * 3 + np.eye(128)[1] * 4)[np.newaxis]
    assert nearest(two)(searched) == pytest.approx(np.array([[0.8, 0]]))
    assert nearest(two, count=3)(searched) == pytest.approx(np.array([[0.7, 0]]))
    assert template(two)(searched) == pytest.approx(np.array([[0.7 * np.sqrt(2), 0]]))


@pytest.fixture
def observed(tmp_path):
    """Two pictures of Ada, one of Bob without a detected face, a stranger, and a file that is no picture."""
    pictures = []
    for truth, value in [("Ada", 10), ("Ada", 20), ("Bob", 0), (None, 30)]:
        path = tmp_path / f"{value}.png"
        codec.write(path, np.full((30, 30, 3), value, np.uint8))
        pictures.append((truth, path))
    (tmp_path / "broken.png").write_bytes(b"")
    vectors = {10: CENTERS[0], 20: CENTERS[0], 0: CENTERS[1], 30: CENTERS[3]}

    def embed(image, faces):
        return np.stack([vectors[int(image[0, 0, 0])]] * len(faces))

    def detect(image):
        return [Face(Box(5, 5, 20, 20))] if image.any() else []

    return observe_pictures([*pictures, ("Bob", tmp_path / "broken.png")], detect, embed, lambda _: None)


def test_pictures_are_observed_once_for_all_heads(observed):
    assert observed.truths == ("Ada", "Ada", "Bob", None)
    assert observed.found.tolist() == [True, True, False, True]
    assert (observed.vectors.shape, observed.chips.shape) == ((4, 128), (4, 64, 64, 3))
    assert len(observed.unreadable) == 1


def test_heads_are_compared_by_the_same_searches(observed):
    rows = np.array([[1.0, 0, 0], [0, 2, 0], [0, 1, 0], [0, 0, 1.5]])
    compared = compare(PEOPLE, SAMPLES, observed, lambda chips: rows)
    assert list(compared.results) == [*HEADS, "cnn64"]
    line = compared.as_json()
    assert (line["gallery"], line["samples"], line["probes"], line["impostors"]) == (3, 15, 3, 1)
    assert line["detected"] == 0.6667
    assert line["heads"]["template"]["closed_set_accuracy"] == 1
    assert line["heads"]["template"]["fnir_at_fpir"]["0.01"] == 0.3333  # the undetected one
    assert line["heads"]["cnn64"]["closed_set_accuracy"] == 0.5
    assert line["heads"]["cnn64"]["fnir_at_fpir"]["0.01"] == 1
    assert sum(each.startswith(("template", "cnn64")) for each in tables.heads(compared)) == 2


def test_one_person_cannot_be_compared(observed):
    with pytest.raises(EvaluationError, match="takes two"):
        compare(PEOPLE[:1], SAMPLES[:1], observed, None)


def test_without_strangers_what_needs_them_is_not_measured(observed):
    rest = type(observed)(observed.truths[:3], observed.found[:3], observed.vectors[:3], observed.chips[:3], ())
    compared = compare(PEOPLE, SAMPLES, rest, None)
    assert compared.as_json()["heads"]["softmax"]["fnir_at_fpir"] is None
    assert any("not measured" in each for each in tables.heads(compared))
