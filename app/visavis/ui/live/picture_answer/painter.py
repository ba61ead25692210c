"""Paints the label of a whole picture at its upper edge."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from visavis.ui.live.picture_answer.label import PictureLabel
from visavis.ui.widgets import theme

#: Background of the label of a known and of an unknown picture, visible on light and dark pictures.
_KNOWN_GROUND = QColor("#1f4bb0")
_UNKNOWN_GROUND = QColor("#3a4049")
#: Title.
_TEXT = QColor("#ffffff")
#: Score and remark.
_QUIET = QColor("#d6e2ff")
#: Maximum width of a label. All lengths are device-independent pixels.
_MAX_WIDTH = 480.0
#: Horizontal and vertical padding.
_PADDING = (16.0, 8.0)
#: Distance from the upper edge of the picture.
_MARGIN = 16.0
#: Distance between title and score.
_GAP = 10.0


def paint_picture_label(painter: QPainter, label: PictureLabel, area: QRectF, font: QFont) -> None:
    """Paint a label into the area of the picture; `font` is the font of the view. What is too long is shortened."""
    large, small = theme.bold_font(font, 1.5), theme.scale_font(font, 1.05)
    large_size, small_size = QFontMetricsF(large), QFontMetricsF(small)
    room = max(min(_MAX_WIDTH, area.width() - 2 * _MARGIN) - 2 * _PADDING[0], 40.0)
    score_width = small_size.horizontalAdvance(label.score) + _GAP if label.score else 0.0
    title = large_size.elidedText(label.title, Qt.TextElideMode.ElideRight, room - score_width)
    remark = small_size.elidedText(label.remark, Qt.TextElideMode.ElideRight, room)
    title_width = large_size.horizontalAdvance(title)
    width = max(title_width + score_width, small_size.horizontalAdvance(remark)) + 2 * _PADDING[0]
    height = large_size.height() + 2 * _PADDING[1] + (small_size.height() if remark else 0.0)
    pill = QRectF(area.center().x() - width / 2, area.top() + _MARGIN, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_KNOWN_GROUND if label.is_known else _UNKNOWN_GROUND)
    painter.drawRoundedRect(pill, 9, 9)
    left = pill.center().x() - (title_width + score_width) / 2
    baseline = pill.top() + _PADDING[1] + large_size.ascent()
    painter.setFont(large)
    painter.setPen(_TEXT)
    painter.drawText(QPointF(left, baseline), title)
    painter.setFont(small)
    painter.setPen(_QUIET)
    painter.drawText(QPointF(left + title_width + _GAP, baseline), label.score)
    if remark:
        below = pill.adjusted(0, 0, 0, -_PADDING[1])
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, remark)
