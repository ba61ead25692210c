"""Portraits are cut square from whatever a sample is."""

import numpy as np
import pytest

from visavis.errors import PictureError
from visavis.ui.widgets import images


@pytest.mark.parametrize("shape", [(1, 1, 3), (90, 30, 3), (300, 300, 3)])
def test_a_portrait_is_square_whatever_the_sample(shape):
    assert images.head(np.zeros(shape, np.uint8), 20).shape == (20, 20, 3)


def test_a_portrait_of_no_picture_is_an_error(tmp_path):
    with pytest.raises(PictureError):
        images.portrait(tmp_path / "gone.jpg")
