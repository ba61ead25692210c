"""The curve has the error rates at all thresholds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import det_curve

from visavis.recognition.match import Match
from visavis.recognition.report import SearchResult
from visavis_training.metrics.det_curve import det_points
from visavis_training.metrics.search_metrics import SearchMetrics

SCORES = st.lists(st.none() | st.floats(0, 1) | st.sampled_from([0.25, 0.5]), min_size=1, max_size=30)


def figures(own, strange):
    return SearchMetrics(
        [SearchResult("Ada", None if score is None else Match(None, score, "Ada")) for score in own],
        [SearchResult(None, None if score is None else Match(None, score, "Ada")) for score in strange],
    )


@given(SCORES, SCORES)
def test_every_point_is_a_count_of_searches(own, strange):
    for point in det_points(figures(own, strange)):
        assert point.fpir.count == sum(score is not None and score > point.rejected_score for score in strange)
        assert point.fnir.count == sum(score is None or score <= point.rejected_score for score in own)
        assert (point.fpir.searches, point.fnir.searches) == (len(strange), len(own))


@given(SCORES, SCORES)
def test_the_curve_starts_at_fpir_0_and_is_monotonic(own, strange):
    points = det_points(figures(own, strange))
    assert points[0].fpir.count == 0
    assert points[-1].fpir.count == sum(score is not None for score in strange)
    assert [p.fpir.count for p in points] == sorted(p.fpir.count for p in points)
    assert [p.fnir.count for p in points] == sorted((p.fnir.count for p in points), reverse=True)


@pytest.mark.parametrize("target", [0.001, 0.01, 0.1])
def test_the_curve_agrees_with_the_reported_fnir(target):
    tried = figures([score / 50 for score in range(20, 50)], [score / 100 for score in range(50)])
    most = int(target * 50)
    at = [point for point in det_points(tried) if point.fpir.count <= most][-1]
    assert at.fnir == tried.fnir_at(target)


def test_points_are_thinned_except_at_low_fpirs():
    points = det_points(figures([0.5], [score / 5000 for score in range(5000)]))
    assert len(points) <= 400
    assert [point.fpir.count for point in points[:20]] == list(range(20))
    assert points[-1].fpir.count == 5000


def test_without_strangers_there_is_no_curve():
    assert det_points(figures([0.5], [])) == []


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30), st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_the_curve_agrees_with_scikit_learn_if_all_faces_are_found(own, strange):
    truth, scores = np.repeat([1, 0], [len(own), len(strange)]), np.array([*own, *strange])
    points = {(point.fpir.count, point.fnir.count) for point in det_points(figures(own, strange))}
    false_positive_rates, false_negative_rates, _ = det_curve(truth, scores)
    for fpr, fnr in zip(false_positive_rates, false_negative_rates, strict=True):
        admitted, missed = round(fpr * len(strange)), round(fnr * len(own))
        # ours has a point for each number of strangers admitted, at its lowest threshold
        assert min(fewer for count, fewer in points if count <= admitted) <= missed
    for admitted, missed in points:
        assert (
            any(
                round(fpr * len(strange)) == admitted and round(fnr * len(own)) == missed
                for fpr, fnr in zip(false_positive_rates, false_negative_rates, strict=True)
            )
            or missed == 0
        )
