"""CONTEXT.md: each term names something in the code, and means one thing."""

import importlib
import re
from collections import Counter

from support.places import ROOT

ROWS = [
    [cell.strip() for cell in line.strip().strip("|").split("|")]
    for line in (ROOT / "CONTEXT.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| term", "| ---"))
]


def resolve(dotted):
    """The module, class or function of that name.

    Raises
    ------
    ImportError, AttributeError
        If there is none.
    """
    try:
        return importlib.import_module(dotted)
    except ModuleNotFoundError:
        module, _, name = dotted.rpartition(".")
        return getattr(importlib.import_module(module), name)


def test_every_term_names_something_in_the_code():
    assert len(ROWS) > 30
    for term, _, literature, _, place in ROWS:
        assert literature, term
        [dotted] = re.findall(r"`([\w.]+)`", place)
        assert resolve(dotted) is not None


def test_every_term_is_defined_once():
    repeated = [term for term, count in Counter(row[0] for row in ROWS).items() if count > 1]
    assert repeated == []


def test_no_class_is_named_by_a_word_to_be_avoided():
    terms = {row[0] for row in ROWS}
    listed = {word.strip() for row in ROWS for word in re.sub(r"\([^)]*\)", "", row[3]).split(",")}
    avoided = {word.title().replace(" ", "") for word in listed - terms}
    sources = [path for root in ("app", "training") for path in (ROOT / root).rglob("*.py")]
    named = {name for path in sources for name in re.findall(r"^class (\w+)", path.read_text("utf-8"), re.MULTILINE)}
    assert len(named) > 150
    assert named & avoided == set()
