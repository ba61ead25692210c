"""The list of recordings: whom they show, played and deleted by mouse and by keyboard."""

import shutil

import pytest
from PySide6.QtCore import Qt

from support.tagging.recordings import noise_frame, write_recording
from support.ui_fakes import FakeSource
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.recordings.index import INDEX_FILE
from visavis.recordings.store import RecordingStore
from visavis.sources import open_source
from visavis.ui.picture.recordings_dialog import RecordingsDialog
from visavis.ui.widgets.question_dialog import QuestionDialog


@pytest.fixture
def two(folders):
    """An older recording of Ada and somebody unknown, and a newer one of Bob."""
    PeopleStore(folders.people).create(PersonName("Ada"))
    home = folders.recordings
    older = write_recording(home, [noise_frame(index) for index in range(12)])
    older.path.rename(home / "20200101T000000Z")
    newer = write_recording(home, [noise_frame(index) for index in range(4)], ("Bob",))
    return home / "20200101T000000Z", newer.path


@pytest.fixture
def opened(make, two, qtbot, until):
    """The program, and its list."""
    program = make(open_source=lambda text: FakeSource() if text == "fake" else open_source(text, paced=True))
    window = program.window
    until(lambda: window.video.frame is not None)
    window.activateWindow()
    until(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    until(lambda: window.findChild(RecordingsDialog) is not None)
    return program, window.findChild(RecordingsDialog)


def shown(dialog):
    items = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    return [(item.text(1), item.text(2)) for item in items]


def test_it_says_how_long_they_are_and_who_is_in_them(opened):
    _, dialog = opened
    assert shown(dialog) == [("0:00", "Bob"), ("0:01", "Ada, unknown people")]


def test_enter_plays_the_recording_without_remembering_it(opened, two, qtbot, until):
    program, dialog = opened
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    until(lambda: program.live.chosen.text == str(two[0]))
    until(lambda: program.window.video.frame is not None and program.window.video.frame.source == "camera")
    until(lambda: program.window.findChild(RecordingsDialog) is None)
    assert program.settings.source != str(two[0])


def test_the_button_plays_it(opened, two, qtbot, until):
    program, dialog = opened
    qtbot.mouseClick(dialog.play, Qt.MouseButton.LeftButton)
    until(lambda: program.live.chosen.text == str(two[1]))


@pytest.mark.parametrize("by_keyboard", [False, True])
def test_one_is_deleted_after_asking(opened, two, folders, qtbot, until, by_keyboard):
    _, dialog = opened
    if by_keyboard:
        dialog.activateWindow()
        until(dialog.isActiveWindow)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    else:
        qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    question = dialog.findChild(QuestionDialog)
    assert "Bob" in question.accessibleDescription()
    assert len(RecordingStore(folders.recordings).recordings()) == 2
    qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    until(lambda: shown(dialog) == [("0:01", "Ada, unknown people")])
    assert [each.path for each in RecordingStore(folders.recordings).recordings()] == [two[0]]


def test_without_consent_nothing_is_deleted(opened, folders, qtbot, until):
    _, dialog = opened
    qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.findChild(QuestionDialog).no, Qt.MouseButton.LeftButton)
    until(lambda: dialog.findChild(QuestionDialog) is None)
    assert len(RecordingStore(folders.recordings).recordings()) == 2


def test_a_damaged_one_can_be_deleted_but_not_played(make, two, qtbot, until):
    (two[1] / INDEX_FILE).write_text("{")
    program = make()
    program.window.actions_.recordings.trigger()
    until(lambda: program.window.findChild(RecordingsDialog) is not None)
    dialog = program.window.findChild(RecordingsDialog)
    assert shown(dialog)[0][1] == "Damaged"
    assert (dialog.play.isEnabled(), dialog.delete.isEnabled()) == (False, True)
    assert "damaged" in dialog.play.toolTip()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.play.isEnabled()


def test_without_any_it_says_how_to_make_one(make, two, folders, until):
    shutil.rmtree(folders.recordings)
    program = make()
    program.window.actions_.recordings.trigger()
    until(lambda: program.window.findChild(RecordingsDialog) is not None)
    dialog = program.window.findChild(RecordingsDialog)
    assert dialog.empty.isVisible()
    assert not dialog.play.isEnabled()
    assert not dialog.delete.isEnabled()
