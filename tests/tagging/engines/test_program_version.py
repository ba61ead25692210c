"""A program is another one if any module or preset of it is, the window's aside."""

import re
import shutil
from pathlib import Path

import pytest

import visavis
from visavis.tagging.engines import program_version
from visavis.tagging.engines.program_version import program_versions


def test_versions_are_shown_with_a_hash_of_the_program():
    assert program_versions().keys() == {"Visavis", "OpenCV", "NumPy", "LiteRT"}
    assert re.fullmatch(rf"{re.escape(visavis.__version__)} \([0-9a-f]{{8}}\)", program_versions()["Visavis"])


@pytest.mark.parametrize(
    ("changed", "is_another"), [("pipeline.py", True), ("tagging/spans.py", True), ("ui/window.py", False)]
)
def test_another_module_is_another_program(tmp_path, monkeypatch, changed, is_another):
    copied = tmp_path / "visavis"
    shutil.copytree(Path(visavis.__file__).parent, copied, ignore=shutil.ignore_patterns("__pycache__", "*.qm"))
    monkeypatch.setattr(program_version, "_PACKAGE", copied)
    before = program_version._code_hash()
    with (copied / changed).open("a") as file:
        file.write("# changed\n")
    assert (program_version._code_hash() != before) == is_another
