"""Contrast as the guidelines compute it: every text on every ground it stands on."""

import pytest
from PySide6.QtGui import QColor

from visavis.ui.theme import DARK, LIGHT

AA = 4.5

PAIRS = [
    *(("text", ground) for ground in ("ground", "surface", "raised", "hover", "chosen", "info", "warning", "error")),
    *(("quiet", ground) for ground in ("ground", "surface", "chosen")),
    *(("link", ground) for ground in ("ground", "surface")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "danger")),
    ("good", "ground"),
]


def luminance(color):
    """Relative luminance, WCAG 2.1."""
    parts = (QColor(color).redF(), QColor(color).greenF(), QColor(color).blueF())
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read(theme, text, ground):
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= AA
