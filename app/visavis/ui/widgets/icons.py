"""The program's pictures, drawn by code: lines on a grid of 24, in the color of the text beside them."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_LINES = {
    "camera": '<rect x="2.5" y="6" width="13" height="12" rx="3"/><path d="M15.5 11l6-3.5v9l-6-3.5"/>',
    "film": '<rect x="3" y="4" width="18" height="16" rx="3"/><path d="M8 4v16M16 4v16M3 9h5M3 15h5M16 9h5M16 15h5"/>',
    "address": '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18"/>',
    "demo": '<rect x="3" y="4" width="18" height="16" rx="3"/><path d="M10 8.5v7l6-3.5z"/>',
    "people": '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c0-4 2.8-6.5 6.5-6.5s6.5 2.5 6.5 6.5"/>'
    '<path d="M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14.2c2.2.9 3.5 3 3.5 5.8"/>',
    "capture": '<path d="M3 8V5.5A2.5 2.5 0 0 1 5.5 3H8M16 3h2.5A2.5 2.5 0 0 1 21 5.5V8M21 16v2.5a2.5 2.5 0 0 1'
    '-2.5 2.5H16M8 21H5.5A2.5 2.5 0 0 1 3 18.5V16"/><circle cx="12" cy="10" r="2.8"/>'
    '<path d="M7 17.5c.4-2.5 2.3-4 5-4s4.6 1.5 5 4"/>',
    "train": '<path d="M3 20V4M3 20h18"/><path d="M6.5 16c3-.5 4-7 7-8s4 .5 7-2"/>',
    "mirror": '<path d="M12 3v18" stroke-dasharray="2 3"/><path d="M8.5 7v10L2.5 17zM15.5 7v10l6 0z"/>',
    "panel": '<rect x="3" y="4" width="18" height="16" rx="3"/><path d="M15 4v16"/>',
    "close": '<path d="M6 6l12 12M18 6L6 18"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21"/>',
    "reset": '<path d="M4 10.5a8 8 0 1 1 0 4M4 4.5v6h6"/>',
    "down": '<path d="M6 9.5l6 6 6-6"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.2v.3"/>',
    "warning": '<path d="M12 3.5L22 20.5H2z"/><path d="M12 10v5M12 17.6v.2"/>',
    "error": '<path d="M8.2 2.5h7.6l5.7 5.7v7.6l-5.7 5.7H8.2l-5.7-5.7V8.2z"/><path d="M12 7v6M12 16.4v.2"/>',
    "back": '<path d="M14.5 5.5L8 12l6.5 6.5"/>',
    "back-rtl": '<path d="M9.5 5.5L16 12l-6.5 6.5"/>',
    "trash": '<path d="M4 6.5h16M9 6.5V4h6v2.5M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6"/>',
    "grid": '<rect x="3.5" y="3.5" width="7" height="7" rx="2"/><rect x="13.5" y="3.5" width="7" height="7" rx="2"/>'
    '<rect x="3.5" y="13.5" width="7" height="7" rx="2"/><rect x="13.5" y="13.5" width="7" height="7" rx="2"/>',
    "check": '<path d="M4.5 12.5l5 5L20 7"/>',
    "open": '<circle cx="12" cy="12" r="7.5"/>',
    "covered": '<circle cx="12" cy="12" r="9"/><path d="M7.5 12.5l3 3L16.5 9"/>',
    "folder": '<path d="M3 18V6.5A1.5 1.5 0 0 1 4.5 5H9l2.5 3h8A1.5 1.5 0 0 1 21 9.5V18a1.5 1.5 0 0 1-1.5 1.5h-15A1.5'
    ' 1.5 0 0 1 3 18z"/>',
    "lock": '<rect x="4.5" y="10.5" width="15" height="10.5" rx="2.5"/><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3"/>',
    "scale": '<path d="M12 3.5v17M7 20.5h10M4.5 7h15M4.5 7L2 13.5h5zM19.5 7L17 13.5h5z"/>',
}

_APPLICATION = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#5b8cff"/>
<stop offset="1" stop-color="#2447a8"/></linearGradient></defs>
<rect x="2" y="2" width="60" height="60" rx="15" fill="url(#g)"/>
<g fill="none" stroke="#fff" stroke-width="3.6" stroke-linecap="round" stroke-opacity=".9">
<path d="M13 21v-3a5 5 0 0 1 5-5h3M43 13h3a5 5 0 0 1 5 5v3M51 43v3a5 5 0 0 1-5 5h-3M21 51h-3a5 5 0 0 1-5-5v-3"/></g>
<circle cx="24.5" cy="27" r="6" fill="#fff"/>
<path d="M14.5 45c.6-7 4.4-10.5 10-10.5 3 0 5.5 1 7.2 3-2.1 2-3.3 4.5-3.7 7.5z" fill="#fff"/>
<circle cx="39.5" cy="27" r="6" fill="#ffd27a"/>
<path d="M30 45c.6-7 4-10.5 9.5-10.5S48.9 38 49.5 45z" fill="#ffd27a"/>
</svg>"""

_SCALES = (1, 2, 3)


def icon(name: str, color: QColor | str, side: int = 18) -> QIcon:
    """A line drawing in one color, for 100, 200 and 300 % scaling."""
    result = QIcon()
    for scale in _SCALES:
        result.addPixmap(drawing(name, color, side, scale))
    return result


def drawing(name: str, color: QColor | str, side: int, scale: float = 1) -> QPixmap:
    """The same as a picture of `side` device-independent pixels."""
    stroke = QColor(color).name()
    source = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g fill="none" stroke="{stroke}" '
        f'stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">{_LINES[name]}</g></svg>'
    )
    return _rendered(source, side, scale)


def application() -> QIcon:
    """The program's own."""
    result = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(_rendered(_APPLICATION, side, 1))
    return result


def _rendered(source: str, side: int, scale: float) -> QPixmap:
    pixmap = QPixmap(round(side * scale), round(side * scale))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
