"""Capture mode accepts different, clear pictures of one person, and says why it refuses the others."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from visavis.enrollment.coverage import Cell, Coverage
from visavis.enrollment.session import REQUEST_TIMEOUT_S, SAMPLE_INTERVAL_S, Enrollment
from visavis.faces.quality import Refusal
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face

FACE = Face(Box(200, 150, 160, 160))


def frame(seed, number):
    """A frame whose face is clear, another one for each seed."""
    noise = np.random.default_rng(seed).integers(60, 200, (60, 80, 3), np.uint8)
    return Frame(cv2.resize(noise, (640, 480), interpolation=cv2.INTER_CUBIC), 0.0, number, number * SAMPLE_INTERVAL_S)


def test_different_clear_pictures_are_taken_until_there_are_enough():
    enrollment = Enrollment(3)
    verdicts = [enrollment.offer(frame(n, n), [FACE]) for n in range(5)]
    assert [verdict is not None and verdict.refusal is None for verdict in verdicts] == [True] * 3 + [False] * 2
    assert enrollment.is_complete
    assert verdicts[3] is None
    assert enrollment.started <= enrollment.ended
    first, second = verdicts[0].taken, verdicts[1].taken
    assert (second - first).total_seconds() == pytest.approx(SAMPLE_INTERVAL_S)


def test_samples_are_taken_now_however_long_the_camera_has_been_open():
    enrollment = Enrollment()
    hours = 3 * 3600.0
    taken = [enrollment.offer(replace(frame(n, n), time=hours + n), [FACE]).taken for n in range(3)]
    assert [(moment - enrollment.started).total_seconds() for moment in taken] == pytest.approx([0, 1, 2])
    assert enrollment.ended == taken[-1]


def test_a_film_that_is_played_again_is_looked_at_again():
    enrollment = Enrollment()
    first = enrollment.offer(frame(1, 40), [FACE]).taken
    again = enrollment.offer(frame(2, 0), [FACE])
    assert again is not None
    assert again.refusal is None
    assert again.taken >= first


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
    soon = Frame(frame(2, 0).image, 0.0, 1, SAMPLE_INTERVAL_S / 2)
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


def test_all_pictures_of_a_folder_are_judged_although_all_are_at_time_0():
    enrollment = Enrollment()
    pictures = [Frame(frame(seed, 0).image, 0.0, seed, 0.0, f"{seed}.jpg") for seed in range(3)]
    assert [enrollment.offer(picture, [FACE]).refusal for picture in pictures] == [None] * 3


AHEAD = np.array([(250, 210), (310, 210), (280, 243), (255, 270), (305, 270)], np.float32)  # of FACE


def looking(yaw=0.0, pitch=0.0, roll=0.0):
    """FACE with landmarks, the nose moved by shares of the eyes' distance; its roll in degrees."""
    points = AHEAD.copy()
    points[2] += (yaw * 60, pitch * 60)
    turn = cv2.getRotationMatrix2D((280, 230), -roll, 1.0)
    return Face(FACE.box, (points @ turn[:, :2].T + turn[:, 2]).astype(np.float32))


@pytest.mark.parametrize(
    ("face", "reason"),
    [
        (looking(yaw=0.5), Refusal.TURN_RIGHT),  # turned to their left: the nose is on the picture's right
        (looking(yaw=-0.5), Refusal.TURN_LEFT),
        (looking(pitch=0.6), Refusal.LOOK_UP),
        (looking(pitch=-0.6), Refusal.LOOK_DOWN),
        (looking(roll=40), Refusal.UPRIGHT),
    ],
)
def test_a_head_that_is_turned_too_far_is_asked_to_turn_back(face, reason):
    assert Enrollment().offer(frame(1, 0), [face]).refusal is reason


def test_shadow_on_one_side_is_a_reason():
    dark = frame(1, 0).image.copy()
    dark[:, :280] //= 6
    assert Enrollment().offer(Frame(dark, 0.0), [FACE]).refusal is Refusal.UNEVEN


def test_each_direction_is_asked_for_and_covered():
    enrollment, number = Enrollment(), 0
    turns = {"front": {}, "left": {"yaw": 0.2}, "right": {"yaw": -0.2}, "up": {"pitch": -0.2}, "down": {"pitch": 0.2}}
    asked = []
    while enrollment.requested and enrollment.requested.value in turns:
        asked.append(enrollment.requested.value)
        assert enrollment.offer(frame(number, number), [looking(**turns[asked[-1]])]).refusal is None
        number += 1
    assert list(dict.fromkeys(asked)) == list(turns)


