"""The recognizer calls its steps; without a model, its null object names nobody."""

from dataclasses import replace

import numpy as np
import pytest

from visavis.imaging.geometry import Box, Face
from visavis.recognition.decision import Decision
from visavis.recognition.match import NOBODY
from visavis.recognition.recognizer import NoRecognizer, Probe, Recognizer
from visavis.scoring.calibration import Calibration

FACES = [Face(Box(left, 0, 90, 90)) for left in (3, -4)]
PICTURE = np.random.default_rng(0).integers(0, 255, (99, 99, 3), np.uint8)


@pytest.fixture
def recognizer():
    return Recognizer(
        chips=lambda image, faces: np.array([[face.box.left] for face in faces], np.float32),
        embed=lambda batch: np.hstack([batch, -batch]),
        compare=lambda vectors: vectors,
        names=["Ada", "Bob"],
        calibration=Calibration(),
        decision=Decision(0.6),
    )


def test_the_recognizer_calls_its_steps_in_order(recognizer):
    assert [match.name for match in recognizer(PICTURE, FACES)] == ["Ada", "Bob"]
    assert recognizer(PICTURE, []) == []
    assert recognizer.decide([]) == []
    assert recognizer.name_of(np.array([-3.0, 3.0], np.float32)) == "Bob"


def test_vetoes_reach_the_decision(recognizer):
    vetoing = replace(recognizer, vetoes=lambda vectors: vectors > 0)
    assert [match.name for match in vetoing(PICTURE, FACES)] == [None, None]


def test_recognizers_compare_when_they_share_network_or_space(recognizer):
    other = replace(recognizer, embed=lambda batch: batch)
    assert recognizer.can_compare_with(replace(recognizer, decision=Decision(0.1)))
    assert not recognizer.can_compare_with(other)
    assert replace(recognizer, embedding_space="a").can_compare_with(replace(other, embedding_space="a"))
    assert not replace(recognizer, embedding_space="a").can_compare_with(replace(other, embedding_space="b"))


def test_the_null_recognizer_names_nobody(recognizer):
    nobody = NoRecognizer()
    assert nobody(PICTURE, FACES) == [NOBODY, NOBODY]
    assert nobody.decide([Probe(vector) for vector in nobody.embed(nobody.chips(PICTURE, FACES))]) == [NOBODY, NOBODY]
    assert not nobody.has_network
    assert not nobody.can_compare_with(recognizer)
    assert not recognizer.can_compare_with(nobody)
