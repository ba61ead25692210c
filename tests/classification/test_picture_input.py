"""How a picture becomes the square that a network sees."""

import numpy as np
import pytest

from support.training.whole_pictures import publish_colors
from visavis.classification.picture_input import SQUARINGS, picture_input, square_picture, squaring_of
from visavis.models.store import ModelStore


def test_padding_adds_black_bars_and_scaling_distorts():
    picture = np.full((200, 300, 3), 200, np.uint8)
    padded, scaled = (square_picture(picture, squaring, 60) for squaring in ("pad", "scale"))
    assert padded.shape == scaled.shape == (60, 60, 3)
    assert (padded[:9] == 0).all()
    assert (padded[11:49] == 200).all()
    assert (padded[51:] == 0).all()
    assert (scaled == 200).all()


def test_shrinking_averages():
    stripes = np.zeros((120, 240, 3), np.uint8)
    stripes[:, ::2] = 200
    assert (np.abs(square_picture(stripes, "scale", 60).astype(int) - 100) <= 1).all()


@pytest.mark.parametrize("squaring", SQUARINGS)
def test_the_card_says_how_pictures_become_squares(folders, squaring):
    card = publish_colors(ModelStore(folders.models), squaring=squaring)
    assert card.input == picture_input(squaring, 64)
    assert squaring_of(card) == squaring
