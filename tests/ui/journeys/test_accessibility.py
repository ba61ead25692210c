"""For everyone: every widget of every page and dialog has a name and a role, is reached by Tab, and shows its focus."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QMenu,
)

from support.screens.everyone import CHECKS, mnemonics
from support.screens.screen import open_screen
from support.screens.window_screens import NAMES, Screens
from visavis.ui.widgets import theme


@pytest.fixture(autouse=True)
def looks(qapp):
    """The program's own style sheet."""
    theme.apply(qapp, dark=False)
    yield
    qapp.setStyleSheet("")


@pytest.fixture
def screens(make, until, folders):
    return Screens(make, until, folders)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_or_dialog_is_for_everyone(screens, until, name):
    top = open_screen(screens, name)
    top.activateWindow()
    until(top.isActiveWindow)
    assert top.window().windowTitle()
    assert {check.__name__: found for check in CHECKS if (found := list(check(top)))} == {}


# Menus


@pytest.fixture
def window(screens):
    return screens.live()


def leaves(window):
    """Every action of the menu bar but those that open a menu."""
    menus = [action.menu() for action in window.menuBar().actions()]
    while menus:
        menu = menus.pop()
        for action in menu.actions():
            if action.menu() is not None:
                menus.append(action.menu())
            elif not action.isSeparator():
                yield action


def its_cameras(window):
    """Cameras come and go, each with a name of its own."""
    menus = window.chooser.sources, window.chooser.second
    entries = {each for menu in menus for each in menu.actions() if not each.shortcuts() and each.menu() is None}
    return {each for each in entries if each.isCheckable() or not each.isEnabled()}


def test_every_action_is_in_a_menu_with_a_shortcut_of_its_own(window):
    there, cameras = set(leaves(window)), its_cameras(window)
    without = [action.text() for action in there if not action.shortcuts() and action not in cameras]
    assert not without
    everywhere = {action for action in window.findChildren(QAction) if action.shortcuts()}
    assert not [action.text() for action in everywhere if action not in there]
    keys = [key.toString() for action in there for key in action.shortcuts()]
    assert [key for key in keys if keys.count(key) > 1] == []


def test_letters_are_unique_in_each_menu_and_each_entry_has_one(window):
    menus, cameras = [window.menuBar(), *window.findChildren(QMenu)], its_cameras(window)
    for menu in menus:
        entries = [each for each in menu.actions() if not each.isSeparator() and each not in cameras]
        texts = [each.text() for each in entries]
        letters = mnemonics(texts)
        assert len(set(letters)) == len(letters), texts
        assert len(letters) == len(texts), texts
