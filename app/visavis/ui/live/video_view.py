"""The video widget: the newest frame with the newest analysis painted over it."""

import time

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box
from visavis.pipeline import Analysis
from visavis.tracking.cut_detection import SAME_SCENE_CORRELATION, CutDetector
from visavis.ui.live.capture_ring import CaptureRing
from visavis.ui.live.capture_ring_painter import paint_ring
from visavis.ui.live.face_painter import label_text, paint_mark, to_qrect
from visavis.ui.live.overlay import FaceMark, LabelSides, PictureFit, Rect, compute_marks, find_mark, sort_by_position
from visavis.ui.live.picture_answer.label import PictureLabel, current_label
from visavis.ui.live.picture_answer.painter import paint_picture_label
from visavis.ui.live.repaint_timer import RepaintTimer
from visavis.ui.text.language import isolate
from visavis.ui.widgets import theme
from visavis.ui.widgets.focus_group import FocusGroup
from visavis.ui.widgets.images import as_qimage, shrink

#: Margin around the picture, in device-independent pixels.
_MARGIN = 14.0
#: Radius of its corners, in device-independent pixels.
_CORNER = 10.0
#: Reasons of a focus change that the keyboard did not cause.
_BY_MOUSE = {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.OtherFocusReason}


class VideoView(FocusGroup):
    """Shows whole frames, centered, with their aspect ratio. Qt draws the names, in any script.

    Without `framed`, it has no margin, and is black beside the picture.

    `accessibleDescription` holds the same labels for screen readers.
    """

    painted = Signal(object, object, float)  #: frame, analysis painted over it or None, duration in milliseconds
    chosen = Signal(Analysis, object)  #: analysis and the `Answer` that was clicked or chosen by its number

    def __init__(self, parent: QWidget | None = None, *, framed: bool = True) -> None:
        super().__init__(parent)
        self._is_framed = framed
        self.setAccessibleName(self.tr("Picture"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self.mirrored = False
        self._frame: Frame | None = None
        self._picture: QImage | None = None  # the frame at the size of the view; made on painting
        self._analysis: Analysis | None = None
        self._cuts = CutDetector(SAME_SCENE_CORRELATION)
        self._scene_began = float("-inf")
        self._sides = LabelSides()
        self._guide: CaptureRing | None = None
        self._message = ""
        self._is_chosen = False
        self.by_keyboard = False  #: the keyboard moved the focus here: then the frame around it is painted
        self._pacing = RepaintTimer()
        self._due = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(880, 660)

    def show_frame(self, frame: Frame) -> None:
        """Paint a new frame. Where it begins a new scene, what was painted over the earlier one goes at once."""
        self._frame, self._picture = frame, None
        if self._cuts.is_new_scene(frame):
            self._scene_began = frame.taken_at
            self._describe()
        self._paint_in(self._pacing.frame(time.monotonic()))

    def show_analysis(self, analysis: Analysis) -> None:
        """Paint this analysis over the following frames until it is stale.

        Without a picture, it is of a frame from before `clear`, and is dropped: no name comes back during an outage.
        """
        if self._frame is None:
            return
        self._analysis = analysis
        self._describe()
        self._paint_in(self._pacing.answers(time.monotonic(), newest=analysis.frame is self._frame))

    def show_guide(self, guide: CaptureRing | None) -> None:
        """Paint the capture ring instead of the answers; None ends that."""
        if guide is not self._guide:
            self._guide = guide
            self.update()

    def clear(self, message: str) -> None:
        """Show a message instead of a picture."""
        self._frame = self._picture = self._analysis = None
        self._message = message
        self.setAccessibleDescription(message)
        self.update()

    def set_chosen(self, on: bool) -> None:
        """Paint a line around the picture, or none: of two pictures, commands act on this one."""
        self._is_chosen = on
        self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        self.mirrored = mirrored
        self.update()

    @property
    def frame(self) -> Frame | None:
        """The painted frame."""
        return self._frame

    @property
    def analysis(self) -> Analysis | None:
        """The painted analysis; None if there is none or it is stale."""
        return self._analysis if self.marks or self.label else None

    @property
    def guide(self) -> CaptureRing | None:
        """The painted capture ring."""
        return self._guide

    @property
    def marks(self) -> tuple[FaceMark, ...]:
        """The painted marks."""
        return () if self._frame is None else compute_marks(self._analysis, self._frame, self._scene_began)

    @property
    def label(self) -> PictureLabel | None:
        """The painted label of the whole picture; None while faces are looked for."""
        return None if self._frame is None else current_label(self._analysis, self._frame, self._scene_began)

    @property
    def _fills_window(self) -> bool:
        """Whether the picture has no margin: in full screen, and in a small window of its own."""
        return not self._is_framed or self.window().isFullScreen()

    def fit(self) -> PictureFit | None:
        """The transform from the picture to this widget; None without a picture."""
        if self._frame is None:
            return None
        height, width = self._frame.image.shape[:2]
        margin = 0.0 if self._fills_window else _MARGIN
        inner = (max(self.width() - 2 * margin, 1), max(self.height() - 2 * margin, 1))
        fit = PictureFit.of((width, height), inner, mirrored=self.mirrored)
        return fit.shift(margin, margin)

    def event(self, event: QEvent) -> bool:
        """Show the whole label of a face as its tool tip: in the picture, a long name is shortened."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            fit = self.fit()
            marks = self.marks
            number = None if fit is None else find_mark(marks, fit, event.pos().x(), event.pos().y())
            if number is not None:
                QToolTip.showText(event.globalPos(), isolate(label_text(marks[number])), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        fit = self.fit()
        if event.button() is Qt.MouseButton.LeftButton and fit is not None:
            self._choose(find_mark(self.marks, fit, event.position().x(), event.position().y()))
        super().mousePressEvent(event)

    def box_at(self, place: Rect) -> Box | None:
        """The box in the picture at a place of this widget; None without a picture there."""
        fit = self.fit()
        return None if fit is None else fit.to_picture(place)

    def choose_face(self, place: int) -> None:
        """Choose a face by its place in reading order, from 1."""
        fit = self.fit()
        order = sort_by_position(self.marks, fit) if fit is not None else []
        if place <= len(order):
            self._choose(order[place - 1])

    def _choose(self, number: int | None) -> None:
        if number is not None and self._analysis is not None:
            self.chosen.emit(self._analysis, self._analysis.answers[number])

    def paintEvent(self, event: QPaintEvent) -> None:
        start = time.perf_counter()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text in the direction of its script
        fit = self.fit()
        if self._fills_window:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if fit is None or self._frame is None:
            self._paint_message(painter)
            self._paint_focus(painter, QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
        else:
            area = self._on_pixels(to_qrect(fit.area))
            self._paint_picture(painter, area, self._frame)
            painter.setClipRect(area)
            if self._guide is None or self._guide.several:
                marks = self.marks
                self._sides.keep([mark.track for mark in marks])
                for mark in marks:
                    paint_mark(painter, mark, fit, self.font(), self._sides)
                if (label := self.label) is not None:
                    paint_picture_label(painter, label, area, self.font())
            if self._guide is not None:
                paint_ring(painter, self._guide, fit, self.font())
            if not self._fills_window:
                self._paint_corners(painter, area)
                self._paint_focus(painter, area)
        painter.end()
        self._due.stop()
        self._pacing.mark_painted(time.monotonic())
        if self._frame is not None:
            self.painted.emit(self._frame, self._analysis, (time.perf_counter() - start) * 1e3)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = event.reason() not in _BY_MOUSE
        super().focusInEvent(event)

    def _paint_in(self, seconds: float) -> None:
        """Schedule a repaint in `seconds`, or keep an earlier one; nothing while the widget is invisible."""
        if not self.isVisible() or self.window().isMinimized():
            return
        milliseconds = round(seconds * 1000)
        if milliseconds <= 0:
            self.update()
        elif not self._due.isActive() or self._due.remainingTime() > milliseconds:
            self._due.start(milliseconds)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pacing.refresh_hz = self.screen().refreshRate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None  # it has to be scaled anew

    def _describe(self) -> None:
        if self._analysis is not None and self._analysis.picture is not None:
            label = self.label
            description = label.text if label is not None else ""
        else:
            description = ", ".join(map(label_text, self.marks)) or self.tr("No face in view")
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)

    def _paint_message(self, painter: QPainter) -> None:
        painter.setPen(QColor("#d5d9e0" if self._fills_window else theme.current().quiet))
        painter.setFont(theme.scale_font(self.font(), 1.2))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._message)

    def _paint_picture(self, painter: QPainter, area: QRectF, frame: Frame) -> None:
        if self._picture is None:  # only painting scales: a hidden window costs nothing
            ratio = self.devicePixelRatioF()
            self._picture = as_qimage(shrink(frame.image, area.width() * ratio, area.height() * ratio))
        painter.save()
        if self.mirrored:
            painter.translate(area.left() + area.right(), 0)
            painter.scale(-1, 1)
        painter.drawImage(area, self._picture)
        painter.restore()

    def _on_pixels(self, area: QRectF) -> QRectF:
        """The area with its edges between pixels of the screen: else its corners would leave a line beside it."""
        ratio = self.devicePixelRatioF()
        edges = [round(edge * ratio) / ratio for edge in (area.left(), area.top(), area.right(), area.bottom())]
        return QRectF(QPointF(*edges[:2]), QPointF(*edges[2:]))

    def _paint_corners(self, painter: QPainter, area: QRectF) -> None:
        corners = QPainterPath()  # covering the corners is cheaper than clipping the picture
        corners.addRect(area.adjusted(-1, -1, 1, 1))
        corners.addRoundedRect(area, _CORNER, _CORNER)
        painter.fillPath(corners, self.palette().window())

    def _paint_focus(self, painter: QPainter, area: QRectF) -> None:
        is_focused = self.by_keyboard and self.hasFocus()
        if not is_focused and not self._is_chosen:
            return
        painter.setClipping(False)
        painter.setPen(QPen(QColor(theme.current().bright), 2.5 if is_focused else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(-4, -4, 4, 4), _CORNER + 4, _CORNER + 4)
