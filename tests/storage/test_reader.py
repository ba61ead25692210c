"""Reading our own files: what is not as described is refused with one error, whatever it is."""

import os
import sys
from datetime import UTC, datetime
from typing import NotRequired, TypedDict

import pytest

from visavis.errors import DamagedFileError, FileError, NewerFileError, PersonNameError
from visavis.messages import Message
from visavis.storage import reader
from visavis.storage.reader import JsonFormat

HINT = Message("Delete it.")
RIGHT = b'{"version": 2, "name": "Ada", "share": 1, "tags": ["a"]}'


class Note(TypedDict):
    name: str
    share: float
    tags: list[str]
    more: NotRequired[int]


FORM = JsonFormat(Note, version=2, hint=HINT, migrations={1: lambda old: old | {"share": old["part"]}}, max_bytes=4000)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "note.json"


def read(path, content, build=lambda record: record):
    path.write_bytes(content)
    return reader.read_json(path, FORM, build)


def test_a_file_comes_as_described(path):
    assert read(path, RIGHT) == {"name": "Ada", "share": 1.0, "tags": ["a"]}
    assert read(path, RIGHT, lambda record: record["name"]) == "Ada"


def test_an_editors_byte_order_mark_is_no_damage(path):
    assert read(path, b"\xef\xbb\xbf" + RIGHT)["name"] == "Ada"


def test_an_older_file_is_migrated_and_a_newer_one_is_refused(path):
    assert read(path, b'{"version": 1, "name": "Ada", "part": 0.5, "tags": []}')["share"] == 0.5
    with pytest.raises(NewerFileError, match=r"note\.json was written by a newer version of Visavis\.$"):
        read(path, b'{"version": 3}')


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe{\x00}\x00",
        RIGHT[:-5],
        RIGHT + b"}",
        b"[" * 100_000,
        RIGHT.replace(b'"a"', b"[" * 100 + b"]" * 100),
        RIGHT.replace(b"2", b"2" * 5000),
        RIGHT.replace(b"2", b"-1"),
        RIGHT.replace(b"2", b"2.0"),
        RIGHT.replace(b"2", b"true"),
        RIGHT.replace(b"2", b'"2"'),
        RIGHT.replace(b"1", b"NaN"),
        RIGHT.replace(b"1", b"-Infinity"),
        RIGHT.replace(b"1", b"1e999"),
        RIGHT.replace(b"1", b"1" * 30),
        RIGHT.replace(b"1", b"null"),
        RIGHT.replace(b"1", b'"1"'),
        RIGHT.replace(b"1", b"true"),
        RIGHT.replace(b'["a"]', b'"a"'),
        RIGHT.replace(b'["a"]', b"{}"),
        RIGHT.replace(b'["a"]', b"[1]"),
        RIGHT.replace(b"Ada", b"\\ud800"),
        RIGHT.replace(b"Ada", b"\\udfff\\ud800"),
        RIGHT.replace(b"Ada", b"\xed\xa0\x80"),
        RIGHT.replace(b'"share"', b'"name"'),
        RIGHT.replace(b"}", b', "name": "Bob"}'),
        RIGHT.replace(b"}", b', "more": 0.5}'),
        RIGHT.replace(b"Ada", b"A" * 5000),
    ],
    ids=lambda content: repr(content[:60]),
)
def test_anything_else_is_damaged_and_says_where(path, content):
    with pytest.raises(DamagedFileError, match=r"note\.json is damaged: .+\.$") as told:
        read(path, content)
    assert str(told.value.hint) == "Delete it."
    assert path.read_bytes() == content


@pytest.mark.parametrize("error", [ValueError("no"), OverflowError("no"), PersonNameError("no")])
def test_what_cannot_be_built_is_damaged(path, error):
    def build(record):
        raise error

    with pytest.raises(DamagedFileError, match="is damaged: no"):
        read(path, RIGHT, build)


def test_brackets_in_texts_are_no_depth(path):
    assert read(path, RIGHT.replace(b"Ada", b'\\"' + b"[" * 100))["name"] == '"' + "[" * 100
    assert read(path, RIGHT.replace(b"Ada", b"\\\\"))["name"] == "\\"


@pytest.mark.parametrize("pattern", [b'"', b'\\"', b'"[', b'{"a":', b"[{", b'"\\', b"\\"])
def test_no_input_takes_more_than_linear_time(path, pattern):
    path.write_bytes(pattern * (reader.MAX_BYTES // 2 // len(pattern)))
    form = JsonFormat(Note, version=1, hint=HINT)
    with pytest.raises(DamagedFileError):
        reader.read_json(path, form, dict)


def test_a_missing_file_is_the_callers_case(path):
    with pytest.raises(FileNotFoundError):
        reader.read_json(path, FORM, dict)


def test_a_folder_and_what_never_ends_are_refused_at_once(path, tmp_path):
    path.mkdir()
    with pytest.raises(FileError, match="is a directory"):
        reader.read_bytes(path)
    if sys.platform == "linux":
        fifo, endless = tmp_path / "fifo", tmp_path / "endless"
        os.mkfifo(fifo)
        endless.symlink_to("/dev/zero")
        for odd in (fifo, endless):
            with pytest.raises(DamagedFileError, match="no regular file"):
                reader.read_bytes(odd)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_said(path):
    path.write_bytes(RIGHT)
    path.chmod(0)
    with pytest.raises(FileError, match="cannot be opened: permission denied"):
        reader.read_bytes(path)


@pytest.mark.parametrize(
    "content",
    [
        b"a = ",
        b"a = 1\na = 2",
        b"\xff\xfea\x00",
        b"a = [" + b"[" * 5000,
        b"a = {" * 500,
        b".".join([b"a"] * 100_000) + b" = 1",
        b"[" + b".".join([b"a"] * 100_000) + b"]",
        b'"a"' + b'."a"' * 40 + b" = 1",
        b"a = {" + b"b." * 40 + b"b = 1}",
        b"a = " + b"1" * 5000,
        b'a = "\\ud800"',
        b"a = '''" + b"'" * 1000,
        b"a = 1979-13-32",
    ],
    ids=lambda content: repr(content[:40]),
)
def test_a_toml_file_that_is_none_is_damaged(tmp_path, content):
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(DamagedFileError, match=r"settings\.toml is damaged: "):
        reader.read_toml(path, HINT)


def test_dots_in_texts_and_comments_are_no_keys(tmp_path):
    path = tmp_path / "settings.toml"
    dots = "." * 100
    text = f'\ufeff# don\'t {dots}\na = "{dots}\\"" # "\nb = \'{dots}\'\nc = """{dots}\n"{dots}""""\nd = 1.5\n'
    path.write_text(text, encoding="utf-8")
    assert reader.read_toml(path, HINT) == {"a": f'{dots}"', "b": dots, "c": f'{dots}\n"{dots}"', "d": 1.5}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2026-11-22T12:00:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "2026-11-22T12:00:00+99:00",
    ],
)
def test_a_time_that_no_calendar_here_shows_is_refused(text):
    with pytest.raises(ValueError, match=r"no time|Invalid|offset|format"):
        reader.parse_time(text)


def test_a_time_is_that_of_utc():
    time = reader.parse_time("2026-11-22T12:00:00.5+05:45")
    assert time == datetime(2026, 11, 22, 6, 15, 0, 500_000, tzinfo=UTC)
    assert time.tzinfo is UTC
