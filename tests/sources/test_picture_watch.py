"""A frozen or black picture is told after a few seconds, and a picture that moves is not."""

import numpy as np
import pytest

from support.odd_cameras import scene
from visavis.errors import SourcePictureError
from visavis.imaging.frames import Frame
from visavis.sources.picture_watch import BLACK_S, FROZEN_S, FrozenPictureError, PictureWatch

STILL = scene()


def noise(seconds, top):
    """A different picture at any time, with values below `top`."""
    return np.random.default_rng(int(seconds * 1000)).integers(0, top, (48, 64, 3), np.uint8)


def faults(picture, seconds, source="camera 0", watch=None, start=0.0):
    """What is told of each of ten frames a second."""
    watch = watch or PictureWatch()
    times = [start + number / 10 for number in range(int(seconds * 10) + 1)]
    return [type(watch.see(Frame(picture(time), time, source=source))) for time in times]


def test_the_same_bytes_for_seconds_are_a_frozen_picture():
    told = faults(lambda _: STILL.copy(), FROZEN_S + 1)
    assert told.index(FrozenPictureError) == FROZEN_S * 10
    assert set(told[: int(FROZEN_S * 10)]) == {type(None)}


def test_a_single_other_value_is_a_moving_picture():
    def almost(time):
        image = STILL.copy()
        image[5, 7, 1] = round(time * 10) % 200
        return image

    assert set(faults(almost, FROZEN_S * 2)) == {type(None)}


@pytest.mark.parametrize("top", [1, 4])
def test_black_with_or_without_noise_is_told_as_black(top):
    told = faults(lambda time: noise(time, top), BLACK_S + 8)
    assert told[: int(BLACK_S * 10)] == [type(None)] * int(BLACK_S * 10)
    assert set(told[int(BLACK_S * 10) :]) == {SourcePictureError}


def test_a_lamp_in_the_night_is_not_black():
    def night(time):
        image = noise(time, 4)
        image[16, 16] = 250
        return image

    assert set(faults(night, BLACK_S * 2)) == {type(None)}


def test_what_moves_again_is_told_no_longer():
    watch = PictureWatch()
    assert faults(lambda _: STILL, FROZEN_S, watch=watch)[-1] is FrozenPictureError
    assert watch.see(Frame(scene() + 1, FROZEN_S + 1)) is None


def test_a_change_of_size_is_a_change():
    watch = PictureWatch()
    faults(lambda _: STILL, FROZEN_S, watch=watch)
    assert watch.see(Frame(scene(96, 64), FROZEN_S + 1)) is None


def test_the_sentence_begins_with_the_name():
    watch = PictureWatch()
    error = [watch.see(Frame(STILL, time, source="camera 2")) for time in (0, FROZEN_S)][-1]
    assert str(error) == "Camera 2 delivers the same picture over and over."
