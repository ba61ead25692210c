"""The toolbar over the picture: there when it may be wanted, out of the way when not, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from support.screens.window_screens import Screens
from visavis.ui.live.performance import Performance
from visavis.ui.picture.pane import PicturePane


@pytest.fixture
def window(make, until, folders, tmp_path):
    window = Screens(make, until, folders).live()
    window.activateWindow()
    until(window.isActiveWindow)
    return window


def button(window, name):
    found = [each for each in window.pane.toolbar.buttons if each.accessibleName().startswith(name)]
    assert len(found) == 1, name
    return found[0]


def beside_the_picture(window):
    """The colors beside the picture, on two opposite sides of it."""
    for _ in range(5):
        QApplication.processEvents()
    image, area = window.video.grab().toImage(), window.video.fit().area
    if area.left > area.top:
        points = [(1, image.height() // 2), (image.width() - 2, image.height() // 2)]
    else:
        points = [(image.width() // 2, 1), (image.width() // 2, image.height() - 2)]
    return [image.pixelColor(*point) for point in points]


def test_moving_over_the_picture_shows_it(window):
    assert window.pane.toolbar.isHidden()
    QTest.mouseMove(window.video, QPoint(200, 200))
    assert window.pane.toolbar.isVisible()


def test_tab_into_the_picture_shows_it_and_the_next_tab_is_in_it(window, until):
    window.video.setFocus(Qt.FocusReason.TabFocusReason)
    until(window.pane.toolbar.isVisible)
    for _ in range(2):  # the offer of what to do next may lie between
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        if window.pane.toolbar.isAncestorOf(window.focusWidget()):
            return
    pytest.fail(f"the focus is in {window.focusWidget()}")


def test_it_leaves_when_the_pointer_rests(qtbot, until):
    pane = PicturePane(Performance(), [(QAction("Pause"), "pause", "play")], rest_ms=20)
    qtbot.addWidget(pane)
    pane.show()
    QTest.mouseMove(pane.video, QPoint(100, 100))
    assert pane.toolbar.isVisible()
    until(pane.toolbar.isHidden)


@pytest.mark.parametrize("reason", ["paused", "focus"])
def test_it_stays_while_it_is_in_use(qtbot, until, reason):
    pane = PicturePane(Performance(), [(QAction("Pause"), "pause", "play")], rest_ms=20)
    qtbot.addWidget(pane)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    rounds = []
    pane._rest.timeout.connect(lambda: rounds.append(True))
    pane.show_toolbar()
    pane.paused.show() if reason == "paused" else pane.toolbar.buttons[0].setFocus()
    until(lambda: len(rounds) >= 3)
    assert pane.toolbar.isVisible()


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_pause_pauses_and_continues(window, until, by):
    pause = button(window, "Pause")
    window.pane.show_toolbar()

    def press():
        if by == "mouse":
            QTest.mouseClick(pause, Qt.MouseButton.LeftButton)
        else:
            pause.setFocus()
            QTest.keyClick(pause, Qt.Key.Key_Space)

    press()
    until(window.paused.isVisible)
    assert pause.isChecked()
    press()
    until(window.paused.isHidden)
    assert not pause.isChecked()


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_save_saves_the_picture(window, by):
    saved = []
    window.actions_.snapshot.triggered.disconnect()
    window.actions_.snapshot.triggered.connect(lambda: saved.append(True))
    window.pane.show_toolbar()
    save = button(window, "Save the picture")
    if by == "mouse":
        QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    else:
        save.setFocus()
        QTest.keyClick(save, Qt.Key.Key_Return)
    assert saved == [True]


def test_full_screen_is_entered_and_left_and_is_dark_at_the_sides(window, until):
    window.pane.show_toolbar()
    QTest.mouseClick(button(window, "Full screen"), Qt.MouseButton.LeftButton)
    until(window.isFullScreen)
    assert max(color.lightness() for color in beside_the_picture(window)) == 0
    window.video.clear("No picture")
    assert window.video.grab().toImage().pixelColor(1, 1).lightness() == 0
    QTest.mouseClick(button(window, "Full screen"), Qt.MouseButton.LeftButton)
    until(lambda: not window.isFullScreen())


def test_outside_full_screen_the_sides_have_the_color_of_the_window(window):
    window.resize(1200, 500)
    assert beside_the_picture(window) == [window.palette().window().color()] * 2


def test_each_button_says_its_key(window):
    for each in window.pane.toolbar.buttons:
        assert "(" in each.toolTip(), each.toolTip()
        assert each.accessibleName() == each.toolTip()


@pytest.mark.parametrize("has_timeline", [False, True])
def test_it_fits_the_picture_of_a_small_window(window, has_timeline):
    window.resize(800, 440)
    if has_timeline:
        window.timeline.show_time(3.0, 7200.0)
    window.pane.show_toolbar()
    for _ in range(5):
        QApplication.processEvents()
    toolbar = window.pane.toolbar
    assert window.video.rect().contains(toolbar.geometry())
    for each in (*toolbar.buttons, *([window.timeline] if has_timeline else [])):
        assert each.visibleRegion().boundingRect().size() == each.size()
