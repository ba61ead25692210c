"""A model of whole pictures says which class a picture shows, or that it is like none enough."""

import numpy as np
import pytest

from support.models import publish
from support.training.whole_pictures import COLORS, plain, publish_colors
from visavis.classification.classifier import Classifier, answer_record
from visavis.errors import ModelError
from visavis.models.change import FORGOTTEN
from visavis.models.store import COMPILED_FILE, ModelStore


@pytest.fixture
def store(folders):
    return ModelStore(folders.models)


@pytest.mark.parametrize("color", COLORS)
def test_a_picture_gets_its_class_its_score_and_the_runner_up(store, color):
    publish_colors(store)
    answer = answer_record(Classifier.load(store, device="cpu")(plain(COLORS[color])))
    assert (answer["label"], answer["best"]) == (color, color)
    assert answer["score"] > 0.99
    other, score = answer["runner_up"]
    assert other in COLORS.keys() - {color}
    assert score < 0.01


def test_what_is_like_no_class_enough_is_unknown_and_its_best_class_is_told(store):
    publish_colors(store)
    answer = Classifier.load(store, device="cpu")(plain((90, 100, 80)))
    assert (answer.name, answer.best) == (None, "green")
    assert answer.score < 0.9


def test_bars_of_black_or_distortion_as_the_card_says(store):
    bright = plain((255, 120, 120), height=10, width=100)  # nine tenths of the padded square are black
    scores = []
    for number, squaring in enumerate(("pad", "scale")):
        card = publish_colors(store, f"2026010{number + 1}-000000-whole-cnn64", squaring=squaring)
        scores.append(Classifier.load(store, card.id, "cpu")(bright).score)
    assert scores[0] < scores[1]


def test_the_newest_model_that_can_be_used_is_the_default(store):
    with pytest.raises(ModelError, match="no model of whole pictures yet") as error:
        Classifier.load(store)
    assert "visavis train --whole DIR" in str(error.value.hint)
    first = publish_colors(store, "20260101-000000-whole-cnn64")
    publish_colors(store, "20260102-000000-whole-cnn64")
    publish(store, "20260103-000000-cnn64")
    store.retire("20260102-000000-whole-cnn64", FORGOTTEN)
    assert Classifier.load(store, device="cpu").model == first.id


def test_a_model_of_faces_does_not_classify(store):
    card = publish(store)
    with pytest.raises(ModelError, match="knows faces"):
        Classifier.load(store, card.id)


def test_an_altered_network_is_refused(store):
    card = publish_colors(store)
    store.path(card.id, COMPILED_FILE).write_bytes(b"altered")
    with pytest.raises(ModelError, match="not the file that was published"):
        Classifier.load(store)


def test_another_input_is_refused(store):
    card = publish_colors(store, squaring="scale")
    path = store.path(card.id, "card.json")
    path.write_text(path.read_text().replace('"picture-scale"', '"picture-fold"'))
    with pytest.raises(ModelError, match="another input format"):
        Classifier.load(store)


def test_any_size_of_picture_is_classified(store):
    publish_colors(store, squaring="pad")
    classifier = Classifier.load(store, device="cpu")
    for height, width in ((1, 1), (1, 500), (700, 3)):
        assert classifier(np.zeros((height, width, 3), np.uint8)).best in COLORS
