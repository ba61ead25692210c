"""The program's icons: line drawings from `resources/icons`, in the color of the text beside them."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

_RESOURCES = Path(__file__).with_name("resources")
#: Scalings of the screen that an icon has a pixmap for: 100, 200 and 300 %.
_SCALES = (1, 2, 3)


def icon(name: str, color: QColor | str, side: int = 18) -> QIcon:
    """Load an icon in one color, with pixmaps for 100, 200 and 300 % scaling."""
    result = QIcon()
    for scale in _SCALES:
        result.addPixmap(render_icon(name, color, side, scale))
    return result


def render_icon(name: str, color: QColor | str, side: int, scale: float = 1) -> QPixmap:
    """Render an icon of `side` device-independent pixels."""
    source = _read_svg(f"icons/{name}.svg").replace("currentColor", QColor(color).name())
    return _render_svg(source, side, scale)


def application() -> QIcon:
    """The icon of the program."""
    result = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(_render_svg(_read_svg("application.svg"), side, 1))
    return result


def _render_svg(source: str, side: int, scale: float) -> QPixmap:
    key = f"{side} {scale} {source}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):  # a window has most icons several times
        return pixmap
    pixmap = QPixmap(round(side * scale), round(side * scale))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, pixmap)
    return pixmap


@cache
def _read_svg(name: str) -> str:
    return (_RESOURCES / name).read_text(encoding="utf-8")
