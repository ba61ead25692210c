"""Contrast as the guidelines compute it: every text on every ground it stands on."""

import pytest
from PySide6.QtGui import QColor

from visavis.ui.live import capture_ring_painter, face_painter
from visavis.ui.report import tables
from visavis.ui.widgets import theme
from visavis.ui.widgets.theme import DARK, LIGHT

AA = 4.5
#: Of what is no text: the frame of what has the focus, signs, bars.
SEEN = 3.0

PAIRS = [
    *(("text", ground) for ground in ("ground", "surface", "raised", "hover", "chosen", "info", "warning", "error")),
    *(("quiet", ground) for ground in ("ground", "surface", "raised", "hover", "chosen", "info", "track")),
    *(("link", ground) for ground in ("ground", "surface", "hover", "chosen", "info", "warning", "error")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "danger")),
    *(("good", ground) for ground in ("ground", "surface")),
]
SIGNS = [
    *(("bright", ground) for ground in ("ground", "surface", "raised", "hover", "chosen")),  # the focus
    *(("border", ground) for ground in ("ground", "surface", "raised", "hover")),  # of controls
    *(("bright", "track"), ("good", "track")),  # bars and rings
    *(("edge", "accent"), ("edge", "danger")),  # the focus around what is filled
]
#: Over any picture.
MARKS = [
    (face_painter._TEXT, face_painter._NAMED_GROUND),
    (face_painter._TEXT, face_painter._UNKNOWN_GROUND),
    (face_painter._QUIET, face_painter._NAMED_GROUND),
    (face_painter._QUIET, face_painter._UNKNOWN_GROUND),
    (capture_ring_painter._TEXT, capture_ring_painter._PILL),
    (capture_ring_painter._QUIET, capture_ring_painter._PILL),
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


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("sign", "ground"), SIGNS)
def test_signs_and_the_focus_can_be_seen(theme, sign, ground):
    assert contrast(getattr(theme, sign), getattr(theme, ground)) >= SEEN


@pytest.mark.parametrize(("text", "ground"), MARKS)
def test_what_is_written_over_a_picture_can_be_read(text, ground):
    black = QColor("black")  # the darkest or, below, the brightest picture that shines through
    for under in (black, QColor("white")):
        assert contrast(text, blended(ground, under)) >= AA


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("right", [True, False])
def test_counts_in_the_matrix_can_be_read(monkeypatch, theme, right):
    monkeypatch.setattr(tables.theme, "current", lambda: theme)
    for share in (0.1, 0.5, 1.0):
        ground = blended(tables._shade(share, right=right), QColor(theme.surface))
        assert contrast(theme.text, ground) >= AA


def blended(color, under):
    share = color.alphaF()
    parts = zip(color.getRgbF()[:3], under.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(share * over + (1 - share) * below for over, below in parts))


@pytest.mark.parametrize("dark", [False, True])
def test_the_style_sheet_is_filled_from_the_theme(qapp, dark):
    before = qapp.styleSheet(), qapp.palette()
    try:
        theme.apply(qapp, dark=dark)
        assert (DARK if dark else LIGHT).accent in qapp.styleSheet()
        assert "$" not in qapp.styleSheet()
    finally:
        qapp.setPalette(before[1])
        qapp.setStyleSheet(before[0])
