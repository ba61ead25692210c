"""The signs of a picture: a plane that tilts, and a face in which nothing moves."""

import numpy as np
import pytest

from support.moving_faces import frame, surface, tilted
from visavis.liveness.hint import DenyCue
from visavis.liveness.picture_signs import PictureSigns, is_plane
from visavis.liveness.view import LivenessView

RATE = 25


def view_of(image, face, time=0.0):
    return LivenessView.of(image, face.landmarks, time)


def cues(frames):
    signs = PictureSigns()
    found = set()
    for index, (image, face) in enumerate(frames):
        found.update(signs.find(view_of(image, face, index / RATE)))
    return found


def swing(index, most):
    return most * np.sin(2 * np.pi * index / RATE / 4)


def test_a_tilted_photo_is_flat():
    assert DenyCue.FLAT in cues(frame(affine=tilted(swing(index, 40)), noise=2, seed=index) for index in range(150))


def test_a_turned_head_is_not():
    """It becomes narrower as the photo does, but what stands out moves against the rest."""
    frames = (
        frame(affine=tilted(swing(index, 40)), noise=2, seed=index, nose=0.4 * np.sin(np.radians(swing(index, 40))))
        for index in range(150)
    )
    assert cues(frames) == set()


def test_a_photo_that_stands_there_is_lifeless():
    assert cues(frame(affine=tilted(0), noise=3, seed=index) for index in range(140)) == {DenyCue.LIFELESS}


def test_that_takes_five_seconds():
    assert cues(frame(affine=tilted(0), noise=3, seed=index) for index in range(100)) == set()


def test_a_face_that_moves_once_is_not():
    speaking = surface()
    speaking[84:100, 42:72] = 20
    frames = (
        frame(speaking if 50 <= index < 60 else None, affine=tilted(0), noise=3, seed=index) for index in range(140)
    )
    assert cues(frames) == set()


@pytest.mark.parametrize("angle", [30, 45])
def test_a_plane_is_registered(angle):
    views = [view_of(*frame(affine=tilted(degrees))).face for degrees in (0, angle)]
    assert is_plane(*views)
    assert not is_plane(views[0], views[0])  # not tilted: nothing can be said


def test_views_that_have_nothing_in_common_are_no_plane():
    one, other = (view_of(*frame(surface(seed), tilted(0))).face for seed in (1, 2))
    assert not is_plane(one, other)
    assert not is_plane(np.zeros_like(one), one)
