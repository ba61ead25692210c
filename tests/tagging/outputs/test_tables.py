"""The table of spans opens in a spreadsheet, and nothing in it runs there."""

import csv
import io

from support.tagging.face_logs import tags_of
from visavis.tagging.outputs.tables import csv_text


def rows(*files):
    return list(csv.DictReader(io.StringIO(csv_text(files), newline="")))


def test_a_row_for_each_span():
    found = rows(tags_of(("Ada", 0, 9), ("Ada", 50, 59), (None, 30, 39)))
    assert [(row["name"], row["guest"], row["start_s"], row["end_s"]) for row in found] == [
        ("Ada", "no", "0.000", "1.000"),
        ("Ada", "no", "5.000", "6.000"),
        ("Guest 1", "yes", "3.000", "4.000"),
    ]


def test_names_that_look_like_formulas_are_texts():
    found = rows(tags_of(('=HYPERLINK("http://x","y")', 0, 9), ("a,b\n-1", 20, 29), source="-1.mp4"))
    assert {row["name"] for row in found} == {'\'=HYPERLINK("http://x","y")', r"a,b\n-1"}
    assert {row["source"] for row in found} == {"'-1.mp4"}