def test_views_that_cover_nothing_new_wait_so_that_there_is_time_to_turn():
    enrollment = Enrollment()
    taken = [number for number in range(40) if not enrollment.offer(frame(number, number), [looking()]).refusal]
    assert taken[:3] == [0, 1, 2]  # as many as are wanted from the front
    assert set(np.diff(taken[2:])) == {4}  # pauses: a second


TURNS = {"front": {}, "left": {"yaw": 0.2}, "right": {"yaw": -0.2}, "up": {"pitch": -0.2}, "down": {"pitch": 0.2}}


def follow(enrollment, dawdled, requests=40):
    """Offer frames to somebody who turns as requested, each time after looking straight ahead for seconds."""
    number = 0
    for _ in range(requests):
        for _ in range(round(dawdled / SAMPLE_INTERVAL_S)):
            enrollment.offer(frame(number, number), [looking()])
            number += 1
        requested = enrollment.requested
        turn = TURNS.get(requested.value if requested else "front", {})
        enrollment.offer(frame(number, number), [looking(**turn)])
        number += 1


def test_pictures_that_cover_nothing_new_leave_a_slot_for_each_missing_view():
    """However long somebody looks straight ahead before each turn, no slot of a direction is taken."""
    unreserved, reserved = Enrollment(), Enrollment(reserves_views=True)
    for enrollment in (unreserved, reserved):
        follow(enrollment, dawdled=5.0)
    directions = {Cell.FRONT, Cell.LEFT, Cell.RIGHT, Cell.UP, Cell.DOWN}
    assert set(unreserved.coverage.missing_cells()) & directions
    assert unreserved.is_complete
    assert not set(reserved.coverage.missing_cells()) & directions


def test_slots_are_no_longer_reserved_for_somebody_who_cannot_move():
    enrollment = Enrollment(reserves_views=True)
    taken = []
    for number in range(240):  # a minute
        verdict = enrollment.offer(frame(number, number), [looking()])
        if verdict is not None and verdict.refusal is None:
            taken.append(number * SAMPLE_INTERVAL_S)
    assert enrollment.is_complete
    assert REQUEST_TIMEOUT_S <= taken[3] < REQUEST_TIMEOUT_S + 3  # after one request a slot a view is left, then none
    views = len(Coverage(20).askable_cells)
    assert sum(moment < 2 * REQUEST_TIMEOUT_S for moment in taken) <= enrollment.wanted - (views - 1)
    assert not enrollment.is_followed
    enrollment.extend(10)
    enrollment.resume()
    before = enrollment.accepted
    for number in range(240, 260):
        enrollment.offer(frame(number, number), [looking()])
    assert enrollment.accepted == before  # they are asked again


def test_a_person_who_cannot_move_can_finish_but_a_frozen_picture_cannot():
    still, frozen = Enrollment(5), Enrollment(5)
    for number in range(200):
        breath = frame(1000 + number, 0).image // 8  # a living picture is never twice the same
        image = frame(1, 0).image // 8 * 7 + breath
        moment = number * SAMPLE_INTERVAL_S
        still.offer(Frame(image, 0.0, number, moment), [looking()])
        frozen.offer(Frame(frame(1, 0).image, 0.0, number, moment), [looking()])
    assert still.is_complete
    assert frozen.accepted == 1


def test_a_view_that_does_not_come_is_requested_again_after_the_others():
    enrollment, asked = Enrollment(), []
    for number in range(400):
        enrollment.offer(Frame(frame(1, 0).image, 0.0, number, number * SAMPLE_INTERVAL_S), [looking()])
        asked.append(enrollment.requested)
    order = list(dict.fromkeys(asked))
    assert [cell.value for cell in order] == ["front", "left", "right", "up", "down", "near", "far", "light"]
    assert asked.count(order[0]) > 30  # it comes back


def test_samples_that_are_dropped_are_wanted_again():
    enrollment = Enrollment(3)
    for number in range(3):
        enrollment.offer(frame(number, number), [FACE])
    enrollment.drop([1])
    assert (enrollment.accepted, enrollment.is_complete) == (2, False)
    assert enrollment.offer(frame(1, 4), [FACE]).refusal is None
