"""Networks that are looked into, and parts of a look, without a network."""

import numpy as np

from visavis.imaging.geometry import Box, Face
from visavis.insight.exchange import Question
from visavis.insight.inspection import InsightAnswer
from visavis.insight.parts import (
    AugmentedChips,
    ClassPictures,
    FilterPatterns,
    HeatMap,
    LayerActivations,
    NetworkActivations,
)
from visavis.insight.subjects import InsightSubject, PictureJudgment
from visavis.models.description import NetworkLayer, NetworkLayers
from visavis.recognition.match import Doubt, Match

LAYERS = NetworkLayers((NetworkLayer("conv", "Conv2D", (64, 64, 32), 896),), 6_489_634)


def gray(*shape, value=128):
    return np.full(shape, value, np.uint8)


def subject(network="cnn64", *, learned=2, decide=None, found=(), classes=("Ada", "Bob"), model="m1"):
    """A network that knows two people; `found` are the faces that the detector finds in any picture."""
    side = 112 if network == "embedding" else 64
    question = Question(
        network=network,
        chip=gray(side, side, 3),
        templates=np.eye(len(classes), 128, dtype=np.float32) if network == "embedding" else None,
        targets=tuple(range(len(classes))),
        learned=gray(learned, side, side, 3, value=90),
    )
    return InsightSubject(
        question, None, model, classes, decide, lambda image: found, "Ada" if learned else None, LAYERS
    )


def answers(of):
    """All parts of a look at a subject."""
    side = of.question.chip.shape[0]
    maps = gray(3, 8, 8)
    no, yes = (None, None) if of.is_of_pictures else (False, True)
    unknown = PictureJudgment(Match(None, 0.31, "Ada", ("Bob", 0.2), Doubt.FAR), has_face=no)
    named = PictureJudgment(Match("Ada", 0.97, "Ada", ("Bob", 0.02)), has_face=yes)
    parts = [
        NetworkActivations(gray(5, 3, 3, 3), (LayerActivations("stem", 32, maps), LayerActivations("last", 64, maps))),
        HeatMap(0, np.eye(4, dtype=np.float32), np.array([2.5, -1], np.float32), "last"),
        ClassPictures((0, 1), gray(2, side, side, 3), gray(2, side, side, 3, value=40)),
        AugmentedChips(gray(2, side, side, 3)),
        FilterPatterns("stem", 32, (7, 1, 4), gray(3, side, side, 3), np.array([[0, 1]] * 3, np.float32)),
    ]
    verdicts = (named, unknown, unknown, named)
    return [InsightAnswer(of, part, 0.5, 0.7, verdicts if isinstance(part, ClassPictures) else ()) for part in parts]


FACE = Face(Box(10, 10, 40, 40))
