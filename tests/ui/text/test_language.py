"""The window's languages."""

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import Qt

from visavis.settings import LANGUAGES as CHOICES
from visavis.ui.text import language
from visavis.ui.text.language import AUTO, FOLDER, LANGUAGES, format_measured, isolate, locale, translate


def test_every_language_that_can_be_set_has_its_file():
    assert {AUTO, *LANGUAGES} == set(CHOICES)
    assert {path.stem for path in FOLDER.glob("*.qm")} == {f"visavis_{code}" for code in LANGUAGES}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_files_are_translations(code):
    assert QTranslator().load(locale(code), "visavis", "_", str(FOLDER))


def test_auto_is_the_systems():
    assert locale(AUTO) == QLocale.system()


def test_what_is_not_translated_stays():
    assert translate("Nowhere", "as it is") == "as it is"


def test_a_language_brings_qts_own_texts_and_numbers(foreign):
    language.install(foreign, "de")

    assert translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QLocale().toString(0.5) == "0,5"


def test_a_name_from_right_to_left_keeps_the_numbers_beside_it_in_their_places():
    assert isolate("שרה") == "\u2068שרה\u2069"
    assert isolate("Ada 王") == "Ada 王"


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0 %"), (0.004, "0.4 %"), (0.08, "8.0 %"), (0.1, "10 %"), (0.43, "43 %"), (0.996, "99.6 %"), (1, "100 %")],
)
def test_a_measured_share_has_a_digit_more_where_that_tells_something(share, text):
    assert format_measured(share) == text


@pytest.mark.parametrize("name", ["<b>Bob</b>", "<img src='file:///etc/passwd'>", "<h1>Ada", "a <a href='x'>b</a>"])
def test_a_name_is_no_markup(name):
    assert Qt.mightBeRichText(name)
    assert not Qt.mightBeRichText(isolate(name))


def test_a_name_cannot_turn_the_text_around_it():
    assert isolate("A\u202eb\u2069") == "A\\u202eb\\u2069"
