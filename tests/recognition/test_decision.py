"""From scores to names: the threshold, the margin, and one name at most once in a frame."""

import math
import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from visavis.faces.observation import QualityIssue
from visavis.recognition.decision import Decision, ScoredProbe, allowance, lead
from visavis.recognition.match import NOBODY, Doubt, Match

NAMES = ["Ada", "Bob", "Cleo"]
score_tables = st.tuples(st.integers(0, 6), st.integers(1, 3)).flatmap(
    lambda shape: arrays.arrays(np.float64, shape, elements=st.floats(0, 1))
)


def decide(decision, scores, names=NAMES, *, vetoes=None, **given):
    """The answers for faces with these scores, one row a face."""
    vetoed = [None] * len(scores) if vetoes is None else np.asarray(vetoes, np.bool_)
    probes = [ScoredProbe(np.asarray(row), out, **given) for row, out in zip(scores, vetoed, strict=True)]
    return decision(probes, names)


@given(score_tables, st.floats(0, 1), st.floats(0, 3), st.data())
def test_matches_follow_scores_threshold_margin_and_vetoes(scores, threshold, margin, data):
    names = NAMES[: scores.shape[1]]
    vetoes = data.draw(arrays.arrays(np.bool_, scores.shape))
    matches = decide(Decision(threshold, margin), scores, names, vetoes=vetoes)
    assert len(matches) == len(scores)
    for row, vetoed, match in zip(scores, vetoes, matches, strict=True):
        assert match.score == row[names.index(match.best)]
        assert (match.name is None) == (match.doubt is not None)
        assert match.runner_up is None or match.runner_up[0] != match.best
        if match.name is None:
            assert match.doubt is Doubt.AMBIGUOUS or match.score == row.max()
            continue
        assert match.name == match.best
        assert match.score >= threshold
        assert not vetoed[names.index(match.name)]
        if match.runner_up:
            assert lead(match.score, match.runner_up[1]) >= margin
    given_names = [match.name for match in matches if match.name is not None]
    assert len(given_names) == len(set(given_names))


def test_of_two_faces_with_one_name_the_better_score_keeps_it():
    scores = np.array([[0.8, 0.1], [0.9, 0.2]])
    first, second = decide(Decision(0.5), scores, NAMES[:2])
    assert (first.name, first.best, first.score, first.doubt) == (None, "Ada", 0.8, Doubt.TAKEN)
    assert (second.name, second.runner_up, second.doubt) == ("Ada", ("Bob", 0.2), None)


def test_a_face_that_loses_a_name_gets_the_next_candidate():
    scores = np.array([[0.92, 0.9, 0.1], [0.99, 0.2, 0.1]])
    first, second = decide(Decision(0.5, margin=1.0), scores)
    assert (first.name, first.score, first.runner_up) == ("Bob", 0.9, ("Cleo", 0.1))
    assert second.name == "Ada"


def test_why_a_face_is_unknown():
    decision = Decision(0.5, margin=1.0)
    far, alike = decide(decision, [[0.4, 0.1], [0.9, 0.85]], NAMES[:2])
    assert (far.doubt, alike.doubt) == (Doubt.FAR, Doubt.AMBIGUOUS)
    assert alike.runner_up == ("Bob", 0.85)
    [poor] = decide(decision, [[0.99, 0.1]], NAMES[:2], issue=QualityIssue.BLURRED)
    assert (poor.name, poor.best, poor.doubt) == (None, "Ada", QualityIssue.BLURRED)
    [vetoed] = decide(decision, [[0.99, 0.1]], NAMES[:2], vetoes=[[True, False]])
    assert (vetoed.name, vetoed.best, vetoed.doubt) == (None, "Ada", Doubt.VETOED)


def test_a_veto_of_one_of_two_look_alikes_names_the_other():
    [match] = decide(Decision(0.5, margin=1.0), [[0.9, 0.88]], NAMES[:2], vetoes=[[True, False]])
    assert (match.name, match.runner_up) == ("Bob", None)


