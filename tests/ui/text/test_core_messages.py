"""Every sentence of the core that the window can show is listed to be translated."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import visavis
import visavis.errors
from support.places import ROOT
from visavis import forgetting
from visavis.ui.text import core_messages
from visavis.ui.text.core_messages import SENTENCES, said
from visavis.ui.text.hints import advice

#: What only a terminal shows.
TERMINAL = {
    *("app/visavis/people/exporter.py", "app/visavis/imaging/recorder.py", "app/visavis/doctor.py"),
    "app/visavis/ui/application.py",
    "training/visavis_training/options.py",
    *(
        f"training/visavis_training/evaluation/{name}.py"
        for name in ("command", "measurement", "pairs", "head_comparison")
    ),
    "training/visavis_training/embedding/fine_tuning.py",
    "training/visavis_training/report/report.py",
}
#: Rooms whose sentences only a terminal shows.
ROOMS = {"app/visavis/cli", "app/visavis/bench", "training/visavis_training/networks"}
#: Where what is shown is made of other parts, each of which is looked at by itself.
PARTS = re.compile(r"^({\d})?$")


def modules() -> Iterator[Path]:
    for path in (*(ROOT / "app/visavis").rglob("*.py"), *(ROOT / "training/visavis_training").rglob("*.py")):
        if str(path.relative_to(ROOT)) not in TERMINAL and str(path.parent.relative_to(ROOT)) not in ROOMS:
            yield path


def test_what_is_exempt_exists():
    assert all((ROOT / each).exists() for each in TERMINAL | ROOMS)


def templates(node: ast.expr, constants: dict[str, list[str]]) -> list[str]:
    """What an expression can say, `{0}`, `{1}` in the places of what differs; nothing where that is said elsewhere."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.Name(id=name):
            return constants.get(name, [])
        case ast.IfExp(body=body, orelse=orelse):
            return [*templates(body, constants), *templates(orelse, constants)]
        case ast.JoinedStr(values=values):
            numbers = iter(range(len(values)))
            parts = (value.value if isinstance(value, ast.Constant) else f"{{{next(numbers)}}}" for value in values)
            return ["".join(map(str, parts))]
    return []


def raised(path: Path) -> Iterator[str]:
    """The sentences and hints of the errors that a module makes, and hints that a class has by itself."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            constants.setdefault(node.targets[0].id, []).extend(templates(node.value, {}))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and path.name == "errors.py":
            hints = [part.value for part in node.body if isinstance(part, ast.Assign)]
            yield from (text for hint in hints for text in templates(hint, {}))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and shown(node.func.id):
            hints = [keyword.value for keyword in node.keywords if keyword.arg == "hint"]
            yield from (text for part in (*node.args[:1], *hints) for text in templates(part, constants))


def shown(name: str) -> bool:
    return name.endswith("Error") and hasattr(visavis.errors, name)


def one_each(text: str) -> list[str]:
    """The sentences of a template, numbered anew."""
    parts = re.split(r"(?<=[.?!]) (?=[A-Z0-9{])", text)
    numbered = []
    for part in parts:
        numbers = iter(range(9))
        numbered.append(re.sub(r"{\d}", lambda _, numbers=numbers: f"{{{next(numbers)}}}", part))
    return [part for part in numbered if not PARTS.match(part)]


def test_all_that_the_core_raises_is_listed():
    lacking = {
        f"{path.name}: {sentence}"
        for path in modules()
        for text in raised(path)
        for sentence in one_each(advice(text))
        if sentence not in SENTENCES
    }
    assert lacking == set()


def test_what_is_listed_is_one_sentence_each():
    assert [text for text in SENTENCES if core_messages._BETWEEN.search(text)] == []
    assert len(set(SENTENCES)) == len(SENTENCES)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody is called Dr. Ada.",
        "/pictures/of. All is damaged.",
        "Choose one by its number. Cameras: 0 (one), 1 (other).",
        "Model a no longer knows them. Model b no longer knows them.",
        "Whatever this is. Nobody is called so.",
        "",
    ],
)
def test_in_english_everything_stays_as_it_is(text):
    assert said(text) == text


def test_a_sentence_is_found_with_what_it_is_about(monkeypatch):
    monkeypatch.setattr(core_messages, "translate", lambda _, text: f"<{text}>")

    assert said("Nobody is called Dr. Ada.") == "<Nobody is called Dr. Ada.>"
    assert said("/a is empty. Nobody is called {0}.") == "</a is empty.> <Nobody is called {0}.>"
    assert said("/a cannot be read: permission denied.") == "</a cannot be read: <permission denied>.>"
    assert said("/a has no folders with pictures.") == "</a has no folders with pictures.>"


def test_all_that_a_receipt_counts_is_listed():
    assert {text for both in forgetting.REMOVED.values() for text in both} <= set(SENTENCES)
