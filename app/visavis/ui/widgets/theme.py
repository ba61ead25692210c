"""The light and dark theme: a table of colors each, with which `resources/style.qss` is filled.

Contrast: every text on its ground has at least 4.5:1 (WCAG 2.1, AA), and what borders a control 3:1.
tests/ui/widgets/test_theme.py computes it, and tests/ui/journeys/test_painted_contrast.py measures what is painted.
"""

from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from visavis.settings import ThemeChoice

#: The style sheet; `$name` stands for a color of the theme, and `$mark` for a picture.
_STYLE_SHEET = Path(__file__).with_name("resources") / "style.qss"
#: The white check mark of a checked box.
_MARK = Path(__file__).with_name("resources") / "mark.svg"

#: Property of the application that stores the chosen theme.
_CHOICE = "theme"

#: Minimum font size, in points: 9, the default without a desktop's settings, is too small beside a picture.
_MIN_POINTS = 10.0


@dataclass(frozen=True, slots=True)
class Theme:
    """Colors by their use."""

    ground: str  #: of the window
    surface: str  #: of fields and lists
    raised: str  #: of buttons
    hover: str
    line: str  #: between parts of the window
    border: str  #: of what can be used: fields, buttons, handles; 3:1 on every ground
    text: str
    quiet: str  #: secondary text
    accent: str  #: selection and main button
    accent_hover: str
    on_accent: str
    bright: str  #: thin accents: focus frames, bars
    edge: str  #: focus frame around a filled button
    link: str  #: the accent as text
    chosen: str  #: ground of a selected row
    info: str
    warning: str
    error: str
    danger: str  #: button of an action that cannot be undone
    good: str
    track: str  #: empty part of a bar


LIGHT = Theme(
    ground="#f4f5f7",
    surface="#ffffff",
    raised="#ffffff",
    hover="#e9ecf1",
    line="#d5d9e0",
    border="#7d8592",
    text="#1a1d21",
    quiet="#5a626d",
    accent="#2f5fd0",
    accent_hover="#2750b3",
    on_accent="#ffffff",
    bright="#2f5fd0",
    edge="#000000",
    link="#2750b3",
    chosen="#dfe8fb",
    info="#e3ecfc",
    warning="#fdf0d2",
    error="#fbe2e0",
    danger="#b3261e",
    good="#1d7444",
    track="#dfe3e9",
)
DARK = Theme(
    ground="#17191d",
    surface="#1f2227",
    raised="#2a2e35",
    hover="#343942",
    line="#363b44",
    border="#808997",
    text="#eceef1",
    quiet="#a4acb8",
    accent="#3d6fe0",
    accent_hover="#3463cf",
    on_accent="#ffffff",
    bright="#7da5ff",
    edge="#ffffff",
    link="#93b4ff",
    chosen="#2a3a5e",
    info="#22304d",
    warning="#43351a",
    error="#4a2725",
    danger="#c2362d",
    good="#6fd19a",
    track="#343942",
)


def follow(app: QApplication, wanted: ThemeChoice = "auto") -> None:
    """Apply the chosen theme; "auto" follows the light or dark theme of the system, also when it changes."""
    app.setStyle("Fusion")
    font = app.font()
    if font.pointSizeF() < _MIN_POINTS:
        font.setPointSizeF(_MIN_POINTS)
        app.setFont(font)
    choose(wanted)
    QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: choose(app.property(_CHOICE)))


def choose(wanted: ThemeChoice) -> None:
    """Apply another choice."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    app.setProperty(_CHOICE, wanted)
    system = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    apply(app, dark=system if wanted == "auto" else wanted == "dark")


def apply(app: QApplication, *, dark: bool) -> None:
    """Apply one of the two themes."""
    theme = DARK if dark else LIGHT
    app.setPalette(_palette(theme))
    style_sheet = Template(_STYLE_SHEET.read_text(encoding="utf-8")).substitute(asdict(theme), mark=_MARK.as_posix())
    if style_sheet != app.styleSheet():  # every widget takes up a style sheet anew, even the same one
        app.setStyleSheet(style_sheet)


def current() -> Theme:
    """The current theme, for widgets that paint themselves."""
    return DARK if QGuiApplication.palette().window().color().lightnessF() < 0.5 else LIGHT


def scale_font(font: QFont, factor: float) -> QFont:
    """A copy of a font, scaled."""
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * factor)
    result.setWeight(QFont.Weight.Normal)
    return result


def bold_font(font: QFont, factor: float = 1.0) -> QFont:
    """A copy of a font, scaled and semibold."""
    result = scale_font(font, factor)
    result.setWeight(QFont.Weight.DemiBold)
    return result


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for names, color in (
        ((role.Window,), theme.ground),
        ((role.Base, role.ToolTipBase), theme.surface),
        ((role.AlternateBase, role.Button), theme.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), theme.text),
        ((role.BrightText,), theme.text),
        ((role.PlaceholderText,), theme.quiet),
        ((role.Highlight, role.Accent), theme.accent),
        ((role.HighlightedText,), theme.on_accent),
        ((role.Link, role.LinkVisited), theme.link),
        ((role.Light, role.Midlight), theme.hover),
        ((role.Mid, role.Dark), theme.line),
        ((role.Shadow,), "#000000"),
    ):
        for name in names:
            palette.setColor(name, QColor(color))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.quiet))
    return palette
