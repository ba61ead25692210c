"""The metrics are as docs/formats.md defines them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.recognition.match import Match
from visavis.recognition.report import SearchResult
from visavis_training.metrics.search_metrics import SearchMetrics

UNDETECTED = None


def named(name, score=0.9):
    return Match(name, score, name)


def unknown(best, score=0.3):
    return Match(None, score, best)


PROBES = [
    SearchResult("Ada", named("Ada", 0.95)),
    SearchResult("Ada", unknown("Ada", 0.6)),
    SearchResult("Ada", UNDETECTED),
    SearchResult("Bob", named("Ada", 0.9)),
    SearchResult("Bob", unknown("Ada", 0.2)),
    SearchResult("Bob", named("Bob", 0.8)),
]
STRANGERS = [
    SearchResult(None, named("Bob", 0.85)),
    SearchResult(None, unknown("Ada", 0.5)),
    *[SearchResult(None, UNDETECTED)] * 8,
]
FIGURES = SearchMetrics(PROBES, STRANGERS)


def test_closed_set_accuracy_counts_detected_probes_at_any_score():
    assert (FIGURES.detected.count, FIGURES.detected.searches) == (5, 6)
    assert (FIGURES.closed_set.count, FIGURES.closed_set.searches) == (3, 5)


def test_undetected_probes_are_missed_and_undetected_strangers_count():
    assert (FIGURES.fnir.count, FIGURES.fnir.searches) == (4, 6)
    assert (FIGURES.fpir.count, FIGURES.fpir.searches) == (1, 10)


@pytest.mark.parametrize(("fpir", "missed"), [(0.05, 5), (0.1, 3), (0.2, 3)])
def test_fnir_at_fpir_depends_on_the_score_alone(fpir, missed):
    """None of ten admitted: above 0.85, only Ada's 0.95. One: above 0.5, three right ones. Two: all, three right."""
    assert FIGURES.fnir_at(fpir).count == missed


def test_confusions_are_enrolled_people_with_a_wrong_name():
    assert FIGURES.confusions == [("Bob", "Ada", 1)]
    assert FIGURES.candidate_confusions == [("Bob", "Ada", 2)]


def test_people_are_sorted_by_the_weakest():
    assert {name: own.fnir.count for name, own in FIGURES.per_person.items()} == {"Bob": 2, "Ada": 2}
    assert list(FIGURES.per_person) == ["Bob", "Ada"]  # of equal FNIR, the one whose best candidate is wrong more often


def test_the_figures_as_json():
    assert FIGURES.as_dict() == {
        "probes": 6,
        "impostors": 10,
        "detected": 0.8333,
        "closed_set_accuracy": 0.6,
        "fpir": 0.1,
        "fnir": 0.6667,
        "fnir_at_fpir": {"0.001": 0.8333, "0.01": 0.8333, "0.1": 0.5},
        "confidence_95": {
            "detected": [0.4365, 0.9699],
            "closed_set_accuracy": [0.2307, 0.8824],
            "fnir": [0.3, 0.9032],
            "fpir": [0.0179, 0.4042],
            "fnir_at_fpir": {"0.001": [0.4365, 0.9699], "0.01": [0.4365, 0.9699], "0.1": [0.1876, 0.8124]},
        },
        "per_person": {"Bob": {"probes": 3, "fnir": 0.6667}, "Ada": {"probes": 3, "fnir": 0.6667}},
        "confusions": [["Bob", "Ada", 1]],
    }


def test_without_strangers_what_needs_them_is_null():
    figures = SearchMetrics(PROBES).as_dict()
    assert (figures["impostors"], figures["fpir"], figures["fnir_at_fpir"]) == (0, None, None)
    assert figures["fnir"] == 0.6667
    assert figures["confidence_95"]["fpir"] is None
    assert figures["confidence_95"]["fnir_at_fpir"] is None


def test_without_a_detected_face_there_is_no_accuracy():
    assert SearchMetrics([SearchResult("Ada", UNDETECTED)]).as_dict()["closed_set_accuracy"] is None


def test_misnamed_probes_are_counted_by_score_alone():
    """Bob's picture has Ada's name at 0.9, above every stranger, and at 0.2, above none of the lines."""
    assert FIGURES.misnamed_at == {0.001: 1, 0.01: 1, 0.1: 1}


SCORES = st.floats(0, 1) | st.sampled_from([0.25, 0.5, 0.75])  # ties are what goes wrong


@st.composite
def searches(draw, truths):
    """One search: undetected, or any candidate with any score; named or not, as the margin had it."""
    truth = draw(truths)
    if draw(st.booleans()) and draw(st.booleans()):
        return SearchResult(truth, UNDETECTED)
    best, score = draw(st.sampled_from(["Ada", "Bob"])), draw(SCORES)
    return SearchResult(truth, draw(st.sampled_from([named, unknown]))(best, score))


PROBED = st.lists(searches(st.sampled_from(["Ada", "Bob"])), min_size=1, max_size=12)
STRANGE = st.lists(searches(st.none()), min_size=1, max_size=12)


@given(PROBED, STRANGE, st.sampled_from([0.001, 0.01, 0.1, 0.25, 0.5, 1]))
def test_fnir_at_fpir_is_at_the_lowest_admissible_threshold(probes, strangers, fpir):
    """By trying every threshold there is, as docs/formats.md words it."""

    def admitted(threshold):
        return sum(each.match is not None and each.match.score >= threshold for each in strangers)

    def missed(threshold):
        return sum(p.match is None or p.match.best != p.truth or p.match.score < threshold for p in probes)

    scores = {each.match.score for each in (*probes, *strangers) if each.match}
    thresholds = [0.0, *scores, *(math.nextafter(score, 2) for score in scores)]
    lowest = min(each for each in thresholds if admitted(each) <= math.floor(fpir * len(strangers)))
    assert SearchMetrics(probes, strangers).fnir_at(fpir).count == missed(lowest)


@given(PROBED, STRANGE)
def test_counts_agree_with_each_other(probes, strangers):
    figures = SearchMetrics(probes, strangers)
    assert figures.fnir.searches == len(probes)
    assert figures.fpir.searches == len(strangers)
    assert figures.fnir.count == sum(own.fnir.count for own in figures.per_person.values())
    assert sum(count for *_, count in figures.confusions) == sum(each.is_named and each.is_missed for each in probes)
    assert figures.fnir_at(0.001).count >= figures.fnir_at(0.1).count
    strengths = [own.fnir.share for own in figures.per_person.values()]
    assert strengths == sorted(strengths, reverse=True)
