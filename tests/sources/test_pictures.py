"""Folders of pictures and numbered images."""

import pytest

from support.fakes import picture
from visavis.errors import SourceNotFoundError
from visavis.imaging import codec
from visavis.sources.pictures import NumberedImages, PictureFolder, is_pattern

#: The beginning of a JPEG, and nothing else.
BROKEN = b"\xff\xd8\xff\xe0"


@pytest.fixture
def folder(tmp_path):
    for index, name in enumerate(["b.jpg", "a.PNG", "ü.webp", "c.bmp"]):
        codec.write(tmp_path / name, picture(10 * index))
    (tmp_path / "notes.txt").write_text("no picture")
    (tmp_path / "._a.png").write_bytes(b"no picture")
    (tmp_path / "deeper").mkdir()
    return tmp_path


def test_a_folder_gives_its_pictures_by_name(folder):
    frames = list(PictureFolder(folder, paced=False))
    assert [frame.source for frame in frames] == [str(folder / name) for name in ("a.PNG", "b.jpg", "c.bmp", "ü.webp")]
    assert [frame.index for frame in frames] == [0, 1, 2, 3]


def test_unreadable_pictures_are_skipped(folder):
    (folder / "b.jpg").write_bytes(BROKEN)
    frames = list(PictureFolder(folder, paced=False))
    assert [frame.index for frame in frames] == [0, 1, 2]
    assert str(folder / "b.jpg") not in [frame.source for frame in frames]


def test_what_a_folder_passes_over_is_known_once_it_was_passed(folder):
    (folder / "c.bmp").write_bytes(BROKEN)
    source = PictureFolder(folder, paced=False)
    frames = iter(source)
    next(frames)
    assert [file.path.name for file in source.passed_over] == ["notes.txt"]
    for _ in range(2):  # the second time as the first
        list(source)
        assert [file.path.name for file in source.passed_over] == ["notes.txt", "c.bmp"]
    assert str(source.passed_over[1].problem).endswith("is not a picture that can be decoded.")


def test_what_a_numbered_sequence_passes_over_is_known(tmp_path):
    for number in range(3):
        codec.write(tmp_path / f"{number}.png", picture(number))
    (tmp_path / "1.png").write_bytes(BROKEN)
    source = NumberedImages(tmp_path / "%d.png", paced=False)
    list(source)
    assert [file.path.name for file in source.passed_over] == ["1.png"]


def test_one_picture_is_a_source(folder):
    [frame] = PictureFolder(folder / "b.jpg", paced=False)
    assert frame.source == str(folder / "b.jpg")


def test_a_folder_in_which_nothing_can_be_read_is_no_source(tmp_path):
    with pytest.raises(SourceNotFoundError, match="There are no pictures in"):
        list(PictureFolder(tmp_path, paced=False))
    (tmp_path / "text.jpg").write_bytes(b"no picture")
    with pytest.raises(SourceNotFoundError, match="There are no pictures in"):
        list(PictureFolder(tmp_path, paced=False))
    (tmp_path / "a.jpg").write_bytes(BROKEN)
    with pytest.raises(SourceNotFoundError, match=r"a\.jpg is not a picture that can be decoded\.$"):
        list(PictureFolder(tmp_path, paced=False))
    (tmp_path / "b.jpg").write_bytes(BROKEN)
    with pytest.raises(SourceNotFoundError, match="None of the 2 pictures"):
        list(PictureFolder(tmp_path, paced=False))


def test_stopping_a_paced_folder_ends_its_waiting(folder):
    source = PictureFolder(folder, paced=True)
    frames = []
    for frame in source:
        frames.append(frame)
        source.stop()
    assert len(frames) == 1


@pytest.mark.parametrize(("pattern", "numbers"), [("%04d", [17, 18, 30, 12345]), ("%d", [7, 17, 18, 30, 12345])])
def test_numbered_images_are_a_film_wherever_they_begin(tmp_path, pattern, numbers):
    for number in (12345, 17, 30, 18):
        codec.write(tmp_path / f"img_{number:04}.png", picture(number % 200))
    codec.write(tmp_path / "img_7.png", picture(7))
    codec.write(tmp_path / "img_0018.jpg", picture())
    frames = list(NumberedImages(tmp_path / f"img_{pattern}.png", paced=False))
    assert [frame.image[0, 0, 0] for frame in frames] == [number % 200 for number in numbers]
    assert [frame.time for frame in frames] == [index / 25 for index in range(len(numbers))]
    assert {frame.source for frame in frames} == {str(tmp_path / f"img_{pattern}.png")}


@pytest.mark.parametrize(("name", "fits"), [("a%d.jpg", True), ("%04d.png", True), ("a%d_%d.jpg", False)])
def test_a_pattern_has_one_number(tmp_path, name, fits):
    assert is_pattern(tmp_path / name) == fits
    with pytest.raises(SourceNotFoundError):
        list(NumberedImages(tmp_path / "a%d.jpg", paced=False))
