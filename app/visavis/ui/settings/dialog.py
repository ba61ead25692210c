"""The settings dialog, drawn from the table of rows. Changes take effect at once, without confirmation."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from visavis.scoring.stranger_rates import StrangerRate
from visavis.settings import Settings
from visavis.sources import CameraInfo
from visavis.sources.camera_settings import CameraSettings
from visavis.ui.settings.rows import (
    CAMERA_ROWS,
    CONTEXT,
    GROUPS,
    SettingRow,
    camera_value,
    change_camera,
    choices,
    default,
    keys,
    with_camera,
)
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.language import translate
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.buttons import set_usable
from visavis.ui.widgets.controls import ComboBox
from visavis.ui.widgets.dialog import fit_to_screen
from visavis.ui.widgets.layout import ScrollArea

#: Size of the dialog, in device-independent pixels.
_WIDTH, _HEIGHT = 640, 640
#: Width of a control.
_CONTROL = 264


class SettingEditor(QWidget):
    """One row: label, control, and a button that resets the setting."""

    changed = Signal(object)  #: the new value

    def __init__(self, row: SettingRow, value: Any, usual: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._usual = usual
        self._value = value
        self.control: QComboBox | QCheckBox = self._combination() if row.choices else self._switch()
        title, about = translate(CONTEXT, row.title), translate(CONTEXT, row.about) if row.about else ""
        self.control.setAccessibleName(title)
        self.control.setAccessibleDescription(about)
        self.back = QToolButton()
        self.back.setProperty("kind", "flat")
        self._update_icon()
        self.back.setToolTip(self.tr("Back to the default"))
        self.back.setAccessibleName(self.tr("Back to the default: {setting}").format(setting=title))
        self.back.clicked.connect(lambda: self.take(self._usual))
        name = QLabel(title, wordWrap=True)
        name.setBuddy(self.control)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(2)
        layout.setColumnStretch(0, 1)
        layout.addWidget(name, 0, 0)
        layout.addWidget(self.control, 0, 1)
        layout.addWidget(self.back, 0, 2)
        if about:
            quiet = QLabel(about, wordWrap=True)
            quiet.setProperty("kind", "quiet")
            layout.addWidget(quiet, 1, 0)
        self.consequence = QLabel(wordWrap=True)
        self.consequence.setVisible(False)
        layout.addWidget(self.consequence, 2, 0, 1, 3)
        self.show_value(value)

    @property
    def value(self) -> Any:
        return self._value

    def take(self, value: Any) -> None:
        """Change the value as a user does."""
        if value != self._value:
            self.show_value(value)
            self.changed.emit(value)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "back"):
            self._update_icon()

    def _update_icon(self) -> None:
        self.back.setIcon(icons.icon("reset", theme.current().text))

    def show_value(self, value: Any) -> None:
        """Show a value that changed elsewhere."""
        self._value = value
        self.control.blockSignals(True)
        if isinstance(self.control, QComboBox):
            self._fill(self.control)
        else:
            self.control.setChecked(value)
        self.control.blockSignals(False)
        set_usable(self.back, value != self._usual, self.tr("This is the usual value."))

    def show_consequence(self, sentence: str) -> None:
        """Show what follows from the value, below the description."""
        self.consequence.setText(sentence)
        self.consequence.setVisible(True)
        self.control.setAccessibleDescription(f"{translate(CONTEXT, self.row.about)} {sentence}")

    def _combination(self) -> QComboBox:
        box = ComboBox()
        box.setFixedWidth(_CONTROL)
        box.currentIndexChanged.connect(lambda index: self.take(choices(self.row, self._value)[index].value))
        return box

    def _switch(self) -> QCheckBox:
        switch = QCheckBox()
        switch.toggled.connect(self.take)
        return switch

    def _fill(self, box: QComboBox) -> None:
        offered = choices(self.row, self._value)
        box.clear()
        box.addItems([choice.text for choice in offered])
        box.setCurrentIndex([choice.value for choice in offered].index(self._value))


class SettingsDialog(QDialog):
    """Shows every setting that users may choose, and emits the settings after each change."""

    changed = Signal(Settings)

    def __init__(
        self, settings: Settings, cameras: Sequence[CameraInfo], camera_id: str = "", parent: QWidget | None = None
    ) -> None:
        """`cameras` are the available ones; `camera_id` is shown first."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.settings = settings
        self.rows: dict[str, SettingEditor] = {}
        self.camera_rows: dict[str, SettingEditor] = {}
        self.cameras = ComboBox()
        self.cameras.setAccessibleName(self.tr("Camera"))
        body = QVBoxLayout()
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(14)
        self._add_groups(body)
        if identified := [camera for camera in cameras if camera.id]:
            self._add_cameras(body, identified, camera_id)
        self._extra_cards = QVBoxLayout()
        self._extra_cards.setSpacing(14)
        body.addLayout(self._extra_cards)
        body.addStretch(1)
        inner = QWidget()
        inner.setLayout(body)
        area = ScrollArea(inner)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.all = buttons.addButton(self.tr("Reset all"), QDialogButtonBox.ButtonRole.ResetRole)
        self.all.clicked.connect(self.reset)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.addWidget(buttons)
        layout.addLayout(foot)

    def add_card(self, title: str, card: QWidget) -> None:
        """Add what is not a row of settings, below them."""
        self._card(self._extra_cards, title).addWidget(card)

    def refuse(self, key: str, reason: str) -> None:
        """Say in the tool tip why a setting cannot be chosen here, and offer it no more."""
        set_usable(self.rows[key].control, False, reason)

    def reset(self) -> None:
        """Reset everything that this dialog shows."""
        self._now(replace(self.settings, cameras={}, **{key: default(key) for key in keys()}))
        for key, row in self.rows.items():
            row.show_value(getattr(self.settings, key))
        self._show_camera()

    def show_stranger_rate(self, rate: StrangerRate) -> None:
        """Show how many strangers are named with the threshold in use."""
        self.rows["strictness"].show_consequence(translate_message(rate.description))

    def _add_groups(self, body: QVBoxLayout) -> None:
        for group in GROUPS:
            card = self._card(body, translate(CONTEXT, group.title))
            for row in group.rows:
                setting = SettingEditor(row, getattr(self.settings, row.key), default(row.key))
                setting.changed.connect(lambda value, key=row.key: self._now(replace(self.settings, **{key: value})))
                self.rows[row.key] = setting
                card.addWidget(setting)

    def _add_cameras(self, body: QVBoxLayout, cameras: Sequence[CameraInfo], camera_id: str) -> None:
        card = self._card(body, self.tr("Cameras"))
        for camera in cameras:
            self.cameras.addItem(camera.name, camera.id)
        self.cameras.setCurrentIndex(max(self.cameras.findData(camera_id), 0))
        card.addWidget(self.cameras)
        for row in CAMERA_ROWS:
            usual = camera_value(CameraSettings(), row.key, mirror=self.settings.mirror)
            setting = SettingEditor(row, usual, usual)
            setting.changed.connect(lambda value, key=row.key: self._change_camera(key, value))
            self.camera_rows[row.key] = setting
            card.addWidget(setting)
        self._show_camera()
        self.cameras.currentIndexChanged.connect(self._show_camera)

    def _card(self, body: QVBoxLayout, title: str) -> QVBoxLayout:
        head = QLabel(title)
        head.setFont(theme.bold_font(self.font(), 1.15))
        body.addWidget(head)
        frame = QFrame()
        frame.setObjectName("card")
        card = QVBoxLayout(frame)
        card.setContentsMargins(18, 14, 12, 14)
        card.setSpacing(14)
        body.addWidget(frame)
        return card

    def _show_camera(self) -> None:
        camera = self.settings.cameras.get(self.cameras.currentData(), CameraSettings())
        for key, row in self.camera_rows.items():
            row.show_value(camera_value(camera, key, mirror=self.settings.mirror))

    def _change_camera(self, key: str, value: Any) -> None:
        camera_id = self.cameras.currentData()
        camera = change_camera(self.settings.cameras.get(camera_id, CameraSettings()), key, value)
        self._now(with_camera(self.settings, camera_id, camera))

    def _now(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self.changed.emit(settings)
