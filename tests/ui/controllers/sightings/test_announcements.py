"""Quiet notifications: only if wanted, only of those who were chosen, once a visit, and a click raises the window."""

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest

from support.ui_fakes import naming
from support.visits import NOON
from visavis.people.store import PeopleStore
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import SightingStore
from visavis.ui.controllers.sightings import announcements


class FakeTray(QObject):
    """A tray that remembers what it showed."""

    messageClicked = Signal()  # noqa: N815  Qt's name

    def __init__(self):
        super().__init__()
        self.shown, self.is_visible = [], False

    def show(self):
        self.is_visible = True

    def hide(self):
        self.is_visible = False

    def showMessage(self, title, message, icon, milliseconds):  # noqa: N802
        self.shown.append((title, message))


@pytest.fixture
def tray(monkeypatch):
    tray = FakeTray()
    monkeypatch.setattr(announcements, "open_tray", lambda window: tray)
    return tray


@pytest.fixture
def program(make, until, people, tray):
    program = make(load_pipeline=lambda wanted, told: naming("Ada"))
    until(lambda: program.window.people.model.rowCount() == 2)
    return program


def choose(program, until, name):
    panel = program.window.people
    panel.select(next(row.person.slug for row in panel.model.rows if row.name == name))
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(program.window, Qt.Key.Key_A, keys)
    until(lambda: any(row.person.is_announced for row in program.overview.current.rows))


def test_nothing_is_said_unless_it_is_wanted(program, until, tray):
    until(lambda: [visit.name for visit in program.recorder.present] == ["Ada"])
    assert not tray.is_visible
    assert tray.shown == []


def test_a_chosen_person_is_announced_once_and_nothing_is_recorded(program, until, tray, folders):
    choose(program, until, "Ada")
    assert program.settings.announce == "chosen"
    until(lambda: tray.shown == [("Ada is here.", "fake")])
    until(lambda: program.recorder.present[0].last - program.recorder.present[0].first > 1)
    assert len(tray.shown) == 1
    assert not SightingStore(folders.sightings).exists()


def test_who_was_not_chosen_is_not_announced(program, until, tray):
    choose(program, until, "Bob")
    program.announcements.announce(sighting(program, "Ada"))
    program.announcements.announce(sighting(program, None))
    program.announcements.announce(sighting(program, "Bob"))
    assert tray.shown[-1] == ("Bob is here.", "Desk")
    assert all(title != "Ada is here." for title, _ in tray.shown)


def test_somebody_unknown_is_announced_where_that_is_wanted(program, tray):
    program.settings_store.change(announce="unknown")
    program.announcements.announce(sighting(program, None))
    assert tray.shown[-1] == ("Guest 3 is here.", "Desk")


def test_a_click_raises_the_window(program, until, tray):
    program.settings_store.change(announce="unknown")
    program.window.showMinimized()
    tray.messageClicked.emit()
    until(lambda: not program.window.isMinimized())


def test_the_choice_is_undone_and_goes_with_the_person(program, until, folders):
    choose(program, until, "Ada")
    people = PeopleStore(folders.people)
    assert people.find("Ada").is_announced
    until(program.window.toast.button.isVisible)
    program.history.undo()
    until(lambda: not people.find("Ada").is_announced)


def test_turned_off_there_is_no_icon(program, tray):
    program.settings_store.change(announce="unknown")
    assert tray.is_visible
    program.settings_store.change(announce="off")
    assert not tray.is_visible
    program.announcements.announce(sighting(program, None))
    assert tray.shown == []


def test_without_a_tray_the_setting_says_so(make, until, people):
    program = make()
    program.window.actions_.settings.trigger()
    dialog = next(child for child in program.window.children() if hasattr(child, "camera_rows"))
    control = dialog.rows["announce"].control
    assert not control.isEnabled()
    assert "no tray" in control.toolTip()


def sighting(program, name):
    rows = program.overview.current.rows
    slug = next((row.person.slug for row in rows if row.name == name), None)
    return Sighting(name, "Desk", NOON, NOON, 0.9, slug, None if name else 3)
