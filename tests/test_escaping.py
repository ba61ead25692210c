"""Texts that are not ours do nothing in the places where they are shown."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis import escaping
from visavis.errors import StoreError
from visavis.messages import Message

ANY_TEXT = st.text(st.characters(exclude_categories=()))

#: Terminal sequences of 7 and 8 bits, a link (OSC 8), a title, a bell, line breaks, marks of direction, half a pair.
HOSTILE = [
    "\x1b[2J",
    "\x9b31m",
    "\x1b]8;;http://evil\x1b\\Ada\x1b]8;;\x1b\\",
    "\x1b]0;title\x07",
    "a\rb",
    "a\nvisavis: all is well",
    "a\u2028b",
    "a\x85b",
    "\u202egpj.exe",
    "\u2067a\u2069",
    "\U000e0041",
    "\udcff",
    "\x7f\x08",
]


def is_harmless(text, allowed=""):
    forbidden = {"Cc", "Cs", "Zl", "Zp"}
    return all(
        character in allowed
        or (
            unicodedata.category(character) not in forbidden
            and unicodedata.bidirectional(character)
            not in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        )
        for character in text
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_value_stays_in_its_line(text):
    assert is_harmless(escaping.line(text))
    assert is_harmless(str(StoreError("There is no {name}.", name=text)))
    assert is_harmless(str(Message("{outer}", outer=Message("{inner}", inner=text))))


@given(ANY_TEXT)
def test_any_text_is_harmless_once_escaped_and_a_harmless_one_stays(text):
    assert is_harmless(escaping.line(text))
    assert is_harmless(escaping.lines(text), "\n\t")
    assert escaping.line(escaping.line(text)) == escaping.line(text)
    if is_harmless(text) and not re.search("[\ufff9-\ufffb\U000e0000-\U000e007f]", text):
        assert escaping.line(text) == text


@pytest.mark.parametrize(
    "text", ["Zoë", "王伟", "محمد علي", "नि\u200dलेश", "👩\u200d👩\u200d👧", "C:\\Ada", "a\tb".replace("\t", " ")]
)
def test_names_of_people_stay(text):
    assert escaping.line(text) == text


@given(st.dictionaries(ANY_TEXT, ANY_TEXT))
def test_json_means_the_same(values):
    text = json.dumps(values, ensure_ascii=False)
    escaped = escaping.json_text(text)
    assert json.loads(escaped) == json.loads(text)
    assert is_harmless(escaped)


@given(ANY_TEXT)
def test_markup_is_text(text):
    content = escaping.markup(text).removeprefix("<bdi>").removesuffix("</bdi>")
    assert not set(content) & set("<>\"'")
    assert is_harmless(content)


@pytest.mark.parametrize(
    "text",
    [
        "rtsp://me:secret@cam/1",
        "rtsp:/me:secret@cam/1",  # as a path writes it
        "rtsp:me:secret@cam/1",
        "RTSPS://me:se@secret@cam/1",
        "https://cam/1?token=secret",
        "http://cam/1#secret",
        "http://cam/1;secret",
        "http://cam/token=secret",
        "srt://me:secret@cam",
        "other://me:secret@cam",
        "'http://me:secret@cam'",
    ],
)
def test_no_password_is_shown_or_written(text):
    error = StoreError("{path} cannot be opened.", path=Path(text) if ":/" in text and "'" not in text else text)
    assert "secret" not in escaping.line(text) + escaping.lines(f"a\n{text}") + escaping.markup(text) + str(error)
    assert "secret" not in json.dumps(error.message.to_json())
    assert "cam" in escaping.line(text)


@pytest.mark.parametrize("text", ["/tmp/a@b.jpg", "C:\\a@b.jpg", "rtsp://cam:554/1", "me@example.org", "12:30 a@b"])
def test_what_is_no_password_stays(text):
    assert escaping.without_credentials(text) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\uff1d1", "=cmd|'calc'!A0"])
def test_a_cell_is_no_formula(text):
    cell = escaping.csv_cell(text)
    assert cell[0] in "'\\"
    assert is_harmless(cell)


@pytest.mark.parametrize("text", ["Ada", "", "a=b", "3.14", "O'Neill"])
def test_a_harmless_cell_is_unchanged(text):
    assert escaping.csv_cell(text) == text


@given(ANY_TEXT)
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    assert not escaping.csv_cell(text).lstrip().startswith(("=", "+", "-", "@"))
    assert is_harmless(escaping.csv_cell(text))
