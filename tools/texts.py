"""Prints the texts of the window and the messages of the core as C++ for Qt's lupdate.

lupdate sees only the plainest calls of Python. Measured with 6.11: `translate` with a count is not taken for a plural,
and is skipped where its context is a constant or its count an expression such as `len(people)`. Here the context may
be a constant of the module, and what takes a count is a plural.

Messages of the core are literal templates where a `visavis.messages.Message` or an error is made; their context is
"Core". A template that names a command of the terminal is printed as a comment: the window words it differently
(`visavis.ui.text.hints`). Modules whose messages only a terminal shows are checked, and their messages not printed.

A text that is put together before it is translated, which no translation can fit, is a mistake. So is a field of a
template that gets no value.
"""

import ast
import json
import re
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

#: What comes before a template that names a command.
COMMAND = "// names a command: "

#: Modules whose messages only a terminal shows.
_TERMINAL = (
    "app/visavis/api.py",
    "app/visavis/bench/",
    "app/visavis/cli/",
    "app/visavis/doctor/computer.py",
    "app/visavis/doctor/data.py",
    "app/visavis/imaging/video/plain.py",
    "app/visavis/people/exporter.py",
    "app/visavis/tagging/engines/",
    "app/visavis/ui/application.py",
    "training/visavis_training/distribution/",
    "training/visavis_training/evaluation/command.py",
    "training/visavis_training/evaluation/head_comparison.py",
    "training/visavis_training/evaluation/measurement.py",
    "training/visavis_training/evaluation/pairs.py",
    "training/visavis_training/options.py",
    "training/visavis_training/report/report.py",
)
#: A command of this program, or an option but those of pip.
_NAMES_COMMAND = re.compile(r"\bvisavis [a-z]|(?<![\w-])--(?!force-reinstall|no-deps)[a-z]")
_FIELD = re.compile(r"{(\w+)}")


def main(paths: list[str]) -> int:
    trees = {path: ast.parse(Path(path).read_text(encoding="utf-8")) for path in paths}
    errors = error_classes(trees.values())
    mistakes = 0
    for path, tree in trees.items():
        shown = not path.startswith(_TERMINAL)
        try:
            for text in texts(tree):
                print(text)
            for message in messages(tree, errors):
                if shown:
                    print(message)
        except SyntaxError as error:
            print(f"{path}:{error.lineno}: {error.msg}", file=sys.stderr)
            mistakes += 1
    return min(mistakes, 1)


def texts(tree: ast.Module) -> Iterator[str]:
    """The texts that a module translates, a line each, in order.

    Raises
    ------
    SyntaxError
        If a text is not one literal.
    """
    constants = {
        target.id: statement.value.value
        for statement in tree.body
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }
    yield from _within(tree, "", constants)


def messages(tree: ast.Module, errors: Collection[str]) -> Iterator[str]:
    """The templates of the messages that a module makes, a line each, in order.

    Parameters
    ----------
    errors : collection of str
        The names of the classes whose first argument is a template.

    Raises
    ------
    SyntaxError
        If a template is not one literal, or a field of it gets no value.
    """
    assembled = {
        target.id
        for statement in ast.walk(tree)
        if isinstance(statement, ast.Assign) and _is_text(statement.value)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Message", *errors}:
            yield from _message(node, assembled)


def error_classes(trees: Collection[ast.Module]) -> set[str]:
    """The names of `VisavisError` and of the classes derived from it."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found = {"VisavisError"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return found


def _within(node: ast.AST, owner: str, constants: Mapping[str, object]) -> Iterator[str]:
    """`owner`: the class it stands in, whose name is the context of `self.tr`."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield from _call(child, owner, constants)
        yield from _within(child, child.name if isinstance(child, ast.ClassDef) else owner, constants)


def _call(call: ast.Call, owner: str, constants: Mapping[str, object]) -> Iterator[str]:
    function, arguments = call.func, list[ast.expr](call.args)
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name == "tr" and arguments:
        own = isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == "self"
        context: object = owner if own else None
    elif name in {"translate", "QT_TRANSLATE_NOOP"} and len(arguments) > 1:
        first = arguments.pop(0)
        context = constants.get(first.id) if isinstance(first, ast.Name) else getattr(first, "value", None)
    else:
        return
    text, *more = arguments
    if isinstance(text, ast.JoinedStr | ast.BinOp):
        raise _mistake(call, "a text is put together after it was translated, not before")
    if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
        return  # from a table, where it is marked
    if not isinstance(context, str):
        raise _mistake(call, 'the context is not known here: self.tr("…"), or translate("Context", "…")')
    counted = len(more) > 1 or any(keyword.arg == "n" for keyword in call.keywords)
    note = more[0].value if more and isinstance(more[0], ast.Constant) and more[0].value else None
    words = [context, text.value] if note is None else [context, text.value, note]
    kind = "QT_TRANSLATE_N_NOOP" if counted else "QT_TRANSLATE_NOOP"
    kind += "3" if note else ""
    yield f"{kind}({', '.join(json.dumps(word, ensure_ascii=False) for word in words)})"


def _message(call: ast.Call, assembled: Collection[str]) -> Iterator[str]:
    """The templates of one message, or of one error and its hint."""
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    for part in (*call.args[:1], *(value for name, value in keywords.items() if name == "hint")):
        for template in _literals(part, assembled):
            lacking = set(_FIELD.findall(template)) - keywords.keys()
            if lacking and None not in keywords:  # None: **values
                raise _mistake(call, f"nothing fills {', '.join(sorted(lacking))}")
            if not re.search(r"\w", _FIELD.sub("", template)):
                continue  # nothing to be translated
            words = json.dumps(template, ensure_ascii=False)
            if _NAMES_COMMAND.search(template):
                yield f"{COMMAND}{words}"
            else:
                yield f'{"QT_TRANSLATE_N_NOOP" if "one" in keywords else "QT_TRANSLATE_NOOP"}("Core", {words})'


def _literals(node: ast.expr, assembled: Collection[str]) -> list[str]:
    """The templates that an expression can be; none where it is a message made elsewhere."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return [*_literals(node.body, assembled), *_literals(node.orelse, assembled)]
    if _is_text(node) or (isinstance(node, ast.Name) and node.id in assembled):
        raise _mistake(node, "a template is one literal; what differs is a value")
    return []


def _is_text(node: ast.expr) -> bool:
    """Whether an expression is a text that was put together, or a literal that is no template where it stands."""
    match node:
        case ast.JoinedStr() | ast.BinOp() | ast.Constant(value=str()):
            return True
        case ast.Call(func=ast.Name(id="str" | "repr") | ast.Attribute(attr="format" | "join")):
            return True
        case ast.IfExp():
            return _is_text(node.body) or _is_text(node.orelse)
    return False


def _mistake(node: ast.expr, why: str) -> SyntaxError:
    return SyntaxError(why, ("", node.lineno, 0, ""))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
