"""The menu Help: the folder of the logs."""

import pytest
from PySide6.QtGui import QDesktopServices

from visavis.storage import paths


@pytest.fixture
def opened(monkeypatch):
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url.toLocalFile()) or True)
    return urls


@pytest.fixture
def site(tmp_path, monkeypatch):
    """The documentation, as `make docs` builds it in a checkout."""
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "app/visavis")
    page = tmp_path / "docs/_build/html/index.html"
    page.parent.mkdir(parents=True)
    page.touch()
    return page


def test_the_documentation_opens_where_it_was_built(make, site, opened):
    actions = make().window.actions_
    assert actions.documentation.isVisible()
    actions.documentation.trigger()
    assert opened == [str(site)]


def test_without_a_browser_the_folder_of_the_documentation_is_told(make, site, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    window = make().window
    window.actions_.documentation.trigger()
    assert window.banner.text == f"The documentation is in {site.parent}."


def test_where_it_was_not_built_the_menu_does_not_offer_it(make, site):
    site.unlink()
    assert not make().window.actions_.documentation.isVisible()


def test_the_log_folder_is_shown_in_the_file_manager(make, folders, opened):
    make().window.actions_.logs.trigger()
    assert opened == [str(folders.logs)]


def test_without_a_file_manager_the_folder_is_told(make, folders, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    window = make().window
    window.actions_.logs.trigger()
    assert window.banner.text == f"The logs are in {folders.logs}."
