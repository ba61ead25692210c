"""Folders of classes: every picture counts for its class, and what does not count is named."""

import numpy as np
import pytest

from support.training.whole_pictures import COLORS, plain, write_shapes
from visavis.errors import TrainingError
from visavis.imaging import codec
from visavis_training.whole_pictures.picture_set import class_key, collect_pictures


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "pictures"
    for color, value in COLORS.items():
        for number in range(3):
            codec.write(folder / color / f"{number}.png", plain(value))
    return folder


def collect(folder, **given):
    return collect_pictures(folder, "scale", 16, folder.parent / "cache", **given)


def test_the_classes_are_the_folders_and_subfolders_belong_to_them(folder):
    codec.write(folder / "red" / "dark" / "deep.png", plain((0, 0, 90)))
    found = collect(folder)
    assert found.classes == ("blue", "green", "red")
    assert np.bincount(found.labels).tolist() == [3, 3, 4]
    for row, path in enumerate(found.paths):
        assert path.relative_to(folder).parts[0] == found.classes[found.labels[row]]
        assert (found.pictures[row] == codec.read(path)[0, 0]).all()


def test_what_is_passed_over_is_named(folder):
    codec.write(folder / "loose.png", plain((0, 0, 0)))
    (folder / "red" / "notes.txt").write_text("no picture")
    (folder / "red" / "torn.png").write_bytes(b"\x89PNG\r\n\x1a\n torn")
    (folder / "nothing").mkdir()
    found = collect(folder)
    assert found.classes == ("blue", "green", "red")
    sentences = "\n".join(found.passed_over)
    for name in ("loose.png is in no folder of a class", "notes.txt is neither", "torn.png", "nothing has no picture"):
        assert name in sentences
    assert len(found.passed_over) == 4


@pytest.mark.parametrize("same", ["RED", "red\u200b", "r\u2060ed", " red"])
def test_folders_whose_names_nobody_tells_apart_are_one_class(folder, same):
    codec.write(folder / same / "more.png", plain((0, 0, 90)))
    found = collect(folder)
    assert len(found.classes) == 3
    assert np.bincount(found.labels).max() == 4
    assert len(found.hashes_of(range(len(found)))) == 3


def test_a_folder_without_a_visible_name_is_no_class(folder):
    codec.write(folder / "\u200b\u2060" / "more.png", plain((0, 0, 90)))
    found = collect(folder)
    assert found.classes == ("blue", "green", "red")
    assert "has no visible character" in "\n".join(found.passed_over)


def test_more_than_the_memory_holds_is_streamed_from_a_file_and_is_the_same(folder):
    held, streamed = collect(folder), collect(folder, max_bytes_in_memory=1000)
    assert isinstance(streamed.pictures, np.memmap)
    assert not isinstance(held.pictures, np.memmap)
    assert (streamed.pictures == held.pictures).all()
    assert list((folder.parent / "cache").iterdir()) == []


@pytest.mark.parametrize("kinds", [(), ("circle",)])
def test_fewer_than_two_classes_are_refused_with_a_hint(tmp_path, kinds):
    folder = write_shapes(tmp_path / "pictures", kinds=kinds, count=2)
    folder.mkdir(exist_ok=True)
    with pytest.raises(TrainingError) as error:
        collect(folder)
    assert "a folder for each class" in str(error.value.hint)


def test_a_folder_that_is_missing_is_one_sentence(tmp_path):
    with pytest.raises(TrainingError, match="cannot be opened"):
        collect(tmp_path / "nowhere")


def test_on_the_card_a_class_is_found_by_the_folder_name_of_a_person():
    assert class_key("Ada Lovelace") == "class:Ada Lovelace"
    assert class_key("A/B") == "class:A_B"
