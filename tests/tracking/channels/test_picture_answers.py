"""What whole frames show: an answer for each scene that does not flicker, and never outlives its scene."""

import itertools

import numpy as np
import pytest

from support.fakes import FakeDetector
from support.training.whole_pictures import COLORS, plain, publish_colors
from visavis.classification.classifier import Classifier
from visavis.imaging.frames import Frame
from visavis.models.store import ModelStore
from visavis.pipeline import Pipeline
from visavis.tracking.analyzer import Analyzer
from visavis.tracking.channels.picture_answers import PictureAnswers
from visavis.tracking.commands import ClassifyPictures


@pytest.fixture
def classifier(folders):
    store = ModelStore(folders.models)
    publish_colors(store)
    return Classifier.load(store, device="cpu")


def frames(pictures, *, rate=30, source="camera", channel=0):
    return [Frame(image, n / rate, n, n / rate, source, channel=channel) for n, image in enumerate(pictures)]


def names(analyses):
    return [analysis.picture.name for analysis in analyses]


def changes(answers):
    return sum(one != other for one, other in itertools.pairwise(answers))


def test_a_picture_shown_once_gets_the_answer_for_a_still(classifier):
    answers = PictureAnswers(classifier)
    for number, shade in enumerate(range(20, 256, 20)):
        image = plain((shade, 0, 0))
        [frame] = frames([image], source=f"{number}.png")
        assert answers(frame).picture == classifier(image)


def test_nothing_is_said_of_faces(classifier):
    analysis = PictureAnswers(classifier)(frames([plain(COLORS["red"])])[0])
    assert (analysis.answers, analysis.picture.name) == ((), "red")
    assert set(analysis.stages) == {"classify"}


def test_a_class_near_the_threshold_does_not_flicker(classifier):
    rng = np.random.default_rng(0)
    shades = np.clip(rng.normal(56, 12, 300), 0, 255).astype(np.uint8)
    shown = [plain((int(shade), 0, 0)) for shade in shades]
    single = [classifier(image).name for image in shown]
    steady = names(map(PictureAnswers(classifier), frames(shown)))
    assert changes(single) > 100
    assert changes(steady) <= 2


def test_another_thing_is_named_within_a_second_and_without_a_wrong_name_between(classifier):
    one, other = plain((140, 0, 60)), plain((60, 0, 140))  # no cut: the picture changes little
    answers = names(map(PictureAnswers(classifier), frames([one] * 30 + [other] * 30)))
    assert set(answers[:30]) == {"blue"}
    assert answers[-1] == "red"
    assert "green" not in answers
    assert changes(answers) <= 2


def test_a_single_odd_frame_changes_nothing(classifier):
    shown = [plain((140, 0, 60))] * 20
    shown[10] = plain((60, 0, 140))
    assert set(names(map(PictureAnswers(classifier), frames(shown)))) == {"blue"}


def test_a_label_ends_with_its_scene(classifier):
    answers = PictureAnswers(classifier)
    before, after = frames([plain(COLORS["blue"], 60, 60), plain(COLORS["green"], 60, 60)])
    assert [answers(before).picture.name, answers(after).picture.name] == ["blue", "green"]


def test_each_channel_has_its_own_answer(classifier):
    answers = PictureAnswers(classifier)
    blue = frames([plain(COLORS["blue"])] * 3)
    red = frames([plain(COLORS["red"])] * 3, source="other", channel=1)
    both = [answers(frame) for pair in zip(blue, red, strict=True) for frame in pair]
    assert names(both) == ["blue", "red"] * 3


def test_the_score_is_held_for_a_moment_so_that_it_can_be_read(classifier):
    shades = np.random.default_rng(0).integers(110, 140, 60)
    analyses = list(map(PictureAnswers(classifier), frames([plain((int(shade), 0, 0)) for shade in shades])))
    scores = [analysis.picture.score for analysis in analyses]
    assert changes(scores) <= 8  # in two seconds


def test_the_mode_begins_and_ends_between_frames_and_faces_are_not_looked_for(classifier):
    pictures = frames([plain(COLORS["green"], 60, 60)] * 4)
    used, loads = [], iter([classifier])
    analyzer = Analyzer(pictures, Pipeline(FakeDetector(lambda image: [])), on_classifier=used.append)
    analyses = iter(analyzer)
    assert next(analyses).picture is None
    analyzer.submit(ClassifyPictures(lambda: next(loads)))
    assert next(analyses).picture.name == "green"
    assert analyzer.is_classifying
    assert next(analyses).stages.keys() == {"classify"}
    analyzer.submit(ClassifyPictures(None))
    assert next(analyses).picture is None
    assert used == [classifier, None]
