"""A name that was a folder's is shown as it is read: with spaces, wherever the window shows it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget

from support import ui_fakes
from support.screens.window_screens import Screens
from visavis.ui.live.face_painter import label_text

NAMES = ("Ada_Byron", "Bob_Ross")
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
SCREENS = ("live", "review", "library", "person", "card", "rename", "forget", "merge", "train", "captured", "trash")


@pytest.fixture
def screens(make, until, folders, monkeypatch):
    first, second = NAMES
    monkeypatch.setattr(ui_fakes, "ADA", replace(ui_fakes.ADA, name=first, best=first, runner_up=(second, 0.2)))
    monkeypatch.setattr(ui_fakes, "EITHER", replace(ui_fakes.EITHER, best=first, runner_up=(second, 0.88)))
    return Screens(make, until, folders, NAMES)


def item_texts(model: QAbstractItemModel):
    for row in range(model.rowCount(QModelIndex())):
        for role in ROLES:
            yield str(model.index(row, 0).data(role) or "")


def texts(top):
    """What the window shows and reads out."""
    for widget in [top, *top.findChildren(QWidget)]:
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from item_texts(widget.model())
        if marks := getattr(widget, "marks", None):
            yield from map(label_text, marks)


@pytest.mark.parametrize("name", SCREENS)
def test_a_name_of_a_folder_is_shown_with_spaces(name, screens):
    shown = list(texts(getattr(screens, name)().window()))
    assert [text for text in shown if any(each in text for each in NAMES)] == []
    assert any(each.replace("_", " ") in text for text in shown for each in NAMES)
