"""Who is alike is one guest, whatever the order; two faces of one frame are two.

`-s` prints precision and recall of the test on real people.
"""

import sys
from collections import Counter
from datetime import timedelta
from itertools import combinations

import numpy as np
import pytest

from support.places import DATA
from support.visits import NOON
from visavis.errors import DamagedFileError
from visavis.sightings.database import open_database
from visavis.sightings.guest_store import GuestStore
from visavis.sightings.guests import FaceVector
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import Retention, SightingChange, SightingStore

MINUTE = timedelta(minutes=1)


def direction(person, noise=0.0, seed=0, length=64):
    """A unit vector near that of a person; those of different people are at right angles."""
    vector = np.zeros(length, np.float32)
    vector[person] = 1
    vector += np.random.default_rng(seed).normal(0, noise, length).astype(np.float32) if noise else 0
    return vector / np.linalg.norm(vector)


class Book:
    """Visits of unknown people, one after another."""

    def __init__(self, path):
        self.store, self.guests, self.minutes = SightingStore(path), GuestStore(path), 0

    def come(self, vector, *, beside=(), space="sface", minutes=60, sample=b"picture"):
        """A visit an hour later; what is stored."""
        self.minutes += minutes
        first = NOON + self.minutes * MINUTE
        sighting = Sighting(None, "camera", first, first + MINUTE, 0.2, sample=sample)
        change = SightingChange(sighting, face=FaceVector(space, vector), beside=tuple(each.id for each in beside))
        [(stored, self.is_continued)] = self.save(change)
        return stored

    def save(self, *changes):
        return self.store.save(changes, lambda name: (name, name, ""), 5 * MINUTE)


@pytest.fixture
def book(tmp_path):
    return Book(tmp_path / "sightings.sqlite")


def test_who_comes_again_is_the_same_guest(book):
    numbers = [book.come(direction(person, 0.05, seed)).guest for seed, person in enumerate((0, 1, 0, 2, 1, 0))]
    assert numbers == [1, 2, 1, 3, 2, 1]
    assert [(each.name, each.visits, each.pictures) for each in book.guests.guests()] == [
        ("Guest 1", 3, 3),
        ("Guest 2", 2, 2),
        ("Guest 3", 1, 1),
    ]


def test_a_guest_who_returns_within_the_cooldown_is_on_the_same_visit(book):
    first = book.come(direction(0))
    again = book.come(direction(0, 0.02), minutes=3)
    assert book.is_continued
    assert again.id == first.id
    assert len(book.store.sightings()) == 1


def test_two_faces_of_one_frame_are_two_guests_however_alike(book):
    first = book.come(direction(0))
    second = book.come(direction(0), beside=[first], minutes=0)
    assert first.guest != second.guest
    changes = [
        SightingChange(Sighting(None, "door", NOON, NOON + MINUTE, 0.2), face=FaceVector("sface", direction(7)))
        for _ in range(2)
    ]
    one, other = (stored.guest for stored, _ in book.save(*changes))  # both arrive in one moment
    assert one != other


def test_vectors_of_another_network_do_not_compare(book):
    assert book.come(direction(0)).guest != book.come(direction(0), space="fine-tuned").guest
    assert book.come(direction(0, length=32), space="fine-tuned").guest == 3  # nor do others of another length


def test_guests_who_become_similar_are_one(book):
    """Two poor views of one person are apart, until a third one lies between them."""
    left, right = direction(0) + 0.85 * direction(1), direction(0) - 0.85 * direction(1)
    first, second = book.come(left / np.linalg.norm(left)), book.come(right / np.linalg.norm(right))
    assert first.guest != second.guest
    third = book.come(direction(0))
    assert third.guest == 1
    assert {each.guest for each in book.store.sightings()} == {1}
    assert [each.visits for each in book.guests.guests()] == [3]


def test_a_later_vector_of_a_visit_stands_for_it(book):
    stored = book.come(direction(0))
    later = SightingChange(
        stored, face=FaceVector("sface", direction(1)), face_before=FaceVector("sface", direction(0))
    )
    book.save(later)
    assert book.come(direction(1)).guest == stored.guest
    assert book.come(direction(0)).guest != stored.guest


def test_a_visit_that_was_none_leaves_no_guest(book):
    stored, face = book.come(direction(0)), FaceVector("sface", direction(0))
    book.save(SightingChange(stored, is_withdrawn=True, face_before=face))
    assert book.guests.guests() == []
    assert book.store.sightings() == []


def test_a_visit_that_was_none_does_not_delete_the_one_that_it_continued(book):
    first = book.come(direction(0))
    again = book.come(direction(0), minutes=3)
    book.save(
        SightingChange(again, is_withdrawn=True, is_continued=True, face_before=FaceVector("sface", direction(0)))
    )
    assert [each.id for each in book.store.sightings()] == [first.id]
    assert [each.id for each in book.guests.guests()] == [first.guest]


