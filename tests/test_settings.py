"""Settings are checked, survive a round trip, and say what is wrong with a file."""

import os
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.errors import DiskError, SettingsError
from visavis.settings import Settings
from visavis.sources.camera_settings import CameraSettings


def test_a_missing_file_means_the_defaults(tmp_path: Path) -> None:
    assert Settings.load(tmp_path / "settings.toml") == Settings()


def test_saved_settings_are_loaded_and_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    settings = Settings(source="rtsp://Ä/1", device="cpu", mirror=False, welcomed=True, width=1000, maximized=True)
    settings.save(path)
    assert Settings.load(path) == settings
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_command_is_a_list_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    settings = Settings(on_sighting=("notify-send", "somebody came; $HOME"), on_sighting_limit_s=2.5)
    settings.save(path)
    assert 'on_sighting = [\n    "notify-send",\n    "somebody came; $HOME",\n]\n' in path.read_text()
    assert Settings.load(path) == settings


def test_only_values_that_differ_from_the_defaults_are_written(tmp_path: Path) -> None:
    replace(Settings(), device="gpu").save(tmp_path / "settings.toml")
    assert (tmp_path / "settings.toml").read_text() == 'device = "gpu"\n'


@given(source=st.none() | st.text(), mirror=st.booleans(), width=st.integers(320, 32_768))
def test_any_allowed_value_survives(
    tmp_path_factory: pytest.TempPathFactory, source: str, mirror: bool, width: int
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    try:
        settings = Settings(source=source, mirror=mirror, width=width)
        settings.save(path)
    except UnicodeEncodeError:  # lone surrogates are no text
        return
    assert Settings.load(path) == settings


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"device": "tpu"}, "device must be one of auto, cpu, gpu, not 'tpu'"),
        ({"strictness": "lax"}, "strictness must be one of relaxed, balanced, strict, not 'lax'"),
        ({"mirror": 1}, "mirror must be true or false, not 1"),
        ({"width": True}, "width must be a whole number, not True"),
        ({"width": 12}, "width must be from 320 to 32768, not 12"),
        ({"source": 0}, "source must be a text, not 0"),
        ({"sightings_days": 0}, "sightings_days must be from 1 to 3650, not 0"),
        ({"on_sighting": "notify-send Ada"}, "on_sighting must be a list of texts: a program and its arguments"),
        ({"on_sighting": ("notify-send", 1)}, "on_sighting must be a list of texts"),
        ({"on_sighting": ("a\0b",)}, "on_sighting must be a list of texts"),
        ({"on_sighting": (" ",)}, "on_sighting must begin with a program"),
    ],
)
def test_an_invalid_value_is_refused(values: dict[str, Any], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        Settings(**values)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"mirorr = true", "no setting mirorr; did you mean mirror"),
        (b"zzz = true", "no setting zzz; there are source, second_source, device"),
        (b"mirror = yes", "is damaged: Invalid value"),
        (b"\xff\xfe", "is damaged: .utf-8. codec"),
        (b"height = 'tall'", "height must be a whole number"),
    ],
)
def test_a_broken_file_is_an_error_with_a_hint(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsError, match=told) as raised:
        Settings.load(path)
    assert str(path) in str(raised.value.hint)
    assert path.read_bytes() == content


def test_a_folder_in_its_place_is_an_error_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.mkdir()
    with pytest.raises(SettingsError, match="cannot be opened: is a directory"):
        Settings.load(path)
    with pytest.raises(DiskError):
        Settings().save(path)


def test_the_preset_of_an_earlier_version_becomes_its_successor(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('cascade = "mtcnn"')
    assert Settings.load(path).cascade == "yunet"


def test_cameras_have_tables_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    settings = Settings(theme="dark", cameras={"/dev/v4l/by-id/usb-1": CameraSettings(rotation=180, mirror=False)})
    settings.save(path)
    assert Settings.load(path) == settings
    assert path.read_text().endswith('[cameras."/dev/v4l/by-id/usb-1"]\nrotation = 180\nmirror = false\n')


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("cameras = 1", "cameras must be a table"),
        ("[cameras]\ndesk = 1", "A camera's settings are a table"),
        ("[cameras.desk]\nzoom = 2", "A camera's settings are a table"),
        ("[cameras.desk]\nrotation = 45", "rotation of a camera must be one of 0, 90, 180, 270, not 45"),
        ("[cameras.desk]\nwidth = 640", "width and height of a camera must be set together"),
        ("[cameras.desk]\nrate = -1", "rate of a camera must be from 0 to 480"),
        ("[cameras.desk]\nmirror = 1", "mirror of a camera must be true or false"),
    ],
)
def test_invalid_settings_of_a_camera_are_errors(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(content)
    with pytest.raises(SettingsError, match=told):
        Settings.load(path)
