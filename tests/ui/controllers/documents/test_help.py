"""The menu Help: the folder of the logs."""

import pytest
from PySide6.QtGui import QDesktopServices


@pytest.fixture
def opened(monkeypatch):
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url.toLocalFile()) or True)
    return urls


def test_the_log_folder_is_shown_in_the_file_manager(make, folders, opened):
    make().window.actions_.logs.trigger()
    assert opened == [str(folders.logs)]


def test_without_a_file_manager_the_folder_is_told(make, folders, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    window = make().window
    window.actions_.logs.trigger()
    assert window.banner.text == f"The logs are in {folders.logs}."
