"""Names: one class has one name in the whole tree, and a function is not named by a participle alone."""

import ast
import re
from collections import defaultdict

from support.places import ROOT

MODULES = [path for root in ("app/visavis", "training/visavis_training") for path in (ROOT / root).rglob("*.py")]
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}
#: Participles that do not end in -ed or -ing. `read`, `cut`, `set`, `put` and `split` are verbs as well.
IRREGULAR = (
    {"told", "shown", "seen", "kept", "made", "found", "known", "held", "taken", "given", "drawn", "written", "left"}
    | {"said", "lost", "chosen", "broken", "begun", "brought", "bought", "caught", "thrown", "spent", "led", "sent"}
)  # fmt: skip
#: Verbs and nouns that only look like participles.
VERBS = {"feed", "embed", "need", "bring", "exceed", "proceed", "speed", "shed", "seed"}


def test_a_class_has_a_name_of_its_own():
    defined = defaultdict(set)
    for path, tree in TREES.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                defined[node.name].add(str(path.relative_to(ROOT)))
    assert len(defined) > 200
    assert {name: places for name, places in defined.items() if len(places) > 1} == {}


def is_participle(name):
    word = name.strip("_")
    return "_" not in word and word not in VERBS and (word in IRREGULAR or re.search(r"[a-z]{2}(ed|ing)$", word))


def test_a_function_is_not_named_by_a_participle_alone():
    """Properties may be: `track.lost` reads as a state."""
    found = {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and is_participle(node.name) and not is_property(node)
    }
    assert found == set()


def is_property(function):
    return any("property" in ast.unparse(decorator) for decorator in function.decorator_list)


def test_participles_are_recognized():
    assert all(map(is_participle, ("_told", "joined", "pointing", "_settled", "shown")))
    assert not any(map(is_participle, ("embed", "read", "seen_at", "unused_path", "_join", "is_seen")))
