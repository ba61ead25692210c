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


def test_an_icon_is_rendered_once_for_each_color_size_and_scale(qapp):
    first = icons.render_icon("lock", "#c02040", 24, 2)
    assert icons.render_icon("lock", "#c02040", 24, 2).cacheKey() == first.cacheKey()
    others = [icons.render_icon(*which) for which in (("lock", "red", 24, 2), ("lock", "#c02040", 24, 1))]
    others.append(icons.render_icon("lock", "#c02040", 48, 1))
    assert [(each.width(), each.devicePixelRatio()) for each in (first, *others)] == [
        (48, 2),
        (48, 2),
        (24, 1),
        (48, 1),
    ]
    assert first.cacheKey() not in {each.cacheKey() for each in others}


def test_the_application_has_an_icon_of_its_own(qapp):
    assert not icons.application().pixmap(64).isNull()
