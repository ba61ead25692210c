"""Each promise of docs/window.md is held by tests that are there."""

import ast
import re
from functools import cache

import pytest

from support.places import ROOT

PAGE = ROOT / "docs" / "window.md"
NAMED = re.compile(r"`(?:tests/)?([\w/]+\.py)::(\w+)`")


def rows():
    """The cells of each row of the table, without its head."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines[2:]]


@cache
def find_tests(path):
    tree = ast.parse((ROOT / "tests" / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_point_has_a_row():
    assert {int(cells[0]) for cells in rows()} == set(range(1, 19))


def test_every_promise_names_a_test_and_every_action_one_by_mouse_and_one_by_keyboard():
    for _, promise, held, mouse, keyboard in rows():
        assert NAMED.search(held), promise
        assert (mouse == "-") is (keyboard == "-"), promise
        assert all(cell == "-" or NAMED.fullmatch(cell) for cell in (mouse, keyboard)), promise


@pytest.mark.parametrize(("path", "name"), sorted(set(NAMED.findall(PAGE.read_text(encoding="utf-8")))))
def test_the_test_is_there(path, name):
    assert name in find_tests(path)
