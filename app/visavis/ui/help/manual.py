"""The manual in the language of the window; its files lie beside this module, so that it can be read offline."""

from pathlib import Path

from PySide6.QtCore import QLocale

from visavis.ui.text.language import LANGUAGES

#: One Markdown file a language.
FOLDER = Path(__file__).with_name("manual")


def manual_language() -> str:
    """The code of the manual that fits the language of the window; English where there is none."""
    code = QLocale().name()
    return next((each for each in LANGUAGES if code == each or code.startswith(f"{each}_")), "en")


def load_manual() -> str:
    """The manual as Markdown."""
    return (FOLDER / f"{manual_language()}.md").read_text(encoding="utf-8")
