"""Icons are files, drawn in the color of the text beside them."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from visavis.ui.widgets import icons

NAMES = sorted(path.stem for path in (Path(icons.__file__).parent / "resources" / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_painted_in_one_color(qapp, name):
    image = icons.render_icon(name, "#c02040", 24).toImage()
    painted = [image.pixelColor(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() == 255]
    assert painted
    assert {color.name() for color in painted} == {QColor("#c02040").name()}


def test_the_application_has_an_icon_of_its_own(qapp):
    assert not icons.application().pixmap(64).isNull()