def test_an_ignored_guest_is_not_recorded_and_kept(book):
    guest = book.guests.find(book.come(direction(0)).guest)
    book.guests.ignore(guest, is_ignored=True)
    assert book.come(direction(0, 0.05)) is None
    book.store.purge(NOON + timedelta(days=400), Retention(timedelta(days=30), timedelta(hours=8)))
    assert [(each.id, each.visits, each.is_ignored) for each in book.guests.guests()] == [(1, 0, True)]
    assert book.come(direction(0, 0.05)) is None
    book.guests.ignore(guest, is_ignored=False)
    assert book.come(direction(0, 0.05)).guest == 1


def test_a_guest_goes_with_the_last_visit_and_the_number_is_not_given_again(book):
    book.come(direction(0))
    book.store.purge(NOON + timedelta(hours=20), Retention(timedelta(days=30), timedelta(hours=8)))
    assert book.guests.guests() == []
    assert book.come(direction(0)).guest == 2


def test_a_discarded_guest_leaves_no_byte(book, tmp_path):
    guest = book.guests.find(book.come(direction(0), sample=b"their picture" * 500).guest)
    book.come(direction(1), sample=b"another picture" * 500)
    assert book.guests.discard(guest) == 1
    content = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"their picture" not in content
    assert direction(0).tobytes() not in content
    assert b"another picture" in content


@pytest.mark.parametrize("content", [b"abc", np.full(64, np.nan, np.float32).tobytes()])
def test_a_vector_that_is_none_is_damage(book, content):
    book.come(direction(0))
    with open_database(book.store.path) as connection:
        connection.execute("UPDATE guests SET vector = ?", (content,))
    with pytest.raises(DamagedFileError):
        book.come(direction(0))


#: Seeds of the draws of the test on real people.
_DRAWS = range(4)


@pytest.mark.real
@pytest.mark.skipif(not (DATA / "lfw").is_dir(), reason="needs pictures of real people")
def test_guests_of_real_people(tmp_path, published_networks):
    """20 people with five pictures each and 200 strangers, in any order: precision and recall of pairs."""
    vectors, truth = _embed(tmp_path, published_networks)
    figures = []
    for seed in _DRAWS:
        draw = np.random.default_rng(seed)
        chosen = [at for name in sorted(set(truth)) for at in _five(truth, name, draw)]
        order = draw.permutation(chosen)
        book = Book(tmp_path / f"draw-{seed}.sqlite")
        for at in order:
            book.come(vectors[at], sample=None)
        figures.append(_pairs([truth[at] for at in order], [each.guest for each in book.store.sightings()]))
    assert len(order) > 250
    precision, recall = np.mean(figures, axis=0)
    sys.stdout.write(f"\n{len(figures)} draws: precision {precision:.4f}, recall {recall:.4f}\n")
    assert precision >= 0.99, figures
    assert recall >= 0.95, figures


def _five(truth, name, draw):
    own = [at for at, each in enumerate(truth) if each == name]
    return draw.choice(own, min(5, len(own)), replace=False)


def _pairs(names, groups):
    together = Counter()
    for (name, group), (other, other_group) in combinations(zip(names, groups, strict=True), 2):
        together[name == other, group == other_group] += 1
    right = together[True, True]
    return right / (right + together[False, True]), right / (right + together[True, False])


def _embed(tmp_path, published_networks):
    """Vectors and truth of all pictures with a face; a stranger's name is that of the file."""
    from visavis.factory.detectors import STILLS, create_detector
    from visavis.factory.networks import NetworkLoader
    from visavis.imaging import codec
    from visavis.imaging.geometry import labeled_face
    from visavis.storage.paths import DataFolders

    folders = DataFolders(tmp_path / "data", tmp_path / "cache")
    folders.cache.mkdir()
    folders.networks.symlink_to(published_networks)
    loader = NetworkLoader(folders, "cpu")
    detect, embedder = create_detector(loader, STILLS), loader.load_embedder()
    people = sorted((DATA / "lfw" / "people").glob("*/*.jpg"))
    pictures = [(path, path.parent.name) for path in people]
    pictures += [(path, path.name) for path in sorted((DATA / "lfw" / "strangers").glob("**/*.jpg"))]
    vectors, truth = [], []
    for path, name in pictures:
        image = codec.read(path)
        face = labeled_face(detect(image), image.shape[1], image.shape[0])
        if face is not None:
            vectors.append(embedder(image, [face])[0])
            truth.append(name)
    return vectors, truth


def test_the_faces_of_ignored_guests_are_given_as_directions(book):
    for seed, person in enumerate((0, 1, 0)):
        book.come(direction(person, 0.02, seed))
    assert book.guests.ignored_faces() == []
    book.guests.ignore(book.guests.find(1), is_ignored=True)
    [face] = book.guests.ignored_faces()
    assert face.space == "sface"
    assert face.values @ direction(0) > 0.95
    assert np.linalg.norm(face.values) == pytest.approx(1)
