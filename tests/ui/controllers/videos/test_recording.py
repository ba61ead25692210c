"""Recording in the window: by mouse and by keyboard, asked once, shown while it goes on, whole at the end."""

import shutil
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from support.ui_fakes import FakeSource, naming, picture
from visavis import forgetting
from visavis.encryption import sealed_store
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.presence.recorder import SightingRecorder
from visavis.recordings.store import RecordingStore
from visavis.settings import Settings
from visavis.sightings.store import SightingStore
from visavis.sources import open_source
from visavis.tracking import RecordedBudget, Tracker
from visavis.ui.widgets.question_dialog import QuestionDialog

PICTURES = [picture(value) for value in range(60, 120)]


@pytest.fixture
def program(make, until):
    program = make(FakeSource(PICTURES), load_pipeline=lambda wanted, told: naming("Ada"))
    window = program.window
    until(lambda: window.video.accessibleDescription() == "Ada 90 %")
    activate(window, until)
    return program


@pytest.fixture
def agreed(program):
    program.settings_store.change(recording_agreed=True)
    return program


def activate(window, until):
    window.activateWindow()
    until(window.isActiveWindow)


def press(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F9)


def recorded(folders):
    return RecordingStore(folders.recordings).recordings()


def asked(program):
    return program.window.findChildren(QuestionDialog)


def is_shown(program, pane=0):
    return program.window.pictures.panes[pane].recording.isVisible()


def wait_for_frames(program, qtbot):
    """A recording without a picture is not kept."""
    with qtbot.waitSignals([program.live.analyzed] * 2):
        pass


def test_it_asks_once_what_is_kept_and_where(program, folders, qtbot, until):
    window = program.window
    press(qtbot, window)
    [dialog] = asked(program)
    text = dialog.accessibleDescription()
    assert all(word in text for word in ("everybody in view", str(folders.recordings), "Forgetting", "red dot"))
    qtbot.mouseClick(dialog.no, Qt.MouseButton.LeftButton)
    until(lambda: not asked(program))
    assert not is_shown(program)
    assert not window.actions_.record.isChecked()
    assert not folders.recordings.exists()
    activate(window, until)
    press(qtbot, window)
    [dialog] = asked(program)
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    until(lambda: is_shown(program))
    wait_for_frames(program, qtbot)
    until(lambda: not asked(program))
    activate(window, until)
    press(qtbot, window)
    until(lambda: len(recorded(folders)) == 1)
    press(qtbot, window)
    assert not asked(program)
    until(lambda: is_shown(program))


def test_the_dot_and_the_time_are_there_as_long_as_it_records(agreed, folders, qtbot, until):
    window = agreed.window
    press(qtbot, window)
    badge = window.pane.recording
    until(badge.isVisible)
    assert window.actions_.record.isChecked()
    assert badge.accessibleName() == "Recording"
    until(lambda: badge.accessibleDescription() == "0:01")
    assert "●" in badge.text()
    press(qtbot, window)
    until(badge.isHidden)
    assert not window.actions_.record.isChecked()
    until(lambda: "is kept in" in window.toast.text)
    [recording] = recorded(folders)
    assert str(recording.path) in window.toast.text
    assert recording.index.people == {"Ada"}
    frames = list(open_source(str(recording.path), paced=False))
    assert len(frames) == len(recording.index.frames) > 10


def test_the_menu_does_the_same(agreed, folders, qtbot, until):
    agreed.window.actions_.record.trigger()
    until(lambda: is_shown(agreed))
    wait_for_frames(agreed, qtbot)
    agreed.window.actions_.record.trigger()
    until(lambda: len(recorded(folders)) == 1)


def test_closing_the_window_completes_the_recording(agreed, folders, qtbot, until):
    press(qtbot, agreed.window)
    until(lambda: agreed.window.pane.recording.accessibleDescription() == "0:01")
    agreed.window.close()
    assert agreed.all_ended
    [recording] = recorded(folders)
    assert len(list(open_source(str(recording.path), paced=False))) == len(recording.index.frames) > 0
    assert [path.name for path in folders.recordings.iterdir()] == [recording.name]  # nothing half done beside it


@pytest.mark.parametrize("has_begun", [False, True])
def test_ending_at_once_leaves_nothing_behind(agreed, folders, qtbot, until, has_begun):
    press(qtbot, agreed.window)
    if has_begun:
        until(lambda: is_shown(agreed))
    press(qtbot, agreed.window)
    until(lambda: agreed.window.toast.text != "")
    agreed.window.close()
    assert {path.name for path in folders.recordings.iterdir()} == {each.name for each in recorded(folders)}


def test_another_source_ends_it(make, folders, qtbot, until):
    program = make(
        open_source=lambda text: FakeSource(name=text), settings=Settings(welcomed=True, recording_agreed=True)
    )
    until(lambda: bool(program.window.video.marks))
    program.window.actions_.record.trigger()
    until(lambda: is_shown(program))
    until(lambda: program.window.pane.recording.accessibleDescription() == "0:01")
    program.window.chooser.chosen.emit("other")
    until(lambda: len(recorded(folders)) == 1)
    assert not is_shown(program)
    assert {part.source for part in recorded(folders)[0].index.parts} == {"fake"}


