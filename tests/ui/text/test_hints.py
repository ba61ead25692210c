"""Nobody in front of the window is told to type a command that the window has a place for."""

import ast
import re

import pytest

from support.places import ROOT
from visavis.errors import ModelError, PersonNameError
from visavis.ui.text.hints import advice
from visavis.ui.text.notices import Notice

#: What runs in a terminal only; the window reaches none of it.
TERMINAL = {"app/visavis/doctor.py", "app/visavis/people/importer.py", "app/visavis/ui/application.py"}
TERMINAL |= {
    f"training/visavis_training/{name}.py"
    for name in ("cli", "evaluation/command", "evaluation/measurement", "options")
}
COMMAND = re.compile(r"visavis (?!doctor, in a terminal)[a-z]+ ?|(?<![a-z] )--(?!force-reinstall|no-deps)[a-z]+")


def texts(path):
    """The string literals of a module but its docstrings, the parts of an f-string each."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]


def test_every_sentence_that_names_a_command_has_a_place_in_the_window():
    found = []
    for path in sorted([*(ROOT / "app/visavis").rglob("*.py"), *(ROOT / "training").rglob("*.py")]):
        name = path.relative_to(ROOT).as_posix()
        if (
            name not in TERMINAL
            and not name.startswith(("app/visavis/bench/", "app/visavis/cli/"))
            and not name.endswith("text/hints.py")
        ):
            sentences = [text for text in texts(path) if re.match(r"\W*[A-Z].* .*[.']$", text)]
            found += [(name, text) for text in sentences if COMMAND.search(advice(text))]
    assert found == []


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        (
            ModelError.hint,
            "Train a new one (the page Train), or go back to an older one (Models, in the menu Training).",
        ),
        ("Check the cable.", "Check the cable."),
        ("Choose another, or make the two one: visavis people merge.", "Choose another."),
    ],
)
def test_a_hint_in_the_window_s_terms(hint, said):
    assert Notice.of(PersonNameError("The name Ada is taken.", hint=hint)).hint == said
