"""Nothing in the window stays English where there is another language, and no translation lost what is filled in."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QTabWidget, QWidget

from support.places import ROOT
from visavis.ui.text import language
from visavis.ui.text.language import FOLDER, LANGUAGES

OTHERS = sorted(set(LANGUAGES) - {"en"})
FILLED = re.compile(r"{[^}]*}")


def messages(code: str) -> Iterator[tuple[str, str, list[str]]]:
    """(context, source, translations) of a language; more than one translation where there are plurals."""
    for context in ET.parse(FOLDER / f"visavis_{code}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield context.findtext("name", ""), message.findtext("source", ""), forms


@pytest.mark.parametrize("code", LANGUAGES)
def test_translations_fill_in_what_their_sources_do(code):
    wrong = [
        (source, form)
        for _, source, forms in messages(code)
        for form in forms
        if sorted(FILLED.findall(source)) != sorted(FILLED.findall(form)) or ("%n" in form and "%n" not in source)
    ]
    assert wrong == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_forms_of_more_than_one_say_how_many(code):
    assert [source for _, source, forms in messages(code) if "%n" in source and "%n" not in forms[-1]] == []


@pytest.mark.parametrize("code", OTHERS)
def test_what_has_a_mnemonic_keeps_one(code):
    wrong = [source for _, source, forms in messages(code) if has_mnemonic(source) and not has_mnemonic(forms[0])]
    assert wrong == []


def has_mnemonic(text: str) -> bool:
    return re.search(r"&\w", text) is not None


def shown(root: QWidget) -> Iterator[str]:
    """Every text of a window that can be seen, or is read aloud."""
    for widget in (root, *root.findChildren(QWidget)):
        for part in ("text", "title", "placeholderText", "currentText"):
            get = getattr(widget, part, None)
            if callable(get) and isinstance(said := get(), str):
                yield said
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
        if isinstance(widget, QComboBox):
            yield from map(widget.itemText, range(widget.count()))
        if isinstance(widget, QTabWidget):
            yield from map(widget.tabText, range(widget.count()))
    for action in root.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def english(code: str) -> list[re.Pattern[str]]:
    """The sources that read otherwise in that language, as patterns."""
    translated = {plain(form) for _, _, forms in messages(code) for form in forms}
    differing = {plain(source) for _, source, forms in messages(code) if source not in forms} - translated
    worded = [source for source in differing if re.search(r"[A-Za-z]{3}", FILLED.sub("", source))]
    return [re.compile(".+".join(map(re.escape, re.split(r"{[^}]*}|%n", source)))) for source in worded]


@pytest.fixture(params=OTHERS)
def code(request, qapp, foreign):
    language.install(qapp, request.param)
    return request.param


def left_in_english(code: str, roots: list[QWidget]) -> set[str]:
    patterns = english(code)
    texts = {plain(text) for root in roots for text in shown(root)}
    return {text for text in texts if any(pattern.fullmatch(text) for pattern in patterns)}


def plain(text: str) -> str:
    """A text without its mnemonic."""
    return re.sub(r"&(\w)", r"\1", text)


def test_a_window_and_its_dialogs_are_in_one_language(code, make, until):
    program = make()
    window = program.window
    until(lambda: window.video.frame is not None)
    for page in (window.actions_.people, window.actions_.capture, window.actions_.train, window.actions_.review):
        page.trigger()
        assert left_in_english(code, [window]) == set()
    for action in (window.actions_.settings, window.actions_.about, window.actions_.models, window.actions_.library):
        action.trigger()
        until(lambda: True)
    until(lambda: len(dialogs()) >= 3)
    assert left_in_english(code, [window, *dialogs()]) == set()
    for dialog in dialogs():
        dialog.close()


def test_no_letter_of_a_menu_is_there_twice(code, make):
    bar = make().window.menuBar()
    menus = [bar, *(action.menu() for action in bar.actions())]
    for menu in menus:
        letters = re.findall(r"&(\w)", " ".join(action.text() for action in menu.actions()).lower())
        assert sorted(letters) == sorted(set(letters))
        assert len(letters) == sum(bool(action.text()) for action in menu.actions())  # hidden ones have a letter, too


def dialogs() -> list[QWidget]:
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget.windowTitle()]


def test_the_tools_find_every_text():
    paths = [str(path.relative_to(ROOT)) for root in ("app", "training") for path in (ROOT / root).rglob("*.py")]
    command = [sys.executable, "tools/texts.py", *paths]
    found = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert found.stderr == ""
    sources = {(context, source) for context, source, _ in messages("de")}
    lacking = []
    for line in found.stdout.splitlines():
        if line.startswith("//"):
            continue  # the window has other words
        context, source = re.findall(r'"((?:[^"\\]|\\.)*)"', line)[:2]
        source = source.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")
        lacking += [] if (context, source) in sources else [(context, source)]
    assert lacking == []
