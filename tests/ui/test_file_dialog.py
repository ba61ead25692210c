"""Dialogs that open files begin where such files are, and later where the user was last."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from visavis.ui.file_dialog import StartFolder, ask_file, ask_files, ask_folder, ask_save, first_folder

PLACES = QStandardPaths.StandardLocation
NAMES = {
    PLACES.PicturesLocation: "Pictures",
    PLACES.MoviesLocation: "Movies",
    PLACES.DocumentsLocation: "Documents",
}


@pytest.fixture(autouse=True)
def desktop(tmp_path, monkeypatch):
    """The folders of the desktop."""
    for name in NAMES.values():
        (tmp_path / name).mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(tmp_path / NAMES[place]))
    return tmp_path


def dialog_of(window, until):
    until(lambda: window.findChild(QFileDialog) is not None)
    dialog = window.findChild(QFileDialog)
    folder = Path(dialog.directory().absolutePath())
    dialog.reject()
    until(lambda: window.findChild(QFileDialog) is None)
    return folder


@pytest.mark.parametrize(
    ("action", "folder"),
    [
        ("import_folder", "Pictures"),
        ("import_pictures", "Pictures"),
        ("enroll", "Movies"),
        ("file", "Movies"),
        ("folder", "Pictures"),
    ],
)
def test_each_begins_in_pictures_or_videos(make, until, desktop, action, folder):
    window = make().window
    (getattr(window.actions_, action, None) or getattr(window.chooser, action)).trigger()
    assert dialog_of(window, until) == desktop / folder


@pytest.mark.parametrize("ask", [ask_folder, ask_save])
def test_where_there_is_no_such_folder_it_begins_at_home(qtbot, desktop, monkeypatch, ask):
    (desktop / "Documents").rmdir()
    monkeypatch.setattr(Path, "home", lambda: desktop)
    window = QWidget()
    qtbot.addWidget(window)
    more = ("notes.txt",) if ask is ask_save else ()
    dialog = ask(window, "Open", StartFolder.DOCUMENTS, *more, print)
    assert Path(dialog.directory().absolutePath()) == desktop
    assert dialog.selectedFiles() == [str(desktop / "notes.txt" if ask is ask_save else desktop)]
    dialog.reject()


def test_a_folder_of_pictures_is_a_source(make, until, desktop, qtbot):
    window = make().window
    window.chooser.folder.trigger()
    dialog = window.findChild(QFileDialog)
    with qtbot.waitSignal(window.chooser.chosen) as chosen:
        dialog.filesSelected.emit([str(desktop / "Pictures")])
    assert chosen.args == [str(desktop / "Pictures")]


@pytest.mark.parametrize("ask", [ask_file, ask_files, ask_folder])
def test_the_next_one_begins_where_this_one_ended(qtbot, desktop, ask):
    window = QWidget()
    qtbot.addWidget(window)
    there = desktop / "elsewhere"
    there.mkdir()
    chosen = []
    more = () if ask is ask_folder else ("",)
    dialog = ask(window, "Open", StartFolder.PICTURES, *more, chosen.append)
    dialog.setDirectory(str(there))
    dialog.filesSelected.emit([str(there / "a.png")])
    dialog.reject()
    assert chosen == [[there / "a.png"] if ask is ask_files else there / "a.png"]
    assert first_folder(window, StartFolder.PICTURES) == str(there)
    assert first_folder(window, StartFolder.VIDEOS) == str(desktop / "Movies")
