"""No text in the window's code that nobody could translate."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import visavis.ui

FOLDER = Path(visavis.ui.__file__).parent

#: Calls whose texts nobody reads in the window: they name things, or go to the log or to a pattern.
SILENT = {
    *("tr", "translate", "QT_TRANSLATE_NOOP", "Message"),  # translated
    *(
        "setObjectName",
        "setProperty",
        "setStyleSheet",
        "property",
        "icon",
        "drawing",
        "Drawing",
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
#: Modules without texts of the window.
WITHOUT = {
    "widgets/theme.py": "style sheets",
    "widgets/icons.py": "drawings",
    "benchmark.py": "for the terminal",
    "text/hints.py": "hints on their way through `core_messages`",
}
#: Texts that are the same in every language, or that nobody reads.
SAME = {
    "Visavis",
    "Visavis ",
    "English",
    "Deutsch",
    "Del",  # keys, as Qt spells them
    "Space",
    "Shift+Del",
}
WORDS = re.compile(r"[A-Z][a-z]{2,}|[a-z]{2,} [a-z]{2,}")
MARKUP = re.compile(r"<[^>]*>|[#.][\w-]+|\bQ[A-Z]\w+|(Ctrl|Shift|Alt)\+\S+")


def spoken(path: Path) -> Iterator[tuple[int, str]]:
    """The line and the text of each literal that looks like words and is not translated where it stands."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from _spoken(tree, contexts(tree) | marked(tree))


def marked(tree: ast.Module) -> set[str]:
    """The texts of tables, which are translated where they are shown."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) == "QT_TRANSLATE_NOOP"]
    return {text.value for call in calls for text in call.args[1:] if isinstance(text, ast.Constant)}


def contexts(tree: ast.Module) -> set[str]:
    """The names that texts are translated under in this module: they are no texts themselves."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and len(node.args) > 1]
    firsts = {part for call in calls for part in [call.args[0]] if called(call) in {"translate", "QT_TRANSLATE_NOOP"}}
    literal = {part.value for part in firsts if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    named = {part.id for part in firsts if isinstance(part, ast.Name)}
    constants = [node for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)]
    return literal | {str(node.value.value) for node in constants if getattr(node.targets[0], "id", "") in named}


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _spoken(node: ast.AST, known: set[str]) -> Iterator[tuple[int, str]]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Raise() | ast.Assign(targets=[ast.Name(id="hint" | "_HINT")]):
                continue  # errors are for `core_words`
            case ast.Expr(value=ast.Constant()) | ast.arg() | ast.MatchValue():
                continue  # docstrings, types and keys are for programmers
            case ast.ClassDef(bases=[ast.Name(id="Enum"), *_]):
                continue  # values are read by nobody
            case ast.Call() if called(child) in SILENT or called(child).endswith("Error"):
                for part in ast.iter_child_nodes(child):
                    said = part.value if isinstance(part, ast.keyword) else part
                    if not isinstance(said, ast.Constant | ast.JoinedStr):
                        yield from _spoken(part, known)
                continue
            case ast.Constant(value=str(text)) if (
                child is not getattr(node, "returns", None)
                and WORDS.search(MARKUP.sub("", text))
                and text not in SAME | known
            ):
                yield child.lineno, text
        yield from _spoken(child, known)


def test_every_text_can_be_translated():
    found = {
        f"{path.relative_to(FOLDER)}:{line}: {text}"
        for path in sorted(FOLDER.rglob("*.py"))
        if str(path.relative_to(FOLDER)) not in WITHOUT
        for line, text in spoken(path)
    }
    assert found == set()


def test_what_cannot_be_translated_is_found(tmp_path):
    module = tmp_path / "module.py"
    module.write_text('label.setText("Nobody is here")\nlabel.setText(self.tr("Somebody is here"))\n')
    assert list(spoken(module)) == [(1, "Nobody is here")]
