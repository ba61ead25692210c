"""The picture: the newest frame, and over it the newest answers."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from visavis.frames import Frame
from visavis.pipeline import Analysis
from visavis.ui import theme
from visavis.ui.overlay import Fit, Mark, Rect, label_place, marks
from visavis.ui.pictures import as_qimage

#: On any picture, light or dark: a bright line on a dark one.
_NAMED = QColor("#5b9bff")
_NAMED_GROUND = QColor("#1f4bb0")
_UNKNOWN = QColor("#d5d9e0")
_UNKNOWN_GROUND = QColor("#3a4049")
_EDGE = QColor(0, 0, 0, 120)
_TEXT = QColor("#ffffff")
_QUIET = QColor("#d6e2ff")

#: Device-independent pixels.
_MARGIN = 14.0
_CORNER = 10.0
_LABEL_MOST = 320.0
_PADDING = (10.0, 5.0)


class VideoView(QWidget):
    """Shows frames whole, undistorted and in the middle. Names are drawn by Qt, in any script.

    What the picture says is in `accessibleDescription`, too.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Picture")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self.mirrored = False
        self._frame: Frame | None = None
        self._picture: QImage | None = None
        self._analysis: Analysis | None = None
        self._message = ""

    def sizeHint(self) -> QSize:
        return QSize(880, 660)

    def show_frame(self, frame: Frame) -> None:
        """Paint this frame from now on."""
        self._frame = frame
        self._picture = as_qimage(frame.image)
        self.update()

    def show_analysis(self, analysis: Analysis) -> None:
        """Paint these answers over the frames that follow, until they are stale."""
        self._analysis = analysis
        self._describe()
        self.update()

    def clear(self, message: str) -> None:
        """No picture: say why in its place."""
        self._frame = self._picture = self._analysis = None
        self._message = message
        self.setAccessibleDescription(message)
        self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        self.mirrored = mirrored
        self.update()

    @property
    def frame(self) -> Frame | None:
        """The frame that is painted."""
        return self._frame

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is painted over it."""
        return () if self._frame is None else marks(self._analysis, self._frame)

    def fit(self) -> Fit | None:
        """Where the picture lies in this widget."""
        if self._picture is None:
            return None
        inner = (max(self.width() - 2 * _MARGIN, 1), max(self.height() - 2 * _MARGIN, 1))
        fit = Fit.of((self._picture.width(), self._picture.height()), inner, mirrored=self.mirrored)
        return fit.moved(_MARGIN, _MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        fit = self.fit()
        if fit is None or self._picture is None:
            self._paint_message(painter)
        else:
            area = _qrect(fit.area)
            self._paint_picture(painter, area)
            painter.setClipRect(area)
            for mark in self.marks:
                self._paint_mark(painter, mark, fit)
        painter.end()

    def _describe(self) -> None:
        description = ", ".join(mark.text for mark in self.marks) or "No face in view"
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)

    def _paint_message(self, painter: QPainter) -> None:
        painter.setPen(QColor(theme.current().quiet))
        painter.setFont(theme.scaled(self.font(), 1.2))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._message)

    def _paint_picture(self, painter: QPainter, area: QRectF) -> None:
        assert self._picture is not None
        painter.save()
        if self.mirrored:
            painter.translate(area.left() + area.right(), 0)
            painter.scale(-1, 1)
        painter.drawImage(area, self._picture)
        painter.restore()
        corners = QPainterPath()  # painting the corners over is cheaper than clipping the picture
        corners.addRect(area.adjusted(-1, -1, 1, 1))
        corners.addRoundedRect(area, _CORNER, _CORNER)
        painter.fillPath(corners, self.palette().window())

    def _paint_mark(self, painter: QPainter, mark: Mark, fit: Fit) -> None:
        placed = fit.placed(mark.box)
        outline = _qrect(placed)
        radius = min(placed.width * 0.1, 14.0)
        color = _NAMED if mark.name else _UNKNOWN
        style = Qt.PenStyle.SolidLine if mark.name else Qt.PenStyle.CustomDashLine
        for pen in (QPen(_EDGE, 4.5), QPen(color, 2.5)):
            pen.setStyle(style)
            if mark.name is None:
                pen.setDashPattern([width / pen.widthF() for width in (10.0, 7.0)])
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(outline, radius, radius)
        self._paint_label(painter, mark, placed, fit.area)

    def _paint_label(self, painter: QPainter, mark: Mark, box: Rect, area: Rect) -> None:
        title_font = (theme.strong if mark.name else theme.scaled)(self.font(), 1.15)
        score_font = theme.scaled(self.font(), 0.95)
        title_size, score_size = QFontMetricsF(title_font), QFontMetricsF(score_font)
        score_width = score_size.horizontalAdvance(mark.score) + 8 if mark.score else 0.0
        room = min(_LABEL_MOST, max(area.width - 8, 40.0)) - 2 * _PADDING[0] - score_width
        title = title_size.elidedText(mark.title, Qt.TextElideMode.ElideRight, room)
        title_width = title_size.horizontalAdvance(title)
        size = (title_width + score_width + 2 * _PADDING[0], title_size.height() + 2 * _PADDING[1])
        pill = _qrect(label_place(box, size, area))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(_NAMED_GROUND if mark.name else _UNKNOWN_GROUND))
        painter.drawRoundedRect(pill, 7, 7)
        inner = pill.adjusted(_PADDING[0], 0, -_PADDING[0], 0)
        baseline = pill.top() + _PADDING[1] + title_size.ascent()
        painter.setFont(title_font)
        painter.setPen(_TEXT)
        painter.drawText(QPointF(inner.left(), baseline), title)
        painter.setFont(score_font)
        painter.setPen(_QUIET)
        painter.drawText(QPointF(inner.left() + title_width + 8, baseline), mark.score)


def _qrect(rect: Rect) -> QRectF:
    return QRectF(rect.left, rect.top, rect.width, rect.height)
