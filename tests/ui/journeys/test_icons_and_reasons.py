"""Icons have the colors of the theme, also when it changes; what is disabled says why."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialogButtonBox, QLineEdit, QWidget

from support.screens.window_screens import NAMES, Screens
from visavis.ui.widgets import theme
from visavis.ui.widgets.buttons import REASON, set_usable


@pytest.fixture
def screens(make, until, folders):
    return Screens(make, until, folders)


@pytest.fixture
def looks(qapp):
    """Changes the theme of the running program."""

    def change(*, dark):
        theme.apply(qapp, dark=dark)
        for _ in range(5):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    change(dark=False)
    yield change
    qapp.setStyleSheet("")


def ink(icon):
    """The colors of the opaque pixels of an icon; none for a picture in many colors."""
    image = icon.pixmap(QSize(18, 18)).toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[:, : image.width()]
    opaque = {tuple(map(int, pixel[:3])) for pixel in pixels.reshape(-1, 4) if pixel[3] == 255}
    return opaque if len(opaque) <= 4 else set()


def drawings(top):
    """The drawn icons of what is shown: by the name of the control."""
    for button in top.findChildren(QAbstractButton):
        if button.isVisible() and not button.icon().isNull():
            yield button.accessibleName() or button.text() or button.toolTip(), button, button.icon()
    for action in top.findChildren(QAction):
        if action.isVisible() and not action.icon().isNull():
            yield action.text() or "sign of a field", action, action.icon()


@pytest.mark.parametrize("name", NAMES)
def test_icons_follow_the_theme_when_it_changes(looks, screens, name):
    top = getattr(screens, name)().window()
    for dark in (False, True):
        looks(dark=dark)
        colors = theme.DARK if dark else theme.LIGHT
        allowed = {QColor(color).getRgb()[:3] for color in (colors.text, colors.quiet, colors.link, colors.on_accent)}
        for said, owner, icon in drawings(top):
            on_dark = isinstance(owner, QWidget) and owner.window().findChild(QWidget, "pictureBar") is owner.parent()
            fitting = allowed | ({(255, 255, 255)} if on_dark else set())
            wrong = [color for color in ink(icon) if not any(np.allclose(color, one, atol=3) for one in fitting)]
            assert not wrong, (said, dark, wrong)


@pytest.mark.parametrize("name", NAMES)
def test_a_button_with_a_text_has_no_stock_icon(looks, screens, name):
    top = getattr(screens, name)().window()
    for box in top.findChildren(QDialogButtonBox):
        for button in box.buttons():
            assert button.icon().isNull(), button.text()
    for field in top.findChildren(QLineEdit):
        assert not field.isClearButtonEnabled()


def disabled(top):
    for kind in (QAbstractButton, QLineEdit, QComboBox, QAction):
        for control in top.findChildren(kind):
            inner = isinstance(control, QWidget) and (
                not control.isVisible() or not control.parentWidget().isEnabled() or control.objectName()[:3] == "qt_"
            )
            is_menu = isinstance(control, QAction) and (control.isSeparator() or not control.isVisible())
            if not control.isEnabled() and not inner and not is_menu:
                yield control


def label_of(control):
    return getattr(control, "accessibleName", str)() or getattr(control, "text", str)() or repr(control)


@pytest.mark.parametrize("name", [*NAMES, "nobody"])
def test_what_is_disabled_says_why(screens, name):
    top = getattr(screens, name)().window()
    silent = [
        label_of(control)
        for control in disabled(top)
        if not control.property(REASON) or control.property(REASON) not in control.toolTip()
    ]
    assert silent == []


def test_the_menu_shows_the_reasons(screens):
    window = screens.live()
    menus = [action.menu() for action in window.menuBar().actions()]
    assert menus
    assert all(menu.toolTipsVisible() for menu in menus)


def test_a_reason_goes_when_the_control_can_be_used_again(qtbot):
    field = QLineEdit(toolTip="A name")
    qtbot.addWidget(field)
    set_usable(field, False, "Not now.")
    set_usable(field, False, "Not yet.")
    assert field.toolTip() == "A name\nNot yet."
    set_usable(field, True, "")
    assert (field.toolTip(), field.property(REASON), field.isEnabled()) == ("A name", "", True)
