"""The toolbar over the picture: what is done most, and the timeline of a recording."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from visavis.ui.picture.timeline import Timeline
from visavis.ui.widgets import icons
from visavis.ui.widgets.buttons import REASON

#: Side of an icon, in device-independent pixels.
_ICON = 20
#: Icons are white in both themes: the ground is dark, as the picture may be anything.
_COLOR = "#ffffff"
#: Width with the timeline, and maximum width, in device-independent pixels.
_MAX_WIDTH = 640


class PictureToolbar(QFrame):
    """Buttons for actions of the menu, by the name of their icon. A checked action has another icon."""

    def __init__(self, actions: Sequence[tuple[QAction, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureBar")
        self.setAccessibleName(self.tr("Picture"))
        self.setMaximumWidth(_MAX_WIDTH)
        self.timeline = Timeline()
        self.buttons: list[QToolButton] = []
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addStretch(1)
        for action, icon, checked_icon in actions:
            button = _create_button(action, icon, checked_icon)
            self.buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(self.timeline)
        column.addLayout(row)
        self.hide()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint if self.timeline.isHidden() else hint.expandedTo(QSize(_MAX_WIDTH, 0))


def _create_button(action: QAction, icon: str, checked_icon: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "flat")
    button.setCheckable(action.isCheckable())
    button.setIconSize(QSize(_ICON, _ICON))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.clicked.connect(lambda _: action.trigger())

    def update() -> None:
        button.setIcon(icons.icon(checked_icon if action.isChecked() else icon, _COLOR, _ICON))
        button.setChecked(action.isChecked())
        button.setEnabled(action.isEnabled())
        button.setProperty(REASON, action.property(REASON))
        button.setVisible(action.isVisible())
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.toolTip())

    action.changed.connect(update)
    action.toggled.connect(lambda _: update())
    update()
    return button
