"""The page on a model of whole pictures has its figures, every class, and the wrong answers as pictures."""

import re

import numpy as np
import pytest

from visavis.imaging import codec
from visavis.models.description import EpochAccuracy
from visavis.recognition.match import Doubt, Match
from visavis.recognition.report import SearchResult
from visavis_training.metrics.search_metrics import SearchMetrics
from visavis_training.report import tables
from visavis_training.report.report import Report
from visavis_training.whole_pictures.page import build_class_page


@pytest.fixture
def report(tmp_path):
    """Four right answers, one wrong and one unknown."""
    picture = tmp_path / "cat" / "1.png"
    codec.write(picture, np.full((40, 60, 3), 120, np.uint8))
    right = [SearchResult("cat", Match("cat", 0.9, "cat", ("dog", 0.1)), picture)] * 4
    wrong = SearchResult("cat", Match("dog", 0.8, "dog", ("cat", 0.2)), picture)
    unknown = SearchResult("<b>dog</b>", Match(None, 0.4, "dog", ("cat", 0.3), Doubt.FAR), picture)
    return Report(
        kind="training",
        model="20260101-000000-whole-cnn64",
        network="whole-cnn64",
        gallery=2,
        threshold=0.7,
        metrics=SearchMetrics([*right, wrong, unknown]),
        epochs=[EpochAccuracy(0.7, 0.5, 0.6, 0.5), EpochAccuracy(0.3, 0.9, 0.4, 0.8)],
    )


def test_it_shows_figures_curves_matrix_and_wrong_pictures(report):
    page = build_class_page(report)
    assert "Best class right" in page
    assert "How it learned" in page
    assert "Confusion matrix" in page
    assert "Given another class <span class=of>1</span>" in page
    assert "Unknown <span class=of>1</span>" in page
    assert page.count("data:image/jpeg") == 2


def test_it_speaks_of_classes_and_not_of_people_or_faces(report):
    text = re.sub(r"<style>.*?</style>|<[^>]*>", " ", build_class_page(report), flags=re.DOTALL)
    assert not re.search(r"\b(person|people|face|faces|stranger|strangers|enrolled)\b", text)
    assert not re.search(r"\b(person|people|face|faces)\b", "\n".join(tables.classes(report)))


def test_the_name_of_a_folder_is_no_markup(report):
    page = build_class_page(report)
    assert "<b>dog</b>" not in page
    assert "&lt;b&gt;dog" in page
