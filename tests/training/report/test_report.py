"""Reports are read as they were written, and never overwrite other files."""

import json
import os
from pathlib import Path

import pytest

from support.training_reports import MARKUP, answered, report
from visavis.errors import EvaluationError
from visavis.recognition.report import SearchResult, path_text
from visavis_training.metrics.search_metrics import SearchMetrics
from visavis_training.report.report import FILE, PAGE, Report, check_folder, write_report


def test_a_written_report_is_read_unchanged(tmp_path):
    checks = {"suspects": {"Ada": ["a.jpg"]}, "doubled": [["a.jpg", "b.jpg"]], "same_person": [["Ada", MARKUP]]}
    original = report(Path("pictures/1.jpg"), **checks, notes=["Odd."])
    write_report(tmp_path / "r", original.to_record(), "<!doctype html>")
    assert Report.read(tmp_path / "r" / FILE).to_record() == original.to_record()
    assert (tmp_path / "r" / PAGE).read_text() == "<!doctype html>"


def test_the_data_has_all_that_is_drawn():
    values = report().to_record()
    assert json.loads(json.dumps(values)) == values
    assert values["curve"][0] == {"fpir": 0.0, "fpir_95": [0, 0.2727], "fnir": 0.4286, "fnir_95": [0.1582, 0.7495]}
    assert values["alike"][0]["people"] == [MARKUP, "山田太郎"]
    assert len(values["searches"]) == 18


@pytest.mark.skipif(os.name != "posix", reason="the platform has no modes")
def test_reports_are_private(tmp_path):
    write_report(tmp_path / "new" / "r", report().to_record(), "")
    assert (tmp_path / "new" / "r").stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "new" / "r").iterdir()} == {0o600}


def test_a_report_may_go_to_new_empty_and_report_folders(tmp_path):
    check_folder(tmp_path / "new")
    (tmp_path / "empty").mkdir()
    check_folder(tmp_path / "empty")
    write_report(tmp_path / "old", report().to_record(), "")
    check_folder(tmp_path / "old")


@pytest.mark.parametrize("content", ['{"searches": 1', "[]", '{"version": 1}'])
def test_a_folder_with_other_content_is_refused(tmp_path, content):
    (tmp_path / FILE).write_text(content)
    with pytest.raises(EvaluationError, match="not a report"):
        check_folder(tmp_path)
    with pytest.raises(EvaluationError, match="not a folder"):
        check_folder(tmp_path / FILE)


def test_other_files_in_a_report_s_folder_stay(tmp_path):
    write_report(tmp_path / "r", report().to_record(), "old")
    (tmp_path / "r" / "notes.txt").write_text("mine")
    check_folder(tmp_path / "r")
    write_report(tmp_path / "r", report().to_record(), "new")
    assert ((tmp_path / "r" / "notes.txt").read_text(), (tmp_path / "r" / PAGE).read_text()) == ("mine", "new")


@pytest.mark.parametrize("content", ["", "{}", '{"version": 2}', '{"version": 1, "searches": [{}]}', "[]"])
def test_a_broken_report_is_an_error(tmp_path, content):
    (tmp_path / FILE).write_text(content)
    with pytest.raises(EvaluationError):
        Report.read(tmp_path / FILE)


def test_an_undecodable_path_is_shown(tmp_path):
    odd = Path(os.fsdecode(b"\xff.jpg")) if os.name == "posix" else Path("x.jpg")
    original = Report(
        kind="training",
        model="m",
        network="n",
        gallery=1,
        threshold=0.5,
        metrics=SearchMetrics([answered("A", "A", 0.9, picture=odd)]),
    )
    write_report(tmp_path, original.to_record(), "")
    assert path_text(odd) in (tmp_path / FILE).read_text(encoding="utf-8").replace("\\\\", "\\")


def test_an_empty_test_has_a_report():
    empty = Report(kind="training", model="m", network="n", gallery=1, threshold=0.5, metrics=SearchMetrics([], []))
    assert (empty.as_json()["fnir"], empty.to_record()["curve"]) == (None, [])
    assert SearchResult("A", None).is_missed
