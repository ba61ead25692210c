"""Names do not flicker, and stand once."""

from hypothesis import given
from hypothesis import strategies as st

from visavis.recognition.match import Doubt, Match
from visavis.tracking.name_hysteresis import NameState, apart

ADA, BOB = Match("Ada", 0.9, "Ada"), Match("Bob", 0.9, "Bob")
PROPOSALS = [ADA, BOB, Match(None, 0.6, "Ada", doubt=Doubt.FAR), Match(None, 0.2, "Ada", doubt=Doubt.FAR)]
STANDINGS = st.sampled_from([NameState(), NameState(ADA), NameState(BOB)])


def after(*proposals, standing=None):
    standing = standing or NameState()
    for proposal in proposals:
        standing = standing.decided(proposal, 0.5)
    return standing


def test_a_name_is_given_at_once_and_needs_three_decisions_to_go():
    far = Match(None, 0.2, "Ada", doubt=Doubt.FAR)
    assert after(ADA).name == "Ada"
    assert after(ADA, far, far).name == "Ada"
    assert after(ADA, far, far, far).name is None
    assert after(ADA, BOB, BOB).name == "Ada"
    assert after(ADA, BOB, BOB, BOB).name == "Bob"


def test_a_name_stays_down_to_the_line_for_stills():
    kept = after(ADA, *[Match(None, 0.6, "Ada", doubt=Doubt.FAR)] * 10)
    assert (kept.name, kept.match.score, kept.match.doubt) == ("Ada", 0.6, None)


def test_what_the_user_said_holds_at_once():
    assert after(ADA, Match(None, 0.9, "Ada", doubt=Doubt.VETOED)).name is None


@given(st.lists(st.sampled_from(PROPOSALS), max_size=40))
def test_no_name_goes_before_three_decisions_are_against_it(proposals):
    standing, changes = NameState(), 0
    for proposal in proposals:
        new = standing.decided(proposal, 0.5)
        changes += standing.name is not None and new.name != standing.name
        standing = new
    assert changes <= len(proposals) / 3


@given(st.lists(st.tuples(STANDINGS, STANDINGS), max_size=6))
def test_no_name_stands_twice_and_none_is_lost(pairs):
    before, now = [first for first, _ in pairs], [second for _, second in pairs]
    names = [standing.name for standing in apart(now, before) if standing.name]
    assert len(names) == len(set(names))
    assert set(names) == {standing.name for standing in now if standing.name}


def test_whoever_had_it_keeps_it():
    result = apart([NameState(ADA), NameState(ADA)], [NameState(), NameState(ADA)])
    assert [standing.name for standing in result] == [None, "Ada"]
    assert result[0].match.doubt is Doubt.TAKEN
