"""A blink: both eyes, for a moment, in a face that stays."""

import numpy as np
import pytest

from support.moving_faces import frame, surface, tilted
from visavis.liveness.blink import BlinkDetector
from visavis.liveness.view import LivenessView

OPEN, SHUT = surface(), surface(eyes_open=False)
WINK = np.concatenate([SHUT[:, :56], OPEN[:, 56:]], axis=1)
OTHER = surface(seed=5)


def blinks(faces, rate=25, angle=0):
    detector = BlinkDetector()
    found = 0
    for index, face in enumerate(faces):
        image, seen = frame(face, tilted(angle))
        found += detector.is_blink(LivenessView.of(image, seen.landmarks, index / rate))
    return found


@pytest.mark.parametrize("closed", [2, 4, 8])
@pytest.mark.parametrize("angle", [0, 20])
def test_eyes_that_close_and_open_have_blinked_once(closed, angle):
    assert blinks([OPEN] * 12 + [SHUT] * closed + [OPEN] * 12, angle=angle) == 1


@pytest.mark.parametrize(
    "faces",
    [
        [OPEN] * 40,
        [OPEN] * 12 + [SHUT] * 30,  # asleep
        [OPEN] * 12 + [SHUT] * 25 + [OPEN] * 12,  # too long
        [OPEN] * 12 + [SHUT] + [OPEN] * 12,  # one frame: an error
        [OPEN] * 12 + [WINK] * 4 + [OPEN] * 12,
        [OPEN] * 12 + [OTHER] * 4 + [OPEN] * 12,  # the whole face changed
    ],
)
def test_nothing_else_is_a_blink(faces):
    assert blinks(faces) == 0


def test_two_blinks_are_two():
    once = [OPEN] * 10 + [SHUT] * 4
    assert blinks(once + once + [OPEN] * 10) == 2
