"""Installing an extra from the running program: whole or not at all, and usable at once."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from support.installing.wheels import write_wheel
from support.places import ROOT
from visavis.errors import InstallationError
from visavis.process import extra_installation, installation
from visavis.process.extra_installation import ExtraInstallation, own_requirements
from visavis.process.extras import EXTRAS, Extra
from visavis.process.installation import WHEELS_VARIABLE, Installation

PART = Extra("part", "a test", {"visavis_part": "Part"}, 1, 1)

#: Runs in an environment of its own; each line is what happened.
PROGRAM = """
import json, sys
from visavis.errors import VisavisError
from visavis.process.extra_installation import ExtraInstallation
from visavis.process.extras import Extra

wish = json.loads(sys.argv[1])
part = Extra("part", "a test", {"visavis_part": "Part"}, 1, 1)
installation = ExtraInstallation(part, wish["requirements"])
try:
    for progress in installation:
        print("step", progress.step, progress.share, flush=True)
        if wish["cancel"] and wish["cancel"] in str(progress.step):
            installation.cancel()
except VisavisError as error:
    print("error", error, "|", error.hint)
print("installed", part.is_installed, installation.is_cancelled)
if part.is_installed:
    import visavis_part
    print("version", visavis_part.VERSION)
"""


@pytest.fixture
def environment(tmp_path):
    """An environment of its own, in which everything can be imported that the tests can import, pip included."""
    folder = tmp_path / "environment"
    venv.create(folder, symlinks=True)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    (packages / "others.pth").write_text(sysconfig.get_path("purelib"))
    return folder


@pytest.fixture
def wheels(tmp_path):
    folder = tmp_path / "wheels"
    write_wheel(folder, "visavis_part", requires=("visavis-rest",), size=500_000)
    write_wheel(folder, "visavis_rest")
    write_wheel(folder, "visavis_clash", requires=("numpy<1",))
    return folder


def contents(folder):
    """All files of an environment but those that Python compiles, and locks."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return {name for name in found if "__pycache__" not in name and Path(name).name != ".lock"}


def install(environment, wheels, *requirements, cancel=""):
    """What a program says that installs these requirements from the wheels."""
    done = subprocess.run(
        [environment / "bin" / "python", "-c", PROGRAM, json.dumps({"requirements": requirements, "cancel": cancel})],
        env={**os.environ, "PYTHONPATH": str(ROOT / "app"), WHEELS_VARIABLE: str(wheels)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


@pytest.mark.slow
def test_an_extra_is_there_at_once_and_pip_knows_it(environment, wheels):
    before = contents(environment)
    said = install(environment, wheels, "visavis-part")
    assert said[-2:] == ["installed True False", "version 1.0"]  # without a restart
    assert any(line.startswith("step Getting visavis_rest (2 of 2)") for line in said), said
    added = contents(environment) - before
    assert {name for name in added if name.startswith("bin/")} == {"bin/visavis_part-tool", "bin/visavis_rest-tool"}
    assert not [name for name in added if name.startswith(".")]  # nothing of the installation is left
    listed = subprocess.run(
        [environment / "bin" / "python", "-m", "pip", "uninstall", "-y", "visavis-part", "visavis-rest"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Successfully uninstalled" in listed.stdout
    assert contents(environment) == before


@pytest.mark.slow
@pytest.mark.parametrize("cancel", ["Looking for", "Getting", "Unpacking"])
def test_a_cancelled_installation_changes_nothing(environment, wheels, cancel):
    before = contents(environment)
    assert install(environment, wheels, "visavis-part", cancel=cancel)[-1] == "installed False True"
    assert contents(environment) == before


@pytest.mark.slow
@pytest.mark.parametrize("wanted", ["visavis-clash", "visavis-nowhere"])
def test_what_cannot_be_installed_beside_the_rest_changes_nothing_and_says_why(environment, wheels, wanted):
    before = contents(environment)
    said = install(environment, wheels, wanted)
    [error] = [line for line in said if line.startswith("error")]
    assert "The packages could not be installed: " in error
    assert "Nothing has changed." in error
    assert "[part]" in error  # the command to paste
    assert said[-1] == "installed False False"
    assert contents(environment) == before


@pytest.mark.slow
def test_an_installation_that_was_killed_while_it_moved_packages_is_completed(environment, wheels, tmp_path):
    install(environment, wheels, "visavis-part")
    whole = contents(environment)
    packages = next(environment.glob("lib/*/site-packages"))
    ready = environment / extra_installation._READY / packages.relative_to(environment)
    ready.mkdir(parents=True)
    for name in ("visavis_part", "visavis_part-1.0.dist-info"):  # these come last
        os.replace(packages / name, ready / name)
    assert install(environment, wheels, "visavis-part")[-1] == "version 1.0"
    assert contents(environment) == whole


def refuse(monkeypatch, why):
    """Make the running environment one in which nothing can be installed; return what is said."""
    match why:
        case "frozen":
            monkeypatch.setattr(extra_installation, "find_installation", lambda: Installation.FOLDER)
            return "a Python of its own"
        case "read-only":
            monkeypatch.setattr(extra_installation, "_is_writable", lambda _: False)
            return "Nothing can be written to"
        case "growing":
            monkeypatch.setattr(extra_installation, "is_growing", lambda: True)
            return "just now"
        case "no pip":
            monkeypatch.setattr(extra_installation.importlib.util, "find_spec", lambda _: None)
            monkeypatch.setattr(extra_installation.shutil, "which", lambda _: None)
            return "Neither pip nor uv"
    raise AssertionError(why)


@pytest.mark.parametrize("why", ["frozen", "read-only", "growing", "no pip"])
def test_where_nothing_can_be_installed_the_reason_and_the_command_are_said(monkeypatch, why):
    reason = refuse(monkeypatch, why)
    installing = ExtraInstallation(PART, ["visavis-part"])
    assert reason in str(installing.refusal())
    with pytest.raises(InstallationError, match=reason) as told:
        list(installing)
    assert str(told.value.hint) == f"Install them: {PART.command}"


def test_a_python_of_the_system_is_left_alone(monkeypatch, tmp_path):
    (tmp_path / "EXTERNALLY-MANAGED").touch()
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    monkeypatch.setattr(extra_installation.sysconfig, "get_path", lambda _: str(tmp_path))
    assert "The system manages" in str(ExtraInstallation(PART, ["visavis-part"]).refusal())


def test_too_little_space_is_said_before_anything_is_downloaded():
    huge = Extra("huge", "a test", {"visavis_huge": "Huge"}, 10**9, 10**9)
    assert "MB of free space are needed" in str(ExtraInstallation(huge, ["visavis-huge"]).refusal())


@pytest.mark.parametrize("extra", EXTRAS, ids=lambda extra: extra.name)
def test_an_extra_installs_what_the_program_declares(extra):
    assert len(own_requirements(extra.name)) >= 1
    assert all(">" in text for text in own_requirements(extra.name))


def test_wheels_are_taken_from_the_folder_that_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv(WHEELS_VARIABLE, str(tmp_path))
    assert installation.wheel_folder() == tmp_path
    assert extra_installation._source() == ["--no-index", "--find-links", str(tmp_path)]
    monkeypatch.setenv(WHEELS_VARIABLE, str(tmp_path / "nowhere"))
    assert installation.wheel_folder() is None
