"""The video reviewer, by mouse and keyboard: who is in a video, when, and what the user says about it."""

import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from support.screens.window_screens import Screens
from support.tagging.reviewed_clip import tagged_clip, write_numbered_clip
from visavis.errors import SourceNotFoundError
from visavis.people.store import PeopleStore
from visavis.tagging.folder import OutputFolder
from visavis.tagging.reviewed import rename_tracks
from visavis.ui.review.face_card import FaceCard
from visavis.ui.reviewer.export_dialog import VideoExportDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def clip(tmp_path):
    return write_numbered_clip(tmp_path / "film.mp4")


@pytest.fixture
def make_program(make, until, folders):
    def build(tag_video=None):
        screens = Screens(make, until, folders)
        program = screens.program(tag_video=tag_video or (lambda path, report: tagged_clip(path)))
        program.window.activateWindow()
        until(program.window.isActiveWindow)  # keys work in the active window only
        return program

    return build


@pytest.fixture
def program(make_program, clip, until):
    """A program that reviews the clip."""
    program = make_program()
    program.reviewer.open(clip)
    until(lambda: len(program.window.reviewer.lanes.people) == 3 and program.window.reviewer.video.frame is not None)
    program.window.activateWindow()
    until(program.window.isActiveWindow)
    return program


def shown_time(program):
    return program.window.reviewer.video.frame.time


def card_of(program):
    return next((card for card in program.window.reviewer.findChildren(FaceCard) if card.isVisible()), None)


def names(program):
    return [person.name for person in program.window.reviewer.lanes.people]


def test_the_video_is_shown_paused_with_a_lane_a_person(program):
    page = program.window.reviewer
    assert program.window.pages.currentWidget() is page
    assert names(program) == ["Ada", "Bob", "Guest 1"]
    assert shown_time(program) == 0.0
    assert not program.reviewer.player.is_playing
    assert page.title.text() == "film.mp4"


@pytest.mark.parametrize("seconds", [4.0, 0.5, 9.0])
def test_a_click_in_a_lane_shows_the_frame_there(program, qtbot, until, seconds):
    page = program.window.reviewer
    qtbot.mouseClick(page.lanes, LEFT, pos=page.lanes.place_of(1, seconds).toPoint())
    until(lambda: abs(shown_time(program) - seconds) < 0.11)
    assert page.lanes.row == 1


def test_space_plays_and_pauses_and_the_live_picture_goes_on(program, qtbot, until):
    page = program.window.reviewer
    page.lanes.setFocus()
    qtbot.keyClick(page.lanes, Qt.Key.Key_Space)
    until(lambda: program.reviewer.player.is_playing and shown_time(program) > 0.2)
    qtbot.keyClick(page.lanes, Qt.Key.Key_Space)
    until(lambda: not program.reviewer.player.is_playing)
    assert not program.live.session.is_paused


def test_space_plays_also_after_a_question_about_the_live_picture(program, qtbot, until):
    page = program.window.reviewer
    page.lanes.setFocus()
    program.window.show_questions((), has_answered=False)
    qtbot.keyClick(page.lanes, Qt.Key.Key_Space)
    until(lambda: program.reviewer.player.is_playing)
    assert not program.live.session.is_paused


def test_after_the_end_it_plays_again(program, qtbot, until):
    page = program.window.reviewer
    page.sought.emit(9.8)
    qtbot.mouseClick(page.play, LEFT)
    until(lambda: not program.reviewer.player.is_playing)
    page.sought.emit(1.0)
    until(lambda: abs(shown_time(program) - 1.0) < 0.11)
    qtbot.mouseClick(page.play, LEFT)
    until(lambda: shown_time(program) > 1.2)


