"""A bug in the analysis costs a frame, several in a row the pipeline, and never the labels that come after."""

import numpy as np

from support.fakes import FakeDetector
from support.ui_fakes import BOX, detect, naming
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Face
from visavis.pipeline import Pipeline
from visavis.tracking.analyzer import Analyzer
from visavis.tracking.commands import UsePipeline
from visavis.ui.live.resilient import PATIENCE, ResilientAnalyzer


def frames(number):
    return iter([Frame(np.zeros((72, 96, 3), np.uint8), float(n), n) for n in range(number)])


def failing(*indices):
    """A pipeline with a bug that these frames meet; frames are told apart by how often it was called."""
    calls = iter(range(1000))

    @FakeDetector
    def stumble(image):
        if next(calls) in indices:
            raise ZeroDivisionError
        return [Face(BOX)]

    return Pipeline(stumble, naming("Ada").recognize, model="m1")


def run(pipeline, number, fallback=None):
    """Indices of the frames that were answered, the failures told, and the pipelines that came into use."""
    told, changed = [], []
    analyzer = Analyzer(frames(number), pipeline, on_change=changed.append)
    analyses = list(ResilientAnalyzer(analyzer, fallback or Pipeline(detect), told.append))
    return [analysis.frame.index for analysis in analyses], told, changed


def test_a_frame_that_fails_is_skipped_and_told():
    answered, told, changed = run(failing(1), 4)
    assert answered == [0, 2, 3]
    assert [type(error) for error in told] == [ZeroDivisionError]
    assert not changed


def test_the_same_bug_is_told_once_however_many_frames_meet_it():
    answered, told, changed = run(failing(*range(0, 20, 2)), 20)
    assert len(answered) == 10
    assert len(told) == 1
    assert not changed  # an answer in between: it is not given up


def test_what_fails_again_and_again_is_given_up_for_what_works():
    fallback = Pipeline(detect)
    answered, told, changed = run(failing(*range(1, 100)), 10, fallback)
    assert answered == [0, *range(1 + PATIENCE, 10)]
    assert len(told) == 1
    assert changed == [fallback]


def test_a_fallback_that_fails_too_is_tried_on_every_frame():
    answered, told, changed = run(failing(*range(100)), 10, failing(*range(4)))
    assert answered == list(range(PATIENCE + 4, 10))
    assert len(told) == 1  # the same line of the same function
    assert len(changed) == 1


def test_a_bug_while_loading_leaves_the_pipeline_in_use():
    told = []
    analyzer = Analyzer(frames(3), naming("Ada"))
    analyses = iter(ResilientAnalyzer(analyzer, Pipeline(detect), told.append))
    next(analyses)
    analyzer.submit(UsePipeline(lambda: 1 / 0))
    assert [analysis.answers[0].match.name for analysis in analyses] == ["Ada"]  # the frame before it is lost
    assert [type(error) for error in told] == [ZeroDivisionError]
