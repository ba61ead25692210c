"""Where the keyboard focus goes when the widget that has it is hidden or disabled."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class FocusKeeper(QObject):
    """Hands the focus of a widget that goes to a neighbor.

    Qt gives it to the next widget of the window, such as a tab, where the next press of Space would change the page.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep)

    def _keep(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is None or new is None or is_usable(old) or not self._window.isAncestorOf(old):
            return
        neighbor = find_neighbor(old)
        if neighbor is not None and neighbor is not new:
            neighbor.setFocus(Qt.FocusReason.OtherFocusReason)


def is_usable(widget: QWidget) -> bool:
    """Whether a widget can have the focus now."""
    return widget.isVisible() and widget.isEnabled() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def find_neighbor(gone: QWidget) -> QWidget | None:
    """The nearest part around a widget that takes the focus, or the next widget in that part; None without any.

    `QWidget.nextInFocusChain` would be simpler. But Shiboken then loses objects that belong to the widgets on the way.
    """
    part = gone.parentWidget()
    while part is not None:
        if is_usable(part):
            return part
        if part.isVisible():
            widgets = part.findChildren(QWidget)  # in the order of their making, as is the order of Tab
            place = widgets.index(gone)
            for widget in (*widgets[place + 1 :], *widgets[:place]):
                if widget.window() is gone.window() and is_usable(widget) and _is_stop(widget):
                    return widget
        part = part.parentWidget()
    return None


def _is_stop(widget: QWidget) -> bool:
    """Whether Tab stops at a widget that does not change the page."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.property("kind") != "tab"
