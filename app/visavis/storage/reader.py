"""Reading the program's own files: one set of limits, checks and errors for all of them.

A file that a program of ours wrote may be damaged, edited by hand, or put there by somebody else. `read_json` checks a
file against one description (`JsonFormat`) before anything of it is used; `read_toml` and `read_text` do the same for
the others, and `visavis.storage.arrays` for arrays.
"""

import codecs
import json
import math
import os
import re
import stat
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Generic, Never, TypeVar

from visavis.encryption import sealed_store
from visavis.errors import DamagedFileError, FileError, NewerFileError, VisavisError
from visavis.messages import Message, verbatim
from visavis.storage import disk

R = TypeVar("R")
T = TypeVar("T")

Json = dict[str, Any]
"""A JSON object as it was parsed, before it is checked."""

#: Maximum size of a file of ours, in bytes. The largest, the record of 100,000 pictures, takes 4 MB.
MAX_BYTES = 16_000_000
#: Maximum depth of nested arrays and objects. Ours nest 8 deep.
_MAX_DEPTH = 32
#: Maximum number of dots outside of texts in a line of TOML: those of dotted keys and of decimals.
_MAX_DOTS = 32
#: Maximum number of digits of a whole number, with its sign: those of 64 bits.
_MAX_DIGITS = 20
#: The years that a time may have, so that it can be shown in every time zone, and sorted.
_YEARS = range(1900, 9000)

#: The texts in JSON. It matches an unfinished text, too, so that no input takes more than linear time.
_JSON_TEXT = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
#: The comments and texts in TOML; likewise.
_TOML_TEXT = re.compile(
    r"""\#[^\n]*+|\"\"\"(?:[^"\\]++|\\.|"(?!""))*+(?:\"{3,5})?|'''(?:[^']++|'(?!''))*+(?:'{3,5})?"""
    r"""|"(?:[^"\\\n]++|\\.)*+"?|'[^'\n]*+'?""",
    re.DOTALL,
)
#: A half of a surrogate pair, as JSON writes it. A lone one is no text.
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
_BRACKETS = b"[]{}"


@dataclass(frozen=True, slots=True)
class JsonFormat(Generic[R]):
    """The description of one kind of JSON file."""

    kind: type[R]
    """The keys and the types of their values: a `TypedDict`. Other keys are ignored. Whole numbers count as decimals;
    nothing else is converted."""
    version: int | None
    """The version that this program writes. Newer files are refused. None: the files have none."""
    hint: Message
    """What the user can do about a damaged file."""
    migrations: Mapping[int, Callable[[Json], Json]] = field(default_factory=dict)
    """By version: what makes a file of this version one of the next."""
    max_bytes: int = MAX_BYTES


def read_json(path: Path, form: JsonFormat[R], build: Callable[[R], T]) -> T:
    """Read a JSON file of ours, and build from it what it describes.

    Parameters
    ----------
    form : JsonFormat
        What the file must be like.
    build : callable
        Makes the result from the checked values. A `ValueError` or `VisavisError` in it means that the file is damaged.

    Raises
    ------
    FileNotFoundError, NotADirectoryError
        If there is no such file.
    DamagedFileError
        If it is not what `form` describes.
    NewerFileError
        If a newer version of the program wrote it.
    FileError
        If it cannot be read.
    """
    content = read_bytes(path, form.max_bytes, form.hint)
    try:
        return build(check(_migrate(path, parse_json(content), form), form.kind))
    except FileError:
        raise
    except VisavisError as error:
        _refuse(path, form.hint, error.message, error)
    except (ValueError, OverflowError, RecursionError) as error:
        _refuse(path, form.hint, verbatim(str(error)), error)


def parse_json(content: bytes) -> Json:
    """Parse a JSON object from somebody whom we do not trust.

    Raises
    ------
    ValueError
        If it is no JSON object in UTF-8, is nested too deeply, or has a key twice, a lone surrogate, or a
        number that is none.
    """
    content = content.removeprefix(codecs.BOM_UTF8)
    _require_shallow(_JSON_TEXT.sub(b"", content))
    value = _DECODER.decode(content.decode("utf-8"))
    if not isinstance(value, dict):
        raise ValueError("it has no object")  # noqa: TRY004  of a text, not of an argument
    if _SURROGATE.search(content):
        json.dumps(value, ensure_ascii=False).encode()  # raises UnicodeEncodeError, which is a ValueError
    return value


def check(value: object, kind: type[R]) -> R:
    """Check that a parsed value is of this kind, and return it as such.

    Raises
    ------
    ValueError
        If it is not; the message says where.
    """
    import msgspec  # takes 10 ms, so `visavis --help` starts without it

    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error


