"""The mean of folds, and how far they are apart."""

import pytest

from visavis.scoring.confidence import Proportion
from visavis_training.metrics.fold_figures import FoldFigures


def test_the_mean_and_the_standard_deviation_are_those_of_the_folds():
    found = FoldFigures(3, (Proportion(8, 10), Proportion(9, 10), Proportion(10, 10)), unmeasured=("Eve",))
    assert found.to_record() == {
        "count": 3,
        "accuracy": {"mean": 0.9, "deviation": 0.1, "by_fold": [0.8, 0.9, 1.0], "pictures": 30},
        "unmeasured": ["Eve"],
    }
    first, last = map(str, found.notes())
    assert "right for 90.0% of" in first
    assert "deviation of 10.0%" in first
    assert last.endswith("Eve.")


def test_one_person_has_no_best_candidate_to_be_right():
    found = FoldFigures(2, (), (Proportion(1, 4), Proportion(0, 4)))
    record = found.to_record()
    assert "accuracy" not in record
    assert record["fnir"]["mean"] == pytest.approx(0.125)
    assert [str(note)[:12] for note in found.notes()] == ["In 2 folds, "]
