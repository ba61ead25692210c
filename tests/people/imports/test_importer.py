"""Folders of pictures into the store, with a detector that finds what it is told to."""

import functools
import itertools
import os
from datetime import UTC, datetime

import numpy as np
import pytest

from support.media_files import MP4_HEAD
from visavis.errors import DiskError, StoreError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.people.imports import import_plan
from visavis.people.imports.import_outcomes import ImportCount, ImportedPicture, UnreadablePicture
from visavis.people.imports.import_plan import ImportPlan
from visavis.people.imports.importer import Importer
from visavis.people.names import PersonName
from visavis.people.rejections import RejectionStore
from visavis.people.samples import sample_cut
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def picture(seed=0, height=60, width=80):
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def put(path, image=None):
    codec.write(path, picture(sum(path.name.encode())) if image is None else image)
    os.utime(path, (NOON.timestamp(), NOON.timestamp()))
    return path


def nothing(image):
    return []


def whole(image):
    return [Face(Box(0, 0, image.shape[1], image.shape[0]))]


def one_face(image):
    return [Face(Box(30, 20, 10, 12))]


def create_importer(store, detect=one_face, **options):
    data = store.folder.parent
    trash, rejections = Trash(data / "trash", store.folder), RejectionStore(data / "strangers")
    return Importer(store, trash, rejections, detect, **options)


def run(store, folder, detect=one_face, **options):
    return list(create_importer(store, detect, **options)(import_plan.plan(folder)))


def import_all(store, folder, detect=one_face, **options):
    """Import all of it: (name, file, result) for each picture."""
    return [(each.name, each.path.name, result(each)) for each in run(store, folder, detect, **options)]


def result(outcome):
    if isinstance(outcome, ImportedPicture):
        return outcome.result.value
    return "unreadable" if isinstance(outcome, UnreadablePicture) else "no picture"


@pytest.fixture
def store(tmp_path):
    return PeopleStore(tmp_path / "people")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "pictures"


# What a sample is


def test_a_sample_is_the_face_with_wide_margin():
    image = picture()

    cut = sample_cut(image, Face(Box(30, 20, 10, 12)))

    assert (cut == image[8:44, 20:50]).all()


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        (Box(0, 0, 10, 10), (20, 20)),
        (Box(-4, -4, 10, 10), (16, 16)),
        (Box(75, 55, 10, 10), (15, 15)),
        (Box(0, 0, 80, 60), (60, 80)),
        (Box(-10, -10, 200, 200), (60, 80)),
    ],
)
def test_a_sample_ends_where_the_picture_does(box, expected):
    assert sample_cut(picture(), Face(box)).shape[:2] == expected


def test_a_face_outside_the_picture_is_a_bug():
    with pytest.raises(ValueError, match="outside"):
        sample_cut(picture(), Face(Box(81, 0, 10, 10)))


# Importing


def test_everybody_in_a_folder(store, folder):
    for path in ("Alejandro_Toledo/a.jpg", "Alejandro_Toledo/b.PNG", "王伟/c.webp", "王伟/d.BMP", "王伟/notes.txt"):
        if path.endswith("txt"):
            (folder / path).touch()
        else:
            put(folder / path)

    assert import_all(store, folder) == [
        ("王伟", "notes.txt", "no picture"),
        ("Alejandro_Toledo", "a.jpg", "imported"),
        ("Alejandro_Toledo", "b.PNG", "imported"),
        ("王伟", "c.webp", "imported"),
        ("王伟", "d.BMP", "imported"),
    ]
    toledo, wang = store.people()
    assert (toledo.name, wang.name) == ("Alejandro_Toledo", "王伟")
    for sample in [*store.samples(toledo), *store.samples(wang)]:
        assert codec.read(sample.path).shape == (36, 30, 3)
        assert sample.taken == NOON


def test_the_same_again_is_there_already(store, folder):
    put(folder / "Ada" / "a.jpg")
    (folder / "Ada" / "same.jpg").write_bytes((folder / "Ada" / "a.jpg").read_bytes())

    assert [last for *_, last in import_all(store, folder)] == ["imported", "already there"]
    assert {last for *_, last in import_all(store, folder)} == {"already there"}


def test_the_face_that_is_meant_is_kept(store, folder):
    put(folder / "Ada" / "a.jpg")
    faces = [Face(Box(0, 0, 10, 10)), Face(Box(35, 25, 8, 8)), Face(Box(40, 30, 2, 2))]

    import_all(store, folder, lambda image: faces)

    [sample] = store.samples(store.find("Ada"))
    assert codec.read(sample.path).shape == (24, 24, 3)


