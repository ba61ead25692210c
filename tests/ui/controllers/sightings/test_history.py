"""The history by mouse and keyboard: filters, corrections that are learned, names for guests, deleting, exporting."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from support.screens.visit_screens import record, this_day
from support.screens.window_screens import Screens
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.sightings.guest_store import GuestStore
from visavis.sightings.store import SightingStore
from visavis.ui.history.visit_rows import UNKNOWN


@pytest.fixture
def screens(make, until, folders):
    return Screens(make, until, folders)


def questions(window):
    return [child for child in window.children() if child.objectName() in {"question", "recording"}]


def asked(window, until):
    until(lambda: any(each.isVisible() for each in questions(window)))
    return next(each for each in questions(window) if each.isVisible())


def stored(folders):
    return [(each.name, each.guest) for each in SightingStore(folders.sightings).sightings()]


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def select(page, who):
    page.list.select_rows([number for number, row in enumerate(page.listed) if row.who == who][:1])


# The question


def test_recording_is_asked_once_and_is_off_until_the_user_says_yes(screens, until, folders):
    program = screens.program()
    window = program.window
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    dialog = asked(window, until)
    assert "nothing is kept" in dialog.accessibleDescription()
    assert str(folders.sightings) in dialog.accessibleDescription()
    QTest.keyClick(dialog, Qt.Key.Key_Return)  # the default answer
    assert not program.settings.sightings
    window.activateWindow()
    window.actions_.people.trigger()
    window.actions_.history.trigger()
    assert not any(each.isVisible() for each in questions(window))
    assert window.history.record.isVisible()  # it can still be turned on


def test_what_is_chosen_in_the_question_is_what_is_recorded(screens, until):
    program = screens.program()
    program.window.actions_.history.trigger()
    dialog = asked(program.window, until)
    click(dialog.rows["sightings_unknown"].control)
    dialog.rows["sightings_days"].control.setCurrentIndex(1)
    click(dialog.yes)
    settings = program.settings
    assert (settings.sightings, settings.sightings_unknown, settings.sightings_days) == (True, True, 7)
    assert not settings.sightings_pictures


# The list


def test_filters_narrow_the_list_and_the_chart(screens):
    page = screens.history().history
    assert {lane.who for lane in page.chart.lanes} == {"Ada", "Bob", "Guest 1", "Guest 2"}
    page.filters.person.setFocus()
    QTest.keyClick(page.filters.person, Qt.Key.Key_Down)
    assert {row.who for row in page.listed} == {"Ada"}
    page.filters.clear()
    page.filters.person.setCurrentIndex(page.filters.person.findText("Unknown people"))
    assert page.filters.chosen.person == (UNKNOWN,)
    assert [row.who for row in page.listed] == ["Guest 1", "Guest 2", "Guest 1"]
    page.filters.clear()
    page.filters.source.setCurrentIndex(page.filters.source.findText("Desk"))
    assert [row.who for row in page.listed] == ["Bob"]
    assert [lane.who for lane in page.chart.lanes] == ["Bob"]
    page.filters.clear()
    page.filters.day.setCurrentIndex(1)
    assert len(page.listed) == 6


def test_new_visits_appear_and_the_selection_stays(screens, until, folders):
    window = screens.history()
    page = window.history
    [before] = page.selected_visits()
    record(folders, ("Bob", this_day(20), "Garden"))
    until(lambda: page.model.rowCount() == 8)
    assert [row.sighting.id for row in page.selected_visits()] == [before.sighting.id]


def test_escape_returns_to_the_picture(screens, until):
    window = screens.history()
    page = window.history
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Escape)  # nothing is selected any more
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert window.live.isVisible()
    assert window.video.hasFocus()


# That was wrong


def test_a_wrong_name_is_corrected_learned_and_can_be_undone(screens, until, folders):
    window = screens.history()
    people = PeopleStore(folders.people)
    before = {name: len(people.samples(people.find(name))) for name in ("Ada", "Bob")}
    select(window.history, "Ada")
    QTest.keyClick(window.history.list, Qt.Key.Key_Return)
    dialog = asked(window, until)
    assert "learned" in dialog.accessibleDescription()
    QTest.keyClicks(dialog.field, "bob")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    until(lambda: "its picture is learned" in window.toast.text)
    assert stored(folders)[-1] == ("Bob", None)
    assert len(people.samples(people.find("Bob"))) == before["Bob"] + 1
    assert len(people.samples(people.find("Ada"))) == before["Ada"]
    click(window.toast.button)
    until(lambda: stored(folders)[-1] == ("Ada", None))
    assert len(people.samples(people.find("Bob"))) == before["Bob"]


def test_nobody_i_know_is_learned_as_a_stranger(screens, until, folders):
    window = screens.history()
    select(window.history, "Ada")
    click(window.history.correct)
    click(asked(window, until).also[0])
    until(lambda: stored(folders)[-1] == (None, None))
    until(lambda: len(RejectionStore(folders.strangers).rejections()) == 1)


def test_without_a_picture_it_is_said_what_is_missing_and_only_the_visit_changes(screens, until, folders):
    program = screens.program()
    program.settings_store.change(sightings_asked=True)
    record(folders, ("Ada", this_day(10), "Desk"), pictures=False)
    window = program.window
    window.actions_.history.trigger()
    until(lambda: window.history.model.rowCount() == 1)
    select(window.history, "Ada")
    click(window.history.correct)
    dialog = asked(window, until)
    assert "No picture of this visit was kept" in dialog.accessibleDescription()
    dialog.field.setText("Zoe")
    click(dialog.yes)
    until(lambda: "Nobody is called Zoe" in window.banner.text)
    assert stored(folders) == [("Ada", None)]
    click(window.history.correct)
    until(lambda: len([each for each in questions(window) if each.isVisible()]) == 1)
    dialog = asked(window, until)
    dialog.field.setText("Bob")
    click(dialog.yes)
    until(lambda: stored(folders) == [("Bob", None)])
    assert len(PeopleStore(folders.people).samples(PeopleStore(folders.people).find("Bob"))) == 3


# Deleting and exporting


def test_one_visit_a_day_and_everything_are_deleted_after_a_question(screens, until, folders):
    window = screens.history()
    page = window.history
    select(page, "Bob")
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    dialog = asked(window, until)
    QTest.keyClick(dialog, Qt.Key.Key_Return)  # it cannot be undone, so Enter means no
    assert len(stored(folders)) == 7
    window.activateWindow()
    click(page.delete_selected)
    click(asked(window, until).yes)
    until(lambda: len(stored(folders)) == 6)
    until(lambda: page.model.rowCount() == 6)
    page.filters.day.setCurrentIndex(page.filters.day.count() - 1)  # yesterday
    click(page.delete_day)
    click(asked(window, until).yes)
    until(lambda: len(stored(folders)) == 5)
    until(lambda: page.model.rowCount() == 5)
    click(page.delete_everything)
    click(asked(window, until).yes)
    until(lambda: stored(folders) == [])
    until(lambda: not page.pages.isVisible())


def test_what_is_listed_is_exported_and_no_cell_is_a_formula(screens, until, folders, tmp_path):
    window = screens.program().window
    record(folders, ("Ada", this_day(10), "=cmd()"), ("Bob", this_day(11), "Desk"))
    window.actions_.history.trigger()
    questions(window)[0].reject()
    page = window.history
    until(lambda: page.model.rowCount() == 2)
    page.filters.person.setCurrentIndex(page.filters.person.findText("Ada"))
    click(page.export)
    dialog = next(each for each in window.findChildren(QApplication.activeModalWidget().__class__) if each.isVisible())
    path = tmp_path / "visits.csv"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    until(path.exists)
    rows = list(csv.DictReader(path.read_text().splitlines()))
    assert [(row["name"], row["source"]) for row in rows] == [("Ada", "'=cmd()")]


# Guests


def test_a_named_guest_becomes_a_person_who_is_learned_at_once(screens, until, folders):
    window = screens.guests()
    click(window.history.name)
    dialog = asked(window, until)
    QTest.keyClicks(dialog.field, "Cem")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    people = PeopleStore(folders.people)
    until(lambda: "Cem" in [person.name for person in people.people()])
    assert len(people.samples(people.find("Cem"))) == 2
    until(lambda: [name for name, _ in stored(folders)].count("Cem") == 2)
    until(lambda: "Cem" in [row.name for row in window.people.model.rows])
    until(lambda: window.history.guests.rowCount() == 1)


def test_a_guest_who_is_somebody_known_gets_their_name(screens, until, folders):
    window = screens.guests()
    window.history.grid.setFocus()
    QTest.keyClick(window.history.grid, Qt.Key.Key_Return)
    dialog = asked(window, until)
    dialog.field.setText("Ada")
    click(dialog.yes)
    until(lambda: [name for name, _ in stored(folders)].count("Ada") == 4)
    people = PeopleStore(folders.people)
    assert len(people.samples(people.find("Ada"))) == 5


def test_a_guest_is_ignored_visibly_and_reversibly(screens, until, folders):
    window = screens.guests()
    guests = GuestStore(folders.sightings)
    click(window.history.leave_out)
    until(lambda: all(each.is_ignored for each in guests.guests()))
    until(lambda: window.history.leave_out.text() == "Record again")
    assert "Ignored" in window.history.guests.rows[0].details
    click(window.history.leave_out)
    until(lambda: not guests.find(1).is_ignored)
    until(window.toast.button.isVisible)
    click(window.toast.button)
    until(lambda: guests.find(1).is_ignored)


def test_a_guest_is_discarded_with_the_visits_after_a_question(screens, until, folders):
    window = screens.guests()
    window.history.grid.setFocus()
    QTest.keyClick(window.history.grid, Qt.Key.Key_Delete)
    click(asked(window, until).yes)
    until(lambda: [each.id for each in GuestStore(folders.sightings).guests()] == [2])
    assert (None, 1) not in stored(folders)


def test_the_review_offers_guests_as_groups_when_no_face_is_asked_about(make, until, folders):
    record(folders, (1, this_day(9), "Door"), (1, this_day(11), "Door"), (2, this_day(10), "Door"))
    window = make().window
    window.actions_.review.trigger()
    until(lambda: window.review.guests.text == "1 guest came several times.")
    click(window.review.guests.button)
    assert window.history.isVisible()
    assert window.history.on_guests
    [*_, dialog] = questions(window)
    dialog.reject()
    until(lambda: window.history.guests.rowCount() == 2)
    window.history.grid.select_rows([0])
    click(window.history.leave_out)
    window.actions_.review.trigger()
    until(lambda: not window.review.guests.text)
