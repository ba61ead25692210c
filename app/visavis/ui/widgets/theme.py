"""How everything looks: one table of colors for light, one for dark, and the style sheet made of them.

Contrast: every text on its ground has at least 4.5:1 (WCAG 2.1, AA); tests/ui/test_theme.py computes it.
"""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from visavis.settings import ThemeChoice as Wanted

#: The property of the application that remembers what is wanted.
_WANTED = "theme"

#: Smallest text, in points: 9, the default without a desktop's settings, is too small beside a picture.
_LEAST_POINTS = 10.0


@dataclass(frozen=True, slots=True)
class Theme:
    """Colors by their use."""

    ground: str  #: of the window
    surface: str  #: of fields and lists
    raised: str  #: of buttons
    hover: str
    line: str
    text: str
    quiet: str  #: text that matters less
    accent: str  #: of what is chosen, and of the one thing to press
    accent_hover: str
    on_accent: str
    bright: str  #: the accent where it is thin: the frame of what has the focus, bars
    edge: str  #: that frame around what is filled
    link: str  #: the accent as text
    chosen: str  #: ground of a chosen row
    info: str
    warning: str
    error: str
    danger: str  #: of the button that cannot be undone
    good: str
    track: str  #: of bars that fill


LIGHT = Theme(
    ground="#f4f5f7",
    surface="#ffffff",
    raised="#ffffff",
    hover="#e9ecf1",
    line="#d5d9e0",
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


def follow(app: QApplication, wanted: Wanted = "auto") -> None:
    """Look as is wanted; for "auto" as the system does, light or dark, now and when that changes."""
    app.setStyle("Fusion")
    font = app.font()
    if font.pointSizeF() < _LEAST_POINTS:
        font.setPointSizeF(_LEAST_POINTS)
        app.setFont(font)
    choose(wanted)
    QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: choose(app.property(_WANTED)))


def choose(wanted: Wanted) -> None:
    """Look as is wanted from now on."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    app.setProperty(_WANTED, wanted)
    system = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    apply(app, dark=system if wanted == "auto" else wanted == "dark")


def apply(app: QApplication, *, dark: bool) -> None:
    """Use one of the two themes."""
    theme = DARK if dark else LIGHT
    app.setPalette(_palette(theme))
    app.setStyleSheet(Template(_SHEET).substitute(asdict(theme)))


def current() -> Theme:
    """The theme in use, for what paints itself."""
    return DARK if QGuiApplication.palette().window().color().lightnessF() < 0.5 else LIGHT


def scaled(font: QFont, factor: float) -> QFont:
    """A larger or smaller version of a font."""
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * factor)
    result.setWeight(QFont.Weight.Normal)
    return result


def strong(font: QFont, factor: float = 1.0) -> QFont:
    """The same, for what stands out."""
    result = scaled(font, factor)
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
        faint = QColor(theme.text)
        faint.setAlphaF(0.4)
        palette.setColor(QPalette.ColorGroup.Disabled, name, faint)
    return palette


_SHEET = """
QToolTip { color: $text; background: $surface; border: 1px solid $line; padding: 4px 6px; }

QMenuBar { background: $ground; border-bottom: 1px solid $line; padding: 2px 8px; }
QMenuBar::item { padding: 5px 10px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 5px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $chosen; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }

QStatusBar { background: $ground; border-top: 1px solid $line; }
QStatusBar::item { border: none; }

