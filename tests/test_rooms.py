"""The drawing of the rooms: rows from the imports, circles refused, and no arrow that follows from others."""

import importlib.util
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.places import ROOT


@pytest.fixture(scope="module")
def rooms():
    spec = importlib.util.spec_from_file_location("rooms", ROOT / "tools" / "rooms.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["rooms"] = module  # dataclasses look there
    spec.loader.exec_module(module)
    return module


@st.composite
def acyclic(draw):
    """Rooms that import only rooms before them."""
    count = draw(st.integers(1, 8))
    return {
        str(number): {str(other) for other in draw(st.sets(st.integers(0, number - 1)))} if number else set()
        for number in range(count)
    }


@given(imports=acyclic())
def test_a_room_stands_above_all_that_it_imports(rooms, imports):
    rows = rooms.compute_rows(imports)
    assert rows.keys() == imports.keys()
    assert all(rows[room] > rows[target] for room in imports for target in imports[room])


def test_a_circle_is_refused(rooms):
    with pytest.raises(ValueError, match="a circle among a, b"):
        rooms.compute_rows({"a": {"b"}, "b": {"a"}, "c": set()})


def test_an_arrow_that_follows_from_two_others_is_left_out(rooms):
    assert rooms.reduce_edges({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == [("a", "b"), ("b", "c")]


def test_every_panel_is_drawn(rooms):
    drawing = rooms.draw()
    assert all(title in drawing for _, _, title in rooms.PANELS)
    assert drawing.count("<rect") > 50
