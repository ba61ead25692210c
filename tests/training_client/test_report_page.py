"""The page of a report comes from a process; what goes wrong there is a sentence."""

import sys

import pytest

from visavis.errors import EvaluationError
from visavis.training_client.report_page import ReportPage

WRITES = """
import pathlib, sys
folder = pathlib.Path(next(option[9:] for option in sys.argv if option.startswith("--report=")))
folder.mkdir()
(folder / "index.html").write_text("<html>")
"""


def page(folders, program):
    def command(*arguments):
        return [sys.executable, "-c", program, *arguments]

    return ReportPage(folders, "m1", command)


def test_the_page_is_written_below_the_folder(folders, tmp_path):
    written = page(folders, WRITES)(tmp_path)
    assert written.read_text() == "<html>"
    assert written.is_relative_to(tmp_path)


@pytest.mark.parametrize("program", ["raise SystemExit(1)", "pass"])
def test_what_goes_wrong_is_said(folders, tmp_path, program):
    with pytest.raises(EvaluationError, match="could not be made"):
        page(folders, program)(tmp_path)


def test_what_is_cancelled_before_it_begins_writes_nothing(folders, tmp_path):
    cancelled = page(folders, WRITES)
    cancelled.cancel()
    assert cancelled(tmp_path) is None
    assert not list(tmp_path.iterdir())
