"""Pictures of a look: grids, and heat maps over a chip."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from visavis.insight.pictures import heat_overlay, tile


@given(count=st.integers(1, 20), columns=st.integers(1, 9), side=st.integers(1, 12), gap=st.integers(0, 5))
def test_tiles_are_arranged_in_rows(count, columns, side, gap):
    pictures = np.arange(1, count + 1, dtype=np.uint8)[:, np.newaxis, np.newaxis].repeat(2, 1).repeat(3, 2)
    tiles = tile(pictures, columns, side, gap)
    rows = -(-count // columns)
    assert tiles.shape == (rows * (side + gap) - gap, columns * (side + gap) - gap, 4)
    for index in range(count):
        top, left = index // columns * (side + gap), index % columns * (side + gap)
        assert (tiles[top : top + side, left : left + side, :3] == index + 1).all()
    assert (tiles[..., 3] == 255).sum() == count * side * side


def test_tiles_may_be_colored():
    pictures = np.random.default_rng(0).integers(0, 256, (2, 5, 5, 3)).astype(np.uint8)
    assert (tile(pictures, 2, 5, 0)[:, 5:, :3] == pictures[1]).all()


def test_a_heat_map_is_red_where_it_speaks_for_the_class_and_blue_elsewhere():
    heat = np.zeros((4, 4), np.float32)
    heat[:2] = 1
    shown = heat_overlay(np.full((8, 8, 3), 128, np.uint8), heat, 16)
    assert shown.shape == (16, 16, 3)
    blue, _, red = shown[0, 8].tolist()
    assert red > blue
    blue, _, red = shown[15, 8].tolist()
    assert blue > red
