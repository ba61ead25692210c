"""What is dropped is taken for what people mean by it."""

import pytest

from visavis.errors import StoreError
from visavis.imaging import codec
from visavis.people.names import PersonName
from visavis.ui.imports.dropped_files import DroppedPeople, DroppedPictures, DroppedVideo, plan_for, sort


@pytest.fixture
def put(tmp_path, photos):
    """Write a picture, or an empty file of another kind, below the test's folder."""

    def write(name):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if codec.is_picture(path):
            codec.write(path, photos[0])
        else:
            path.write_bytes(b"")
        return path

    return write


def test_a_folder_of_folders_is_people(put, tmp_path):
    put("crew/Ada/1.jpg")
    put("crew/Bob/1.jpg")
    dropped = sort([tmp_path / "crew"])
    assert isinstance(dropped, DroppedPeople)
    assert dropped.plan.names == ("Ada", "Bob")


def test_several_folders_of_pictures_are_people_of_those_names(put):
    folders = [put("Ada/1.jpg").parent, put("Bob/1.jpg").parent]
    put("Bob/2.jpg")
    dropped = sort(folders)
    assert isinstance(dropped, DroppedPeople)
    assert dropped.plan.names == ("Ada", "Bob")
    assert len(dropped.plan.pictures) == 3


def test_a_folder_of_pictures_suggests_its_name(put):
    path = put("Ada/1.jpg")
    assert sort([path.parent]) == DroppedPictures((path,), "Ada")


def test_pictures_of_one_person_need_a_name(put):
    paths = [put("1.jpg"), put("2.png")]
    assert sort(paths) == DroppedPictures(tuple(paths))
    assert plan_for(PersonName("Ada"), paths).pictures == (("Ada", paths[0]), ("Ada", paths[1]))


def test_a_video_is_a_video(put):
    path = put("clip.MP4")
    assert sort([path]) == DroppedVideo(path)


@pytest.mark.parametrize("names", [("1.jpg", "clip.mp4"), ("a.mp4", "b.mp4"), ("notes.txt",), ("Ada/1.jpg", "2.jpg")])
def test_unsupported_files_are_refused_with_a_hint(put, names):
    paths = [path.parent if path.parent.name == "Ada" else path for path in map(put, names)]
    with pytest.raises(StoreError) as refused:
        sort(paths)
    assert "folders of people" in str(refused.value.hint)


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(StoreError):
        sort([tmp_path])
