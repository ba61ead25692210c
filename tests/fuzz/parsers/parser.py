"""What a parser is to the tests and to `run.py`."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from visavis.errors import VisavisError


@dataclass(frozen=True)
class Parser:
    """Something that reads a file.

    It ends with a result, or with an error that it documents. Whatever else it raises is a crash.
    """

    name: str
    parse: Callable[[Path], object]
    """Reads the file at a path; its folder is its own."""
    right: tuple[bytes, ...]
    """Contents that it reads."""
    errors: tuple[type[Exception], ...] = (VisavisError,)
    file: str = "file"
    """Name of the file."""


def encode(values):
    """The content of a JSON file."""
    return json.dumps(values, ensure_ascii=False, indent=1).encode()
