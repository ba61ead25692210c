"""A Sphinx extension that writes the reference from the code: commands, settings and Python calls.

A page that has one of the lines in `_WRITERS` gets the text of that writer in its place when the site is built.
"""

import argparse
import dataclasses
import re
from collections.abc import Callable, Iterator
from typing import Any

from sphinx.application import Sphinx
from sphinx.pycode import ModuleAnalyzer

from visavis import errors
from visavis.cli.arguments import create_parser
from visavis.settings import Settings
from visavis.sources.camera_settings import CameraSettings

#: Title of the group of options that every command has. They are listed once.
_SHARED = "options of every command"
#: What a caller of `visavis.api` is given.
_RESULTS = (
    "visavis.pipeline.Analysis",
    "visavis.pipeline.Answer",
    "visavis.recognition.match.Match",
    "visavis.imaging.geometry.Face",
    "visavis.imaging.geometry.Box",
    "visavis.imaging.frames.Frame",
)
#: Width of a usage, in characters: it fits on a phone.
_USAGE_WIDTH = 64


def commands() -> Iterator[str]:
    """Lines of MyST: every command with its actions, arguments and options."""
    parser = create_parser()
    yield "## Options of every command\n"
    yield from _options("visavis", _groups(parser)[_SHARED])
    for name, command in _subparsers(parser):
        yield from _command(command, 2, name)


def _command(parser: argparse.ArgumentParser, level: int, summary: str) -> Iterator[str]:
    yield f"{'#' * level} {parser.prog}\n"
    yield f"{_escaped(parser.description or _sentence(summary))}\n"
    yield f"```text\n{_usage(parser)}\n```\n"
    groups = _groups(parser)
    yield from _options(parser.prog, [action for title in groups if title != _SHARED for action in groups[title]])
    if parser.epilog:
        yield f"{_escaped(parser.epilog)}\n"
    for help_text, action in _subparsers(parser):
        yield from _command(action, level + 1, help_text)


