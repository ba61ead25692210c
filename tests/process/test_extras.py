"""Optional parts: found without importing them, and missed with a sentence and a command."""

import sys
import tomllib

import pytest
from packaging.requirements import Requirement

from support.places import ROOT
from visavis.errors import MissingExtraError
from visavis.messages import Message
from visavis.process.extras import EXTRAS, TRAIN, Extra

DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
HALF = Extra("half", "a test", {"json": "JSON", "no_such_package": "Nothing"}, 1, 1)


def test_what_is_missing_is_named_with_the_command_that_installs_it(monkeypatch):
    assert HALF.missing == ("Nothing",)
    with pytest.raises(MissingExtraError) as told:
        HALF.require(Message("A test"))
    assert str(told.value) == "A test needs packages that are not installed: Nothing."
    assert str(told.value.hint) == f"Install them: {HALF.command}"
    assert "[half]" in HALF.command
    assert told.value.extra == "half"  # the window offers to install it


def test_a_folder_of_data_files_is_enough_only_where_nothing_is_imported(tmp_path, monkeypatch):
    (tmp_path / "only_data").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert Extra("data", "a test", {"only_data": "Data"}, 1, 1, is_imported=False).is_installed
    assert not Extra("data", "a test", {"only_data": "Data"}, 1, 1).is_installed


def test_looking_imports_nothing_and_bears_a_hook_that_refuses(monkeypatch):
    class Refusal:
        def find_spec(self, name, path=None, target=None):
            if name in TRAIN.packages:
                raise ImportError(name)

    for name in TRAIN.packages:
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(sys, "meta_path", [Refusal(), *sys.meta_path])
    assert TRAIN.missing == tuple(TRAIN.packages.values())
    assert not TRAIN.packages.keys() & sys.modules.keys()


def test_a_complete_extra_is_not_missed():
    extra = Extra("whole", "a test", {"json": "JSON"}, 1, 1)
    extra.require(Message("A test"))
    assert extra.is_installed


@pytest.mark.parametrize("extra", EXTRAS, ids=lambda extra: extra.name)
def test_an_extra_is_declared_with_all_its_packages(extra):
    assert len(DECLARED[extra.name]) <= len(extra.packages)
    assert all(Requirement(text).specifier for text in DECLARED[extra.name])


def test_every_extra_is_known():
    assert DECLARED.keys() == {*(extra.name for extra in EXTRAS), "gpu"}
