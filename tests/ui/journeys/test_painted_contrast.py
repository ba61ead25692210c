"""Contrast as it is painted: popups, menus and fields, in both themes, in every state."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from support.ui_screens import Screens
from visavis.ui.widgets import theme

#: Of text, WCAG 2.1 AA.
TEXT = 4.5
#: Of what is no text: borders and handles (WCAG 2.1, 1.4.11).
SIGN = 3.0
#: Width of what surrounds a text, in device-independent pixels: a border and some padding.
_BORDER = 3
#: Pixels painted for each device-independent one, so that the middle of a stroke has the color of the text.
SCALE = 4


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def looks(request, qapp):
    theme.apply(qapp, dark=request.param)
    yield
    qapp.setStyleSheet("")


@pytest.fixture
def screens(make, until, folders, looks):
    return Screens(make, until, folders)


def painted(widget):
    """The pixels of a widget with its window behind it, (height, width, 3)."""
    top = widget.window()
    image = QImage(top.size() * SCALE, QImage.Format.Format_RGBA8888)
    image.setDevicePixelRatio(SCALE)
    image.fill(Qt.GlobalColor.transparent)
    top.render(image, QPoint())
    rows = np.asarray(image.constBits()).reshape(image.height(), image.bytesPerLine())
    pixels = rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)
    corner = widget.mapTo(top, QPoint())
    place = QRect(corner * SCALE, widget.size() * SCALE)
    pixels = pixels[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
    return np.where(pixels[..., 3:] == 255, pixels[..., :3], 0)  # what a window does not paint is black on a screen


def text_of(widget, place=None):
    """The pixels where the text is: without the border, which alone would stand out, too."""
    inner = (place or widget.rect()).adjusted(_BORDER, _BORDER, -_BORDER, -_BORDER)
    rows = slice(inner.top() * SCALE, inner.bottom() * SCALE)
    return painted(widget)[rows, inner.left() * SCALE : inner.right() * SCALE]


def luminance(colors):
    """Relative luminance of colors 0..255, WCAG 2.1."""
    parts = np.asarray(colors, float) / 255
    linear = np.where(parts <= 0.03928, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ (0.2126, 0.7152, 0.0722)


def contrast(pixels, share=0.002):
    """Between the most frequent color and the one that stands out most, of those that cover at least this share."""
    colors, counts = np.unique(pixels.reshape(-1, 3) // 4 * 4, axis=0, return_counts=True)
    ground = luminance(colors[counts.argmax()])
    others = luminance(colors[counts >= share * counts.sum()])
    lighter, darker = np.maximum(others, ground), np.minimum(others, ground)
    return ((lighter + 0.05) / (darker + 0.05)).max()


def settle():
    for _ in range(5):
        QApplication.processEvents()


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
    view = box.view()
    for row in range(box.count()):
        place = view.visualRect(view.model().index(row, 0)).intersected(view.viewport().rect())
        if place.height() > 2 * _BORDER:
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
