"""Contrast as it is painted: popups, menus and fields, in both themes, in every state."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from support.screens.paint import BORDER, SIGN, TEXT, contrast, painted, text_of
from support.screens.reach import settle
from support.screens.window_screens import Screens
from visavis.ui.widgets import theme


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def looks(request, qapp):
    theme.apply(qapp, dark=request.param)
    yield
    qapp.setStyleSheet("")


@pytest.fixture
def screens(make, until, folders, looks):
    return Screens(make, until, folders)


@pytest.mark.parametrize("name", ["capture", "review", "card", "merge"])
def test_suggestions_of_names_can_be_read(screens, until, name):
    top = getattr(screens, name)().window()
    field = next(field for field in top.findChildren(QLineEdit) if field.isVisible() and field.completer() is not None)
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, "b")
    popup = field.completer().popup()
    until(popup.isVisible)
    index = popup.model().index(0, 0)
    assert contrast(text_of(popup.viewport(), popup.visualRect(index))) >= TEXT
    popup.setCurrentIndex(index)  # selected
    settle()
    assert contrast(text_of(popup.viewport(), popup.visualRect(index))) >= TEXT
    popup.hide()


def test_menus_and_drop_downs_can_be_read(screens, until):
    window = screens.live()
    menus = [menu for menu in window.findChildren(QMenu) if menu.actions()]
    assert menus
    for menu in menus:
        menu.popup(window.pos())
        until(menu.isVisible)
        for action in menu.actions():
            if action.text():
                assert contrast(text_of(menu, menu.actionGeometry(action))) >= TEXT, action.text()
        menu.hide()


def test_drop_downs_can_be_read(screens, until):
    top = screens.settings().window()
    box = next(box for box in top.findChildren(QComboBox) if box.count() > 1 and box.isVisible())
    box.showPopup()
    until(box.view().isVisible)
    settle()
    view = box.view()
    for row in range(box.count()):
        place = view.visualRect(view.model().index(row, 0)).intersected(view.viewport().rect())
        if place.height() > 2 * BORDER:
            assert contrast(text_of(view.viewport(), place)) >= TEXT, box.itemText(row)
    box.hidePopup()


@pytest.mark.parametrize("state", ["enabled", "disabled", "focused", "selected", "placeholder"])
def test_fields_can_be_read(looks, qtbot, state):
    field = QLineEdit("Ada Lovelace", placeholderText="Name, in any script")
    qtbot.addWidget(field)
    field.resize(260, 40)
    field.show()
    if state == "placeholder":
        field.clear()
    if state == "selected":
        field.selectAll()
    field.setEnabled(state != "disabled")
    if state == "focused":
        field.activateWindow()
        field.setFocus()
    settle()
    assert contrast(text_of(field)) >= TEXT


@pytest.mark.parametrize("kind", ["QPushButton", "QComboBox", "QCheckBox"])
@pytest.mark.parametrize("enabled", [True, False])
def test_buttons_can_be_read(looks, qtbot, kind, enabled):
    widget = {"QPushButton": QPushButton, "QComboBox": QComboBox, "QCheckBox": QCheckBox}[kind]()
    host = QWidget()
    QVBoxLayout(host).addWidget(widget)
    qtbot.addWidget(host)
    if isinstance(widget, QComboBox):
        widget.addItem("Ada Lovelace")
    else:
        widget.setText("Ada Lovelace")
    widget.setEnabled(enabled)
    host.show()
    settle()
    assert contrast(text_of(widget)) >= TEXT


@pytest.mark.parametrize("kind", ["QLineEdit", "QComboBox", "QPushButton", "QCheckBox", "QSlider"])
def test_borders_and_handles_can_be_seen(looks, qtbot, kind):
    """What is not text: without any, only the border, the box or the handle stands out from the ground."""
    from PySide6.QtWidgets import QSlider

    widget = QSlider(Qt.Orientation.Horizontal) if kind == "QSlider" else globals()[kind]()
    host = QWidget()
    widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the frame of the focus is another test
    widget.setParent(host)
    qtbot.addWidget(host)
    widget.setGeometry(10, 10, 160, 40)
    host.resize(180, 60)
    host.show()
    settle()
    assert not widget.hasFocus()
    assert contrast(painted(host), share=0.001) >= SIGN