def test_the_chosen_picture_is_recorded(make, folders, until):
    program = make(
        open_source=lambda text: FakeSource(name=text), settings=Settings(welcomed=True, recording_agreed=True)
    )
    program.live.open_second("other")
    until(lambda: bool(program.window.pictures.panes[1].video.marks))
    program.window.actions_.record.trigger()
    until(lambda: is_shown(program, 1))
    assert not is_shown(program, 0)
    until(lambda: program.window.pictures.panes[1].recording.accessibleDescription() == "0:01")
    program.live.remove_second()
    until(lambda: len(recorded(folders)) == 1)
    assert {part.source for part in recorded(folders)[0].index.parts} == {"other"}


def test_an_encrypted_folder_is_refused_in_the_words_of_the_core(agreed, folders, qtbot, until, monkeypatch):
    sealed = SimpleNamespace(seals=True)
    monkeypatch.setattr(sealed_store, "find_store", lambda path: sealed if path == folders.recordings else None)
    press(qtbot, agreed.window)
    until(lambda: agreed.window.banner.text != "")
    assert "No live session is recorded in an encrypted data folder" in agreed.window.banner.text
    assert not agreed.window.actions_.record.isChecked()
    assert not is_shown(agreed)


def test_a_full_disk_ends_it_and_keeps_what_there_is(agreed, folders, qtbot, until, monkeypatch):
    press(qtbot, agreed.window)
    until(lambda: agreed.window.pane.recording.accessibleDescription() == "0:01")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=1000))
    until(lambda: "less than 200 MB are free" in agreed.window.banner.text)
    until(lambda: not is_shown(agreed))
    until(lambda: len(recorded(folders)) == 1)
    assert not agreed.window.actions_.record.isChecked()


def test_a_disk_that_is_full_before_it_begins(agreed, folders, qtbot, until, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=1000))
    press(qtbot, agreed.window)
    until(lambda: "less than 200 MB are free" in agreed.window.banner.text)
    assert not agreed.window.actions_.record.isChecked()
    assert not is_shown(agreed)


@pytest.fixture
def given(monkeypatch):
    """The analyses that the window made, in their order."""
    analyses, see = [], SightingRecorder.see
    monkeypatch.setattr(SightingRecorder, "see", lambda self, made: analyses.append(made) or see(self, made))
    return analyses


@pytest.fixture
def session(given, make, folders, until):
    """A second of Ada, recorded in a window that is minimized meanwhile; her visit is recorded, too."""
    ada = PeopleStore(folders.people).create(PersonName("Ada"))
    settings = Settings(welcomed=True, recording_agreed=True, sightings=True)
    program = make(FakeSource(PICTURES), load_pipeline=lambda wanted, told: naming("Ada"), settings=settings)
    until(lambda: program.window.video.accessibleDescription() == "Ada 90 %")
    program.window.actions_.record.trigger()
    until(lambda: is_shown(program))
    program.window.showMinimized()
    before = given[-1].frame
    until(lambda: given[-1].frame.taken_at > before.taken_at + 1)
    program.window.actions_.record.trigger()
    until(lambda: len(recorded(folders)) == 1)
    program.quit()
    [recording] = recorded(folders)
    return SimpleNamespace(recording=recording, before=before.index, ada=ada)


def test_a_minimized_window_goes_on_recording(session):
    assert session.recording.index.frames[-1] > session.before + 10


def test_the_replay_has_the_answers_of_the_window(session, given):
    index = session.recording.index
    tracker = Tracker(naming("Ada"), RecordedBudget(index.limits, index.frames), new_id=index.track_numbers())
    replayed = [tracker(frame).as_json() for frame in open_source(str(session.recording.path), paced=False)]
    answers = [made.as_json() for made in given]
    assert {face["name"] for answer in replayed for face in answer["faces"]} == {"Ada"}
    assert any(answers[at : at + len(replayed)] == replayed for at in range(len(answers)))


def test_forgetting_deletes_it(session, folders):
    forgetting.forget(folders, session.ada)
    assert recorded(folders) == []


def test_playing_it_is_no_visit(session, given, make, folders, until):
    [visit] = SightingStore(folders.sightings).sightings()
    assert visit.name == "Ada"
    played = open_source(str(session.recording.path), paced=True)
    settings = Settings(welcomed=True, sightings=True)
    given.clear()
    program = make(played, load_pipeline=lambda wanted, told: naming("Ada"), settings=settings)
    until(lambda: sum(answer.match.name == "Ada" for made in given for answer in made.answers) > 5)
    assert program.recorder.present == []
    program.quit()
    assert SightingStore(folders.sightings).sightings() == [visit]
