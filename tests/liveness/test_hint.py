"""Deny cues win, confirm cues confirm, and without either nothing is decided."""

from hypothesis import given
from hypothesis import strategies as st

from visavis.liveness.hint import ConfirmCue, DenyCue, LivenessHint, LivenessState, TurnSide, decide

CONFIRMED = st.sets(st.sampled_from(ConfirmCue))
DENIED = st.sets(st.sampled_from(DenyCue))


@given(CONFIRMED, st.sets(st.sampled_from(DenyCue), min_size=1), st.none() | st.sampled_from(TurnSide))
def test_one_deny_cue_denies_whatever_confirms(confirmed, denied, turn):
    hint = decide(confirmed, denied, turn)
    assert hint.state is LivenessState.DENIED
    assert hint.cue in denied
    assert hint.turn is None


@given(st.sets(st.sampled_from(ConfirmCue), min_size=1))
def test_a_confirm_cue_confirms_where_none_denies(confirmed):
    hint = decide(confirmed, ())
    assert hint.state is LivenessState.CONFIRMED
    assert hint.cue in confirmed


def test_without_a_cue_nothing_is_decided():
    assert decide((), (), TurnSide.LEFT) == LivenessHint(LivenessState.UNDECIDED, None, TurnSide.LEFT)


@given(CONFIRMED, DENIED, CONFIRMED)
def test_more_confirm_cues_never_take_a_denial_back(confirmed, denied, more):
    if decide(confirmed, denied).state is LivenessState.DENIED:
        assert decide(confirmed | more, denied).state is LivenessState.DENIED


def test_the_printed_hint_is_plain():
    assert decide({ConfirmCue.BLINKED}, ()).as_json() == {"state": "confirmed", "cue": "blinked", "turn": None}
    assert decide((), (), TurnSide.RIGHT).as_json() == {"state": "undecided", "cue": None, "turn": "right"}
