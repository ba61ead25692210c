"""A linter: finds texts in the window's code that cannot be translated.

    tools/untranslated.py PATH...

Prints path, line and text of each literal that looks like words and is neither translated where it stands nor known to
be invisible; status 1 if there is one. `tools/translations --check` runs it over `app/visavis/ui`.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

#: Calls whose texts are not displayed: they name things, or go to the log or to a pattern.
SILENT = {
    *("tr", "translate", "QT_TRANSLATE_NOOP", "Message"),  # translated
    *(
        "setObjectName",
        "setProperty",
        "setStyleSheet",
        "property",
        "icon",
        "render_icon",
        "IconLabel",
        "toString",
        "isoformat",
    ),
    *("getLogger", "debug", "info", "warning", "error", "critical", "log"),
    *("get", "pop", "getattr", "setattr", "hasattr", "isinstance", "startswith", "endswith", "removeprefix"),
    *(
        "write",
        "removesuffix",
        "replace",
        "split",
        "splitlines",
        "join",
        "compile",
        "sub",
        "fullmatch",
        "encode",
        "TypeVar",
    ),
}
#: Modules whose texts are not displayed in the window.
EXEMPT = {
    "app/visavis/ui/benchmark.py": "for the terminal",
    "app/visavis/ui/text/hints.py": "keys are hints of the core, which are translated from there",
}
#: Texts that are the same in every language.
SAME = {
    "Visavis",
    "Visavis ",
    "Fusion",  # a style of Qt
    "English",
    "Deutsch",
    "Del",  # keys, as Qt spells them
    "Space",
    "Shift+Del",
}
WORDS = re.compile(r"[A-Z][a-z]{2,}|[a-z]{2,} [a-z]{2,}")
MARKUP = re.compile(r"<[^>]*>|[#.][\w-]+|\bQ[A-Z]\w+|(Ctrl|Shift|Alt)\+\S+")


def find_untranslated(path: Path) -> Iterator[tuple[int, str]]:
    """Find the literals of a module that look like words and are not translated: line and text."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from _search(tree, find_contexts(tree) | find_marked(tree))


def find_marked(tree: ast.Module) -> set[str]:
    """The texts of tables, which are translated where they are displayed."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and callee(node) == "QT_TRANSLATE_NOOP"]
    return {text.value for call in calls for text in call.args[1:] if isinstance(text, ast.Constant)}


def find_contexts(tree: ast.Module) -> set[str]:
    """The translation contexts of a module, which are not texts themselves."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and len(node.args) > 1]
    firsts = {part for call in calls for part in [call.args[0]] if callee(call) in {"translate", "QT_TRANSLATE_NOOP"}}
    literal = {part.value for part in firsts if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    named = {part.id for part in firsts if isinstance(part, ast.Name)}
    constants = [node for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)]
    return literal | {str(node.value.value) for node in constants if getattr(node.targets[0], "id", "") in named}


def callee(call: ast.Call) -> str:
    """The name of the called function."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _search(node: ast.AST, known: set[str]) -> Iterator[tuple[int, str]]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Raise() | ast.Assign(targets=[ast.Name(id="hint" | "_HINT")]):
                continue  # `tools/texts.py` collects errors and hints
            case ast.Expr(value=ast.Constant()) | ast.arg() | ast.MatchValue():
                continue  # docstrings, types and keys are not displayed
            case ast.ClassDef(bases=[ast.Name(id="Enum"), *_]):
                continue  # values of enumerations are not displayed
            case ast.Call() if callee(child) in SILENT or callee(child).endswith("Error"):
                for part in ast.iter_child_nodes(child):
                    said = part.value if isinstance(part, ast.keyword) else part
                    if not isinstance(said, ast.Constant | ast.JoinedStr):
                        yield from _search(part, known)
                continue
            case ast.Constant(value=str(text)) if (
                child is not getattr(node, "returns", None)
                and WORDS.search(MARKUP.sub("", text))
                and text not in SAME | known
            ):
                yield child.lineno, text
        yield from _search(child, known)


def main(paths: list[str]) -> int:
    """Print what is found; 1 if anything is."""
    found = [
        f"{path}:{line}: {text!r} cannot be translated"
        for path in map(Path, paths)
        if path.as_posix() not in EXEMPT
        for line, text in find_untranslated(path)
    ]
    if found:
        print("\n".join(found), file=sys.stderr)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
