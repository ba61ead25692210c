"""Which pictures of a folder are imported, and as whom."""

import pytest

from support.people_files import put
from visavis.errors import PersonNameError, StoreError
from visavis.people.imports import import_plan
from visavis.people.names import PersonName


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "pictures"


def test_one_persons_folder(folder):
    put(folder, "a.jpg")
    put(folder / "deeper", "b.jpg")

    planned = import_plan.plan(folder, PersonName(" Ada "))

    assert planned.pictures == (("Ada", folder / "a.jpg"),)
    [sentence] = planned.ignored
    assert str(sentence).startswith(
        f"{folder / 'deeper'} is ignored, with 1 picture: the pictures of a person must lie"
    )


def test_files_and_folders_that_are_ignored_are_reported(folder):
    put(folder / "Ada", "a.jpg")
    put(folder / "Ada" / "deeper", "b.jpg")
    put(folder, "stray.jpg")
    put(folder / ".hidden", "c.jpg")
    (folder / "Empty").mkdir()
    put(folder / "\u200b", "d.jpg")

    planned = import_plan.plan(folder)

    assert planned.pictures == (("Ada", folder / "Ada" / "a.jpg"),)
    assert len(planned.ignored) == 4
    for part in ("deeper is ignored", "Empty has no pictures", "\u200b is ignored. A name needs", "directly in"):
        assert any(part in str(sentence) for sentence in planned.ignored)


def test_pictures_of_nested_folders_are_counted_and_nobody_is_made_of_a_group(folder):
    put(folder / "Ada", "a.jpg")
    for name in ("b.jpg", "c.jpg"):
        put(folder / "friends" / "Bob", name)
        put(folder / "Ada" / "2021" / "May", name)
    planned = import_plan.plan(folder)
    assert planned.names == ("Ada",)
    inside, group = sorted(map(str, planned.ignored))
    assert inside.startswith(
        f"{folder / 'Ada' / '2021'} is ignored, with 2 pictures: the pictures of a person must lie"
    )
    assert group.startswith(f"{folder / 'friends'} is ignored: its 2 pictures lie in folders inside it.")
    assert import_plan.plan(folder / "friends").names == ("Bob",)


def test_one_folder_too_high_says_which_folder_to_import(folder):
    put(folder / "friends" / "Bob", "b.jpg")
    with pytest.raises(StoreError, match=r"If that is a person's, import .*friends itself"):
        import_plan.plan(folder)


def test_folders_that_cannot_be_imported_are_errors(folder):
    with pytest.raises(StoreError, match="There is no folder"):
        import_plan.plan(folder)
    put(folder, "a.jpg")
    with pytest.raises(StoreError, match=r"a\.jpg is not a folder"):
        import_plan.plan(folder / "a.jpg")
    with pytest.raises(StoreError, match="has pictures, but no folders of people") as told:
        import_plan.plan(folder)
    assert "--as NAME" in str(told.value.hint)
    with pytest.raises(PersonNameError):
        import_plan.plan(folder, PersonName(""))
    (folder / "a.jpg").unlink()
    with pytest.raises(StoreError, match="has no folders with pictures"):
        import_plan.plan(folder)
    with pytest.raises(StoreError, match="has no pictures"):
        import_plan.plan(folder, PersonName("Ada"))


def test_folders_that_compare_equal_are_one_person(folder):
    for name in ("Ada_L", "Bob", "ada l", "ADA\u200b L"):
        put(folder / name, "a.jpg")

    assert import_plan.plan(folder).names == ("ADA\u200b L", "Bob")
    assert [name for name, _ in import_plan.plan(folder).pictures] == ["ADA\u200b L"] * 3 + ["Bob"]


def test_an_error_names_what_lies_there_in_place_of_pictures(folder):
    (folder / "Ada").mkdir(parents=True)
    (folder / "Ada" / "a.jpg").write_text("no picture")
    for planned in (lambda: import_plan.plan(folder), lambda: import_plan.plan(folder / "Ada", PersonName("Ada"))):
        with pytest.raises(StoreError, match=r"has no .*pictures\. .*a\.jpg is neither a picture nor a video\.$"):
            planned()


def test_what_is_no_picture_belongs_to_the_person_in_whose_folder_it_lies(folder):
    put(folder / "Ada", "a.jpg")
    (folder / "Ada" / "notes.txt").write_text("no picture")
    put(folder / "@eaDir", "b.jpg")
    planned = import_plan.plan(folder)
    [(name, other)] = planned.others
    assert (name, other.path.name) == ("Ada", "notes.txt")
    assert planned.file_count == 2
    assert planned.ignored == ()
