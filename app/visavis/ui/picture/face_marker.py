"""The frame with which the user marks a face that was not found: drawn with the mouse, or moved with the keys."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen

from visavis.ui.live.face_painter import to_qrect
from visavis.ui.live.video_view import VideoView
from visavis.ui.widgets import theme
from visavis.ui.widgets.announce import announce
from visavis.ui.widgets.focus_group import FocusGroup

#: Minimum side of a frame, in device-independent pixels: a shorter drag is a click.
_MIN_SIDE = 24.0
#: Side of the first frame, as a share of the shorter side of the picture.
_FIRST_SIDE = 0.3
#: How far an arrow key moves the frame, in device-independent pixels; with Shift, one.
_STEP = 12.0
#: By how much + and - resize it.
_ZOOM = 1.12
#: What is not in the frame is darkened.
_SHADE = QColor(0, 0, 0, 120)

_DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class FaceMarker(FocusGroup):
    """Lies over the picture while a face is marked; hidden otherwise."""

    marked = Signal(QRectF)  #: the frame, in coordinates of the video view
    left = Signal()  #: marking has ended, with or without a frame

    def __init__(self, video: VideoView) -> None:
        super().__init__(video)
        self.setObjectName("marker")
        self.setAccessibleName(self.tr("Mark a face"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._video = video
        self._help = self.tr(
            "Draw a frame around the face. Keys: arrows move it, + and − resize it, Enter takes it, Esc cancels."  # noqa: RUF001 - the sign is meant
        )
        self.setAccessibleDescription(self._help)
        self._area = QRectF()
        self._frame = QRectF()
        self._begun: QPointF | None = None  # where a drag began
        video.installEventFilter(self)
        self.hide()

    @property
    def frame(self) -> QRectF:
        """The frame, in coordinates of the video view."""
        return self._frame

    def start(self) -> bool:
        """Begin to mark; False without a picture."""
        fit = self._video.fit()
        if fit is None:
            return False
        self._area = to_qrect(fit.area)
        side = _FIRST_SIDE * min(self._area.width(), self._area.height())
        self._frame = QRectF(0, 0, side, side)
        self._frame.moveCenter(self._area.center())
        self._begun = None
        self.setGeometry(self._video.rect())
        self.show()
        self.raise_()
        self.setFocus()
        announce(self, self._help)
        return True

    def cancel(self) -> None:
        """End without a frame."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._video and event.type() == QEvent.Type.Resize:
            self.cancel()  # the picture is elsewhere now
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._begun = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._begun is not None:
            drawn = QRectF(self._begun, event.position()).normalized()
            if min(drawn.width(), drawn.height()) >= _MIN_SIDE:
                self._set(drawn.intersected(self._area))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        begun, self._begun = self._begun, None
        if begun is None:
            return
        drawn = QRectF(begun, event.position()).normalized()
        if min(drawn.width(), drawn.height()) >= _MIN_SIDE:
            self._set(drawn.intersected(self._area))
            self._take()
        else:  # a click: the frame goes there
            moved = QRectF(self._frame)
            moved.moveCenter(event.position())
            self._set(self._pushed_inside(moved))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, frame = event.key(), QRectF(self._frame)
        if key in _DIRECTIONS:
            step = 1.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            across, down = _DIRECTIONS[Qt.Key(key)]
            self._set(self._pushed_inside(frame.translated(across * step, down * step)))
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            side = frame.width() * (1 / _ZOOM if key == Qt.Key.Key_Minus else _ZOOM)
            side = min(max(side, _MIN_SIDE), self._area.width(), self._area.height())
            sized = QRectF(0, 0, side, side)
            sized.moveCenter(frame.center())
            self._set(self._pushed_inside(sized))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outside = QPainterPath()
        outside.addRect(self._area)
        outside.addRect(self._frame)
        painter.fillPath(outside, _SHADE)
        for pen in (QPen(QColor("#000000"), 4), QPen(QColor("#ffffff"), 2)):
            painter.setPen(pen)
            painter.drawRect(self._frame)
        self._paint_help(painter)
        painter.end()

    def _paint_help(self, painter: QPainter) -> None:
        painter.setFont(theme.scale_font(self.font(), 1.0))
        room = self._area.adjusted(16, 16, -16, -16)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        text = painter.boundingRect(room, flags, self._help)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(16, 20, 27, 225))
        painter.drawRoundedRect(text.adjusted(-12, -7, 12, 7), 8, 8)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(room, flags, self._help)

    def _pushed_inside(self, frame: QRectF) -> QRectF:
        left = min(max(frame.left(), self._area.left()), self._area.right() - frame.width())
        top = min(max(frame.top(), self._area.top()), self._area.bottom() - frame.height())
        return QRectF(left, top, frame.width(), frame.height())

    def _set(self, frame: QRectF) -> None:
        self._frame = frame
        self.update()

    def _take(self) -> None:
        frame = QRectF(self._frame)
        self.hide()
        self.left.emit()
        self.marked.emit(frame)
