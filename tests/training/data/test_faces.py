"""All samples become chips, in memory or in a file."""

import numpy as np
import pytest

from support.media_files import MP4_HEAD
from visavis.errors import DiskError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.networks.cnn64_input import chip, whole_chip
from visavis.people.picture_state import IN_USE
from visavis.people.store import PeopleStore
from visavis_training.data.faces import collect

BOX = Box(20, 20, 60, 60)


def found(image):
    """A detector that finds a face in every picture but square ones."""
    return [] if image.shape[0] == image.shape[1] else [Face(BOX)]


@pytest.fixture
def store(folders):
    """Ada with a picture, a tight crop and a broken file; Bob with two pictures; Eve with a broken one."""
    random = np.random.default_rng(0)
    for name, sizes in {"Ada": [(100, 120), (50, 50)], "Bob": [(100, 120), (100, 110)], "Eve": []}.items():
        for number, size in enumerate(sizes):
            codec.write(folders.people / name / f"{number}.png", random.integers(0, 256, (*size, 3), np.uint8))
    store = PeopleStore(folders.people)
    ada = store.find("Ada")
    store.set_picture_states(ada, {sample.hash: IN_USE for sample in store.samples(ada)})
    for name in ("Ada", "Eve"):
        (folders.people / name).mkdir(parents=True, exist_ok=True)
        (folders.people / name / "broken.png").write_bytes(b"\xff\xd8\xff\xe0")
    (folders.people / "Bob" / "clip.jpg").write_bytes(MP4_HEAD)
    return store


def test_pictures_without_a_face_are_left_out_unless_the_user_wants_them(store, folders):
    bob = store.find("Bob")
    codec.write(bob.folder / "2.png", np.zeros((40, 40, 3), np.uint8))
    faces = collect(store, folders.cache, found)
    assert [path.name for path in faces.faceless] == ["2.png"]
    assert faces.labels.tolist() == [0, 0, 1, 1]


def test_faces_are_cropped_and_other_pictures_used_whole(store, folders):
    counts = []
    faces = collect(store, folders.cache, found, lambda *count: counts.append(count))
    assert [person.name for person in faces.people] == ["Ada", "Bob"]
    assert faces.labels.tolist() == [0, 0, 1, 1]
    assert [path.name for path in faces.whole] == ["1.png"]
    assert len(faces.unreadable) == 3
    assert faces.unreadable[0].endswith("clip.jpg is a video.")
    assert counts == [(done, 6) for done in range(1, 7)]
    pictures = [codec.read(sample.path) for sample in faces.samples]
    assert np.array_equal(faces.chips[0], chip(pictures[0], BOX))
    assert np.array_equal(faces.chips[1], whole_chip(pictures[1]))
    assert faces.manifest == {"Ada": list(faces.hashes[:2]), "Bob": list(faces.hashes[2:])}


def test_a_person_forgotten_meanwhile_is_not_reported(store, folders):
    def forget_bob(done, _):
        if done == 3:
            store.delete(store.find("Bob"))

    faces = collect(store, folders.cache, found, forget_bob)
    assert [person.name for person in faces.people] == ["Ada"]
    assert not [sentence for sentence in faces.unreadable if "Bob" in sentence]


def test_many_chips_are_streamed_from_an_unnamed_file(store, folders):
    in_memory = collect(store, folders.cache, found)
    streamed = collect(store, folders.cache, found, max_in_memory=3)
    assert isinstance(streamed.chips, np.memmap)
    assert np.array_equal(streamed.chips, in_memory.chips)
    assert not list(folders.cache.iterdir())


def test_a_full_disk_is_an_error(store, small_disk):
    (small_disk / "filled").write_bytes(bytes(small_disk.stat().st_blksize * 62))
    with pytest.raises(DiskError, match="no space left"):
        collect(store, small_disk, found, max_in_memory=1)


def test_no_people_give_no_faces(folders):
    faces = collect(PeopleStore(folders.people), folders.cache, found)
    assert (len(faces), faces.people, faces.chips.shape) == (0, (), (0, 64, 64, 3))
