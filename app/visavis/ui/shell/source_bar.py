"""The bar above the picture: which source plays, whether it is mirrored, and the switch of the panel."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from visavis.ui.actions import Actions
from visavis.ui.live.source_menu import SourceMenu
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.buttons import set_usable


class SourceBar(QWidget):
    """Shows the menu of sources at the left and two switches beside it."""

    def __init__(self, chooser: SourceMenu, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self.setObjectName("bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._mirror, self._toggle = QToolButton(), QToolButton()
        for button, action in ((self._mirror, actions.mirror), (self._toggle, actions.panel)):
            button.setDefaultAction(action)
            button.setProperty("kind", "flat")
            button.setAccessibleName(action.toolTip())
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(chooser)
        row.addWidget(self._mirror)
        row.addStretch(1)
        row.addWidget(self._toggle)
        self._update_icons()

    def show_source(self, *, camera: bool) -> None:
        """Offer to mirror the picture if the source is a camera."""
        set_usable(self._actions.mirror, camera, self.tr("Only the picture of a camera is mirrored."))
        self._mirror.setVisible(camera)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._update_icons()

    def _update_icons(self) -> None:
        color = theme.current().text
        self._actions.mirror.setIcon(icons.icon("mirror", color))
        self._actions.panel.setIcon(icons.icon("panel", color))
