"""Templates of people, and vetoes by rejections."""

import numpy as np
import pytest

from visavis.people.rejections import Rejection
from visavis.people.samples import Sample
from visavis.recognition.embedder import unit
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.recognition.gallery import Gallery, template


@pytest.fixture
def random():
    return np.random.default_rng(0)


def embedded(vectors, hashes):
    count = len(vectors)
    return SampleEmbeddings(tuple(hashes), unit(vectors), np.ones(count, np.bool_), np.ones(count, np.float32))


def rejection(tmp_path, key, *people):
    return Rejection(Sample(tmp_path / f"20260101T000000.000Z-{key}.jpg", ".strangers"), people)


def test_a_face_more_similar_to_a_rejection_is_vetoed(tmp_path):
    ada, bob, cleo = np.eye(128, dtype=np.float32)[:3]
    gallery = Gallery(("ada", "bob"), ("Ada", "Bob"), np.stack([ada, bob]))
    faces = unit(np.stack([ada, ada + 2 * cleo, ada + bob + 3 * cleo]))
    assert not gallery.vetoes(faces).any()
    keys = ["0" * 16]
    strangers = gallery.with_rejections([rejection(tmp_path, keys[0])], embedded(cleo[np.newaxis], keys))
    assert strangers.vetoes(faces).tolist() == [[False, False], [True, True], [True, True]]
    not_ada = gallery.with_rejections([rejection(tmp_path, keys[0], "ada")], embedded(cleo[np.newaxis], keys))
    assert not_ada.vetoes(faces).tolist() == [[False, False], [True, False], [True, False]]


def test_a_sample_of_another_person_is_suspected_and_left_out(random):
    own = np.eye(128)[0] + random.normal(0, 0.03, (6, 128))
    other = np.eye(128)[1:2]
    mixed = embedded(np.concatenate([own, other]).astype(np.float32), [str(number) for number in range(7)])
    made, suspects = template(mixed)
    assert suspects == ("6",)
    assert made == pytest.approx(unit(own.sum(axis=0)), abs=0.02)


def test_low_quality_samples_count_less(random):
    vectors = unit(random.normal(0, 1, (2, 128)))
    weighted = SampleEmbeddings(("a", "b"), vectors, np.ones(2, np.bool_), np.array([1.0, 0.1], np.float32))
    made, _ = template(weighted)
    assert made @ vectors[0] > made @ vectors[1]
