"""The threshold of classes: what is unknown, and what the sentence on it says."""

import numpy as np
import pytest

from support.training.whole_pictures import write_shapes
from visavis_training.options import PictureOptions
from visavis_training.whole_pictures.figures import fit_class_threshold
from visavis_training.whole_pictures.picture_set import collect_pictures
from visavis_training.whole_pictures.plan import PicturePlan


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    folder = write_shapes(tmp_path_factory.mktemp("pictures"), count=40)
    pictures = collect_pictures(folder, "pad", 64, folder.parent / "cache")
    return PicturePlan.from_pictures(pictures, PictureOptions(whole=str(folder)))


def answers(plan, leads):
    """Similarities (n, 3) of the validation part, in which the right class has these; -5 for the others."""
    truth = plan.pictures.labels[plan.split.validation]
    similarities = np.full((len(truth), len(plan.pictures.classes)), -5.0)
    similarities[np.arange(len(truth)), truth] = np.resize(leads, len(truth))
    return similarities


def reached(fitted, similarities, threshold):
    return float((fitted.calibration(np.asarray(similarities)) >= threshold).mean())


def test_at_most_one_percent_of_other_things_get_a_class(plan):
    own, strangers = np.linspace(2, 6, 18), np.linspace(-4, 1, 200)
    fitted = fit_class_threshold(plan, answers(plan, own), strangers, 1)
    assert reached(fitted, strangers, fitted.threshold) == pytest.approx(0.01)
    assert fitted.own_searches is not None
    assert "1.0% of 200" in str(fitted.measured_on)


def test_where_that_would_refuse_most_pictures_95_percent_of_right_answers_get_a_class(plan):
    own, strangers = np.linspace(1, 3, 18), np.linspace(-4, 4, 200)
    fitted = fit_class_threshold(plan, answers(plan, own), strangers, 1)
    right = answers(plan, own).max(axis=1)
    assert reached(fitted, right, fitted.threshold) == pytest.approx(0.95, abs=0.03)
    assert fitted.thresholds["relaxed"] == fitted.thresholds["balanced"] == fitted.threshold
    assert reached(fitted, strangers, fitted.thresholds["strict"]) == pytest.approx(0.01)
    assert reached(fitted, right, fitted.thresholds["strict"]) < 0.5
    assert fitted.own_searches is None


def test_the_sentence_says_how_many_other_things_get_a_class_then(plan):
    strangers = np.linspace(-4, 4, 200)
    fitted = fit_class_threshold(plan, answers(plan, np.linspace(1, 3, 18)), strangers, 1)
    named = reached(fitted, strangers, fitted.threshold)
    assert (fitted.fpir.count, fitted.fpir.searches) == (round(200 * named), 200)
    assert f"{named:.1%} of 200" in str(fitted.measured_on)
    assert named > 0.3


@pytest.mark.parametrize("share", [0.0, 0.5])
def test_a_network_that_is_hardly_right_gives_hardly_any_class(plan, share):
    similarities = answers(plan, [4.0])
    wrong = np.arange(len(similarities)) >= share * len(similarities)
    similarities[wrong] = -similarities[wrong]  # every other class is likelier than the right one
    strangers = np.linspace(-4, 6, 200)
    fitted = fit_class_threshold(plan, similarities, strangers, 1)
    assert reached(fitted, strangers, fitted.threshold) <= 0.01
    assert fitted.thresholds["balanced"] < fitted.thresholds["strict"]
