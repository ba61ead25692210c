"""Every sentence of the core that the window can show is listed to be translated."""

import pytest

from visavis import forgetting
from visavis.ui.text import core_messages
from visavis.ui.text.core_messages import SENTENCES, said


def test_what_is_listed_is_one_sentence_each():
    assert [text for text in SENTENCES if core_messages._BETWEEN.search(text)] == []
    assert len(set(SENTENCES)) == len(SENTENCES)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody is called Dr. Ada.",
        "/pictures/of. All is damaged.",
        "Choose one by its number. Cameras: 0 (one), 1 (other).",
        "Model a no longer knows them. Model b no longer knows them.",
        "Whatever this is. Nobody is called so.",
        "",
    ],
)
def test_in_english_everything_stays_as_it_is(text):
    assert said(text) == text


def test_a_sentence_is_found_with_what_it_is_about(monkeypatch):
    monkeypatch.setattr(core_messages, "translate", lambda _, text: f"<{text}>")

    assert said("Nobody is called Dr. Ada.") == "<Nobody is called Dr. Ada.>"
    assert said("/a is empty. Nobody is called {0}.") == "</a is empty.> <Nobody is called {0}.>"
    assert said("/a cannot be read: permission denied.") == "</a cannot be read: <permission denied>.>"
    assert said("/a has no folders with pictures.") == "</a has no folders with pictures.>"


def test_all_that_a_receipt_counts_is_listed():
    assert {text for both in forgetting.REMOVED.values() for text in both} <= set(SENTENCES)
