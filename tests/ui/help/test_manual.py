"""The manual: in every language of the window, in the words of the window."""

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextDocument

from visavis.ui.help.manual import FOLDER, load_manual
from visavis.ui.help.reading_dialog import ReadingDialog
from visavis.ui.help.shortcuts import plain_text
from visavis.ui.text.language import FOLDER as TRANSLATIONS
from visavis.ui.text.language import LANGUAGES


def manual(code):
    return (FOLDER / f"{code}.md").read_text(encoding="utf-8")


def labels(code):
    """What the window says in a language, without mnemonics and dots."""
    found = set()
    for message in ET.parse(TRANSLATIONS / "visavis_de.ts").getroot().iter("message") if code == "en" else ():
        found.add(message.findtext("source", ""))
    if code != "en":
        for message in ET.parse(TRANSLATIONS / f"visavis_{code}.ts").getroot().iter("message"):
            found.add(message.findtext("translation", ""))
    return {plain_text(text).replace("\xa0", " ").strip() for text in found}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_manual_names_menus_and_buttons_as_the_window_does(code):
    bold = re.findall(r"\*\*(.+?)\*\*", manual(code).replace("\n", " "))
    named = [part.strip() for text in bold for part in re.split("[,、]", text)]
    assert len(named) > 15
    assert [name for name in named if name not in labels(code)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_manual_has_the_same_chapters_in_every_language(code):
    assert manual(code).count("\n## ") == manual("en").count("\n## ")
    assert len(manual(code).splitlines()) > 40


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_manual_needs_no_network(code, qapp):
    document = QTextDocument()
    document.setMarkdown(manual(code))
    assert "http" not in document.toHtml().replace("http://www.w3.org", "").replace("https://www.w3.org", "")
    assert not re.search(r"!\[|\]\(", manual(code))


@pytest.mark.parametrize(("name", "code"), [("de_AT", "de"), ("zh_CN", "zh_CN"), ("fr_FR", "en"), ("C", "en")])
def test_the_manual_is_that_of_the_windows_language(foreign, name, code):
    QLocale.setDefault(QLocale(name))
    assert load_manual() == manual(code)


def test_f1_opens_the_manual(make, qtbot, until):
    window = make().window
    window.activateWindow()
    until(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(ReadingDialog)
    assert dialog.isVisible()
    assert "Visavis" in dialog.text.toPlainText()


def test_the_manual_can_be_read_before_the_first_page_is_agreed_to(make):
    from visavis.settings import Settings

    window = make(settings=Settings()).window
    window.actions_.manual.trigger()
    assert window.findChild(ReadingDialog).isVisible()
