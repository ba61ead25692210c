"""The strip of captured pictures: each can be excluded and included again, by mouse and by keyboard."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from visavis.imaging.image import Image
from visavis.ui.widgets import theme
from visavis.ui.widgets.images import as_pixmap
from visavis.ui.widgets.layout import ListRoom

_Index = QModelIndex | QPersistentModelIndex

#: Side of a picture, in device-independent pixels.
_PICTURE = 84
#: Side of its cell in the grid.
_CELL = 96
#: Ground of the mark of a picture that is unlike the others; visible on any picture.
_MARK = QColor("#f5b73d")
#: Item role: whether the picture is excluded.
_LEFT_OUT = Qt.ItemDataRole.UserRole
#: Item role: whether the picture is unlike the others.
_OUTLIER = Qt.ItemDataRole.UserRole + 1
#: Keys that exclude or include the current picture.
_KEYS = {Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class PictureStrip(QListWidget):
    """Shows pictures; during review, a click, Space or Delete excludes one or includes it again."""

    toggled = Signal(int)  #: number of the picture, from 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Pictures taken"))
        self.setProperty("kind", "plain")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(_PICTURE, _PICTURE))
        self.setGridSize(QSize(_CELL, _CELL))
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setMinimumHeight(_CELL + 4)
        ListRoom(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self._toggle(self.row(item)))
        self._shown: list[Image] = []
        self._is_reviewing = False
        self.set_reviewing(False)

    def show_pictures(self, pictures: Sequence[Image], left_out: set[int], outliers: Collection[int] = ()) -> None:
        """Show square BGR pictures; excluded ones are crossed out, and those unlike the others are marked."""
        same = len(self._shown) <= len(pictures) and all(a is b for a, b in zip(self._shown, pictures, strict=False))
        if not same:
            self.clear()
            self._shown = []
        for picture in pictures[len(self._shown) :]:
            self.addItem(QListWidgetItem(QIcon(as_pixmap(picture, rounding=0.16)), ""))
            self._shown.append(picture)
        for number in range(self.count()):
            item, out, is_outlier = self.item(number), number in left_out, number in outliers
            item.setData(_LEFT_OUT, out)
            item.setData(_OUTLIER, is_outlier)
            label = self.tr("Picture {number}, left out") if out else self.tr("Picture {number}, kept")
            tip = self.tr("Take in again") if out else self.tr("Leave out")
            reason = self.tr("Unlike the others: somebody else, or the face is hidden.") if is_outlier else ""
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _join(label.format(number=number + 1), reason))
            item.setToolTip(_join(reason, tip) if self._is_reviewing else "")
        if not same or self._is_reviewing:
            return
        self.scrollToBottom()

    def set_reviewing(self, on: bool) -> None:
        """Start or end the review, during which pictures can be excluded."""
        if on and not self._is_reviewing:
            self.scrollToTop()
        self._is_reviewing = on
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.NoFocus)
        kinds = QListWidget.SelectionMode
        self.setSelectionMode(kinds.SingleSelection if on else kinds.NoSelection)
        self.setAccessibleDescription(self.tr("Space leaves a picture out, or takes it in again.") if on else "")

    def follow_newest(self, on: bool) -> None:
        """Show no bar while pictures are taken: the newest ones are in view, and the page may have a bar of its own."""
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if on else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)

    @property
    def is_reviewing(self) -> bool:
        return self._is_reviewing

    def event(self, event: QEvent) -> bool:
        """While the list has the focus, its keys take precedence over shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = self._is_reviewing and Qt.Key(event.key()) in _KEYS
            event.setAccepted(mine)
            if mine:
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _KEYS and self.currentRow() >= 0:
            self._toggle(self.currentRow())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def _toggle(self, number: int) -> None:
        if self._is_reviewing:
            self.toggled.emit(number)


class _Delegate(QStyledItemDelegate):
    """Paints a picture: crossed out if excluded, with a cross in its corner under the mouse."""

    def __init__(self, strip: PictureStrip) -> None:
        super().__init__(strip)
        self._strip = strip

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colors = theme.current()
        out = bool(index.data(_LEFT_OUT))
        place = QRectF(0, 0, _PICTURE, _PICTURE)
        place.moveCenter(QRectF(option.rect).center())
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        picture: QIcon = index.data(Qt.ItemDataRole.DecorationRole)
        pixmap: QPixmap = picture.pixmap(QSize(_PICTURE * 2, _PICTURE * 2))
        painter.setOpacity(0.3 if out else 1.0)
        painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
        painter.setOpacity(1.0)
        over = option.state & QStyle.StateFlag.State_MouseOver and self._strip.is_reviewing
        if option.state & QStyle.StateFlag.State_HasFocus and self._strip.is_reviewing:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.bright), 2.5))
            painter.drawRoundedRect(place.adjusted(-3, -3, 3, 3), 10, 10)
        if index.data(_OUTLIER):
            _mark(painter, QPointF(place.left() + 9, place.top() + 9), 8)
        if out:
            _cross(painter, place.center(), 11, QColor(colors.danger))
        elif over:
            _cross(painter, QPointF(place.right() - 9, place.top() + 9), 8, QColor(colors.danger))
        painter.restore()


def _join(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def _mark(painter: QPainter, middle: QPointF, radius: float) -> None:
    """Paint an exclamation mark on a disk."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_MARK)
    painter.drawEllipse(middle, radius, radius)
    pen = QPen(QColor("#1a1d21"), 2.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(middle + QPointF(0, -0.5 * radius), middle + QPointF(0, 0.1 * radius))
    painter.drawPoint(middle + QPointF(0, 0.5 * radius))


def _cross(painter: QPainter, middle: QPointF, radius: float, ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(middle, radius, radius)
    pen = QPen(QColor("#ffffff"), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    arm = radius * 0.42
    painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm))
    painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))
