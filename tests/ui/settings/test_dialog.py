"""The dialog of settings, as people use it."""

import cv2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QScrollArea

from visavis.settings import Settings
from visavis.sources import CameraInfo
from visavis.sources.camera_settings import CameraSettings
from visavis.ui.settings import rows
from visavis.ui.settings.dialog import SettingsDialog
from visavis.ui.text.language import LANGUAGES, install
from visavis.ui.widgets import theme

CAMERAS = [CameraInfo(0, "Desk", "usb-desk", cv2.CAP_ANY), CameraInfo(1, "Door", "usb-door", cv2.CAP_ANY)]


@pytest.fixture
def opened(qtbot):
    def build(settings=None, cameras=(), camera_id=""):
        dialog = SettingsDialog(settings or Settings(), cameras, camera_id)
        qtbot.addWidget(dialog)
        dialog.told = []
        dialog.changed.connect(dialog.told.append)
        dialog.show()
        return dialog

    return build


def test_every_setting_is_either_shown_or_remembered_by_itself():
    assert not rows.find_missing()


def test_a_choice_is_what_its_setting_takes():
    for group in rows.GROUPS:
        for row in group.rows:
            for choice in row.choices:
                Settings(**{row.key: choice.value})


def test_a_change_by_keyboard_holds_at_once(opened, qtbot):
    dialog = opened()
    box = dialog.rows["theme"].control
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert dialog.told == [Settings(theme="light")]


def test_one_setting_goes_back_to_its_default(opened, qtbot):
    dialog = opened(Settings(theme="dark", device="cpu"))
    back = dialog.rows["theme"].back
    assert back.isEnabled()
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert dialog.told == [Settings(device="cpu")]
    assert not back.isEnabled()
    assert dialog.rows["theme"].control.currentText() == "Same as the system"


def test_all_go_back_together_but_not_what_is_remembered(opened, qtbot):
    dialog = opened(Settings(theme="dark", source="demo", cameras={"usb-desk": CameraSettings(rate=15)}), CAMERAS)
    qtbot.mouseClick(dialog.all, Qt.MouseButton.LeftButton)
    assert dialog.told == [Settings(source="demo")]
    assert dialog.rows["theme"].value == "auto"


def test_a_cascade_of_ones_own_is_shown_and_kept(opened):
    dialog = opened(Settings(cascade="/mine/cascade.xml"))
    box = dialog.rows["cascade"].control
    assert isinstance(box, QComboBox)
    assert box.currentText() == "/mine/cascade.xml"
    box.setCurrentIndex(0)
    assert dialog.told == [Settings()]


def test_each_camera_has_its_own(opened):
    dialog = opened(cameras=CAMERAS, camera_id="usb-door")
    assert dialog.cameras.currentText() == "Door"
    dialog.camera_rows["resolution"].take((1280, 720))
    dialog.cameras.setCurrentIndex(0)
    assert dialog.camera_rows["resolution"].value == (0, 0)
    dialog.camera_rows["mirror"].control.click()
    assert dialog.told[-1].cameras == {
        "usb-door": CameraSettings(width=1280, height=720),
        "usb-desk": CameraSettings(mirror=False),
    }


def test_a_camera_that_asks_for_nothing_leaves_no_trace(opened):
    dialog = opened(Settings(cameras={"usb-desk": CameraSettings(rate=15)}), CAMERAS, "usb-desk")
    dialog.camera_rows["rate"].back.click()
    assert dialog.told == [Settings()]


def test_whether_a_camera_is_mirrored():
    settings = Settings(mirror=False, cameras={"a": CameraSettings(mirror=True), "b": CameraSettings(rate=15)})
    assert [rows.is_mirrored(settings, camera) for camera in ("a", "b", "")] == [True, False, False]


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_row_is_wider_than_the_dialog_in_any_language(qtbot, foreign, code):
    install(foreign, code)
    theme.apply(foreign, dark=False)
    dialog = SettingsDialog(Settings(), CAMERAS)
    qtbot.addWidget(dialog)
    dialog.show()
    area = dialog.findChild(QScrollArea)
    wide = {key: row.minimumSizeHint().width() for key, row in dialog.rows.items()}
    foreign.setStyleSheet("")
    assert area.horizontalScrollBar().maximum() == 0, wide
