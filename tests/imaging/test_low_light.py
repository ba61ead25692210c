"""Low light: ordinary pictures stay what they are, dark ones are brightened, noisy ones smoothed."""

import cv2
import numpy as np
import pytest

from support.places import DATA
from visavis.imaging import codec, listing
from visavis.imaging.low_light import DARK, NOISY, brightness, enhance, noise
from visavis_training.data.sensor_noise import Exposure, expose


def scene(value=120, size=(240, 320)):
    """A smooth picture with edges, as bright as `value` at most."""
    image = np.zeros((*size, 3), np.uint8)
    cv2.rectangle(image, (40, 30), (200, 200), (value, value, value), -1)
    cv2.circle(image, (120, 110), 50, (value // 2, value // 3, value // 2), -1)
    return image


def taken(image, **exposure):
    return expose(image, Exposure(**exposure), np.random.default_rng(0))


def test_the_photos_of_the_packages_are_returned_themselves(photos):
    for photo in photos:
        for light in (1.0, 0.5, 0.25):
            picture = taken(photo, light=light, white_electrons=None)
            assert enhance(picture) is picture


@pytest.mark.skipif(not DATA.is_dir(), reason="the measured data are not here")
@pytest.mark.real
def test_ordinary_pictures_of_faces_are_returned_themselves():
    paths = listing.pictures_below(DATA / "lfw").pictures[::10]
    assert len(paths) > 50
    for path in paths:
        picture = codec.read(path)
        assert enhance(picture) is picture, path
        dim = taken(picture, light=0.25)
        assert enhance(dim) is dim, path


@pytest.mark.parametrize("value", [DARK, 60, 255])
def test_a_picture_that_is_not_very_dark_is_returned_itself(value):
    picture = scene(value)
    assert enhance(picture) is picture


@pytest.mark.parametrize("value", [1, 8, DARK - 1])
def test_a_very_dark_one_becomes_bright_and_the_given_one_stays(value):
    picture = scene(value)
    before = picture.copy()
    result = enhance(picture)
    assert brightness(result) == 200
    assert result.shape == picture.shape
    assert np.array_equal(picture, before)


def test_a_bright_face_in_a_black_room_is_not_overexposed():
    """Two pixels of a hundred are enough."""
    picture = scene(6)
    picture[:48, :32] = 130
    assert enhance(picture) is picture


@pytest.mark.parametrize("deviation", [5, 12, 25, 40])
def test_noise_is_estimated_beside_edges(deviation):
    random = np.random.default_rng(2)
    picture = scene(200).astype(float) / 2 + 60
    noisy = np.clip(picture + random.normal(0, deviation, picture.shape), 0, 255).astype(np.uint8)
    assert noise(noisy) == pytest.approx(deviation, rel=0.1, abs=0.8)


def test_edges_and_stripes_are_no_noise():
    stripes = np.tile(np.repeat(np.array([0, 255], np.uint8), 1), (240, 160))
    assert noise(cv2.cvtColor(stripes, cv2.COLOR_GRAY2BGR)) == 0
    assert noise(scene(255)) == 0


def test_a_very_noisy_picture_is_smoothed_and_comes_nearer_to_what_it_shows():
    clean = scene()
    noisy = taken(clean, light=1 / 16, gain=16)
    assert noise(noisy) >= NOISY
    result = enhance(noisy)
    assert noise(result) < NOISY
    assert np.abs(result.astype(int) - clean).mean() < 0.75 * np.abs(noisy.astype(int) - clean).mean()


def test_a_picture_that_is_little_noisy_is_returned_itself():
    picture = taken(scene(), light=1 / 4, gain=4)
    assert enhance(picture) is picture


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (2, 2), (3, 5), (1080, 1)])
def test_any_size_is_taken(size):
    picture = np.zeros((*size, 3), np.uint8)
    assert enhance(picture).shape == picture.shape