def test_the_keyboard_goes_from_appearance_to_appearance(program, qtbot, until):
    page = program.window.reviewer
    page.lanes.setFocus()
    qtbot.keyClick(page.lanes, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    until(lambda: abs(shown_time(program) - 7.0) < 0.11)
    assert not page.after.isEnabled()
    qtbot.keyClick(page.lanes, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    until(lambda: shown_time(program) < 0.11)


def test_a_guest_gets_a_name_and_that_can_be_undone(program, folders, qtbot, until):
    page = program.window.reviewer
    page.lanes.choose("Guest 1")
    page.sought.emit(5.0)
    until(page.who.isEnabled)
    qtbot.mouseClick(page.who, LEFT)
    until(lambda: card_of(program) is not None)
    card = card_of(program)
    qtbot.keyClicks(card.name, "Eve")
    qtbot.keyClick(card.name, Qt.Key.Key_Return)
    until(lambda: names(program) == ["Eve", "Ada", "Bob"])
    assert len(PeopleStore(folders.people).samples(PeopleStore(folders.people).find("Eve"))) == 1
    assert page.lanes.people[page.lanes.row].name == "Eve"
    program.history.undo()
    until(lambda: names(program) == ["Ada", "Bob", "Guest 1"])
    assert "Eve" not in [person.name for person in PeopleStore(folders.people).people()]


def test_a_wrong_name_is_corrected_by_a_click_on_the_face(program, folders, qtbot, until):
    page = program.window.reviewer
    page.sought.emit(4.0)
    until(lambda: len(page.video.marks) == 2)
    fit = page.video.fit()
    place = fit.to_view(next(answer for answer in page.video.analysis.answers if answer.track == 2).face.box)
    middle = QPointF(place.left + place.width / 2, place.top + place.height / 2).toPoint()
    qtbot.mouseClick(page.video, LEFT, pos=middle)
    until(lambda: card_of(program) is not None)
    before = len(PeopleStore(folders.people).samples(PeopleStore(folders.people).find("Ada")))
    card_of(program).name.setText("Ada")
    qtbot.mouseClick(card_of(program).save, LEFT)
    until(lambda: names(program) == ["Ada", "Guest 1"])
    assert len(PeopleStore(folders.people).samples(PeopleStore(folders.people).find("Ada"))) == before + 1


def test_not_this_person_takes_the_appearance_out_of_the_lane(program, folders, qtbot, until):
    page = program.window.reviewer
    page.lanes.choose("Bob")
    page.sought.emit(4.0)
    until(page.who.isEnabled)
    qtbot.mouseClick(page.who, LEFT)
    until(lambda: card_of(program) is not None)
    qtbot.mouseClick(card_of(program).not_them, LEFT)
    until(lambda: names(program) == ["Ada", "Guest 1"])
    assert list(folders.strangers.glob("*.jpg"))


def test_why_is_explained(program, qtbot, until):
    page = program.window.reviewer
    qtbot.mouseClick(page.who, LEFT)
    until(lambda: card_of(program) is not None)
    qtbot.mouseClick(card_of(program).ask_why, LEFT)
    until(lambda: "A name needs" in card_of(program).grounds.facts.text())


def test_finding_out_can_be_stopped(make_program, clip, qtbot, until):
    stopped = threading.Event()

    def tag_video(path, report):
        while report(0.5):
            stopped.wait(0.01)
        stopped.set()

    program = make_program(tag_video)
    program.reviewer.open(clip)
    page = program.window.reviewer
    until(lambda: page.is_busy and page.bar.value() == 500)
    qtbot.mouseClick(page.stop, LEFT)
    until(stopped.is_set)
    assert not page.is_busy
    assert page.tagged is None
    assert not page.export.isEnabled()


def test_what_cannot_be_read_is_told(make_program, tmp_path, until):
    def tag_video(path, report):
        raise SourceNotFoundError("{path} is no video.", path=path)

    program = make_program(tag_video)
    (tmp_path / "none.mp4").write_bytes(b"no video")
    program.reviewer.open(tmp_path / "none.mp4")
    until(lambda: not program.window.reviewer.is_busy)
    assert program.window.banner.isVisible()


def test_what_is_dropped_on_the_page_is_reviewed(program, tmp_path, until):
    other = write_numbered_clip(tmp_path / "other.mp4", frames=20)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    action = Qt.DropAction.CopyAction
    program.window.dropEvent(QDropEvent(QPointF(50, 50), action, data, LEFT, Qt.KeyboardModifier.NoModifier))
    until(lambda: program.window.reviewer.title.text() == "other.mp4")


def test_the_export_has_what_tag_writes(program, tmp_path, qtbot, until):
    page = program.window.reviewer
    qtbot.mouseClick(page.export, LEFT)
    dialog = program.window.findChild(VideoExportDialog)
    assert not dialog.labeled.isChecked()
    dialog.reject()
    folder = tmp_path / "out"
    program.reviewer.export(folder, labeled=True, clips=True)
    until(lambda: not page.is_busy)
    written = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    assert {Path("tags.json"), Path("tags.csv"), Path("film.labeled.mp4"), Path("film.tags.html")} <= written
    assert len([path for path in written if path.parts[0] == "clips"]) == 4


def test_escape_goes_back_and_ends_playing(program, qtbot, until):
    page = program.window.reviewer
    page.lanes.setFocus()
    qtbot.keyClick(page.lanes, Qt.Key.Key_Space)
    until(lambda: program.reviewer.player.is_playing)
    qtbot.keyClick(page.lanes, Qt.Key.Key_Escape)
    assert program.window.pages.currentWidget() is program.window.live
    assert not program.reviewer.player.is_playing
    qtbot.keyClick(program.window.video, Qt.Key.Key_Space)
    until(lambda: program.live.session.is_paused)


@pytest.fixture
def results(clip, tmp_path):
    """The folder of what tag found out about the clip."""
    OutputFolder(tmp_path / "results").write(tagged_clip(clip))
    return tmp_path / "results"


@pytest.fixture
def idle_program(make_program):
    """A program that must not find out itself who is in a video."""

    def tag_video(path, report):
        raise AssertionError

    return make_program(tag_video)


@pytest.mark.parametrize("opened", ["film.mp4", "results", "results/film.tags.npz"])
def test_what_tag_found_out_is_taken_over(idle_program, results, tmp_path, until, opened):
    idle_program.reviewer.open(tmp_path / opened)
    page = idle_program.window.reviewer
    until(lambda: names(idle_program) == ["Ada", "Bob", "Guest 1"] and page.video.frame is not None)
    assert f"Taken over from {results}" in page.note.text()
    assert not page.is_busy
    assert page.title.text() == "film.mp4"


def test_results_are_dropped_on_the_live_picture(idle_program, results, until):
    idle_program.imports.open_files([results])
    until(lambda: names(idle_program) == ["Ada", "Bob", "Guest 1"])
    assert idle_program.window.pages.currentWidget() is idle_program.window.reviewer


def test_it_is_found_out_anew_by_a_button(make_program, clip, results, qtbot, until):
    program = make_program(lambda path, report: tagged_clip(path, ("Cem", 0, 50)))
    page = program.window.reviewer
    program.reviewer.open(clip)
    until(page.anew.isVisible)
    qtbot.mouseClick(page.anew, LEFT)
    until(lambda: names(program) == ["Cem"])
    assert page.note.text() == ""
    assert not page.anew.isVisible()


def test_what_was_corrected_and_exported_is_taken_over_with_the_corrections(program, clip, tmp_path, until):
    page = program.window.reviewer
    page.show_tags(rename_tracks(page.tagged, {3}, "Eve"))
    program.reviewer.export(tmp_path / "out", labeled=False, clips=False)
    until(lambda: not page.is_busy)
    program.reviewer.open(clip)
    until(lambda: names(program) == ["Eve", "Ada", "Bob"])
    assert "Taken over from" in page.note.text()


def test_a_folder_of_results_of_several_videos_says_what_to_do(idle_program, results, until):
    shutil.copy(results / "film.tags.npz", results / "other.tags.npz")
    idle_program.reviewer.open(results)
    until(lambda: "has results of 2 videos" in idle_program.window.banner.text)
