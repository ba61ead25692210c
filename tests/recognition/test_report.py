"""What a search says, and that a report gives it back as it was."""

import json
import os
from pathlib import Path

import pytest

from support.fakes import searched
from visavis.errors import EvaluationError
from visavis.faces.observation import QualityIssue
from visavis.imaging.geometry import Box
from visavis.recognition.match import Doubt, Match
from visavis.recognition.report import VERSION, SearchResult, read, shown

SEARCHES = (
    SearchResult("Ada", Match("Ada", 0.9, "Ada", ("Bob", 0.3)), Path("a.jpg"), Box(1, 2, 3, 4)),
    SearchResult("Ada", Match(None, 0.6, "Ada", ("Bob", 0.59), Doubt.AMBIGUOUS)),
    SearchResult(None, Match(None, 0.2, "Bob", None, QualityIssue.SMALL)),
    SearchResult("Bob", None, Path("b.jpg")),
)


def test_searches_come_back_as_they_were(tmp_path):
    path = tmp_path / "report.json"
    path.write_text(json.dumps({"version": VERSION, "model": "m", "searches": [each.record() for each in SEARCHES]}))

    values, searches = read(path)

    assert searches == SEARCHES
    assert values["model"] == "m"


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"version": "1"}', '{"version": 1, "searches": [{}]}', "\xff"])
def test_what_is_no_report_is_told(tmp_path, content):
    path = tmp_path / "report.json"
    path.write_bytes(content.encode("latin-1"))

    with pytest.raises(ValueError):  # noqa: PT011 - whoever asks says it in words of their own
        read(path)


def test_a_report_of_a_newer_program_is_refused(tmp_path):
    path = tmp_path / "report.json"
    path.write_text(json.dumps({"version": VERSION + 1}))

    with pytest.raises(EvaluationError, match="newer version"):
        read(path)


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
def test_what_an_answer_was(search, right, named, missed):
    assert (search.right, search.named, search.missed) == (right, named, missed)


@pytest.mark.skipif(os.name != "posix", reason="file names are text elsewhere")
def test_a_path_that_is_not_text_is_text_all_the_same():
    assert shown(Path(os.fsdecode(b"\xff.jpg"))) == "\\udcff.jpg"
