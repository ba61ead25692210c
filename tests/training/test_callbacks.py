"""Each event of a training says to which of how many steps it belongs, and steps never go back."""

import pytest

from visavis_training.callbacks import StepCounter


def steps(is_fitted, *kinds):
    events = []
    count = StepCounter(events.append, is_fitted=is_fitted)
    for kind in kinds:
        count({"event": kind})
    assert {event["steps"] for event in events} == {4 if is_fitted else 3}
    return [event["step"] for event in events]


@pytest.mark.parametrize(
    ("is_fitted", "kinds", "expected"),
    [
        (False, "progress start evaluated progress published", [1, 2, 3, 3, 3]),
        (True, "progress start epoch epoch progress evaluated published", [1, 2, 2, 2, 3, 4, 4]),
        (True, "progress start epoch restarted epoch progress evaluated", [1, 2, 2, 2, 2, 3, 4]),
        (True, "progress start progress epoch evaluated epoch progress published", [1, 2, 2, 2, 4, 4, 4, 4]),
    ],
)
def test_steps_follow_the_events(is_fitted, kinds, expected):
    assert steps(is_fitted, *kinds.split()) == expected