QPushButton, QToolButton {
    background: $raised; color: $text; border: 1px solid $line; border-radius: 7px; padding: 6px 14px; min-height: 18px;
}
QToolButton { padding: 6px 10px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:focus, QToolButton:focus { border: 2px solid $bright; padding: 5px 13px; }
QToolButton:focus { padding: 5px 9px; }
QPushButton:disabled, QToolButton:disabled { color: $quiet; background: transparent; border: 1px dashed $line; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $edge; }
QPushButton[kind="primary"]:disabled { color: $quiet; background: $track; border: 1px solid $track; }
QPushButton[kind="grave"] { background: $danger; color: $on_accent; border: 1px solid $danger; font-weight: 600; }
QPushButton[kind="grave"]:focus { border: 2px solid $edge; }
QPushButton[kind="large"], QPushButton[kind="primary"][large="true"] { padding: 10px 18px; }
QToolButton:checked { background: $chosen; border-color: $accent; }
QToolButton[kind="flat"] { background: transparent; border: 1px solid transparent; }
QToolButton[kind="flat"]:hover { background: $hover; }
QToolButton[kind="flat"]:checked { background: $chosen; }
QToolButton[kind="flat"]:focus { border: 2px solid $bright; }
QToolButton::menu-indicator { image: none; width: 0; }

QToolButton[kind="tab"] {
    background: transparent; border: none; border-bottom: 2px solid transparent; border-radius: 0;
    padding: 9px 4px 8px 4px; color: $quiet; font-weight: 600;
}
QToolButton[kind="tab"]:hover { color: $text; background: transparent; }
QToolButton[kind="tab"]:checked { color: $text; border-bottom: 2px solid $accent; background: transparent; }
QToolButton[kind="tab"]:focus { background: $hover; border: 2px solid $bright; border-radius: 7px; padding: 7px 2px; }

QLineEdit {
    background: $surface; border: 1px solid $line; border-radius: 7px; padding: 7px 10px; min-height: 18px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus { border: 2px solid $bright; padding: 6px 9px; }
QLineEdit QToolButton { background: transparent; border: none; padding: 0; min-height: 0; }
QLineEdit:disabled { color: $quiet; background: $ground; }

QComboBox {
    background: $surface; border: 1px solid $line; border-radius: 7px; padding: 6px 10px; min-height: 18px;
}
QComboBox:focus { border: 2px solid $bright; padding: 5px 9px; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; selection-background-color: $chosen;
    selection-color: $text; outline: none; padding: 4px; }
QRadioButton { spacing: 8px; }
QRadioButton::indicator {
    width: 12px; height: 12px; border: 2px solid $quiet; border-radius: 8px; background: $surface;
}
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; background: $on_accent; }
QRadioButton::indicator:focus { border-color: $bright; }
QCheckBox:focus { outline: none; border: 2px solid $bright; border-radius: 5px; }

QListView { background: transparent; border: none; outline: none; }
QListView[kind="pictures"]::item { border: 2px solid transparent; border-radius: 8px; padding: 4px; }
QListView[kind="pictures"]::item:focus { border: 2px solid $bright; }
QGroupBox { border: 2px solid transparent; border-radius: 10px; margin: 0; padding: 0; }
QGroupBox:focus { border: 2px solid $bright; }
QSlider { min-height: 26px; border: 2px solid transparent; border-radius: 8px; }
QSlider:focus { border: 2px solid $bright; }

QTableView {
    background: $surface; border: 1px solid $line; border-radius: 10px; outline: none;
    selection-background-color: $chosen; selection-color: $text;
}
QTableView:focus { border: 2px solid $bright; }
QTableView[kind="rows"]::item { padding: 6px 10px; border: none; }
QHeaderView { background: transparent; }
QHeaderView::section {
    background: transparent; color: $quiet; border: none; border-bottom: 1px solid $line; padding: 8px 10px;
}

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; color: $quiet; border: none; border-bottom: 2px solid transparent; padding: 8px 16px;
}
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:selected:focus {
    background: $hover; border: 2px solid $bright; border-radius: 7px; padding: 6px 14px;
}
QTableCornerButton::section { background: transparent; border: none; }

QProgressBar { background: $track; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $bright; border-radius: 4px; }

QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: 4px; min-height: 32px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: $quiet; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $line; border-radius: 4px; min-width: 32px; margin: 2px; }
QScrollBar::handle:horizontal:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    width: 0; height: 0; background: none; }

#bar { background: $ground; border-bottom: 1px solid $line; }
#foot { background: $ground; border-top: 1px solid $line; }
#panel { background: $ground; border-left: 1px solid $line; }
#shot { background: $surface; border: 1px solid $line; border-radius: 8px; }
#tabs { border-bottom: 1px solid $line; }
#card { background: $surface; border: 1px solid $line; border-radius: 10px; }
#insight { border: 2px solid transparent; border-radius: 10px; }
#insight:focus { border: 2px solid $bright; }
#why { background: $surface; border: 1px solid $line; border-radius: 10px; }
#why:focus { border: 2px solid $bright; }
#notice[severity="0"] { background: $info; border-bottom: 1px solid $line; }
#notice[severity="1"] { background: $warning; border-bottom: 1px solid $line; }
#notice[severity="2"] { background: $error; border-bottom: 1px solid $line; }
#hud, #remark { background: rgba(16, 20, 27, 225); border: none; border-radius: 10px; }
#hud QLabel, QLabel#remark { color: #ffffff; }
QLabel#drop {
    background: rgba(16, 20, 27, 205); color: #ffffff; border: 3px dashed $accent; border-radius: 14px;
}
#offer { background: $info; border: 1px solid $line; border-radius: 10px; }
#invitation { background: $surface; border: 1px solid $line; border-radius: 12px; }
QLabel[kind="quiet"] { color: $quiet; }
QLabel[kind="good"] { color: $good; }
"""
