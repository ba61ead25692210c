"""Draws the icon for Windows and macOS from its SVG. Run it with the Python of the environment that is packed.

`python installers/icons.py FOLDER` writes visavis.ico and visavis.icns.
"""

import io
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

#: The drawing, square.
DRAWING = Path(__file__).resolve().parents[1] / "app/visavis/ui/widgets/resources/application.svg"
#: Side of the largest icon that macOS shows, in pixels.
SIDE = 1024


def main(folder: Path) -> None:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    drawn = Image.open(io.BytesIO(buffer.data().data()))
    folder.mkdir(parents=True, exist_ok=True)
    drawn.save(folder / "visavis.ico", sizes=[(side, side) for side in (16, 24, 32, 48, 64, 128, 256)])
    drawn.save(folder / "visavis.icns")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
