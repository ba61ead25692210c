"""The list of shortcuts: every one that the window has, and no other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut

from support.screens.window_screens import Screens
from visavis.ui.help.shortcuts import ShortcutsDialog, list_shortcuts, plain_text

NATIVE = QKeySequence.SequenceFormat.NativeText


def all_keys(window):
    """The keys of every action and shortcut of a window, however it is made."""
    for action in window.findChildren(QAction):
        yield from (key.toString(NATIVE) for key in action.shortcuts())
    for shortcut in window.findChildren(QShortcut):
        yield from (key.toString(NATIVE) for key in QShortcut.keys(shortcut))


def listed(window):
    return {key for line in list_shortcuts(window) for key in line.keys.split(" … ")}


def test_every_shortcut_of_the_window_is_listed(make):
    window = make().window
    missing = {key for key in all_keys(window) if key not in listed(window)} - set("2345678")  # of "1 … 9"
    assert missing == set()


def test_every_listed_shortcut_is_one_of_the_window(make):
    window = make().window
    assert listed(window) - set(all_keys(window)) == set()


def test_every_line_says_where_and_what(make):
    assert [line for line in list_shortcuts(make().window) if not (line.section and line.meaning)] == []


def test_no_two_lines_of_a_section_have_the_same_text_or_keys(make):
    lines = list_shortcuts(make().window)
    texts = [(line.section, line.meaning) for line in lines]
    assert len(texts) == len(set(texts))
    keys = [(line.section, line.keys) for line in lines]
    assert len(keys) == len(set(keys))
    named = {line.keys: line.meaning for line in lines if line.section == "File"}
    assert named[QKeySequence("Ctrl+O").toString(NATIVE)] == "Video file"
    assert "second camera" in named[QKeySequence("Ctrl+Alt+O").toString(NATIVE)]


def test_a_new_shortcut_is_listed_at_once(make):
    window = make().window
    action = window.menuBar().actions()[0].menu().addAction("&Whistle …")
    action.setShortcut("Ctrl+Alt+W")
    line = next(line for line in list_shortcuts(window) if line.meaning == "Whistle")
    assert (line.section, line.keys) == ("File", QKeySequence("Ctrl+Alt+W").toString(NATIVE))


def test_keys_that_the_review_takes_for_the_moment_are_listed_all_the_same(make, until, folders):
    window = Screens(make, until, folders).review()
    assert window.actions_.pause.shortcut().isEmpty()
    assert ("Pause", "Space") in {(line.meaning, line.keys) for line in list_shortcuts(window)}


def test_the_dialog_shows_each_menu_with_its_shortcuts(make, qtbot, until):
    window = make().window
    window.activateWindow()
    until(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(ShortcutsDialog)
    tree = dialog.list
    sections = [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]
    assert sections[:2] == ["File", "View"]
    shown = sum(tree.topLevelItem(row).childCount() for row in range(tree.topLevelItemCount()))
    assert shown == len(list_shortcuts(window))


def test_labels_lose_their_mnemonics():
    assert [plain_text(text) for text in ("&Models …", "模型(&M)…", "Quit")] == ["Models", "模型", "Quit"]
