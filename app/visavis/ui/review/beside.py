"""Where a card lies so that the face it is about can be seen. Rectangles are in one coordinate system."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRect, QSize

#: Distance between the card and the face, and from the edges, in device-independent pixels.
_GAP = 12


def place_beside(
    face: QRect, areas: Sequence[QRect], widths: Sequence[int], find_height: Callable[[int], int]
) -> QRect:
    """Place a card beside a face: right, left, below or above, whole inside an area.

    Parameters
    ----------
    face : QRect
        The face.
    areas : sequence of QRect
        What the card may cover, the best first. Another one is taken where only that leaves the face free.
    widths : sequence of int
        Widths that the card can have, the best first. A narrower one is taken where only that leaves the face free.
    find_height : callable
        The height that the card needs at a width; it is made lower where the area is.

    Returns
    -------
    QRect
        If it fits nowhere beside the face, the place where it covers least of it.
    """
    places = [
        place
        for inner in (area.adjusted(_GAP, _GAP, -_GAP, -_GAP) for area in areas)
        for width in widths
        for place in _candidates(face, inner, _fit_size(width, find_height, inner))
    ]
    free = (place for place in places if not place.intersects(face))
    return next(free, min(places, key=lambda place: _overlap_area(place, face)))


def _fit_size(width: int, find_height: Callable[[int], int], inner: QRect) -> QSize:
    width = min(width, inner.width())
    return QSize(width, min(find_height(width), inner.height()))


def _candidates(face: QRect, inner: QRect, size: QSize) -> Iterable[QRect]:
    """A place on each side of the face, pushed into the area."""
    middle = face.center().x() - size.width() // 2
    for left, top in (
        (face.right() + _GAP, face.top()),
        (face.left() - _GAP - size.width(), face.top()),
        (middle, face.bottom() + _GAP),
        (middle, face.top() - _GAP - size.height()),
    ):
        inside_x = min(max(left, inner.left()), inner.right() + 1 - size.width())
        inside_y = min(max(top, inner.top()), inner.bottom() + 1 - size.height())
        yield QRect(inside_x, inside_y, size.width(), size.height())


def _overlap_area(place: QRect, face: QRect) -> int:
    """How much of the face a card covers, in square pixels."""
    common = place.intersected(face)
    return common.width() * common.height()
