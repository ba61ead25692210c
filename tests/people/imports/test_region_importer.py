"""People who are marked in pictures, into the store."""

import numpy as np
import pytest

from support.media_files import encode_with_pillow, exif
from support.tagging.xmp import mwg, packet
from visavis.errors import StoreError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.people import edits
from visavis.people.imports.import_outcomes import ImportedPicture, ImportResult, PassedOverRegion
from visavis.people.imports.importer import Importer
from visavis.people.imports.region_importer import RegionImporter
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash

#: Two faces of a picture of 120x80 pixels, as a detector finds them, and as they are marked around their centers.
LEFT, RIGHT = Face(Box(12, 16, 24, 24)), Face(Box(84, 16, 24, 24))
ON_LEFT, ON_RIGHT = (0.2, 0.35, 0.3, 0.45), (0.8, 0.35, 0.2, 0.3)


@pytest.fixture
def store(tmp_path):
    return PeopleStore(tmp_path / "data" / "people")


@pytest.fixture
def photo(tmp_path):
    """Writes a picture with marked faces, of its own pixels; gives its path."""

    def photo(name, *regions, seed=0, size=(120, 80), orientation=1):
        image = np.random.default_rng(seed).integers(0, 256, (80, 120, 3), np.uint8)
        path = tmp_path / "library" / name
        path.parent.mkdir(exist_ok=True, parents=True)
        xmp = packet(mwg(*regions, size=size)) if regions else b""
        path.write_bytes(encode_with_pillow(image, "JPEG", xmp=xmp, exif=exif(orientation)))
        return path

    return photo


def run(store, *paths, faces=(LEFT, RIGHT), **options):
    data = store.folder.parent
    trash, rejections = Trash(data / "trash", store.folder), RejectionStore(data / "strangers")
    importer = Importer(store, trash, rejections, lambda image: list(faces), **options)
    return list(RegionImporter(importer)(paths))


def results(outcomes):
    return [
        (str(each.problem) if isinstance(each, PassedOverRegion) else (str(each.name), each.result))
        for each in outcomes
    ]


def samples(store, name):
    return [codec.read(sample.path) for sample in store.samples(store.find(name))]


def test_each_marked_person_gets_their_face(store, photo):
    path = photo("a.jpg", ("Ada", ON_LEFT), ("Bob", ON_RIGHT))
    assert results(run(store, path)) == [("Ada", ImportResult.IMPORTED), ("Bob", ImportResult.IMPORTED)]
    image = codec.read(path)
    [ada], [bob] = samples(store, "Ada"), samples(store, "Bob")
    assert np.abs(ada.astype(int) - image[0:64, 0:60]).mean() < 12  # a JPEG of the face with its margin
    assert np.abs(bob.astype(int) - image[0:64, 60:120]).mean() < 12


def test_a_second_import_changes_nothing(store, photo):
    path = photo("a.jpg", ("Ada", ON_LEFT))
    run(store, path)
    assert results(run(store, path)) == [("Ada", ImportResult.PRESENT_BEFORE)]


def test_names_that_compare_equal_are_one_person(store, photo):
    """As one program decomposes them, and another one does not."""
    run(store, photo("a.jpg", ("Zoe\u0308", ON_LEFT)), photo("b.jpg", ("Zo\u00eb", ON_RIGHT), seed=1))
    assert [str(person.name) for person in store.people()] == ["Zoe\u0308"]
    assert len(samples(store, "ZOË")) == 2


def test_marks_turn_as_the_picture_does(store, photo):
    """The mark is of the stored picture; the face is found in the upright one."""
    upright = Face(Box(40, 12, 24, 24))  # in 80x120: the left mark, turned by 90 degrees
    outcomes = run(store, photo("a.jpg", ("Ada", ON_LEFT), orientation=6), faces=[upright])
    assert results(outcomes) == [("Ada", ImportResult.IMPORTED)]
    assert outcomes[0].has_face


def test_a_mark_without_a_face_is_set_aside_and_can_be_kept(store, photo):
    path = photo("a.jpg", ("Ada", ON_LEFT))
    assert results(run(store, path, faces=[RIGHT])) == [("Ada", ImportResult.SET_ASIDE)]
    assert samples(store, "Ada") == []
    assert results(run(store, path, faces=[RIGHT], keep_faceless=True)) == [("Ada", ImportResult.IMPORTED)]


def test_a_face_is_that_of_the_mark_it_fits_best(store, photo):
    path = photo("a.jpg", ("Bob", (0.3, 0.35, 0.3, 0.45)), ("Ada", (0.18, 0.35, 0.2, 0.3)))
    outcomes = run(store, path, faces=[LEFT])
    assert results(outcomes) == [("Bob", ImportResult.SET_ASIDE), ("Ada", ImportResult.IMPORTED)]


def test_what_is_passed_over_is_named(store, photo, tmp_path):
    text = tmp_path / "library" / "c.jpg"
    outcomes = run(
        store,
        photo("a.jpg", (None, ON_LEFT), ("Ada", ON_RIGHT), ("Bob", (2, 2, 0.1, 0.1))),
        photo("b.jpg"),
        photo("d.jpg", ("?" * 400, ON_LEFT)),
    )
    text.write_text("no picture")
    outcomes += run(store, text)
    problems = [str(each.problem) for each in outcomes if isinstance(each, PassedOverRegion)]
    assert problems[:3] == ["Bob is marked outside of the picture", "1 face has no name", "nobody is marked"]
    assert "300" in problems[3]
    assert "c.jpg" in problems[4]
    assert len(problems) == 5


def test_a_person_marked_twice_in_a_picture_counts_once(store, photo):
    outcomes = run(store, photo("a.jpg", ("Ada", ON_LEFT), ("Ada", ON_RIGHT)))
    assert results(outcomes) == [
        ("Ada", ImportResult.IMPORTED),
        "Ada is marked twice, and the smaller one does not count",
    ]


def test_what_the_user_took_out_stays_out(store, photo):
    path = photo("a.jpg", ("Ada", ON_LEFT))
    run(store, path, photo("b.jpg", ("Ada", ON_LEFT), seed=1))
    trash = Trash(store.folder.parent / "trash", store.folder)
    ada = store.find("Ada")
    edits.delete_samples(trash, ada, store.samples(ada)[:1])
    both = [path, path.with_name("b.jpg")]
    assert {result for _, result in results(run(store, *both))} == {
        ImportResult.TAKEN_OUT_BEFORE,
        ImportResult.PRESENT_BEFORE,
    }
    assert ("Ada", ImportResult.IMPORTED) in results(run(store, *both, again=True))


def test_a_damaged_picture_does_not_hinder_the_others(store, photo):
    broken, right = photo("a.jpg", ("Ada", ON_LEFT)), photo("b.jpg", ("Ada", ON_LEFT))
    broken.write_bytes(broken.read_bytes()[:900])
    outcomes = run(store, broken, right)
    assert [type(outcome) for outcome in outcomes] == [PassedOverRegion, ImportedPicture]


def test_the_store_is_not_imported_into_itself(store, photo):
    run(store, photo("a.jpg", ("Ada", ON_LEFT)))
    with pytest.raises(StoreError, match="into itself"):
        run(store, *[sample.path for sample in store.samples(store.find("Ada"))])
