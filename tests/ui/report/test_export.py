"""A report as PDF, web page and data: whole files that need nothing else, with the pictures of mistakes."""

import json
import re

import numpy as np
import pytest

from support.fakes import searched
from visavis.errors import DiskError
from visavis.imaging import codec
from visavis.scoring.stranger_rates import StrangerRate
from visavis.ui.models.report import ModelReport
from visavis.ui.report.context import ReportContext
from visavis.ui.report.export import ReportFormat, build_document, write_report

CONTEXT = ReportContext(StrangerRate(0.01, 2, 200), (), "the model before")
MARKUP = "<script>alert(1)</script>"


@pytest.fixture
def report(tmp_path, qapp):
    picture = tmp_path / "face.jpg"
    codec.write(picture, np.random.default_rng(0).integers(0, 255, (90, 90, 3), np.uint8))
    searches = (
        searched("Ada", "Ada", "Ada", 0.9, picture),
        searched(MARKUP, "Ada", "Ada", 0.8, picture),
        searched("Ada", None, "Ada", 0.3, tmp_path / "gone.jpg"),
    )
    return ModelReport("m", 2, 0.5, searches, {"gallery": 2, "model": "m"}, {})


def test_the_page_has_tiles_people_mistakes_and_details(report):
    page = build_document(report, CONTEXT)
    for text in (
        "1 of 3 test pictures of 2 people got the right name.",
        "Recognized",
        "People, weakest first",
        "Model m.",
    ):
        assert text in page
    assert page.count("<img") == 1  # of the two pictures, one is gone


def test_the_page_loads_nothing_and_runs_nothing(report):
    page = build_document(report, CONTEXT)
    assert MARKUP not in page
    assert re.findall(r'(?:src|href)="(?!data:image/jpeg;base64,)', page) == []


def test_a_pdf_has_the_pictures(report, tmp_path):
    with_pictures, without = tmp_path / "with.pdf", tmp_path / "without.pdf"
    write_report(with_pictures, ReportFormat.PDF, report, CONTEXT)
    write_report(without, ReportFormat.PDF, ModelReport("m", 2, 0.5, (), {}, {}), CONTEXT)
    content = with_pictures.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.rstrip().endswith(b"%%EOF")
    assert b"/Subtype /Image" in content
    assert b"/Subtype /Image" not in without.read_bytes()


def test_data_are_those_of_the_report(report, tmp_path):
    write_report(tmp_path / "report.json", ReportFormat.JSON, report, CONTEXT)
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8")) == {"gallery": 2, "model": "m"}


@pytest.mark.parametrize("kind", ReportFormat)
def test_a_file_that_cannot_be_written_is_an_error(report, tmp_path, kind):
    (tmp_path / "file").touch()
    with pytest.raises(DiskError):
        write_report(tmp_path / "file" / "report", kind, report, CONTEXT)
