"""Optional parts from the window: what is missing is offered, fetched after a click, and used without a restart."""

import threading
from dataclasses import replace

import pytest

from support.ui_fakes import FakeSource
from visavis.errors import InstallationError, MissingExtraError, TrainingError
from visavis.messages import Message
from visavis.process.extra_installation import InstallationProgress
from visavis.process.extras import EXTRAS, VIDEO, Extra
from visavis.ui.controllers import extras
from visavis.ui.extras.card import ExtrasCard
from visavis.ui.extras.dialog import ExtraDialog, InstallationState
from visavis.ui.extras.texts import purpose
from visavis.ui.text.notices import Notice

PART = Extra("part", "a test", {"no_such_package": "Nothing"}, 12, 34)


class FakeInstaller:
    """Installs nothing, in two steps; it waits in the second until it is let go or cancelled."""

    made = 0

    def __init__(self, extra, *, refused=None, error=None):
        FakeInstaller.made += 1
        self.extra = extra
        self.refused, self.error = refused, error
        self.is_cancelled = False
        self.go_on = threading.Event()

    def refusal(self):
        return self.refused

    def __iter__(self):
        yield InstallationProgress(Message("Looking for the packages"))
        yield InstallationProgress(Message("Unpacking {count} packages", count=2), 0.5)
        self.go_on.wait(20)
        if self.error and not self.is_cancelled:
            raise self.error

    def cancel(self):
        self.is_cancelled = True
        self.go_on.set()


@pytest.fixture
def program(make, monkeypatch):
    """A program that lacks one part; `installers` are those that were made."""
    monkeypatch.setattr(extras, "EXTRAS", (PART,))
    program = make()
    program.installers = []

    def create(extra, **changes):
        program.installers.append(FakeInstaller(extra, **changes))
        return program.installers[-1]

    program.privacy.extras._create_installer = create
    return program


def open_dialog(program):
    program.tell(Notice.of(MissingExtraError("It is missing.", hint="Install it: …", extra="part"), "test"))
    assert program.window.banner.install.isVisible()
    program.window.banner.install.click()
    return program.window.findChild(ExtraDialog)


def test_nothing_is_fetched_before_the_click_and_the_size_is_said(program, until):
    dialog = open_dialog(program)
    assert "12 MB are downloaded, and 34 MB of disk" in dialog.body.text()
    assert "Nothing" in dialog.body.text()
    assert not [each for each in program.installers if each.go_on.is_set()]
    assert len(program.installers) == 1  # it was asked whether it can install
    dialog.leave.click()
    until(lambda: program.window.findChild(ExtraDialog) is None)


def test_what_was_missing_works_after_the_click(program, until, monkeypatch):
    dialog = open_dialog(program)
    told = []
    program.privacy.extras.installed.connect(told.append)
    dialog.start.click()
    until(lambda: dialog.bar.value() == 500)
    assert dialog.state is InstallationState.RUNNING
    assert dialog.step.text() == "Unpacking 2 packages"
    assert not dialog.start.isEnabled()
    program.installers[-1].go_on.set()
    until(lambda: told == ["part"])
    assert dialog.state is InstallationState.INSTALLED
    assert "works from now on" in dialog.step.text()
    assert program.window.banner.text == ""  # the notice is answered
    dialog.leave.click()


def test_a_source_that_could_not_be_opened_without_it_is_opened_again(program, until):
    opened = []

    def open_source(text):
        opened.append(text)
        if len(opened) == 1:
            raise MissingExtraError("It is missing.", hint="Install it: …", extra="part")
        return FakeSource()

    program.live._dependencies = replace(program.live._dependencies, open_source=open_source)
    program.live.open_source("other")
    until(program.window.banner.install.isVisible)
    program.privacy.extras.installed.emit("another part")
    assert opened == ["other"]
    program.privacy.extras.installed.emit("part")
    until(lambda: opened == ["other", "other"])
    program.privacy.extras.installed.emit("part")
    assert opened == ["other", "other"]


@pytest.mark.parametrize("way", ["button", "escape"])
def test_a_cancelled_installation_says_that_nothing_changed_and_can_be_tried_again(program, until, way):
    dialog = open_dialog(program)
    dialog.start.click()
    until(lambda: dialog.step.text() == "Unpacking 2 packages")
    dialog.leave.click() if way == "button" else dialog.reject()
    until(lambda: dialog.state is InstallationState.OFFERED)
    assert dialog.step.text() == "Cancelled: nothing has changed."
    assert dialog.start.isEnabled()
    assert program.window.banner.install.isVisible()
    dialog.leave.click()


def test_a_failure_says_why(program, until):
    error = InstallationError("The packages could not be installed: no network.", hint="Nothing has changed.")
    create = program.privacy.extras._create_installer
    program.privacy.extras._create_installer = lambda extra: create(extra, error=error)
    dialog = open_dialog(program)
    dialog.start.click()
    until(lambda: dialog.step.text() == "Unpacking 2 packages")
    program.installers[-1].go_on.set()
    until(lambda: dialog.state is InstallationState.OFFERED)
    assert dialog.step.text() == "The packages could not be installed: no network. Nothing has changed."
    dialog.leave.click()


def test_where_it_cannot_be_installed_the_command_is_there_to_copy(program, qapp):
    create = program.privacy.extras._create_installer
    program.privacy.extras._create_installer = lambda extra: create(extra, refused=Message("The system manages it."))
    dialog = open_dialog(program)
    assert "The system manages it." in dialog.body.text()
    assert not dialog.start.isVisible()
    assert dialog.command.text() == PART.command
    dialog.copy.click()
    assert qapp.clipboard().text() == PART.command
    dialog.leave.click()


def test_closing_the_window_ends_an_installation(program, until):
    dialog = open_dialog(program)
    dialog.start.click()
    until(lambda: dialog.step.text() == "Unpacking 2 packages")
    program.quit()
    assert program.installers[-1].is_cancelled


def test_the_settings_list_every_part(make, until, monkeypatch):
    whole = Extra("whole", "a test", {"json": "JSON"}, 1, 1)
    monkeypatch.setattr(extras, "EXTRAS", (PART, whole))
    program = make()
    program.window.actions_.settings.trigger()
    card = program.window.findChild(ExtrasCard)
    until(card.isVisible)
    assert card.buttons["part"].isVisible()
    assert not card.buttons["whole"].isVisible()
    wanted = []
    card.wanted.connect(wanted.append)
    program.privacy.extras._create_installer = FakeInstaller
    card.buttons["part"].click()
    assert wanted == ["part"]
    program.privacy.extras._dialog.reject()


@pytest.mark.parametrize("extra", EXTRAS, ids=lambda extra: extra.name)
def test_every_part_is_described(extra):
    assert purpose(extra) != extra.purpose


def test_an_error_without_an_extra_offers_nothing(make):
    program = make()
    program.tell(Notice.of(TrainingError("No."), "test"))
    assert not program.window.banner.install.isVisible()
    program.tell(Notice.of(TrainingError("No.", extra=VIDEO.name), "test"))
    assert program.window.banner.install.isVisible()
