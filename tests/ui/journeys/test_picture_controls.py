"""Pause, save, mirror, full screen and numbers: by menu and by keyboard."""

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt

from support.ui_fakes import FakeSource, naming, picture
from visavis.errors import DiskError
from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis
from visavis.settings import Settings
from visavis.sources import CameraInfo
from visavis.ui.controllers.snapshots import save_snapshot
from visavis.ui.shell.pages import CAPTURE


@pytest.fixture
def program(make, until):
    pictures = [picture(value) for value in range(60, 120)]
    program = make(FakeSource(pictures), load_pipeline=lambda wanted, told: naming("Ada"))
    until(lambda: program.window.video.accessibleDescription() == "Ada 90 %")
    return program


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    widget.setFocus()
    qtbot.keyClick(widget, key, modifier)


def test_space_pauses_the_picture_and_lets_it_go_on(program, until, qtbot):
    window = program.window
    press(qtbot, window.video, Qt.Key.Key_Space)
    assert window.paused.isVisible()
    assert window.actions_.pause.isChecked()
    program.live.session._take_frame()
    held = window.video.frame
    qtbot.wait(100)
    assert window.video.frame.index <= held.index + 1  # one may have been on its way
    assert window.video.marks  # its names stay
    press(qtbot, window.video, Qt.Key.Key_Space)
    until(lambda: window.video.frame.index > held.index + 1)
    assert window.paused.isHidden()


def test_space_presses_a_button_and_is_typed_into_a_field(program, qtbot):
    window = program.window
    press(qtbot, window.people.new, Qt.Key.Key_Space)
    assert window.panel.page == "Capture"
    press(qtbot, window.capture.name, Qt.Key.Key_Space)
    assert window.capture.name.text() == " "
    assert not program.live.session.is_paused


def test_another_source_is_not_paused(make, until):
    program = make(open_source=lambda text: FakeSource(name=text))
    until(lambda: program.window.video.frame is not None)
    program.window.actions_.pause.trigger()
    assert program.live.session.is_paused
    program.window.chooser.chosen.emit("other")
    until(lambda: program.window.video.frame is not None)
    assert not program.window.actions_.pause.isChecked()


def test_closing_while_paused_ends_everything(program):
    program.window.actions_.pause.trigger()
    program.window.close()
    assert program.all_ended


def test_a_picture_is_saved_as_it_came_and_with_its_names(program, until, qtbot, tmp_path):
    program.settings_store.change(pictures=str(tmp_path / "shots"))
    for times in (1, 2):
        program.window.actions_.snapshot.trigger()
        until(lambda times=times: len(list((tmp_path / "shots").glob("*.png"))) == 2 * times)
    until(lambda: program.window.banner.text.startswith("Saved as Visavis "))
    marked = sorted((tmp_path / "shots").glob("*marked*"))
    plain = sorted(set((tmp_path / "shots").glob("*.png")) - set(marked))
    assert len(plain) == len(marked) == 2  # nothing was written over
    one, other = (cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR) for path in (plain[0], marked[0]))
    assert (one == one[0, 0]).all()
    assert not (other == other[0, 0]).all()


def test_a_folder_that_cannot_be_written_is_told(program, until, tmp_path):
    (tmp_path / "file").write_text("")
    program.settings_store.change(pictures=str(tmp_path / "file" / "shots"))
    program.window.actions_.snapshot.trigger()
    until(lambda: "Cannot write" in program.window.banner.text)


def test_without_a_face_there_is_one_picture(tmp_path):
    from datetime import UTC, datetime

    frame = Frame(picture(), 0.0)
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    snapshot = save_snapshot(tmp_path, frame, Analysis(frame, ()), moment, lambda _: picture())
    assert snapshot.annotated is None
    assert snapshot.plain.name == "Visavis 2026-01-02 03.04.05.png"
    with pytest.raises(DiskError):
        save_snapshot(snapshot.plain / "below", frame, None, moment, lambda _: picture())


def test_the_folder_is_chosen_and_remembered(program, folders, until, tmp_path):
    program.window.actions_.pictures.trigger()
    [dialog] = [child for child in program.window.children() if child.inherits("QFileDialog")]
    dialog.filesSelected.emit([str(tmp_path)])
    dialog.reject()
    until(lambda: folders.settings.exists() and Settings.load(folders.settings).pictures == str(tmp_path))


def test_full_screen_shows_the_picture_alone_and_escape_leaves_it(program, qtbot):
    window = program.window
    press(qtbot, window.video, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert not any(part.isVisible() for part in (window.bar, window.menuBar(), window.statusBar(), window.panel))
    press(qtbot, window.video, Qt.Key.Key_F2)  # shortcuts go on working without the menu
    assert window.hud.isVisible()
    press(qtbot, window.video, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert not window.actions_.full.isChecked()
    assert all(part.isVisible() for part in (window.bar, window.menuBar(), window.statusBar(), window.panel))


@pytest.mark.parametrize("by_key", [False, True])
def test_in_full_screen_the_panel_opens_on_request_and_the_setting_stays(program, qtbot, by_key):
    window = program.window
    window.actions_.full.trigger()
    assert not window.actions_.panel.isChecked()
    if by_key:
        press(qtbot, window.video, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert window.panel.page == CAPTURE
    else:
        window.actions_.panel.trigger()
    assert window.panel.isVisible()
    window.actions_.panel.trigger()
    assert not window.panel.isVisible()
    window.actions_.full.trigger()
    assert window.panel.isVisible()
    assert program.settings.panel


def test_the_heads_up_display_tells_rates_ages_steps_and_device(program, until):
    window = program.window
    window.actions_.hud.trigger()
    until(lambda: "Following faces" in window.hud.accessibleDescription())
    told = window.hud.accessibleDescription()
    assert all(word in told for word in ("Picture", "Age of the labels", "Frames dropped", "Recognizing", "Device CPU"))
    window.actions_.hud.trigger()
    assert window.hud.isHidden()


def test_the_menu_of_sources_follows_plugging_in_while_it_is_open(make, until):
    there = [CameraInfo(0, "First", "a", 200)]
    window = make(cameras=lambda: list(there)).window
    chooser = window.chooser
    chooser._listing_timer.setInterval(20)
    chooser.sources.popup(window.pos())

    def names():
        return [action.text() for action in chooser.sources.actions()]

    until(lambda: "First" in names())
    there.append(CameraInfo(1, "Second", "b", 200))
    until(lambda: "Second" in names())
    there.clear()
    until(lambda: "No camera found" in names())
    chooser.sources.close()
    assert not chooser._listing_timer.isActive()
