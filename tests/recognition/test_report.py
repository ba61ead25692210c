"""Search results are stored in reports and loaded unchanged."""

import json
import os
from pathlib import Path

import pytest

from support.fakes import searched
from visavis.errors import EvaluationError
from visavis.faces.observation import QualityIssue
from visavis.imaging.geometry import Box
from visavis.recognition.match import Doubt, Match
from visavis.recognition.report import VERSION, SearchResult, load_report, nearest_pair, nearest_stranger, path_text

SEARCHES = (
    SearchResult("Ada", Match("Ada", 0.9, "Ada", ("Bob", 0.3)), Path("a.jpg"), Box(1, 2, 3, 4)),
    SearchResult("Ada", Match(None, 0.6, "Ada", ("Bob", 0.59), Doubt.AMBIGUOUS)),
    SearchResult(None, Match(None, 0.2, "Bob", None, QualityIssue.SMALL)),
    SearchResult("Bob", None, Path("b.jpg")),
)


def test_results_are_loaded_unchanged(tmp_path):
    path = tmp_path / "report.json"
    path.write_text(json.dumps({"version": VERSION, "model": "m", "searches": [each.record() for each in SEARCHES]}))

    values, searches = load_report(path)

    assert searches == SEARCHES
    assert values["model"] == "m"


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"version": "1"}', '{"version": 1, "searches": [{}]}', "\xff"])
def test_an_invalid_report_is_an_error(tmp_path, content):
    path = tmp_path / "report.json"
    path.write_bytes(content.encode("latin-1"))

    with pytest.raises(ValueError):  # noqa: PT011 - whoever asks says it in words of their own
        load_report(path)


def test_a_report_of_a_newer_program_is_refused(tmp_path):
    path = tmp_path / "report.json"
    path.write_text(json.dumps({"version": VERSION + 1}))

    with pytest.raises(EvaluationError, match="newer version"):
        load_report(path)


@pytest.mark.parametrize(
    ("search", "right", "named", "missed"),
    [
        (searched("Ada", "Ada", "Ada", 0.9), True, True, False),
        (searched("Ada", "Bob", "Bob", 0.9), False, True, True),
        (searched("Ada", None, "Ada", 0.4), True, False, True),
        (searched("Ada", None, None, None), False, False, True),
        (searched(None, "Ada", "Ada", 0.9), False, True, True),
        (searched(None, None, "Ada", 0.1), False, False, False),
    ],
)
def test_properties_of_a_result(search, right, named, missed):
    assert (search.is_right, search.is_named, search.is_missed) == (right, named, missed)


@pytest.mark.skipif(os.name != "posix", reason="file names are text elsewhere")
def test_a_path_with_invalid_characters_becomes_text():
    assert path_text(Path(os.fsdecode(b"\xff.jpg"))) == "\\udcff.jpg"


def test_the_stranger_and_the_two_people_who_came_nearest():
    searches = (
        *SEARCHES,
        searched(None, None, "Ada", 0.4),
        SearchResult("Bob", Match(None, 0.7, "Cleo", ("Bob", 0.65))),
        SearchResult("Cleo", Match("Cleo", 0.99, "Cleo", ("Ada", 0.69))),
    )
    assert nearest_stranger(searches).match.best == "Ada"
    assert nearest_pair(searches) == ("Bob", "Cleo", 0.7)
    assert (nearest_stranger(SEARCHES[:2]), nearest_pair([SEARCHES[2], SEARCHES[3]])) == (None, None)
