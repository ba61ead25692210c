"""Why this name: asked on the card of a face by mouse and by keyboard, and answered in words and pictures."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from support.fakes import GOOD, FakeDetector, chips, embed, recognizing
from support.screens.face_cards import cards_on, open_card
from support.ui_fakes import FakeSource
from visavis.errors import ModelError
from visavis.faces.observation import FaceObservation
from visavis.imaging.geometry import Box, Face
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.pipeline import Pipeline
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.recognition.match import Doubt, Match
from visavis.review.explanation import FEATURES, Explanation
from visavis.ui.review import explanation_texts

FACE = Face(Box(60, 60, 110, 110))
ADA = Match("Ada", 0.98, "Ada", ("Bob", 0.2))


def embedded(slug, samples):
    rows = np.full((len(samples), 2), 0.7, np.float32)
    hashes = tuple(sample.hash for sample in samples)
    return SampleEmbeddings(hashes, rows, np.ones(len(samples), bool), np.ones(len(samples), np.float32))


def broken(slug, samples):
    raise ModelError("The network is broken.")


@pytest.fixture
def build(make, until, folders):
    """Ada is named; Ada and Bob are enrolled."""
    people = PeopleStore(folders.people)
    noise = np.random.default_rng(3)
    for name in ("Ada", "Ada", "Bob"):
        people.add(people.find_or_create(PersonName(name)), noise.integers(0, 256, (80, 80, 3)).astype(np.uint8))

    def built(embeddings=embedded, **changes):
        recognizer = replace(recognizing(None, ["Ada", "Bob"]), **{"chips": chips, "embed": embed, **changes})
        pipeline = Pipeline(FakeDetector(lambda image: [FACE]), recognizer, model="m", people=2)
        picture = noise.integers(0, 256, (240, 320, 3)).astype(np.uint8)
        program = make(FakeSource([picture]), load_pipeline=lambda model, told: pipeline, embeddings=lambda: embeddings)
        video = program.window.video
        until(lambda: video.analysis is not None and any(a.match.name == "Ada" for a in video.analysis.answers))
        return program

    return built


def opened(program, qtbot):
    program.window.activateWindow()  # as a desktop does after a dialog
    qtbot.waitUntil(program.window.isActiveWindow)
    program.window.video.setFocus()
    return open_card(program.window, qtbot.waitUntil, lambda: qtbot.keyClick(program.window.video, Qt.Key.Key_1))


def thumbnails(card):
    return [label.accessibleName() for label in card.grounds.findChildren(QLabel) if " %" in label.accessibleName()]


def test_by_mouse_it_unfolds_and_says_what_the_name_rests_on(build, qtbot, until):
    card = opened(build(), qtbot)
    folded = card.height()
    assert card.grounds.isHidden()
    qtbot.mouseClick(card.ask_why, Qt.MouseButton.LeftButton)
    until(lambda: len(thumbnails(card)) == 3)
    said = card.grounds.accessibleDescription()
    assert "The mouth matters most." in said
    assert "Ada is" in said
    assert "A name needs" in said
    assert "Sharpness: good." in said
    assert "Looked at" in said
    assert {text.split(",")[0] for text in thumbnails(card)} == {"Ada", "Bob"}
    assert not card.grounds.picture.pixmap().isNull()
    until(lambda: card.height() > folded + 150)
    qtbot.mouseClick(card.ask_why, Qt.MouseButton.LeftButton)
    assert card.grounds.isHidden()
    until(lambda: card.height() == folded)


def test_by_keyboard_it_unfolds_and_the_networks_are_asked_once(build, qtbot, until):
    program = build()
    card = opened(program, qtbot)
    until(card.isActiveWindow)
    asked = []
    card.why.connect(lambda: asked.append(True))
    qtbot.keyClick(card.name, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    until(lambda: len(thumbnails(card)) == 3)
    for _ in range(2):
        qtbot.keyClick(card.name, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    assert card.grounds.isVisible()
    assert asked == [True]
    qtbot.keyClick(card.name, Qt.Key.Key_Escape)
    until(lambda: not cards_on(program.window))


def test_it_is_answered_while_the_picture_stands_still(build, qtbot, until):
    program = build()
    program.window.actions_.pause.trigger()
    card = opened(program, qtbot)
    card.ask_why.click()
    until(lambda: len(thumbnails(card)) == 3)


def test_a_network_without_embeddings_says_so_and_still_shows_what_it_sees(build, qtbot, until):
    card = opened(build(outlier_threshold=None), qtbot)
    card.ask_why.click()
    until(lambda: "does not compare" in card.grounds.below.text())
    assert " most." in card.grounds.said.text()


def test_what_cannot_be_found_out_is_said(build, qtbot, until):
    def refuse(chips):
        if len(chips) > 1:  # the variants of the chip
            raise ModelError("The network is broken.")
        return embed(chips)

    program = build(embed=refuse)
    card = opened(program, qtbot)
    card.ask_why.click()
    until(lambda: "could not be computed" in card.grounds.facts.text())
    until(lambda: program.window.banner.text == "The network is broken.")


def test_samples_that_cannot_be_compared_are_told_and_the_rest_stays(build, qtbot, until):
    program = build(broken)
    card = opened(program, qtbot)
    card.ask_why.click()
    until(lambda: program.window.banner.text == "The network is broken.")
    assert "mouth" in card.grounds.said.text()


def test_a_card_that_was_closed_meanwhile_takes_nothing_with_it(build, qtbot, until):
    program = build()
    card = opened(program, qtbot)
    card.ask_why.click()
    card.reject()
    until(lambda: not cards_on(program.window))
    card = opened(program, qtbot)
    card.ask_why.click()
    until(lambda: len(thumbnails(card)) == 3)


# Words


@pytest.mark.parametrize(
    ("score", "second", "expected"),
    [
        (0.5, 0.48, "Ada and Bob are about as likely."),
        (0.9, 0.79, "Ada is about 2.4 times as likely as Bob."),
        (0.9, 0.47, "Ada is about 10 times as likely as Bob."),
        (0.99, 0.2, "Ada is about 400 times as likely as Bob."),
        (0.999, 0.001, "Ada is more than a thousand times as likely as Bob."),
        (0.4, 0.8, "Bob is about 6 times as likely as Ada."),
        (0.004, 0.001, ""),
    ],
)
def test_a_lead_in_words(score, second, expected):
    assert explanation_texts.candidates(Match(None, score, "Ada", ("Bob", second))) == expected


def test_there_are_no_words_for_nobody():
    nobody = Explanation(Match(None), GOOD)
    assert (
        explanation_texts.candidates(nobody.match)
        == explanation_texts.line(nobody)
        == explanation_texts.votes(nobody)
        == ""
    )
    assert explanation_texts.legend(nobody) == explanation_texts.samples(nobody) == ""
    alone = Explanation(ADA, GOOD, heat=np.zeros((7, 7)))
    assert (explanation_texts.legend(alone), explanation_texts.picture(alone)) == (
        "",
        "No single part decides the answer.",
    )
    assert "resembles Ada" in explanation_texts.legend(replace(alone, feature="eyes"))


def test_the_line_says_how_far_away_it_is():
    far = Explanation(Match(None, 0.41, "Ada", None, Doubt.FAR), GOOD, threshold=0.684)
    assert explanation_texts.line(far) == "A name needs 69 % here; Ada has 41 %."
    assert explanation_texts.line(replace(far, match=ADA)) == "A name needs 69 % here."
    kept = Explanation(replace(ADA, score=0.55), GOOD, threshold=0.6, keep_threshold=0.5)
    assert explanation_texts.line(kept) == "A name needs 60 % here; once given, it stays down to 50 %."


def test_votes_in_words():
    seen = Explanation(ADA, GOOD, observations=24, seconds=6.04, votes=(("Ada", 19), (None, 1)))
    assert explanation_texts.votes(seen).endswith("Ada 19, unknown 1.")
    assert explanation_texts.votes(seen).startswith("Looked at 24 times in 6.0 s.")
    once = replace(seen, observations=1, seconds=0.0, votes=(("Ada", 1),))
    assert explanation_texts.votes(once) == "Looked at once in 0.0 s. One counted: Ada."
    assert explanation_texts.votes(replace(seen, votes=(("Ada", 19),))).endswith("said: Ada.")
    assert explanation_texts.votes(replace(seen, votes=((None, 2),), seconds=200)).endswith("said: unknown.")
    assert "3 min" in explanation_texts.votes(replace(seen, seconds=200))
    assert explanation_texts.votes(replace(seen, votes=())).endswith("None was good enough to count.")


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (FaceObservation(5, 120, 0.3, 0.0), ["too far away", "good", "good", "to the front"]),
        (FaceObservation(8, 10, 0.1, 0.4), ["small", "fair", "dark", "turned a little"]),
        (FaceObservation(40, 4, 0.005, 1.1), ["good", "blurred", "too dark", "turned away"]),
        (FaceObservation(40, 220, 0.3, 0.0), ["good", "good", "bright", "to the front"]),
        (FaceObservation(40, 251, 0.3, 0.0), ["good", "good", "too bright", "to the front"]),
    ],
)
def test_how_well_a_face_is_seen(look, words):
    grades = explanation_texts.grades(look)
    assert [grade.how for grade in grades] == words
    assert [grade.good for grade in grades] == [word in {"good", "to the front"} for word in words]


def test_every_feature_has_its_sentence():
    assert set(explanation_texts._FEATURES) == set(FEATURES)
