"""Shared parts of commands: context, parser, argument types, output and progress."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar

from visavis import escaping
from visavis.errors import VisavisError
from visavis.storage.paths import DataFolders

T = TypeVar("T")


def _keep_words(words: list[str]) -> list[str]:
    return words


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that does not accept abbreviated options.

    Attributes
    ----------
    rewrite : callable
        Applied to the words before they are parsed, for options of a form that argparse does not know.
    """

    rewrite: Callable[[list[str]], list[str]] = staticmethod(_keep_words)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"allow_abbrev": False, **kwargs})

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        words = sys.argv[1:] if args is None else list(args)
        return super().parse_known_args(self.rewrite(words), namespace)

    def error(self, message: str) -> NoReturn:
        super().error(escaping.line(message))


#: The type that `add_subparsers` returns.
Commands = argparse._SubParsersAction  # noqa: SLF001  argparse has no public name for it


@dataclass(frozen=True, slots=True)
class Context:
    """The context of a command."""

    folders: DataFolders


def positive_integer(text: str) -> int:
    """Parse an argument that is an integer of at least 1."""
    value = integer(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, not {value}")
    return value


def integer(text: str) -> int:
    """Parse an argument that is an integer."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a whole number, not {text!r}") from None


def emit(value: dict[str, Any]) -> None:
    """Print one JSON object as a line on stdout, and flush."""
    print(escaping.json_text(json.dumps(value, ensure_ascii=False, allow_nan=False)), flush=True)


def report(arguments: argparse.Namespace, values: dict[str, Any], text: str) -> int:
    """Print the result of a command: `values` as JSON if `--json` was given, else `text`. Return the exit status, 0."""
    if arguments.json:
        emit(values)
    else:
        print(text)
    return 0


def say(text: object) -> None:
    """One line for people on stderr: progress, warnings."""
    print(escaping.line(text), file=sys.stderr, flush=True)


def say_error(error: VisavisError) -> None:
    """What went wrong and what to do about it, in one line on stderr."""
    say(f"visavis: {error} {error.hint}".rstrip())


def progress(items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """Yield `items`, with a progress bar on stderr if that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from tqdm import tqdm

    yield from tqdm(items, desc=escaping.line(what), total=total, file=sys.stderr, leave=False, dynamic_ncols=True)


def confirm(question: str) -> bool:
    """Ask a yes-no question if standard input is a terminal; otherwise the answer is yes."""
    if not sys.stdin.isatty():
        return True
    try:
        return input(f"{question} [y/N] ").strip().lower() in {"y", "yes"}
    except EOFError:  # Ctrl-D, or a terminal that was closed
        say("")
        return False
    except UnicodeDecodeError:
        return False
