"""Templates of people, and vetoes by rejections."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from support.models import publish
from visavis.imaging import codec
from visavis.models.store import ModelStore
from visavis.people.names import PersonName
from visavis.people.picture_state import IN_USE, SET_ASIDE
from visavis.people.rejections import Rejection
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.recognition.embedder import unit
from visavis.recognition.embedding_cache import EmbeddedSample, EmbeddingCache, SampleEmbeddings
from visavis.recognition.gallery import Gallery, find_suspects, gallery_traits, live_gallery, template


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


def test_some_samples_of_another_person_are_suspected_though_they_are_like_each_other(random):
    own = np.eye(128)[0] + random.normal(0, 0.05, (7, 128))
    other = np.eye(128)[1] + random.normal(0, 0.01, (3, 128))
    mixed = embedded(np.concatenate([own, other]).astype(np.float32), [str(number) for number in range(10)])
    assert find_suspects(mixed) == ("7", "8", "9")


@pytest.mark.parametrize("wrong", [3, 4])
def test_nobody_is_suspected_if_nothing_says_which_half_is_wrong(wrong):
    looks = np.eye(128, dtype=np.float32)[[0] * 3 + [1] * wrong]
    mixed = embedded(looks, [str(number) for number in range(3 + wrong)])
    suspects = find_suspects(mixed)
    assert suspects == (() if wrong == 3 else ("0", "1", "2"))
    assert np.linalg.norm(template(mixed)[0]) == pytest.approx(1)


def test_three_samples_are_too_few_to_suspect_one():
    mixed = embedded(np.eye(128, dtype=np.float32)[[0, 0, 1]], "abc")
    assert find_suspects(mixed) == ()


def test_many_samples_are_compared_in_blocks(random):
    own = np.eye(128)[0] + random.normal(0, 0.05, (1500, 128))
    own[1400] = np.eye(128)[1]
    mixed = embedded(own.astype(np.float32), [str(number) for number in range(1500)])
    assert find_suspects(mixed) == ("1400",)


def test_low_quality_samples_count_less(random):
    vectors = unit(random.normal(0, 1, (2, 128)))
    weighted = SampleEmbeddings(("a", "b"), vectors, np.ones(2, np.bool_), np.array([1.0, 0.1], np.float32))
    made, _ = template(weighted)
    assert made @ vectors[0] > made @ vectors[1]


@pytest.fixture
def enrolled(folders):
    """Ada with a bright and a dark picture; no face is found in dark ones. The cache embeds them."""
    people = PeopleStore(folders.people)
    ada = people.create(PersonName("Ada"))
    for shade in (200, 9):
        people.add(ada, np.full((20, 20, 3), shade, np.uint8))

    def embed(image):
        is_bright = image.mean() > 100
        return EmbeddedSample(np.eye(128, dtype=np.float32)[0 if is_bright else 1], is_bright)

    return people, ada, EmbeddingCache(folders.embeddings, "v1", embed)


def test_samples_without_a_face_are_left_out_unless_the_user_wants_them(folders, enrolled):
    people, ada, cache = enrolled
    card = publish(ModelStore(folders.models))

    assert live_gallery(card, {}, people, cache).templates.tolist() == [np.eye(128)[0].tolist()]
    people.set_picture_states(ada, {sample.hash: IN_USE for sample in people.samples(ada)})
    [both] = live_gallery(card, {}, people, cache).templates
    assert both[:2] == pytest.approx([0.5**0.5] * 2, abs=1e-4)


def test_the_template_of_the_model_stays_if_it_has_learned_all_samples_that_count(folders, enrolled):
    people, ada, cache = enrolled
    [bright, dark] = people.samples(ada)
    stored = {ada.slug: np.eye(128, dtype=np.float32)[7]}
    published = publish(ModelStore(folders.models))

    def templates(*learned):
        card = replace(published, data={ada.slug: [sample.hash for sample in learned]})
        return live_gallery(card, stored, people, cache).templates.argmax(axis=1).tolist()

    face, faceless = sorted([bright, dark], key=lambda sample: -codec.read(sample.path).mean())
    assert templates(face) == [7]
    assert templates(faceless) == [0]
    people.set_picture_states(ada, {faceless.hash: IN_USE})
    assert templates(face) != [7]


def test_nobody_is_known_by_pictures_without_a_face_alone(folders, enrolled):
    people, ada, cache = enrolled
    people.set_picture_states(ada, {sample.hash: SET_ASIDE for sample in people.samples(ada)})
    people.add(ada, np.full((20, 20, 3), 5, np.uint8))

    assert len(live_gallery(publish(ModelStore(folders.models)), {}, people, cache)) == 0


@pytest.mark.real
@pytest.mark.slow
def test_a_mislabeled_picture_among_ten_is_found_and_no_other(real_people):
    found = trials = 0
    for own, other in itertools.permutations(real_people, 2):
        assert find_suspects(own) == ()
        for row in range(len(other)):
            vectors = own.vectors.copy()
            vectors[row] = other.vectors[row]
            suspects = find_suspects(replace(own, vectors=vectors))
            found += suspects == (own.hashes[row],)
            trials += 1
    assert trials == 300
    assert found >= 0.95 * trials


def test_the_traits_of_a_gallery_are_the_medians_of_its_samples(random):
    ada, bob = (embedded(random.normal(size=(3, 128)), [f"{name}{number}" for number in range(3)]) for name in "ab")
    ada.quality[:], bob.quality[:] = 0.2, [0.4, 1, 1]
    ada.shake[:], bob.shake[:] = (-1.5, 0), [(-1.5, 0), (0.1, 0), (-1.4, 0)]
    ada.outside[:] = 0.5
    traits = gallery_traits([ada, bob])
    assert traits.quality == pytest.approx(0.3)
    assert traits.shake == pytest.approx(1.5**2)
    assert traits.outside == pytest.approx(0.25)
    lengths = [np.linalg.norm(np.average(own.vectors, axis=0, weights=0.5 + own.quality / 2)) for own in (ada, bob)]
    assert traits.length == pytest.approx(np.mean(lengths))


def test_pictures_shaken_in_all_directions_have_no_shake_in_common():
    own = embedded(np.eye(128)[:2], ["a", "b"])
    own.shake[:] = [(-2, 0), (2, 0)]
    assert gallery_traits([own]).shake == pytest.approx(0)


def test_suspects_do_not_count_among_the_traits(random):
    ada, other = random.normal(size=128), random.normal(size=128)
    own = embedded(np.stack([ada, ada, ada, ada, other]), "abcde")
    own.outside[4] = 1
    assert find_suspects(own) == ("e",)
    assert gallery_traits([own]).length == pytest.approx(1)


def test_one_sample_is_its_own_mean():
    assert gallery_traits([embedded(np.eye(128)[:1], "a")]).length == pytest.approx(1)
