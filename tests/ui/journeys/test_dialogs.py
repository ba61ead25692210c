"""No dialog is forgotten: each kind and each question is opened, in every language, and its texts stand out."""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel

import visavis.ui
from support.screens.everyone import CHECKS
from support.screens.paint import SIGN, TEXT, Painting
from support.screens.questions import QUESTIONS, Asking, asking_functions
from support.screens.reach import out_of_reach, settle
from support.screens.screen import kind_of, open_screen
from support.screens.whole_texts import cut_texts, is_icon
from support.screens.window_screens import NAMES, Screens
from visavis.ui.text import language
from visavis.ui.widgets import dialog, theme

#: Free for a window on a screen of 800x480, in device-independent pixels, below a title bar.
SMALL = QSize(800, 440)
#: The base of dialogs, which is none.
BASES = {dialog.Dialog}


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(dialog, "available_size", lambda window: SMALL)


@pytest.fixture
def screens(make, until, folders, foreign):
    theme.apply(foreign, dark=False)
    yield Screens(make, until, folders)
    foreign.setStyleSheet("")


def subclasses(kind):
    for child in kind.__subclasses__():
        yield child
        yield from subclasses(child)


def dialogs():
    """Every kind of dialog of the program, whichever module it is in."""
    for module in pkgutil.walk_packages(visavis.ui.__path__, "visavis.ui."):
        importlib.import_module(module.name)
    return {kind for kind in subclasses(QDialog) if kind.__module__.startswith("visavis.")} - BASES


def test_every_kind_of_dialog_has_a_screen():
    assert dialogs() - {kind_of(Screens, name) for name in NAMES} == set()


def test_every_question_is_looked_at():
    assert set(asking_functions()) == set(QUESTIONS)


def faults_of(question, until):
    """What is wrong with a question on a small screen, by the rule that it breaks."""
    question.activateWindow()
    until(question.isActiveWindow)
    settle()
    found = {check.__name__: list(check(question)) for check in CHECKS}
    found["cut_texts"] = list(cut_texts(question))
    found["out_of_reach"] += out_of_reach(question, question)
    found["beyond_the_screen"] = [] if question.size().boundedTo(SMALL) == question.size() else [question.size()]
    found["unreadable"] = list(unreadable(question))
    return {name: faults for name, faults in found.items() if faults}


@pytest.mark.parametrize("tongue", language.LANGUAGES)
def test_questions_are_for_everyone_in_every_language(screens, small, foreign, until, tongue):
    language.install(foreign, tongue)
    asking = Asking(screens)
    faults = {}
    for function in QUESTIONS:
        question = asking.ask(function)
        faults[function] = faults_of(question, until)
        question.done(0)
    assert {function: found for function, found in faults.items() if found} == {}


def unreadable(top):
    """Describe the texts of labels and buttons that do not stand out from their ground, as they are painted.

    What is scrolled half out of view, or lies under a card, may show nothing of its text.
    """
    painting = Painting(top)
    for widget in top.findChildren(QLabel) + top.findChildren(QAbstractButton):
        is_whole = widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()
        if widget.window() is not top or not is_whole or not widget.text():
            continue
        over = top.childAt(widget.mapTo(top, widget.rect().center()))
        if over is not None and not (over is widget or over.isAncestorOf(widget) or widget.isAncestorOf(over)):
            continue
        if isinstance(widget, QLabel) and widget.pixmap():
            continue
        ratio = painting.contrast(widget)
        if ratio < (SIGN if is_icon(widget) else TEXT):
            yield f"{type(widget).__name__} {widget.text()!r}: {ratio:.1f}"


@pytest.mark.parametrize("name", NAMES)
def test_every_text_stands_out_in_both_themes(screens, foreign, name):
    top = open_screen(screens, name).window()
    is_dark = theme.current() is theme.DARK
    for dark in (is_dark, not is_dark):
        theme.apply(foreign, dark=dark)
        settle()
        assert list(unreadable(top)) == [], "dark" if dark else "light"
