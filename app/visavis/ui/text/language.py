"""The language of the window: which there are, and how a text gets into one.

Texts stand in the code in English. Qt's tools collect them into `translations/visavis_LANGUAGE.ts`, where they are
translated, and compile those files (`make translations`). A widget says ``self.tr("…")``; whatever is no QObject says
``translate("Context", "…")``. Placeholders are Python's, filled in afterwards, so that a translation may move them:
``self.tr("{name} is forgotten.").format(name=name)``. Numbers that decide between forms are Qt's ``%n``.
"""

import unicodedata
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLibraryInfo, QLocale, QTranslator

from visavis import escaping
from visavis.people.names import spaced_name

FOLDER = Path(__file__).parents[1] / "translations"

#: By the code that settings use: each in its own words, as people who want it look for it.
LANGUAGES: Mapping[str, str] = {"en": "English", "de": "Deutsch", "zh_CN": "简体中文"}
#: The language of the system, where there is a translation.
AUTO = "auto"


def translate(context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
    """The text in the window's language; the text itself where it is not translated.

    Parameters
    ----------
    context : str
        Where it is from, such as a class's name: the same word can need two translations.
    text : str
        In English; it must be a literal, or the tools do not see it.
    disambiguation : str, optional
        A note that tells two uses of the same text in one context apart.
    n : int
        The number that `%n` stands for and that decides between singular and plural.
    """
    return QCoreApplication.translate(context, text, disambiguation, n)


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text as it is, for tables of texts: `translate` is called where it is shown."""
    return text


def number(value: float, digits: int = 0) -> str:
    """A number as the window's language writes it, with so many digits after the point."""
    return QLocale().toString(float(value), "f", digits)


def percent(share: float, digits: int = 0) -> str:
    """A share, 0..1, such as "93 %"."""
    return translate("Numbers", "{number} %").format(number=number(100 * share, digits))


def format_measured(share: float) -> str:
    """A share that was measured, 0..1: with a digit after the point where it is small, or misses all by little."""
    return percent(share, 1 if 0 < share < 0.1 or 0.99 < share < 1 else 0)


def moment(time: datetime) -> str:
    """A moment, with its time zone, as clocks and calendars here show it."""
    return QLocale().toString(_here(time), QLocale.FormatType.ShortFormat)


def day(time: datetime) -> str:
    """The day of such a moment."""
    return QLocale().toString(_here(time).date(), QLocale.FormatType.ShortFormat)


def person_name(name: str) -> str:
    """A person's name to be filled into a text. An underscore, as in the name of a folder, is shown as a space."""
    return isolate(spaced_name(name))


def isolate(text: str) -> str:
    """A text to be filled into another: one from right to left does not draw the numbers beside it to its other side.

    That is what Unicode's isolates are for (UAX #9, 2.4); other texts stay as they are.
    """
    from_right = any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)
    text = escaping.line(text)  # marks of direction of its own could end the isolation
    text = text.replace("<", "<\N{WORD JOINER}")  # else labels and tool tips could take it for markup
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}" if from_right else text


def locale(setting: str) -> QLocale:
    """The locale that a setting means: that of the system for `AUTO`."""
    return QLocale.system() if setting == AUTO else QLocale(setting)


def install(app: QCoreApplication, setting: str) -> None:
    """Show everything in a language from now on: our texts, Qt's own (such as the buttons of dialogs), and numbers.

    What has been shown already stays as it is.
    """
    wanted = locale(setting)
    QLocale.setDefault(wanted)
    for name, folder in (
        ("qtbase", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))),
        ("visavis", FOLDER),
    ):
        translator = QTranslator(app)
        if translator.load(wanted, name, "_", str(folder)):
            app.installTranslator(translator)


def _here(time: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(time.timestamp()))
