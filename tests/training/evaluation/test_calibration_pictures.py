"""The pictures that the shipped calibration is measured on: each person's and each stranger's, in all kinds."""

import numpy as np
import pytest

from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.recognition.embedding_cache import EmbeddedSample
from visavis_training.evaluation.calibration_pictures import KINDS, embed_kinds

FACE = Box(60, 60, 100, 100)


@pytest.fixture
def picture():
    return np.random.default_rng(0).integers(0, 255, (240, 220, 3), np.uint8)


@pytest.fixture
def folders(tmp_path, picture):
    paths = ["people/Ada/1.png", "people/Ada/2.png", "people/Bob/1.png", "strangers/x.png", "strangers/more/y.png"]
    for number, path in enumerate(paths):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        codec.write(tmp_path / path, picture // (number + 1))
    return tmp_path / "people", tmp_path / "strangers"


def find(_):
    return Face(FACE), True


def test_every_picture_is_embedded_in_every_kind(folders):
    shapes, done = [], []

    def embed(image):
        shapes.append(image.shape)
        return EmbeddedSample(np.ones(128, np.float32), True)

    kinds = embed_kinds(*folders, embed, find, lambda *count: done.append(count))
    assert set(kinds) == set(KINDS)
    for kind in kinds.values():
        assert {name: len(own) for name, own in kind.people.items()} == {"Ada": 2, "Bob": 1}
        assert len(kind.strangers) == 2
    assert len({key for own in kinds["gray"].people.values() for key in own.hashes}) == 3
    assert done[-1] == (5, 5)
    assert {(112, 92, 3), (90, 70, 3), (110, 100, 3), (240, 220, 3)} <= set(shapes)


def test_a_copy_in_which_no_face_is_found_is_left_out(folders):
    def embed(image):
        return EmbeddedSample(np.ones(128, np.float32), image.shape[0] > 100)

    kinds = embed_kinds(*folders, embed, find, lambda *_: None)
    assert len(kinds["tight"].strangers) == 0
    assert len(kinds["color"].strangers) == 2


def test_shaken_copies_lose_sharpness_in_one_direction(picture):
    along, upright = (KINDS[kind](picture, FACE).astype(float) for kind in ("shaken", "shaken upright"))
    for shaken, axis in ((along, 1), (upright, 0)):
        smooth, rough = (np.abs(np.diff(shaken, axis=each)).mean() for each in (axis, 1 - axis))
        assert smooth < rough / 2


@pytest.mark.parametrize("kind", ["gray", "92x112", "box", "tight"])
def test_some_kinds_have_no_color(picture, kind):
    altered = KINDS[kind](picture, FACE)
    assert (altered[..., 0] == altered[..., 1]).all()


def test_a_crop_ends_at_the_border(picture):
    assert KINDS["box"](picture, Box(150, 180, 100, 100)).shape == (60, 70, 3)
