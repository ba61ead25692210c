"""Exports from the window: people as folders, visits as a table."""

import csv
from datetime import timedelta

from PySide6.QtWidgets import QFileDialog

from support.visits import NOON
from visavis.people.names import PersonName
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import SightingChange, SightingStore


def export_to(program, folder):
    program.window.actions_.export_people.trigger()
    program.window.findChild(QFileDialog).filesSelected.emit([str(folder)])


def test_people_are_exported_as_folders_named_after_them(make, people, until, tmp_path):
    program = make()
    export_to(program, tmp_path)
    until(lambda: program.window.banner.text == f"4 pictures exported to {tmp_path / 'Visavis people'}.")
    folders = (tmp_path / "Visavis people").iterdir()
    assert {folder.name: len(list(folder.iterdir())) for folder in folders} == {"Ada": 2, "Bob": 2}


def test_a_second_export_leaves_the_first_alone(make, people, until, tmp_path):
    program = make()
    export_to(program, tmp_path)
    until(lambda: "Visavis people." in program.window.banner.text)
    program.exports.export_people(tmp_path)
    until(lambda: "Visavis people-2." in program.window.banner.text)
    assert len(list(tmp_path.glob("Visavis people*"))) == 2


def test_without_people_it_says_so(make, until, tmp_path):
    program = make()
    export_to(program, tmp_path)
    until(lambda: program.window.banner.text == "There is nobody to export.")
    assert list(tmp_path.glob("Visavis*")) == []


def save_visits(folders, *sightings):
    slugs = {each.name: each.person for each in sightings}
    changes = [SightingChange(each, False) for each in sightings]
    SightingStore(folders.sightings).save(changes, lambda name: (slugs[name], name, ""), timedelta(0))


def export_visits(program, path):
    program.window.actions_.export_sightings.trigger()
    program.window.findChild(QFileDialog).fileSelected.emit(str(path))


def test_visits_are_saved_with_the_names_that_people_have_now(make, people, folders, until, tmp_path):
    ada = next(person for person in people.people() if person.name == "Ada")
    save_visits(
        folders,
        Sighting("Ada", "camera", NOON, NOON, 0.9, ada.slug),
        Sighting("=cmd()", "camera", NOON, NOON, 0.8),
    )
    people.rename(ada, PersonName("Augusta"))
    program = make()
    path = tmp_path / "visits.csv"
    export_visits(program, path)
    until(lambda: program.window.banner.text == f"2 visits saved as {path}.")
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    assert {row["name"] for row in rows} == {"Augusta", "'=cmd()"}  # no spreadsheet takes a name for a formula


def test_without_visits_it_says_how_they_are_recorded(make, until, tmp_path):
    program = make()
    export_visits(program, tmp_path / "visits.csv")
    until(lambda: program.window.banner.text == f"0 visits saved as {tmp_path / 'visits.csv'}.")
    assert "in the settings" in program.window.banner.accessibleDescription()
