"""How the program was installed is found from what each way leaves behind, and decides how an extra is installed."""

import os
import sys
from pathlib import Path

import pytest

from support.places import ROOT
from visavis.errors import MissingExtraError
from visavis.messages import Message
from visavis.process import extras, installation
from visavis.process.installation import Installation, find_installation


@pytest.fixture(autouse=True)
def linux(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")


def test_a_checkout_is_found_by_its_project_file():
    assert find_installation() is Installation.CHECKOUT
    assert f"-m pip install -e '{ROOT}[video]'" in Installation.CHECKOUT.install_command("video")


@pytest.mark.parametrize(
    ("left", "found"),
    [("pipx_metadata.json", Installation.PIPX), ("uv-receipt.toml", Installation.UV), ("other", Installation.PIP)],
)
def test_an_environment_is_told_by_what_its_tool_leaves_in_it(tmp_path, monkeypatch, left, found):
    (tmp_path / left).touch()
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(installation, "_root", lambda: tmp_path / "lib")
    assert find_installation() is found


@pytest.mark.parametrize(
    ("program", "found"),
    [
        ("/usr/lib/visavis/visavis", Installation.PACKAGE),
        ("/opt/visavis/visavis", Installation.PACKAGE),
        ("/home/ada/visavis/visavis", Installation.FOLDER),
    ],
)
def test_a_program_with_its_own_python_is_told_by_where_it_lies(monkeypatch, program, found):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", program)
    monkeypatch.setattr(Path, "resolve", lambda path, strict=False: path)
    assert find_installation() is found
    assert found.is_frozen
    assert found.install_command("train") == "pipx install --force 'visavis[train]'"


@pytest.fixture(autouse=True)
def origin(monkeypatch):
    """What the installer noted (PEP 610), as `direct_url.json`; None if it came from an index."""
    noted = {}

    class Distribution:
        def read_text(self, name):
            assert name == "direct_url.json"
            return noted.get("text")

    monkeypatch.setattr(installation, "distribution", lambda _: Distribution())
    return noted


@pytest.mark.parametrize(
    ("noted", "target"),
    [
        (None, "visavis[video]"),
        (
            '{"url": "file:///tmp/a%20b/visavis-0.1.0-py3-none-any.whl"}',
            "/tmp/a b/visavis-0.1.0-py3-none-any.whl[video]",
        ),
        ('{"url": "file:///home/ada/visavis", "dir_info": {}}', "/home/ada/visavis[video]"),
        ('{"url": "https://example.org/v.git", "vcs_info": {}}', "visavis[video] @ https://example.org/v.git"),
        ("damaged", "visavis[video]"),
        ("[]", "visavis[video]"),
        ("{}", "visavis[video]"),
    ],
)
def test_an_extra_comes_from_where_the_program_came(origin, noted, target):
    """An index may have another project of that name."""
    origin["text"] = noted
    assert Installation.PIP.install_command("video") == f"pip install '{target}'"
    assert Installation.PIPX.install_command("video") == f"pipx install --force '{target}'"
    assert Installation.UV.install_command("video") == f"uv tool install --force '{target}'"


def test_each_way_has_its_command_and_its_words():
    assert Installation.PIP.install_command("video") == "pip install 'visavis[video]'"
    assert Installation.UV.install_command("video") == "uv tool install --force 'visavis[video]'"
    assert len({each.description for each in Installation}) == len(Installation)


def test_the_command_is_quoted_for_the_shell_of_windows(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert Installation.PIP.install_command("video") == 'pip install "visavis[video]"'


@pytest.mark.parametrize(
    ("content", "is_growing"),
    [(lambda: str(os.getpid()), True), (lambda: "999999999", False), (lambda: "", False), (lambda: "9" * 30, False)],
    ids=["of a process", "of none", "empty", "no number of a process"],
)
def test_the_rest_is_being_installed_while_that_process_runs(tmp_path, monkeypatch, content, is_growing):
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert not installation.is_growing()
    (tmp_path / ".installing").write_text(content())
    assert installation.is_growing() == is_growing


def test_what_is_being_installed_is_waited_for(monkeypatch):
    monkeypatch.setattr(extras, "is_growing", lambda: True)
    with pytest.raises(MissingExtraError) as told:
        extras.Extra("half", "a test", {"no_such_package": "Nothing"}, 1, 1).require(Message("A test"))
    assert "try again in some minutes" in str(told.value.hint)
