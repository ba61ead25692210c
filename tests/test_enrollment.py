"""Capture mode accepts different, clear pictures of one person, and says why it refuses the others."""

import cv2
import numpy as np
import pytest

from visavis.enrollment import PAUSE_S, Enrollment
from visavis.frames import Frame
from visavis.geometry import Box, Face
from visavis.quality import Refusal

FACE = Face(Box(200, 150, 160, 160))


def frame(seed, number):
    """A frame whose face is clear, another one for each seed."""
    noise = np.random.default_rng(seed).integers(60, 200, (60, 80, 3), np.uint8)
    return Frame(cv2.resize(noise, (640, 480), interpolation=cv2.INTER_CUBIC), 0.0, number, number * PAUSE_S)


def test_different_clear_pictures_are_taken_until_there_are_enough():
    enrollment = Enrollment(3)
    verdicts = [enrollment.offer(frame(n, n), [FACE]) for n in range(5)]
    assert [verdict is not None and verdict.refusal is None for verdict in verdicts] == [True] * 3 + [False] * 2
    assert enrollment.done
    assert verdicts[3] is None
    assert enrollment.started <= enrollment.ended
    first, second = verdicts[0].taken, verdicts[1].taken
    assert (second - first).total_seconds() == pytest.approx(PAUSE_S)


def test_the_sample_keeps_a_wide_margin():
    sample = Enrollment().offer(frame(1, 0), [FACE]).sample
    assert sample.shape[0] > FACE.box.height
    assert sample.shape[1] > FACE.box.width


def test_the_same_view_is_taken_once():
    enrollment = Enrollment()
    enrollment.offer(frame(1, 0), [FACE])
    assert enrollment.offer(frame(1, 5), [FACE]).refusal is Refusal.DUPLICATE


def test_too_soon_is_not_judged():
    enrollment = Enrollment()
    enrollment.offer(frame(1, 0), [FACE])
    soon = Frame(frame(2, 0).image, 0.0, 1, PAUSE_S / 2)
    assert enrollment.offer(soon, [FACE]) is None
    assert not enrollment.refusals


@pytest.mark.parametrize(
    ("faces", "reason"),
    [
        ([], Refusal.NO_FACE),
        ([FACE, Face(Box(10, 10, 100, 100))], Refusal.SEVERAL_FACES),
        ([Face(Box(-5, 150, 160, 160))], Refusal.CUT_OFF),
        ([Face(Box(200, 150, 40, 40))], Refusal.TOO_SMALL),
    ],
)
def test_each_refusal_has_its_reason_and_is_counted(faces, reason):
    enrollment = Enrollment()
    assert enrollment.offer(frame(1, 0), faces).refusal is reason
    assert enrollment.refusals[reason] == 1
    assert enrollment.accepted == 0


def test_someone_small_in_the_background_is_not_in_the_way():
    assert Enrollment().offer(frame(1, 0), [FACE, Face(Box(10, 10, 60, 60))]).refusal is None


def test_a_folder_s_pictures_are_all_judged_though_no_time_passes_between_them():
    enrollment = Enrollment()
    pictures = [Frame(frame(seed, 0).image, 0.0, seed, 0.0, f"{seed}.jpg") for seed in range(3)]
    assert [enrollment.offer(picture, [FACE]).refusal for picture in pictures] == [None] * 3
