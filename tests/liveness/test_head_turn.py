"""The challenge: a random side, a few seconds, and a few tries."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.liveness.head_turn import HeadTurnChallenge
from visavis.liveness.hint import TurnSide

RATE = 25


class Always(random.Random):
    """Draws one side always."""

    side = TurnSide.LEFT

    def choice(self, _):
        return self.side


def run(parallax_of, seconds=30, draw=None):
    """Returns when the challenge was followed, and the sides that were asked for, in order."""
    challenge = HeadTurnChallenge(draw or Always())
    asked = []
    for index in range(seconds * RATE):
        now = index / RATE
        followed = challenge.is_followed(parallax_of(now, challenge.asked), now)
        if followed:
            return now, asked
        if challenge.asked and (not asked or asked[-1][1] != challenge.asked or now - asked[-1][2] > 0.1):
            asked.append([now, challenge.asked, now])
        if challenge.asked:
            asked[-1][2] = now
    return None, asked


def test_who_turns_as_asked_has_followed():
    followed, _ = run(lambda now, asked: asked.sign * 0.2 if asked else 0.0, draw=random.Random(3))
    assert followed is not None


def test_who_looks_ahead_has_not_and_is_asked_three_times():
    followed, asked = run(lambda now, asked: 0.0)
    assert followed is None
    assert len(asked) == 3


def test_the_other_side_fails_at_once():
    followed, asked = run(lambda now, asked: -0.2 if asked else 0.0)
    assert followed is None
    assert all(until - since < 0.5 for since, _, until in asked)


def test_a_photo_that_is_tilted_does_not_follow():
    """Errors of the landmarks in tilted photos were at most 0.1 distances of the eyes."""
    followed, _ = run(lambda now, asked: asked.sign * 0.1 if asked else 0.0)
    assert followed is None


def test_a_head_that_moves_already_is_not_asked():
    _, asked = run(lambda now, asked: 0.3 * (now % 1))
    assert asked == []


def test_both_sides_are_drawn():
    sides = {run(lambda now, asked: 0.0, draw=random.Random(seed))[1][0][1] for seed in range(20)}
    assert sides == set(TurnSide)


def test_a_face_out_of_sight_fails_the_challenge():
    challenge = HeadTurnChallenge(Always())
    for index in range(3 * RATE):
        challenge.is_followed(0.0, index / RATE)
    assert challenge.asked is TurnSide.LEFT
    challenge.interrupt()
    assert challenge.asked is None


@given(st.lists(st.floats(-0.11, 0.11), min_size=50, max_size=50))
def test_noise_below_a_turn_never_follows(values):
    base = [0.0] * (2 * RATE + 5)
    challenge = HeadTurnChallenge(Always())
    assert not any(challenge.is_followed(value, index / RATE) for index, value in enumerate([*base, *values]))


@pytest.mark.parametrize("side", TurnSide)
def test_the_persons_left_is_on_the_right_in_the_picture(side):
    assert side.sign == (1 if side is TurnSide.LEFT else -1)
