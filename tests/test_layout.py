"""The tree: few loose modules, small rooms, and a test where its module is."""

import ast
from pathlib import Path

import pytest

from support.places import ROOT

CORE, TRAINING = ROOT / "app" / "visavis", ROOT / "training" / "visavis_training"
#: Tests of what no single module does.
WHOLE = {
    "test_layout",
    "test_naming",
    "test_context",
    "test_rooms",
    "test_packaging",
    "people/test_killed",
    "cli/test_cli",
    "cli/media/test_tag_clips",
    "tracking/test_demo",
}
WHOLE |= {"test_compatibility", "ui/text/test_translated", "bench/test_baseline"}
WHOLE |= {"ui/text/test_texts", "test_offline", "test_light", "test_set_up"}
#: Folders of checks that go across modules.
HARNESSES = ("documents/", "ui/journeys/", "faults/", "fuzz/", "soak/")


def rooms():
    """The folders with modules: (folder, its modules)."""
    for root in (CORE, TRAINING, ROOT / "tests"):
        for folder in (root, *(path for path in root.rglob("*/") if path.name != "__pycache__")):
            yield folder, sorted(path.name for path in folder.glob("*.py"))


@pytest.mark.parametrize("folder", [CORE, CORE / "ui", TRAINING])
def test_few_modules_lie_loose(folder):
    assert len(list(folder.glob("*.py"))) <= 11


def test_no_room_is_a_hallway():
    crowded = {folder.relative_to(ROOT): len(modules) for folder, modules in rooms() if len(modules) > 18}
    assert crowded == {}


def test_no_module_is_two():
    long = {path: count for path in sources() if (count := len(path.read_text("utf-8").splitlines())) > 400}
    assert long == {}


def sources():
    return [path for root in ("app", "training", "tests", "tools", "bench") for path in (ROOT / root).rglob("*.py")]


def test_every_room_says_what_it_is_for():
    for root in (CORE, TRAINING):
        for path in root.rglob("__init__.py"):
            text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
            assert text, path


def with_tests():
    return sorted((ROOT / "tests").rglob("test_*.py"))


def test_tests_lie_where_their_modules_are():
    astray = set()
    for path in with_tests():
        name = path.relative_to(ROOT / "tests").with_suffix("").as_posix()
        source, place = (TRAINING, name.removeprefix("training/")) if name.startswith("training/") else (CORE, name)
        module = source / Path(place).with_name(f"{Path(place).name.removeprefix('test_')}.py")
        if not module.exists() and name not in WHOLE and not name.startswith(HARNESSES):
            astray.add(name)
    assert astray == set()


def test_no_test_imports_another():
    found = {
        (path.name, node.module)
        for path in (ROOT / "tests").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and any(part.startswith("test_") for part in (node.module or "").split("."))
    }
    assert found == set()


def test_decisions_are_numbered_in_their_order():
    """Each has a number of its own, which its title says, too."""
    pages = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    assert [page.read_text(encoding="utf-8").split(".")[0] for page in pages] == [
        f"# {number}" for number in range(1, len(pages) + 1)
    ]
