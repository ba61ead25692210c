"""Looking for a newer version: the user is asked first, and once a day is once a day."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

import visavis
from visavis.errors import UpdateError
from visavis.ui.controllers.documents.versions import VersionsController
from visavis.ui.widgets.question_dialog import QuestionDialog
from visavis.update_check import Update

FEED = "https://example.org/feed.json"
NEWER = Update("99.0", "https://example.org/new")


@pytest.fixture
def versions(make, monkeypatch):
    """A program, and a controller whose answers and asked addresses are lists."""
    program = make()
    asked, answers = [], [NEWER]

    def fetch(feed):
        asked.append(feed)
        if isinstance(answers[0], Exception):
            raise answers[0]
        return answers[0]

    program.window.actions_.update.triggered.disconnect()
    program.settings_store.change(update_feed=FEED)
    controller = VersionsController(
        program.settings_store, program.window, program, fetch=fetch, today=lambda: date(2026, 1, 1)
    )
    controller.asked, controller.answers, controller.program = asked, answers, program
    return controller


def question(program):
    dialogs = [dialog for dialog in program.window.findChildren(QuestionDialog) if dialog.isVisible()]
    return dialogs[-1] if dialogs else None


def title(program):
    dialog = question(program)
    return dialog.windowTitle() if dialog else ""


def test_nobody_is_asked_by_default(versions):
    versions.begin()
    assert not versions.asked
    assert versions.program.settings.updates_checked is None


def test_once_a_day_if_turned_on(versions, qtbot):
    versions.program.settings_store.change(check_updates=True)
    versions.begin()
    qtbot.waitUntil(lambda: question(versions.program) is not None)
    assert versions.asked == [FEED]
    assert "99.0" in question(versions.program).windowTitle()
    versions.begin()
    assert versions.asked == [FEED]
    assert versions.program.settings.updates_checked == "2026-01-01"


def test_the_user_reads_who_is_asked_before_anybody_is(versions, qtbot):
    versions.program.window.actions_.update.trigger()
    dialog = question(versions.program)
    assert "example.org" in dialog.accessibleDescription()
    assert visavis.__version__ in dialog.accessibleDescription()
    assert not versions.asked
    qtbot.mouseClick(dialog.no, Qt.MouseButton.LeftButton)
    assert not versions.asked


def test_the_newest_version_is_said_to_be(versions, qtbot):
    versions.answers[0] = Update(visavis.__version__, "https://example.org/new")
    versions.program.window.actions_.update.trigger()
    qtbot.mouseClick(question(versions.program).yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "is the newest version" in versions.program.window.banner.text)


def test_a_newer_one_opens_its_page_if_the_user_says_so(versions, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    versions.ask()
    question(versions.program).yes.click()
    qtbot.waitUntil(
        lambda: question(versions.program) is not None and "99.0" in question(versions.program).windowTitle()
    )
    assert not opened
    qtbot.keyClick(question(versions.program), Qt.Key.Key_Return)
    assert opened == [NEWER.page]


def test_no_answer_is_told(versions, qtbot):
    versions.answers[0] = UpdateError("{host} did not say.", host="example.org")
    versions.ask()
    question(versions.program).yes.click()
    qtbot.waitUntil(lambda: versions.program.window.banner.text == "example.org did not say.")


def test_without_an_address_that_is_said(versions):
    versions.program.settings_store.change(update_feed=None)
    versions.ask()
    assert "names no address" in versions.program.window.banner.text
    assert question(versions.program) is None


def test_without_an_address_the_setting_says_why_it_cannot_be_chosen(versions, qtbot):
    versions.program.settings_store.change(update_feed=None)
    versions.program.settings_controller.open_settings()
    row = versions.program.settings_controller._dialog.rows["check_updates"]
    assert not row.control.isEnabled()
    assert "names no address" in row.control.toolTip()
