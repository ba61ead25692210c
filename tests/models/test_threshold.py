"""Similarities that may be of one person with themselves do not count as those of strangers."""

import numpy as np
import pytest

from visavis.models.threshold import replace_doubtful
from visavis.scoring.thresholds import GalleryTraits, shipped_strangers


def test_doubtful_similarities_become_the_mean_of_the_others():
    impostors = np.array([[0.1, 0.9], [0.3, 0.2]])
    is_doubtful = np.array([[False, True], [False, False]])
    replaced = replace_doubtful(impostors, is_doubtful)
    assert replaced == pytest.approx(np.array([[0.1, 0.2], [0.3, 0.2]]))
    assert replaced.mean() == pytest.approx(impostors[~is_doubtful].mean())


def test_they_are_as_usual_if_all_are_doubtful():
    assert replace_doubtful(np.array([[0.9]]), np.array([[True]])) == shipped_strangers(GalleryTraits()).mean


def test_nothing_changes_without_doubt():
    impostors = np.array([[0.1, 0.9]])
    assert replace_doubtful(impostors, np.zeros((1, 2), np.bool_)) is impostors
