"""Paints the box around a face and its label, with a name in any script."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from visavis.escaping import line
from visavis.liveness.hint import ConfirmCue, DenyCue, TurnSide
from visavis.people.names import shown_name, spaced_name
from visavis.ui.live.overlay import FaceMark, LabelRoom, LabelSides, PictureFit, Rect
from visavis.ui.text import matches
from visavis.ui.text.language import QT_TRANSLATE_NOOP, translate
from visavis.ui.widgets import theme

#: Box of a named face: a bright line over `_EDGE`, visible on light and dark pictures.
_NAMED = QColor("#5b9bff")
#: Background of the label of a named face.
_NAMED_GROUND = QColor("#1f4bb0")
#: Box of an unknown face.
_UNKNOWN = QColor("#d5d9e0")
#: Background of the label of an unknown face.
_UNKNOWN_GROUND = QColor("#3a4049")
#: Dark line under the box.
_EDGE = QColor(0, 0, 0, 120)
#: Name in a label.
_TEXT = QColor("#ffffff")
#: Score in a label.
_QUIET = QColor("#d6e2ff")

#: Maximum width of a label, in device-independent pixels.
_MAX_LABEL_WIDTH = 320.0
#: Horizontal and vertical padding of a label, in device-independent pixels.
_PADDING = (10.0, 5.0)


#: What is said of a face, by the cue or the side that it rests on.
_LIVENESS_TEXTS = {
    ConfirmCue.BLINKED: QT_TRANSLATE_NOOP("Marks", "live: blinked"),
    ConfirmCue.TURNED: QT_TRANSLATE_NOOP("Marks", "live: turned the head"),
    DenyCue.FLAT: QT_TRANSLATE_NOOP("Marks", "looks flat, like a photo"),
    DenyCue.LIFELESS: QT_TRANSLATE_NOOP("Marks", "does not move, like a photo"),
    TurnSide.LEFT: QT_TRANSLATE_NOOP("Marks", "not confirmed live: turn left"),
    TurnSide.RIGHT: QT_TRANSLATE_NOOP("Marks", "not confirmed live: turn right"),
    None: QT_TRANSLATE_NOOP("Marks", "not confirmed live"),
}


def label_title(mark: FaceMark) -> str:
    """The first part of a label: the name or the guest, *Unknown*, or both candidates of an ambiguous face."""
    if mark.rivals:
        first, second = mark.rivals
        return translate("Marks", "{first} or {second}?").format(first=_name(first), second=_name(second))
    return _name(shown_name(mark.name or mark.guest, translate("Marks", "Unknown")))


def _name(name: str) -> str:
    return line(spaced_name(name))


def label_text(mark: FaceMark) -> str:
    """The whole label as one line, for screen readers."""
    return " ".join(filter(None, (label_title(mark), mark.score, *_remarks(mark))))


def _other(mark: FaceMark) -> str:
    """The answer of the compared model; empty without one."""
    if mark.beside is None:
        return ""
    return translate("Marks", "other model: {answer}").format(answer=matches.title(mark.beside))


def _liveness(mark: FaceMark) -> str:
    """The liveness hint; empty without one."""
    hint = mark.liveness
    return "" if hint is None else translate("Marks", _LIVENESS_TEXTS[hint.cue or hint.turn])


def _remarks(mark: FaceMark) -> list[str]:
    """What is said beside the name, in lines from the top."""
    return [remark for remark in (_liveness(mark), _other(mark)) if remark]


def paint_mark(painter: QPainter, mark: FaceMark, fit: PictureFit, font: QFont, sides: LabelSides) -> None:
    """Paint the box and the label of one face; `font` is the font of the view, `sides` where labels were before."""
    placed = fit.to_view(mark.box)
    outline = to_qrect(placed)
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
    _paint_label(painter, mark, placed, fit.area, font, sides)
    _paint_remarks(painter, _remarks(mark), placed, fit.area, font)


def _paint_label(painter: QPainter, mark: FaceMark, box: Rect, area: Rect, font: QFont, sides: LabelSides) -> None:
    title_font = (theme.bold_font if mark.name else theme.scale_font)(font, 1.15)
    score_font = theme.scale_font(font, 0.95)
    title_size, score_size = QFontMetricsF(title_font), QFontMetricsF(score_font)
    score_width = score_size.horizontalAdvance(mark.score) + 8 if mark.score else 0.0
    room = min(_MAX_LABEL_WIDTH, max(area.width - 8, 40.0)) - 2 * _PADDING[0] - score_width
    elided = title_size.elidedText(label_title(mark), Qt.TextElideMode.ElideRight, room)
    title_width = title_size.horizontalAdvance(elided)
    room_around = LabelRoom(box, title_size.height() + 2 * _PADDING[1], area)
    side = sides.choose(mark.track, room_around)
    pill = to_qrect(room_around.place(side, title_width + score_width + 2 * _PADDING[0]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(_NAMED_GROUND if mark.name else _UNKNOWN_GROUND))
    painter.drawRoundedRect(pill, 7, 7)
    inner = pill.adjusted(_PADDING[0], 0, -_PADDING[0], 0)
    baseline = pill.top() + _PADDING[1] + title_size.ascent()
    painter.setFont(title_font)
    painter.setPen(_TEXT)
    painter.drawText(QPointF(inner.left(), baseline), elided)
    painter.setFont(score_font)
    painter.setPen(_QUIET)
    painter.drawText(QPointF(inner.left() + title_width + 8, baseline), mark.score)


def _paint_remarks(painter: QPainter, remarks: list[str], box: Rect, area: Rect, font: QFont) -> None:
    """Paint what is said beside the name inside the box, at its bottom; wider than the box where the text needs it."""
    small = theme.scale_font(font, 0.95)
    size = QFontMetricsF(small)
    height = size.height() + 2 * _PADDING[1]
    room = min(max(box.width, _MAX_LABEL_WIDTH), max(area.width - 8, 40.0)) - 2 * _PADDING[0]
    painter.setFont(small)
    for position, remark in enumerate(reversed(remarks), start=1):
        elided = size.elidedText(remark, Qt.TextElideMode.ElideRight, room)
        width = size.horizontalAdvance(elided) + 2 * _PADDING[0]
        left = max(min(box.left, area.right - width), area.left)
        pill = QRectF(left, box.bottom - position * height, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(_UNKNOWN_GROUND))
        painter.drawRoundedRect(pill, 7, 7)
        painter.setPen(_TEXT)
        painter.drawText(QPointF(pill.left() + _PADDING[0], pill.top() + _PADDING[1] + size.ascent()), elided)


def to_qrect(rect: Rect) -> QRectF:
    """Convert a rectangle to Qt's."""
    return QRectF(rect.left, rect.top, rect.width, rect.height)
