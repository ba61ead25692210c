"""What a report says, and what follows from it for a line."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.fakes import searched
from visavis.errors import EvaluationError, ModelError
from visavis.models.store import REPORT_FILE, ModelStore
from visavis.scoring.confidence import Proportion
from visavis.scoring.log_odds import sigmoid
from visavis.ui.models.report import MAX_LOG_ODDS, ModelReport, axis_position, histogram

SEARCHES = (
    searched("Ada", "Ada", "Ada", 0.9),
    searched("Ada", "Bob", "Bob", 0.8),
    searched("Bob", None, "Bob", 0.4),
    searched("Bob", None, None, None),
    searched(None, "Ada", "Ada", 0.6),
    searched(None, None, "Ada", 0.1),
)
FOUND = ModelReport("m", 2, 0.5, SEARCHES, {}, {})


@pytest.mark.parametrize(("threshold", "missed"), [(0.5, 3), (0.05, 2), (0.95, 4)])
def test_a_threshold_misses_people(threshold, missed):
    assert FOUND.missed_at(threshold) == Proportion(missed, 4)


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_higher_threshold_never_misses_fewer(one, other):
    low, high = sorted((one, other))
    assert FOUND.missed_at(low).count <= FOUND.missed_at(high).count


def test_the_error_rate_is_that_of_the_decisions_made():
    assert FOUND.fnir == Proportion(3, 4)


def test_the_worst_mistakes_come_first():
    assert [(each.truth, each.name) for each in FOUND.mistakes] == [
        ("Ada", "Bob"),
        (None, "Ada"),
        ("Bob", None),
        ("Bob", None),
    ]


def test_the_confusion_matrix_counts_answers():
    names, counts = FOUND.confusion_matrix()
    assert names == ["Ada", "Bob"]
    assert counts.tolist() == [[1, 1, 0], [0, 0, 2]]


def test_scores_beyond_the_limits_are_counted_at_the_limits():
    shares = histogram([searched("Ada", None, *answer) for answer in (("Ada", 1.0), ("Ada", 0.0), (None, None))], 4)
    assert shares.tolist() == pytest.approx([2 / 3, 0, 0, 1 / 3])


@given(st.floats(-MAX_LOG_ODDS, MAX_LOG_ODDS))
def test_the_axis_shows_log_odds(log_odds):
    assert axis_position(sigmoid(log_odds)) == pytest.approx(log_odds, abs=1e-6)


@pytest.mark.parametrize(("score", "position"), [(0.0, -MAX_LOG_ODDS), (1.0, MAX_LOG_ODDS)])
def test_scores_beyond_the_axis_lie_at_its_limits(score, position):
    assert axis_position(score) == position


def test_a_report_is_read_as_training_wrote_it(tmp_path):
    store = ModelStore(tmp_path)
    row = searched("Ada", None, "Ada", 0.2).record()
    values = {"version": 1, "gallery": 2, "threshold": 0.5, "searches": [row], "suspects": {}, "fnir": 1.0}
    path = store.path("m", REPORT_FILE)
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(values))
    read = ModelReport.read(store, "m")
    assert (read.probes[0].truth, read.figures["fnir"], read.same_person) == ("Ada", 1.0, ())
    path.write_text(json.dumps({**values, "same_person": [["Ada", "Ada L"]]}))
    assert ModelReport.read(store, "m").same_person == [("Ada", "Ada L")]
    path.write_text(json.dumps({**values, "version": 2}))
    with pytest.raises(EvaluationError, match="newer version"):
        ModelReport.read(store, "m")
    for broken in ("{", "[]", json.dumps({**values, "searches": [{}]})):
        path.write_text(broken)
        with pytest.raises(ModelError, match="no report"):
            ModelReport.read(store, "m")
    with pytest.raises(ModelError, match="no report"):
        ModelReport.read(store, "other")


def test_a_histogram_without_searches_is_empty():
    assert np.array_equal(histogram([], 3), [0, 0, 0])