def read_toml(path: Path, hint: Message, max_bytes: int = MAX_BYTES) -> Json:
    """Read a TOML file of ours.

    Raises
    ------
    FileNotFoundError, NotADirectoryError
        If there is no such file.
    DamagedFileError
        If it is no TOML, or too large or too deeply nested.
    FileError
        If it cannot be read.
    """
    content = read_bytes(path, max_bytes, hint)
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
        bare = _TOML_TEXT.sub("", text)
        _require_shallow(bare.encode())
        _require_short_keys(bare)
        return tomllib.loads(text)
    except (ValueError, OverflowError, RecursionError) as error:
        _refuse(path, hint, verbatim(str(error)), error)


def read_text(path: Path, hint: Message, max_bytes: int) -> str:
    """Read a text file of ours, in UTF-8.

    Raises
    ------
    FileNotFoundError, NotADirectoryError
        If there is no such file.
    DamagedFileError
        If it is no text, or too large.
    FileError
        If it cannot be read.
    """
    content = read_bytes(path, max_bytes, hint)
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except ValueError as error:
        _refuse(path, hint, Message("it is no text in UTF-8"), error)


def read_bytes(path: Path, max_bytes: int = MAX_BYTES, hint: Message | None = None) -> bytes:
    """Read a file as it is: a regular one of limited size. A pipe or a device is not waited for.

    Raises
    ------
    FileNotFoundError, NotADirectoryError
        If there is no such file.
    DamagedFileError
        If it is no regular file, or too large.
    FileError
        If it cannot be read.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(handle, "rb", buffering=0) as file:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                _refuse(path, hint, Message("it is no regular file"))
            if status.st_size > max_bytes + sealed_store.overhead(status.st_size):
                _refuse(path, hint, Message("it is larger than {count} bytes", count=max_bytes))
            content = sealed_store.unseal_from(path, file.read(status.st_size), hint)
        if len(content) > max_bytes:
            _refuse(path, hint, Message("it is larger than {count} bytes", count=max_bytes))
        return content
    except (FileNotFoundError, NotADirectoryError):
        raise
    except OSError as error:
        raise FileError("{path} cannot be opened: {reason}.", path=path, reason=disk.reason(error)) from error
    except ValueError as error:  # a null character in the path
        _refuse(path, hint, verbatim(str(error)), error)


def parse_time(text: str) -> datetime:
    """Parse a time in ISO 8601, which must have a time zone; the result is in UTC.

    Raises
    ------
    ValueError
        If it is no such time, or not between the years 1900 and 9000.
    """
    time = datetime.fromisoformat(text)
    if time.tzinfo is None or time.year not in _YEARS:
        raise ValueError(f"{text!r} is no time with a zone")
    return time.astimezone(UTC)


def _migrate(path: Path, values: Json, form: JsonFormat[R]) -> Json:
    """The values as the current version has them."""
    if form.version is None:
        return values
    version = values.get("version")
    if type(version) is not int or version < 1:
        raise ValueError("it has no version")
    if version > form.version:
        raise NewerFileError("{path} was written by a newer version of Visavis.", path=path)
    for earlier in range(version, form.version):
        if earlier not in form.migrations:
            raise ValueError(f"it is of version {earlier}, which is no longer read")
        values = form.migrations[earlier](values) | {"version": earlier + 1}
    return values


def _require_shallow(bare: bytes) -> None:
    """Raise a `ValueError` if brackets nest too deeply; texts and comments were removed."""
    brackets = bare.translate(None, delete=_NO_BRACKETS)
    depth = 0
    for bracket in brackets if len(brackets) > _MAX_DEPTH else b"":
        depth += 1 if bracket in b"[{" else -1
        if depth > _MAX_DEPTH:
            raise ValueError("it is nested too deeply")


#: All bytes but brackets.
_NO_BRACKETS = bytes(set(range(256)) - set(_BRACKETS))


def _require_short_keys(bare: str) -> None:
    """Raise a `ValueError` if a dotted key has many parts; texts and comments were removed."""
    if any(line.count(".") > _MAX_DOTS for line in bare.splitlines()):
        raise ValueError("a key has too many parts")


def _whole_number(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise ValueError("a number is too large")
    return int(digits)


def _decimal(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError("a number is too large")
    return value


def _object(pairs: list[tuple[str, Any]]) -> Json:
    """A JSON object, whose keys must differ."""
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError("it has a key twice")
    return values


def _refuse_constant(name: str) -> Never:
    raise ValueError(f"{name} is no number")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_whole_number, parse_float=_decimal, parse_constant=_refuse_constant
)


def _refuse(path: Path, hint: Message | None, reason: Message, cause: Exception | None = None) -> Never:
    raise DamagedFileError("{path} is damaged: {reason}.", hint=hint, path=path, reason=reason) from cause
