"""Names do not flicker."""

from hypothesis import given
from hypothesis import strategies as st

from visavis.recognition.match import Doubt, Match
from visavis.tracking.name_hysteresis import NameState

ADA, BOB = Match("Ada", 0.9, "Ada"), Match("Bob", 0.9, "Bob")
PROPOSALS = [ADA, BOB, Match(None, 0.6, "Ada", doubt=Doubt.FAR), Match(None, 0.2, "Ada", doubt=Doubt.FAR)]


def after(*proposals, state=None):
    state = state or NameState()
    for proposal in proposals:
        state = state.with_decision(proposal, 0.5)
    return state


def test_a_name_is_given_at_once_and_needs_three_decisions_to_go():
    far = Match(None, 0.2, "Ada", doubt=Doubt.FAR)
    assert after(ADA).name == "Ada"
    assert after(ADA, far, far).name == "Ada"
    assert after(ADA, far, far, far).name is None
    assert after(ADA, BOB, BOB).name == "Ada"
    assert after(ADA, BOB, BOB, BOB).name == "Bob"


def test_a_name_stays_down_to_the_threshold_for_stills():
    kept = after(ADA, *[Match(None, 0.6, "Ada", doubt=Doubt.FAR)] * 10)
    assert (kept.name, kept.match.score, kept.match.doubt) == ("Ada", 0.6, None)


def test_a_rejection_by_the_user_applies_at_once():
    assert after(ADA, Match(None, 0.9, "Ada", doubt=Doubt.VETOED)).name is None


@given(st.lists(st.sampled_from(PROPOSALS), max_size=40))
def test_no_name_goes_before_three_decisions_are_against_it(proposals):
    state, changes = NameState(), 0
    for proposal in proposals:
        new = state.with_decision(proposal, 0.5)
        changes += state.name is not None and new.name != state.name
        state = new
    assert changes <= len(proposals) / 3
