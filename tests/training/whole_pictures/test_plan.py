"""Pictures that belong together stay on one side of the split."""

import os

import numpy as np
import pytest

from support.training.whole_pictures import draw_shape, write_shapes
from visavis.errors import TrainingError
from visavis.imaging import codec
from visavis_training.options import PictureOptions
from visavis_training.recipe import BOOK
from visavis_training.whole_pictures.picture_set import collect_pictures
from visavis_training.whole_pictures.plan import PicturePlan, session_groups


def plan(folder, **given):
    options = PictureOptions(whole=str(folder), **given)
    return PicturePlan.from_pictures(collect_pictures(folder, "pad", 64, folder.parent / "cache"), options)


def part_of(made):
    """The part of the split, by path."""
    parts = {"train": made.split.train, "validation": made.split.validation, "test": made.split.test}
    return {made.pictures.paths[row]: name for name, rows in parts.items() for row in rows.tolist()}


def test_pictures_of_one_session_are_together_if_a_class_has_three():
    times = [0, 10, 500, 505, 9000, 9001, 0, 3, 5, 7]
    groups = session_groups([0] * 6 + [1] * 4, times)
    assert groups[0] == groups[1] != groups[2] == groups[3] != groups[4] == groups[5]
    assert len(set(groups[6:])) == 4  # copied at once: the times say nothing


def test_batches_suit_the_number_of_pictures_unless_their_size_is_given(tmp_path):
    folder = write_shapes(tmp_path / "pictures", kinds=("circle", "cross"), count=12)
    assert plan(folder).recipe.batch_size == 4
    assert plan(folder, batch_size=20).recipe.batch_size == 20
    assert plan(folder, recipe="book").recipe == BOOK


def test_sessions_by_file_time_are_on_one_side(tmp_path):
    folder = write_shapes(tmp_path / "pictures", kinds=("circle", "cross"), count=12)
    for path in folder.rglob("*.png"):
        when = 1_000_000 + int(path.stem) // 2 * 1000
        os.utime(path, (when, when))
    parts = part_of(plan(folder))
    assert len(parts) == 24
    for path, part in parts.items():
        number = int(path.stem)
        assert parts[path.with_name(f"{number ^ 1:03}.png")] == part


def test_a_copy_is_on_the_same_side(tmp_path):
    folder = write_shapes(tmp_path / "pictures", kinds=("circle", "cross"), count=8)
    for path in sorted(folder.rglob("*.png")):
        codec.write(path.with_name(f"copy-{path.stem}.jpg"), codec.read(path))
    parts = part_of(plan(folder))
    assert len(parts) == 32
    for path, part in parts.items():
        if path.suffix == ".jpg":
            assert parts[path.with_name(path.stem.removeprefix("copy-") + ".png")] == part


def test_different_drawings_of_one_class_are_not_taken_for_copies(tmp_path):
    folder = write_shapes(tmp_path / "pictures", count=20)
    made = plan(folder)
    assert len(made.split.left_out) == 0
    assert min(len(made.split.validation), len(made.split.test)) >= 6


def test_the_same_picture_in_two_classes_is_a_suspect(tmp_path):
    folder = write_shapes(tmp_path / "pictures", kinds=("circle", "cross"), count=8)
    image = draw_shape("cross", np.random.default_rng(99))
    for kind in ("circle", "cross"):
        codec.write(folder / kind / "same.png", image)
    assert plan(folder).to_record()["suspects"] == [
        [str(folder / "circle" / "same.png"), str(folder / "cross" / "same.png")]
    ]


def test_too_few_different_pictures_are_refused(tmp_path):
    with pytest.raises(TrainingError, match="too few different pictures of circle and cross"):
        plan(write_shapes(tmp_path / "pictures", kinds=("circle", "cross"), count=2))


def test_a_change_of_a_picture_or_an_option_is_another_training(tmp_path):
    folder = write_shapes(tmp_path / "pictures", kinds=("circle", "cross"), count=6)
    first = plan(folder).fingerprint
    assert plan(folder).fingerprint == first
    assert plan(folder, dropout=0.2).fingerprint != first
    codec.write(folder / "cross" / "000.png", draw_shape("cross", np.random.default_rng(99)))
    assert plan(folder).fingerprint != first


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"network": "cnn128", "recipe": "book"}, "recipe book is for the network cnn64"),
        ({"recipe": "book", "l2": 0.1}, "its own dropout"),
        ({"unfreeze": 3}, "--unfreeze is for the network transfer"),
        ({"network": "transfer", "unfreeze": 14}, "13 blocks can be unfrozen, not 14"),
        ({"network": "transfer", "side": 32}, "--side is for the networks cnn64 and cnn128"),
        ({"recipe": "book", "side": 32}, "--side is for the networks cnn64 and cnn128"),
        ({"side": 15}, "16 to 256 pixels, not 15"),
        ({"network": "cnn128", "side": 257}, "16 to 256 pixels, not 257"),
    ],
)
def test_options_that_do_not_fit_are_refused(given, sentence):
    with pytest.raises(TrainingError, match=sentence):
        PictureOptions(whole="pictures", **given)


def test_the_recipe_is_changed_by_the_options():
    assert PictureOptions(whole="pictures", recipe="book").training_recipe == BOOK
    recipe = PictureOptions(whole="pictures", dropout=0.2, l1=1e-5, l2=1e-4, mirror=True, epochs=7).training_recipe
    assert (recipe.dropout, recipe.l1, recipe.l2, recipe.epochs) == (0.2, 1e-5, 1e-4, 7)
    assert recipe.augmentation.flip
    assert not PictureOptions(whole="pictures").training_recipe.augmentation.flip
    assert PictureOptions(whole="pictures").training_recipe.balanced  # as for people
