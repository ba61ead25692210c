"""What every command is made of: a context, a parser, output and progress."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from visavis.errors import VisavisError
from visavis.storage.paths import DataFolders

T = TypeVar("T")


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that never takes an option's beginning for the option."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"allow_abbrev": False, **kwargs})


#: What `add_subparsers` returns.
Commands = argparse._SubParsersAction  # noqa: SLF001  argparse has no public name for it


@dataclass(frozen=True, slots=True)
class Context:
    """What a command works on."""

    folders: DataFolders


def count(text: str) -> int:
    """An argument that is a whole number from 1."""
    value = whole(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, not {value}")
    return value


def whole(text: str) -> int:
    """An argument that is a whole number."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a whole number, not {text!r}") from None


def emit(value: dict[str, Any]) -> None:
    """One JSON object, one line, on stdout, at once."""
    print(json.dumps(value, ensure_ascii=False, allow_nan=False), flush=True)


def tell(arguments: argparse.Namespace, told: dict[str, Any], text: str) -> int:
    """What was done: as JSON where `--json` was given, or in words; the status, 0."""
    if arguments.json:
        emit(told)
    else:
        print(text)
    return 0


def say(text: object) -> None:
    """One line for people on stderr: progress, warnings."""
    print(text, file=sys.stderr, flush=True)


def say_error(error: VisavisError) -> None:
    """What went wrong and what to do about it, in one line on stderr."""
    say(f"visavis: {error} {error.hint}".rstrip())


def progress(items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """Pass `items` through; a progress bar on stderr where that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from tqdm import tqdm

    yield from tqdm(items, desc=what, total=total, file=sys.stderr, leave=False, dynamic_ncols=True)


def confirmed(question: str) -> bool:
    """Ask on a terminal; without one, the answer is yes: nothing prompts unless standard input is a terminal."""
    if not sys.stdin.isatty():
        return True
    return input(f"{question} [y/N] ").strip().lower() in {"y", "yes"}