def test_an_unreadable_picture_stops_nothing(store, folder):
    put(folder / "Ada" / "b.jpg")
    (folder / "Ada" / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (folder / "Ada" / "c.jpg").touch()
    (folder / "Ada" / "film.mp4").write_bytes(MP4_HEAD)
    put(folder / "Ada" / "wide.png", np.zeros((1, 70_000, 3), np.uint8))

    outcomes = run(store, folder, nothing)

    assert [result(outcome) for outcome in outcomes] == [
        "no picture",
        "no picture",
        "unreadable",
        "set aside",
        "unreadable",
    ]
    count = functools.reduce(ImportCount.plus, outcomes, ImportCount())
    assert (count.imported, count.present_before, count.total) == (0, 0, 5)
    assert [path.name for path in count.unreadable] == ["a.jpg", "wide.png"]
    assert [path.name for path in count.other_files] == ["c.jpg", "film.mp4"]
    assert [path.name for path in count.without_face] == ["b.jpg"]
    assert "c.jpg is neither a picture nor a video" in str(outcomes[0].problem)
    assert "film.mp4 is a video" in str(outcomes[1].problem)
    assert "a.jpg is not a picture" in str(outcomes[2].problem)
    assert "too large" in str(outcomes[4].problem)


def test_a_damaged_picture_is_imported_and_counted(store, folder):
    content = codec.encode(np.random.default_rng(1).integers(0, 255, (48, 48, 3), np.uint8))
    (folder / "Ada").mkdir(parents=True)
    (folder / "Ada" / "a.jpg").write_bytes(content[: len(content) * 2 // 3])
    put(folder / "Ada" / "b.jpg")
    count = functools.reduce(ImportCount.plus, run(store, folder), ImportCount())
    assert count.imported == 2
    assert [path.name for path in count.damaged] == ["a.jpg"]


def test_someone_with_no_readable_picture_is_not_created(store, folder):
    (folder / "Ada").mkdir(parents=True)
    (folder / "Ada" / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0")

    assert import_all(store, folder) == [("Ada", "a.jpg", "unreadable")]
    assert store.people() == []


def test_someone_there_already_is_extended_and_keeps_their_name(store, folder):
    ada = store.create(PersonName("Ada Lovelace"))
    put(folder / "ada_lovelace" / "a.jpg")

    assert import_all(store, folder) == [("Ada Lovelace", "a.jpg", "imported")]
    assert store.people() == [ada]


def test_folders_of_one_name_are_one_person(store, folder):
    put(folder / "Ada_L" / "a.jpg")
    put(folder / "Bob" / "b.jpg")
    put(folder / "ada l" / "c.jpg")

    assert import_all(store, folder) == [
        ("Ada_L", "a.jpg", "imported"),
        ("Ada_L", "c.jpg", "imported"),
        ("Bob", "b.jpg", "imported"),
    ]
    assert [person.name for person in store.people()] == ["Ada_L", "Bob"]


def test_the_store_is_not_imported_into_itself(store, folder):
    outside = put(folder / "Ada" / "a.jpg")
    import_all(store, folder)
    inside = store.samples(store.find("Ada"))[0].path
    with pytest.raises(StoreError, match="into itself"):  # also where several things are dropped at once
        list(create_importer(store)(ImportPlan((("Ada", outside), ("Ada", inside)))))

    with pytest.raises(StoreError, match="into itself"):
        import_all(store, store.folder)
    assert len(store.samples(store.find("Ada"))) == 1


def test_pictures_imported_before_the_disk_was_full_stay(small_disk, folder):
    store = PeopleStore(small_disk / "people")
    for number in range(40):
        put(folder / "Ada" / f"{number:02}.jpg", picture(number))

    with pytest.raises(DiskError, match="no space left") as told:
        import_all(store, folder, whole)

    assert "Free some space" in str(told.value.hint)
    [ada] = store.people()
    assert 0 < len(store.samples(ada)) < 40
    for sample in store.samples(ada):
        codec.read(sample.path)
    assert not list(store.folder.rglob(".tmp-*"))


def test_a_disk_that_takes_no_picture_gets_no_person(small_disk, folder):
    store = PeopleStore(small_disk / "people")
    put(folder / "Ada" / "large.png", picture(0, 600, 800))

    with pytest.raises(DiskError):
        import_all(store, folder, whole)

    assert {path.name for path in store.folder.iterdir()} == {".lock"}


def test_pictures_imported_before_an_interruption_stay(store, folder):
    for name in "ab":
        put(folder / "Ada" / f"{name}.jpg")

    calls = itertools.count()

    def interrupted(image):
        if next(calls):
            raise KeyboardInterrupt
        return one_face(image)

    with pytest.raises(KeyboardInterrupt):
        import_all(store, folder, interrupted)

    assert len(store.samples(store.find("Ada"))) == 1
    assert [last for *_, last in import_all(store, folder)] == ["already there", "imported"]
    assert len(store.samples(store.find("Ada"))) == 2


def test_a_file_dated_beyond_the_calendar_is_of_now(store, folder):
    path = put(folder / "Ada" / "a.jpg")
    try:
        os.utime(path, (1e14, 1e14))
    except OSError:
        pytest.skip("this file system knows no such date")

    import_all(store, folder)

    assert len(store.samples(store.find("Ada"))) == 1
