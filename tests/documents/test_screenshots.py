"""tools/screenshots says help without work, refuses what it does not know, and has the looks that trip people."""

import importlib.util
import subprocess
import sys

import pytest

from support.places import ROOT

TOOL = ROOT / "tools" / "screenshots"


def run(*arguments, folder):
    """Run the tool with a folder for temporary files; it returns what it said."""
    return subprocess.run(
        [sys.executable, TOOL, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "TMPDIR": str(folder), "PYTHONPATH": f"{ROOT / 'app'}:{ROOT / 'training'}"},
    )


@pytest.fixture(scope="module")
def looks():
    """The looks: the scale factor of the desktop and the size of the window."""
    sys.path.insert(0, str(TOOL))
    try:
        spec = importlib.util.spec_from_file_location("screenshots_tool", TOOL / "__main__.py")
        tool = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(tool)
    finally:
        sys.path.remove(str(TOOL))
    return tool.LOOKS


def test_help_is_said_and_nothing_is_trained(tmp_path):
    said = run("--help", folder=tmp_path)
    assert said.returncode == 0
    assert said.stdout.startswith("usage:")
    assert list(tmp_path.iterdir()) == []


def test_a_look_that_there_is_not_is_refused(tmp_path):
    said = run("sepia", folder=tmp_path)
    assert said.returncode == 2
    assert "there is no look sepia" in said.stderr
    assert list(tmp_path.iterdir()) == []


def option(options, name):
    return options[options.index(name) + 1] if name in options else None


def test_small_screens_and_large_scales_are_among_the_looks(looks):
    small = {name for name, (_, options) in looks.items() if option(options, "--width") == "800"}
    assert {option(looks[name][1], "--language") for name in small} >= {None, "de"}
    assert any(scale == 1.5 and option(options, "--width") == "960" for scale, options in looks.values())
    assert max(scale for scale, _ in looks.values()) == 3
    assert {option(options, "--language") for _, options in looks.values()} == {None, "de", "zh_CN"}
    assert {option(options, "--theme") for _, options in looks.values()} >= {None, "dark"}
