"""The list of all shortcuts, read from the actions and shortcuts of the window: it cannot differ from what they do."""

import re
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMainWindow,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from visavis.ui.widgets import theme
from visavis.ui.widgets.dialog import fit_to_screen

#: Size of the dialog, in device-independent pixels.
_WIDTH = 620
_HEIGHT = 640
#: Properties that tell what a shortcut without a menu entry does, and where.
_SECTION, _MEANING = "section", "meaning"
#: Property of an action whose shortcut is not always set: the keys that it has otherwise.
_KEYS = "keys"
#: A mnemonic as languages without Latin letters write it.
_MNEMONIC = re.compile(r"\(&\w\)")


@dataclass(frozen=True, slots=True)
class ShortcutLine:
    """One line of the list."""

    section: str  #: title of the menu or page
    meaning: str  #: text of the entry, behind the titles of the menus in which it lies, or what the keys do
    keys: str  #: as the keyboard names them


def describe_shortcut(shortcut: QShortcut, section: str, meaning: str) -> None:
    """Say what a shortcut without a menu entry does, for the list."""
    shortcut.setProperty(_SECTION, section)
    shortcut.setProperty(_MEANING, meaning)


def set_shortcut(action: QAction, keys: QKeySequence) -> None:
    """Give an action its shortcut; the list shows these keys even while something else takes them."""
    action.setShortcut(keys)
    action.setProperty(_KEYS, keys)


def list_shortcuts(window: QMainWindow) -> list[ShortcutLine]:
    """All shortcuts of a window: those of its menus, in their order, then the others."""
    lines = []
    for entry in window.menuBar().actions():
        menu = entry.menu()
        if isinstance(menu, QMenu):
            lines += [
                ShortcutLine(plain_text(menu.title()), meaning, _native(keys))
                for action, meaning in _meanings(menu).items()
                if not (keys := _keys(action)).isEmpty()
            ]
    others = [
        ShortcutLine(str(shortcut.property(_SECTION) or ""), str(shortcut.property(_MEANING) or ""), _native(keys))
        for shortcut in window.findChildren(QShortcut)
        for keys in QShortcut.keys(shortcut)
    ]
    for (section, meaning), group in groupby(others, lambda line: (line.section, line.meaning)):
        all_keys = [line.keys for line in group]
        shown = all_keys[0] if len(all_keys) == 1 else f"{all_keys[0]} … {all_keys[-1]}"
        lines.append(ShortcutLine(section, meaning, shown))
    return lines


def plain_text(label: str) -> str:
    """The text of a menu entry or button, without its mnemonic and its dots."""
    return _MNEMONIC.sub("", label).replace("&", "").replace("…", "").strip()


def _meanings(menu: QMenu) -> dict[QAction, str]:
    """The entries of a menu and of those in it, each with its text: below another menu, behind the title of that.

    An entry that lies in several of them is listed where it is reached first.
    """
    found: dict[QAction, str] = {}
    for action in menu.actions():
        text, below = plain_text(action.text()), action.menu()
        if isinstance(below, QMenu):
            for entry, inner in _meanings(below).items():
                found.setdefault(entry, f"{text} › {inner}")  # noqa: RUF001 - the sign is meant
        else:
            found[action] = text
    return found


def _keys(action: QAction) -> QKeySequence:
    keys = action.shortcut()
    stored = action.property(_KEYS)
    return stored if keys.isEmpty() and isinstance(stored, QKeySequence) else keys


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


class ShortcutsDialog(QDialog):
    """Shows the shortcuts of a window."""

    def __init__(self, window: QMainWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        sections: dict[str, QTreeWidgetItem] = {}
        for line in list_shortcuts(window):
            if line.section not in sections:
                sections[line.section] = QTreeWidgetItem(self.list, [line.section])
                sections[line.section].setFont(0, theme.bold_font(self.font(), 1.05))
            QTreeWidgetItem(sections[line.section], [line.meaning, line.keys])
        self.list.expandAll()
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.list.setFocus()
