"""What was said of a face is kept with its picture, follows people, and goes with them."""

import os
import stat

import numpy as np
import pytest

from visavis.errors import FileError, StoreError
from visavis.imaging import codec
from visavis.people import rejections as rejections_module
from visavis.people.names import PersonName
from visavis.people.rejections import REJECTIONS_FILE, RejectionStore
from visavis.people.store import PeopleStore
from visavis.storage.attempts import Attempts


def picture(shade):
    return np.full((60, 60, 3), shade, np.uint8)


@pytest.fixture
def people(tmp_path):
    return PeopleStore(tmp_path / "people")


@pytest.fixture
def store(tmp_path):
    return RejectionStore(tmp_path / "strangers")


def said(store):
    return sorted(rejection.people for rejection in store.rejections())


def test_without_a_folder_there_are_none(store):
    assert store.rejections() == []
    assert store.erase({"ada"}, Attempts()) == 0


def test_a_stranger_is_no_enrolled_person_and_a_rejection_not_one_of_them(store, people):
    ada = people.create(PersonName("Ada"))
    stranger, other = store.add(picture(1)), store.add(picture(2), ada)
    assert said(store) == [(), ("Ada",)]
    assert stranger.concerns("Ada")
    assert stranger.concerns("Bob")
    assert other.concerns("Ada")
    assert not other.concerns("Bob")
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in store.folder.iterdir()} == {0o600}


def test_a_picture_is_kept_once_with_all_people_whom_it_does_not_show(store, people):
    ada, bob = people.create(PersonName("Ada")), people.create(PersonName("Bob"))
    store.add(picture(1), ada)
    store.add(picture(1), bob)
    assert said(store) == [("Ada", "Bob")]
    store.add(picture(1))
    assert said(store) == [()]
    store.add(picture(1), ada)
    assert said(store) == [()]


def test_pictures_put_there_by_hand_are_strangers(store):
    codec.write(store.folder / "uncle.png", picture(3))
    (store.folder / "notes.txt").write_text("who is who")
    assert said(store) == [()]


def test_samples_are_taken_from_people(store, people):
    ada = people.create(PersonName("Ada"))
    one, other = people.add(ada, picture(1)), people.add(ada, picture(2))
    [taken] = store.reject_samples([one], ada)
    assert taken.sample.hash == one.hash
    assert people.samples(ada) == [other]
    with pytest.raises(StoreError, match="no longer there"):
        store.reject_samples([other, one], ada)
    assert people.samples(ada) == [other]


def test_forgetting_someone_leaves_no_mention(store, people):
    ada, bob = people.create(PersonName("Ada")), people.create(PersonName("Bob"))
    for shade, person in ((1, ada), (2, ada), (2, bob), (3, None)):
        store.add(picture(shade), person)
    assert store.erase({ada.slug}, Attempts()) == 1
    assert said(store) == [(), ("Bob",)]
    assert "Ada" not in (store.folder / REJECTIONS_FILE).read_text()


def test_forgetting_removes_mentions_of_pictures_deleted_by_hand(store, people):
    store.add(picture(1), people.create(PersonName("Ada"))).sample.path.unlink()
    assert store.erase({"Ada"}, Attempts()) == 0
    assert "Ada" not in (store.folder / REJECTIONS_FILE).read_text()


def test_rejections_of_a_merged_person_are_of_the_other(store, people):
    ada = people.create(PersonName("Ada"))
    store.add(picture(1), ada)
    store.reassign("Ada", "Bob")
    assert said(store) == [("Bob",)]


def test_removing(store):
    rejection = store.add(picture(1))
    store.remove([rejection, rejection])
    assert store.rejections() == []


@pytest.mark.parametrize(
    ("content", "told"), [("{", "damaged"), ('{"version": 2, "not": {}}', "newer"), ('{"version": 1}', "damaged")]
)
def test_an_unreadable_record_is_an_error(store, content, told):
    store.add(picture(1))
    (store.folder / REJECTIONS_FILE).write_text(content)
    with pytest.raises(FileError, match=told):
        store.rejections()


def test_with_a_damaged_record_recognition_goes_on_without_rejections(store, people, monkeypatch):
    told = []
    monkeypatch.setattr(rejections_module._log, "warning", lambda *parts: told.append(parts[0] % parts[1:]))
    kept = store.add(picture(1), people.create(PersonName("Ada")))
    path = store.folder / REJECTIONS_FILE
    right = path.read_bytes()
    path.write_text("{")
    assert store.intact_rejections() == store.intact_rejections() == []
    assert len(told) == 1
    assert str(path) in told[0]
    assert store.hashes_concerning("Bob") == store.hashes_concerning(None) == {kept.sample.hash}
    with pytest.raises(FileError):  # or what it said would be lost
        store.add(picture(2))
    assert path.read_text() == "{"
    path.write_bytes(right)
    assert store.hashes_concerning("Bob") == store.hashes_concerning(None) == set()
    assert store.hashes_concerning("Ada") == {kept.sample.hash}
