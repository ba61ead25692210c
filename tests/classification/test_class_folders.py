"""What is in a folder of per-class folders, before it is trained on."""

import pytest

from support.training.whole_pictures import write_shapes
from visavis.classification.class_folders import ClassFolders
from visavis.errors import TrainingError


def test_each_class_is_counted_with_its_subfolders_and_the_rest_is_passed_over(tmp_path):
    folder = write_shapes(tmp_path / "shapes", kinds=("square", "circle"), count=2)
    write_shapes(folder / "circle", kinds=("small",), count=3)
    (folder / "square" / "notes.txt").write_text("notes")
    (folder / "empty").mkdir()
    (folder / "loose.txt").write_text("loose")
    found = ClassFolders.read(folder)
    assert found.counts == (("circle", 5), ("square", 2))
    assert (found.pictures, found.passed_over, found.is_trainable) == (7, 2, True)


def test_one_class_is_too_few(tmp_path):
    assert not ClassFolders.read(write_shapes(tmp_path / "one", kinds=("circle",))).is_trainable


def test_what_cannot_be_opened_is_a_sentence(tmp_path):
    with pytest.raises(TrainingError, match="cannot be opened"):
        ClassFolders.read(tmp_path / "nowhere")
