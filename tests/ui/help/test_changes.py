"""What is new: read from the changelog, shown once after an update."""

import pytest
from PySide6.QtCore import QLocale

import visavis
from visavis.settings import Settings
from visavis.storage.paths import shipped_changelog
from visavis.ui.controllers.documents import help as help_module
from visavis.ui.help.changes import join_releases, read_releases, releases_since
from visavis.ui.help.reading_dialog import ReadingDialog

CHANGELOG = """# Changelog

## [Unreleased]

- A thing to come.

## [0.3.0] - 2026-05-01

### Changed

**For users**

- The third thing.

**For developers**

- The compiler.

### Fixed

- A fault.

## [0.2.0] - 2026-04-01

- The second thing.
"""


@pytest.fixture
def changelog(tmp_path, monkeypatch):
    path = tmp_path / "CHANGELOG.md"
    path.write_text(CHANGELOG, encoding="utf-8")
    monkeypatch.setattr(help_module, "shipped_changelog", lambda: path)
    return path


def versions(releases):
    return [release.version for release in releases]


def test_the_changelog_of_the_program_is_read():
    releases = read_releases(shipped_changelog())
    assert releases
    assert len(releases[0].text) > 1000
    assert "For developers" not in releases[0].text


def test_releases_have_what_users_notice(changelog):
    releases = read_releases(changelog)
    assert versions(releases) == ["Unreleased", "0.3.0", "0.2.0"]
    assert releases[1].text == "### Changed\n\n\n\n- The third thing.\n\n### Fixed\n\n- A fault."


def test_a_missing_changelog_has_nothing_new(tmp_path):
    assert read_releases(tmp_path / "CHANGELOG.md") == ()


@pytest.mark.parametrize(
    ("seen", "current", "new"),
    [
        ("0.1.0", "0.3.0", ["0.3.0", "0.2.0"]),
        ("0.2.0", "0.3.0", ["0.3.0"]),
        ("0.3.0", "0.3.0", []),
        ("0.2.0", "0.2.9", []),
    ],
)
def test_the_versions_after_the_one_that_was_seen(changelog, seen, current, new):
    assert versions(releases_since(read_releases(changelog), seen, current)) == new


def test_what_no_version_has_yet_is_said_to_be_so(changelog):
    assert join_releases(read_releases(changelog), "Not yet").startswith("# Not yet\n\n- A thing to come.")


def shown(program):
    dialog = program.window.findChild(ReadingDialog)
    return dialog.text.toPlainText() if dialog else ""


def test_what_is_new_is_shown_once_after_an_update(make, until, folders, changelog, monkeypatch):
    monkeypatch.setattr(visavis, "__version__", "0.3.0")
    program = make(settings=Settings(welcomed=True, version_seen="0.2.0"))
    assert "The third thing." in shown(program)
    assert "The second thing." not in shown(program)
    until(folders.settings.exists)
    again = make(settings=Settings.load(folders.settings))
    assert shown(again) == ""


def test_the_first_start_tells_nothing_and_remembers_its_version(make, changelog, monkeypatch):
    monkeypatch.setattr(visavis, "__version__", "0.3.0")
    program = make(settings=Settings())
    program.window.welcome.agreed.emit()
    assert shown(program) == ""
    assert program.settings.version_seen == "0.3.0"


def test_the_menu_shows_all_of_it(make, changelog):
    program = make()
    program.window.actions_.changes.trigger()
    assert all(text in shown(program) for text in ("The third thing.", "The second thing.", "A thing to come."))


@pytest.mark.parametrize(("locale", "is_told"), [("de_DE", True), ("zh_CN", True), ("en_US", False), ("fr_FR", False)])
def test_a_list_in_another_language_than_the_window_says_so(make, changelog, locale, is_told):
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        program = make()
        program.window.actions_.changes.trigger()
        assert ("This list exists in English only." in shown(program)) == is_told
    finally:
        QLocale.setDefault(before)