def test_in_video_the_threshold_falls_with_more_observations():
    assert allowance(1) > allowance(2) > allowance(20) > 0
    answers = [decide(Decision(0.5), [[0.6]], NAMES[:1], observations=count) for count in (None, 1, 50)]
    assert [match.name for [match] in answers] == ["Ada", None, "Ada"]


def test_a_small_lead_gives_no_name():
    [match] = decide(Decision(0.5, margin=1.0), [[0.9, 0.85]], NAMES[:2])
    assert match.name is None
    assert match.runner_up == ("Bob", 0.85)


def test_a_clear_lead_counts_when_both_scores_are_high():
    [match] = decide(Decision(0.5, margin=1.0), [[0.9998, 0.99]], NAMES[:2])
    assert match.name == "Ada"


def test_with_an_empty_gallery_every_face_is_unknown():
    assert decide(Decision(0.5), np.zeros((2, 0)), []) == [NOBODY, NOBODY]


def test_ten_thousand_people_take_little_more_time_than_ten():
    names = [str(number) for number in range(10_000)]
    scores = np.random.default_rng(0).uniform(0, 0.4, (5, len(names)))
    scores[range(5), range(5)] = 0.9
    decision = Decision(threshold=0.5)

    before = time.thread_time()
    for _ in range(5):
        matches = decide(decision, scores, names)
    spent_ms = (time.thread_time() - before) / 5 * 1e3

    assert [match.name for match in matches] == names[:5]
    assert spent_ms < 5 * 2 * 3  # at most 2 ms a face were promised; three times as long on a busy computer


@given(arrays.arrays(np.float64, (4, 6), elements=st.sampled_from([0.1, 0.3, 0.6, 0.6, 0.8, 0.9])))
def test_best_and_runner_up_equal_those_of_sorting(scores):
    matches = decide(Decision(threshold=1.0), scores, "abcdef")
    for row, match in zip(scores, matches, strict=True):
        first, second = np.argsort(-row, kind="stable")[:2]
        assert (match.best, match.runner_up) == ("abcdef"[first], ("abcdef"[second], row[second]))


def test_an_offset_raises_the_threshold_in_log_odds():
    decision = Decision(0.5)
    assert decision.with_offset(0.0) is decision
    assert decision.with_offset(math.log(9)).threshold == pytest.approx(0.9)
    assert decision.with_offset(-math.log(9)).threshold == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("score", "second", "doubt", "name", "left"),
    [
        (0.8, 0.1, Doubt.FAR, "Ada", None),  # only the threshold for videos withheld the name
        (0.4, 0.1, Doubt.FAR, None, Doubt.FAR),
        (0.8, 0.79, Doubt.FAR, None, Doubt.AMBIGUOUS),
        (0.8, 0.1, Doubt.VETOED, None, Doubt.VETOED),
        (0.8, 0.1, QualityIssue.BLURRED, None, QualityIssue.BLURRED),
    ],
)
def test_the_final_answer_uses_the_threshold_for_stills(score, second, doubt, name, left):
    match = Decision(0.5, 0.3).final(Match(None, score, "Ada", ("Bob", second), doubt))
    assert (match.name, match.doubt) == (name, left)


def test_a_vetoed_name_is_no_final_answer_either():
    decision = Decision(0.5)
    [match] = decide(decision, [[0.6, 0.1, 0.1]], observations=1, vetoes=[[True, False, False]])
    assert decision.final(match).name is None


@given(score_tables, st.integers(1, 4))
def test_candidates_are_the_best_scores_in_order_and_change_no_answer(scores, count):
    names = NAMES[: scores.shape[1]]
    listed = decide(Decision(0.5, 0.1, listed=count), scores, names)
    assert [replace(match, candidates=()) for match in listed] == decide(Decision(0.5, 0.1), scores, names)
    for row, match in zip(scores, listed, strict=True):
        assert [score for _, score in match.candidates] == sorted(row.tolist(), reverse=True)[:count]
        assert all(row[names.index(name)] == score for name, score in match.candidates)
