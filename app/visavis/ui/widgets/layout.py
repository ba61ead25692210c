"""Pages that scroll, and rows that flow, where there is less room than they need."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLayout,
    QLayoutItem,
    QListView,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QStyle,
    QWidget,
)


class ScrollArea(QScrollArea):
    """Scrolls to a child that gets the focus; Qt's own does so only if the focus comes from another child.

    A child that is larger than the area stays where it is if a part of it is in view: Qt would scroll to its middle.

    It takes no focus itself; Page Up and Page Down scroll from its children.
    """

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            is_larger = now.height() > self.viewport().height()
            if not is_larger or now.visibleRegion().isEmpty():
                self.ensureWidgetVisible(now)

    # Of Qt

    def ensureWidgetVisible(self, childWidget: QWidget, xmargin: int = 50, ymargin: int = 50) -> None:  # noqa: N803  Qt's name
        super().ensureWidgetVisible(childWidget, xmargin, ymargin)
        page = self.widget()
        if page is not None and childWidget.visibleRegion().isEmpty():
            # Qt goes by the current row of a list, which may not be in its view.
            half = childWidget.rect().center()
            middle = childWidget.mapTo(page, half)
            self.ensureVisible(middle.x(), middle.y(), half.x(), half.y())


class ListRoom(QObject):
    """Gives a list on a page that scrolls so much room that never both of them scroll.

    The list asks for its minimum height, gets what the page has left, and scrolls. Where the page is higher than its
    area even so, the list asks for the height of all its entries: then only the page scrolls.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view, self._least = view, view.minimumHeight()
        self._room: QWidget | None = None  # of the area, and the page in it
        self._page: QWidget | None = None
        policy = view.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Ignored)  # or the page scrolls for the height that Qt proposes
        view.setSizePolicy(policy)
        self._settled = QTimer(self, singleShot=True, interval=0)  # once all layouts have followed a change
        self._settled.timeout.connect(self._fit)
        view.installEventFilter(self)
        view.verticalScrollBar().rangeChanged.connect(self._settled.start)  # there are more entries, or fewer

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Show and watched is self._view:
            self._find_area()
        if kind in {QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._settled.start()
        return super().eventFilter(watched, event)

    def _find_area(self) -> None:
        """Watch the page on which the list lies by now."""
        part = self._view.parentWidget()
        while part is not None and not isinstance(part, ScrollArea):
            part = part.parentWidget()
        if part is None or part.viewport() is self._room:
            return
        self._room, self._page = part.viewport(), part.widget()
        for watched in filter(None, (self._room, self._page)):
            watched.installEventFilter(self)

    def _fit(self) -> None:
        view, room, page = self._view, self._room, self._page
        if room is None or page is None or view.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            view.setMinimumHeight(self._least)
            return
        others = self._measure(page, room.width()) - view.minimumHeight()
        entries = view.contentsSize().height() + 2 * view.frameWidth()
        least = self._least if others + self._least <= room.height() else max(self._least, entries)
        if least != view.minimumHeight():
            view.setMinimumHeight(least)

    def _measure(self, page: QWidget, width: int) -> int:
        """The height that the page needs now. Each layout up to it is asked at once: a change rises one by one."""
        part: QWidget | None = self._view.parentWidget()
        while part is not None:
            if (layout := part.layout()) is not None:
                layout.activate()
            if part is page:
                break
            part = part.parentWidget()
        least = page.minimumSizeHint().height()
        return max(least, page.heightForWidth(width)) if page.hasHeightForWidth() else least


class FlowLayout(QLayout):
    """A row of widgets that continues on the next line where there is no room; a stretch takes what a line has left.

    Parameters
    ----------
    spacing : int
        Between widgets and between lines, in device-independent pixels.
    """

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)

    def add_stretch(self) -> None:
        """Add an invisible item that takes what its line has left."""
        self.addItem(QSpacerItem(0, 0))

    # Of Qt

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        lines = list(self._lines(width - margins.left() - margins.right()))
        heights = sum(_height(line) for line in lines) + self.spacing() * max(len(lines) - 1, 0)
        return heights + margins.top() + margins.bottom()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._visible():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def sizeHint(self) -> QSize:
        widths = [item.sizeHint().width() for item in self._visible()]
        width = sum(widths) + self.spacing() * max(len(widths) - 1, 0)
        margins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), self.heightForWidth(100_000))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        top = inner.top()
        for line in self._lines(inner.width()):
            height, left = _height(line), inner.left()
            shown = [item for item in line if not isinstance(item, QSpacerItem)]
            spare = inner.width() - _width(shown, self.spacing())
            stretches = len(line) - len(shown)
            for item in line:
                if isinstance(item, QSpacerItem):
                    left += max(spare, 0) // stretches
                    continue
                size = item.sizeHint().boundedTo(QSize(inner.width(), height)).expandedTo(item.minimumSize())
                place = QRect(left, top + (height - size.height()) // 2, size.width(), size.height())
                item.setGeometry(QStyle.visualRect(direction, inner, place))
                left += size.width() + self.spacing()
            top += height + self.spacing()

    def _visible(self) -> Iterator[QLayoutItem]:
        return (item for item in self._items if not isinstance(item, QSpacerItem) and not item.isEmpty())

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        line: list[QLayoutItem] = []
        taken = 0
        for item in self._items:
            if isinstance(item, QSpacerItem):
                line.append(item)
                continue
            if item.isEmpty():
                continue
            needed = item.sizeHint().width()
            if taken and taken + self.spacing() + needed > width:
                yield line
                line, taken = [], 0
            taken += needed + (self.spacing() if taken else 0)
            line.append(item)
        if taken:
            yield line


def _height(line: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in line), default=0)


def _width(items: list[QLayoutItem], spacing: int) -> int:
    return sum(item.sizeHint().width() for item in items) + spacing * max(len(items) - 1, 0)
