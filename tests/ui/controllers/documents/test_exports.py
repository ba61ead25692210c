"""Exports from the window: people as folders."""

from PySide6.QtWidgets import QFileDialog


def export_to(program, folder):
    program.window.actions_.export_people.trigger()
    program.window.findChild(QFileDialog).fileSelected.emit(str(folder))


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
