"""The settings have one owner: it saves what the user chose, and the command line's options override it."""

import pytest

from visavis.settings import Settings
from visavis.ui.controllers.settings_store import LaunchOptions, SettingsStore


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.toml"


def test_a_change_is_announced_once_and_only_if_it_differs(qtbot, path):
    store, heard = SettingsStore(Settings(), path), []
    store.changed.connect(heard.append)
    store.change(theme="dark")
    store.change(theme="dark")
    assert heard == [store.settings] == [Settings(theme="dark")]


def test_launch_options_override_settings_and_are_not_saved(qtbot, path):
    options = LaunchOptions(device="cpu", strictness="strict")
    store = SettingsStore(Settings(stricter=1.5), path, options)
    store.change(cascade="stills")
    assert store.effective == Settings(cascade="stills", device="cpu", strictness="strict", stricter=0.0)
    store.save(store.settings)
    assert Settings.load(path) == Settings(cascade="stills", stricter=1.5)


def test_a_store_that_does_not_remember_writes_no_file(qtbot, path):
    store = SettingsStore(Settings(), path, remember=False)
    store.save(Settings(theme="dark"))
    assert not path.exists()
