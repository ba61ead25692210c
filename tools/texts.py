"""Prints the window's texts as C++ for Qt's lupdate, which understands only the simplest Python calls.

Tested with lupdate 6.11: it does not recognize `translate` with a count as a plural, and skips calls whose context is a
constant or whose count is an expression such as `len(people)`. Here the context may be a constant of the module, and
calls with a count are plurals. A text that is composed before it is translated is an error: no translation matches it.
"""

import ast
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path


def main(paths: list[str]) -> int:
    mistakes = 0
    for path in map(Path, paths):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        try:
            for text in texts(tree):
                print(text)
        except SyntaxError as error:
            print(f"{path}:{error.lineno}: {error.msg}", file=sys.stderr)
            mistakes += 1
    return min(mistakes, 1)


def texts(tree: ast.Module) -> Iterator[str]:
    """The texts of a module in order, one line each.

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


def _mistake(call: ast.Call, why: str) -> SyntaxError:
    return SyntaxError(why, ("", call.lineno, 0, ""))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