def _subparsers(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """The parsers of the commands, each with its line in the help."""
    for action in parser._actions:  # noqa: SLF001  argparse has no public way to them
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for choice in action._choices_actions:  # noqa: SLF001
                yield choice.help or "", action.choices[choice.dest]


def _groups(parser: argparse.ArgumentParser) -> dict[str, list[argparse.Action]]:
    """The documented arguments by the title of their group, without the help and the commands."""
    hidden = (argparse._HelpAction, argparse._SubParsersAction)  # noqa: SLF001
    return {
        group.title or "": [
            action
            for action in group._group_actions  # noqa: SLF001
            if action.help != argparse.SUPPRESS and not isinstance(action, hidden)
        ]
        for group in parser._action_groups  # noqa: SLF001
    }


def _options(program: str, actions: list[argparse.Action]) -> Iterator[str]:
    """Each argument as an object that other pages can link to, and the search finds."""
    yield f"```{{program}} {program}\n```\n"
    for action in actions:
        value = _value(action)
        names = [f"{name} {value}".strip() for name in action.option_strings] or [value]
        yield f":::{{option}} {', '.join(names)}"
        if action.help:
            yield f"\n{_escaped(_sentence(action.help % {**vars(action), 'prog': program}))}"
        yield ":::\n"


def _value(action: argparse.Action) -> str:
    """What is written for the value of an argument; empty if it takes none."""
    if action.nargs == 0:
        return ""
    name = action.metavar or ("{" + ",".join(map(str, action.choices)) + "}" if action.choices else action.dest.upper())
    names = " ".join(name) if isinstance(name, tuple) else name
    return {"?": f"[{names}]", "*": f"[{names} ...]", "+": f"{names} ..."}.get(str(action.nargs), names)


def _usage(parser: argparse.ArgumentParser) -> str:
    """The usage of a command, without the options of every command."""
    formatter = argparse.HelpFormatter(parser.prog, width=_USAGE_WIDTH)
    shared = _groups(parser).get(_SHARED, [])
    own = [action for action in parser._actions if action not in shared]  # noqa: SLF001
    formatter.add_usage(None, own, parser._mutually_exclusive_groups, prefix="")  # noqa: SLF001
    return formatter.format_help().strip()


def settings() -> Iterator[str]:
    """Lines of MyST: every setting with its type, values, default and meaning."""
    yield from _settings(Settings, "visavis.settings")
    yield "## Settings of a camera\n"
    yield 'Each camera has a table `[cameras."ID"]`, named by its stable ID. `visavis doctor` prints the IDs.\n'
    yield from _settings(CameraSettings, "visavis.sources.camera_settings", "cameras.ID.")


def _settings(settings_class: type[Any], module: str, prefix: str = "") -> Iterator[str]:
    meanings = ModuleAnalyzer.for_module(module).find_attr_docs()
    for row in dataclasses.fields(settings_class):
        default = getattr(settings_class(), row.name)
        yield f":::{{confval}} {prefix}{row.name}"
        if rule := row.metadata.get("rule"):
            yield f":type: {_values(rule)}"
        yield f":default: {_toml(default)}\n"
        yield _escaped(_sentence(" ".join(meanings[settings_class.__name__, row.name])))
        yield ":::\n"


def _values(rule: Any) -> str:
    """The values that a setting may have, in words."""
    if rule.choices:
        return ", ".join(f'`"{choice}"`' for choice in rule.choices)
    limits = f", {rule.limits[0]:g} to {rule.limits[1]:g}" if rule.limits else ""
    return f"{rule.description}{limits}"


def _toml(value: object) -> str:
    """A default as it stands in the file; what is absent there has none."""
    if value is None or value == {}:
        return "none"
    written = {True: "true", False: "false"}.get(value) if isinstance(value, bool) else None
    return f"`{written or (list(value) if isinstance(value, tuple) else repr(value).replace(chr(39), chr(34)))}`"


def python() -> Iterator[str]:
    """Lines of MyST: what `import visavis` offers, from the docstrings."""
    yield "```{eval-rst}"
    yield ".. currentmodule:: visavis\n"
    yield ".. autofunction:: open_store\n"
    yield ".. autoclass:: FaceStore\n   :members:\n"
    yield "```\n"
    yield "## What is returned\n"
    yield "```{eval-rst}"
    for name in _RESULTS:
        yield f".. autoclass:: {name}\n   :members:\n   :undoc-members:\n   :exclude-members: __init__, __new__\n"
    yield "```\n"
    yield "## Errors\n"
    yield "All are in `visavis.errors`. Each has a `message`, which `str` gives in English, and a `hint`.\n"
    yield from _errors(errors.VisavisError, "")


def _errors(error: type[Exception], indent: str) -> Iterator[str]:
    """A list of an error and those below it, each with the first line of its docstring."""
    yield f"{indent}- `{error.__name__}`: {(error.__doc__ or '').splitlines()[0]}"
    for each in error.__subclasses__():
        if each.__module__ == errors.__name__:
            yield from _errors(each, f"{indent}  ")


def _sentence(text: str) -> str:
    """A text of the help or of a comment, as a sentence."""
    text = " ".join(text.split())
    first = text.partition(" ")[0]
    is_word = first.isalpha()  # not `cnn64:`, an option or a path
    return (text[:1].upper() + text[1:] if is_word else text) + ("" if text.endswith(".") else ".")


def _escaped(text: str) -> str:
    """A text in which MyST finds no markup but code between backticks."""
    parts = re.split(r"(`[^`]+`)", text)
    return "".join(part if part.startswith("`") else re.sub(r"([\\*_<>\[\]{}|~$#])", r"\\\1", part) for part in parts)


#: What is written in the place of a line.
_WRITERS: dict[str, Callable[[], Iterator[str]]] = {
    "*The built site lists every command here. In a terminal, `visavis COMMAND --help` does the same.*": commands,
    "*The built site lists every setting here. They are defined in `app/visavis/settings.py`.*": settings,
    "*The built site lists the calls here. Their docstrings are in `app/visavis/api.py`.*": python,
}


def write(_app: Sphinx, _page: str, content: list[str]) -> None:
    """Replace the lines of a page that stand for a part of the reference."""
    for line, writer in _WRITERS.items():
        if line in content[0]:
            content[0] = content[0].replace(line, "\n".join(writer()))


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("source-read", write)
    return {"parallel_read_safe": True}
