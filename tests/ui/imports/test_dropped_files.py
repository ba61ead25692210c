"""What is dropped is taken for what people mean by it."""

import pytest

from support.media_files import MP4_HEAD
from visavis.errors import StoreError
from visavis.imaging import codec
from visavis.people.names import PersonName
from visavis.ui.imports.dropped_files import DroppedPeople, DroppedPictures, DroppedVideo, plan_for, sort


@pytest.fixture
def put(tmp_path, photos):
    """Write a picture, the beginning of a video, or a text, below the test's folder."""

    def write(name):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".txt":
            path.write_text("no picture")
        else:
            path.write_bytes(MP4_HEAD if path.suffix.lower() == ".mp4" else codec.encode(photos[0]))
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
    assert sort([path.parent]) == DroppedPictures((path,), "Ada", path.parent)


def test_pictures_of_one_person_need_a_name(put):
    paths = [put("1.jpg"), put("2")]
    assert sort(paths) == DroppedPictures(tuple(paths))
    assert plan_for(PersonName("Ada"), paths).pictures == (("Ada", paths[0]), ("Ada", paths[1]))


def test_a_video_is_a_video(put):
    path = put("clip.MP4")
    assert sort([path]) == DroppedVideo(path)


def test_the_content_decides_what_was_dropped(put):
    video = put("clip.mp4")
    renamed = video.rename(video.with_name("holiday.jpg"))
    assert sort([renamed]) == DroppedVideo(renamed)
    text = put("notes.txt")
    with pytest.raises(StoreError, match=r"^portrait\.jpg is neither a picture nor a video\.$"):
        sort([put("1.jpg"), text.rename(text.with_name("portrait.jpg"))])


def test_a_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(StoreError, match="cannot be read: no such file or directory"):
        sort([tmp_path / "gone.jpg"])


@pytest.mark.parametrize("names", [("1.jpg", "clip.mp4"), ("a.mp4", "b.mp4"), ("notes.txt",), ("Ada/1.jpg", "2.jpg")])
def test_unsupported_files_are_refused_with_a_hint(put, names):
    paths = [path.parent if path.parent.name == "Ada" else path for path in map(put, names)]
    with pytest.raises(StoreError) as refused:
        sort(paths)
    assert "folders of people" in str(refused.value.hint)


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(StoreError):
        sort([tmp_path])


def test_one_picture_and_a_folder_can_be_shown_but_not_several_pictures(put):
    one, other = put("a.jpg"), put("b.jpg")
    assert sort([one]).source == one
    assert sort([one.parent]).source == one.parent
    assert sort([one, other]).source is None
