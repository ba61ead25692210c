"""Deleting stays inside one folder, whatever paths say and wherever links lead."""

import os

import pytest

from visavis.errors import DiskError
from visavis.storage import deletion, disk


@pytest.fixture
def outside(tmp_path):
    """A folder with something in it that nobody may delete."""
    disk.write_whole(tmp_path / "outside" / "canary", b"alive")
    yield tmp_path / "outside"
    assert (tmp_path / "outside" / "canary").read_bytes() == b"alive"


@pytest.fixture
def home(tmp_path):
    return disk.make_private(tmp_path / "home")


def test_a_folder_is_deleted_with_its_content(home):
    disk.write_whole(home / "folder" / "deep" / "file", b"")
    deletion.delete(home / "folder", home)
    deletion.delete(home / "folder", home)  # no error if it does not exist
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("path", [".", "..", "../outside", "x/../../outside", "x/.."])
def test_what_lies_elsewhere_is_not_deleted(home, outside, path):
    (home / "x").mkdir()
    for given in (home / path, f"{home}/{path}", outside):
        with pytest.raises(ValueError, match="not in"):
            deletion.delete(type(home)(given), home)


def test_links_are_deleted_and_not_followed(home, outside):
    (home / "link").symlink_to(outside)
    (home / "folder").mkdir()
    (home / "folder" / "link").symlink_to(outside)
    (home / "folder" / "file").symlink_to(outside / "canary")
    with pytest.raises(DiskError, match="behind a link"):
        deletion.delete(home / "link" / "canary", home)
    for name in ("link", "folder"):
        deletion.delete(home / name, home)
    assert list(home.iterdir()) == []


def test_the_home_itself_may_be_a_link(home, outside, tmp_path):
    (tmp_path / "data").symlink_to(home)
    (home / "folder").mkdir()
    deletion.delete(tmp_path / "data" / "folder", tmp_path / "data")
    assert list(home.iterdir()) == []


def test_a_deleted_folder_is_gone_for_readers_at_once(home):
    disk.write_whole(home / "folder" / "deep" / "file", b"")
    deletion.delete_at_once(home / "folder", home / ".gone")
    assert list(home.iterdir()) == []


def test_the_rest_is_deleted_if_a_part_cannot_be(home, monkeypatch):
    for name in "abc":
        disk.write_whole(home / "folder" / name, b"")
    unlink = os.unlink

    def refuse(path, **where):
        if os.fspath(path).endswith("b"):
            raise PermissionError(13, "Permission denied")
        unlink(path, **where)

    monkeypatch.setattr(os, "unlink", refuse)
    with pytest.raises(DiskError, match="cannot be deleted: permission denied"):
        deletion.delete(home / "folder", home)
    assert [path.name for path in (home / "folder").iterdir()] == ["b"]


@pytest.mark.skipif(os.name != "posix", reason="the platform has no modes")
def test_a_mode_keeps_nothing_from_being_deleted(home):
    disk.write_whole(home / "folder" / "deep" / "file", b"")
    (home / "folder" / "deep").chmod(0)
    (home / "folder").chmod(0o500)
    deletion.delete(home / "folder", home)
    assert list(home.iterdir()) == []
