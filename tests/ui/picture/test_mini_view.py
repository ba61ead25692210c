"""The mini view: a small labeled picture that stays on top, and brings the window back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from support.screens.window_screens import Screens


@pytest.fixture
def program(make, until, folders):
    program = Screens(make, until, folders).program()
    program.window.activateWindow()
    until(program.window.isActiveWindow)
    until(lambda: len(program.window.video.marks) == 2)
    return program


@pytest.fixture(params=["menu", "key"])
def mini(request, program, until):
    if request.param == "menu":
        program.window.actions_.mini.trigger()
    else:
        QTest.keySequence(program.window, program.window.actions_.mini.shortcut())
    until(program.outlets.mini.isVisible)
    return program.outlets.mini


def test_it_shows_the_labeled_picture_on_top_of_other_programs(mini, until):
    assert mini.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert mini.parent() is None  # or it would be minimized with the window
    until(lambda: [mark.name for mark in mini.video.marks] == ["Ada", None])
    area = mini.video.fit().area
    assert max(area.width / mini.width(), area.height / mini.height()) == pytest.approx(1, abs=0.01)  # no margin
    assert mini.screen().availableGeometry().contains(mini.geometry())


@pytest.mark.parametrize("by", ["double-click", "Return"])
def test_it_brings_the_window_back(program, mini, until, by):
    program.window.showMinimized()
    until(program.window.isMinimized)
    if by == "Return":
        QTest.keyClick(mini, Qt.Key.Key_Return)
    else:
        QTest.mouseDClick(mini.video, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    until(lambda: not program.window.isMinimized())


def test_it_goes_on_while_the_window_is_minimized(program, mini, until):
    program.window.showMinimized()
    until(program.window.isMinimized)
    assert program.live.session.is_analyzing
    until(lambda: mini.video.frame is not None)
    before = mini.video.frame.index
    until(lambda: mini.video.frame.index > before + 2)


@pytest.mark.parametrize("by", ["Escape", "menu", "window"])
def test_it_is_closed(program, mini, until, by):
    if by == "Escape":
        QTest.keyClick(mini, Qt.Key.Key_Escape)
    elif by == "menu":
        program.window.actions_.mini.trigger()
    else:
        program.quit()
    until(lambda: not mini.isVisible())
    assert not program.window.actions_.mini.isChecked()
