"""Which parts of a chip an answer hangs on, with networks that look at one corner only."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.review import occlusion

SIDE = 40


def chip():
    """A plain chip with a bright square in its upper left corner."""
    result = np.full((SIDE, SIDE, 3), 60, np.float32)
    result[:10, :10] = 200
    return result


def corner(chips):
    """An answer that hangs on the upper left corner: 3 in log-odds where it is bright."""
    return chips[:, :10, :10].mean(axis=(1, 2, 3)) / 200 * 3


@given(grid=st.integers(2, 9), patch=st.floats(0.1, 0.6))
def test_every_part_is_covered_by_some_copy_and_each_by_one_patch(grid, patch):
    whole = np.full((SIDE, SIDE, 3), 10, np.float32)
    whole[0, 0] = 255  # so that the mean is no value of the chip
    copies = occlusion.cover(whole, grid, patch)
    changed = (copies != whole).any(axis=-1)
    width = max(round(patch * SIDE), 1)
    assert copies.shape == (grid * grid, SIDE, SIDE, 3)
    assert {int(each.sum()) for each in changed} == {width * width}
    assert changed[0, 0, 0]
    assert changed[-1, -1, -1]
    if width * grid >= SIDE:
        assert changed.any(axis=0).all()


def test_one_batch_finds_the_part_that_the_network_uses():
    calls = []

    def odds(chips):
        calls.append(len(chips))
        return corner(chips)

    losses = occlusion.heat(chip(), odds)
    assert calls == [1 + occlusion.GRID**2]
    assert np.unravel_index(losses.argmax(), losses.shape) == (0, 0)
    assert losses[0, 0] == pytest.approx(3 - corner(occlusion.cover(chip()))[0])
    assert not losses[3:, 3:].any()
    assert occlusion.peak(losses) == pytest.approx((occlusion.PATCH / 2, occlusion.PATCH / 2))


def test_important_parts_are_bright_and_the_rest_is_dark():
    colored = np.full((SIDE, SIDE, 3), (200, 100, 100), np.uint8)
    losses = occlusion.heat(chip(), corner)
    lit = occlusion.render(colored, losses, 300)
    assert lit.shape == (300, 300, 3)
    assert lit[30, 30].astype(int) == pytest.approx([200, 100, 100], abs=25)
    assert lit[-2, -2].max() < 50
    assert np.ptp(lit[-2, -2]) == 0  # gray
    assert (lit == 255).all(axis=-1).any()  # the line around it


def test_where_no_part_matters_nothing_is_lit():
    losses = np.full((7, 7), occlusion.MIN_LOSS / 2)
    assert occlusion.peak(losses) is None
    assert occlusion.render(np.full((SIDE, SIDE, 3), 200, np.uint8), losses, SIDE).max() < 60


def test_parts_that_help_when_covered_are_not_lit():
    losses = np.full((7, 7), -4.0)
    losses[6, 6] = 4.0
    lit = occlusion.render(np.full((SIDE, SIDE, 3), 200, np.uint8), losses, 300)
    assert lit[-10, -10].max() > 150
    assert lit[0, 0].max() < 60


def test_the_nearest_place():
    assert occlusion.nearest((0.3, 0.3), [(0.9, 0.9), (0.3, 0.4), (0.5, 0.5)]) == 1
