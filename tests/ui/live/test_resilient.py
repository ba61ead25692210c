"""A bug skips a frame; several in a row replace the pipeline; analysis always continues."""

import numpy as np

from support.fakes import FakeDetector
from support.ui_fakes import BOX, detect, naming
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Face
from visavis.pipeline import Pipeline
from visavis.tracking.analyzer import Analyzer
from visavis.tracking.commands import UsePipeline
from visavis.ui.live.resilient import MAX_FAILURES, ResilientAnalyzer


def frames(number):
    return iter([Frame(np.zeros((72, 96, 3), np.uint8), float(n), n) for n in range(number)])


def failing(*indices):
    """A pipeline that raises in these calls."""
    calls = iter(range(1000))

    @FakeDetector
    def detect_or_raise(image):
        if next(calls) in indices:
            raise ZeroDivisionError
        return [Face(BOX)]

    return Pipeline(detect_or_raise, naming("Ada").recognize, model="m1")


def run(pipeline, number, fallback=None):
    """Indexes of the analyzed frames, the errors reported, and the pipelines that came into use."""
    reported, changed = [], []
    analyzer = Analyzer(frames(number), pipeline, on_change=changed.append)
    analyses = list(ResilientAnalyzer(analyzer, fallback or Pipeline(detect), reported.append))
    return [analysis.frame.index for analysis in analyses], reported, changed


def test_a_frame_that_raises_is_skipped_and_reported():
    answered, reported, changed = run(failing(1), 4)
    assert answered == [0, 2, 3]
    assert [type(error) for error in reported] == [ZeroDivisionError]
    assert not changed


def test_the_same_bug_is_reported_once():
    answered, reported, changed = run(failing(*range(0, 20, 2)), 20)
    assert len(answered) == 10
    assert len(reported) == 1
    assert not changed  # an analysis in between: it is kept


def test_a_pipeline_that_keeps_failing_is_replaced():
    fallback = Pipeline(detect)
    answered, reported, changed = run(failing(*range(1, 100)), 10, fallback)
    assert answered == [0, *range(1 + MAX_FAILURES, 10)]
    assert len(reported) == 1
    assert changed == [fallback]


def test_a_fallback_that_fails_too_is_tried_on_every_frame():
    answered, reported, changed = run(failing(*range(100)), 10, failing(*range(4)))
    assert answered == list(range(MAX_FAILURES + 4, 10))
    assert len(reported) == 1  # the same line of the same function
    assert len(changed) == 1


def test_a_bug_while_loading_leaves_the_pipeline_in_use():
    reported = []
    analyzer = Analyzer(frames(3), naming("Ada"))
    analyses = iter(ResilientAnalyzer(analyzer, Pipeline(detect), reported.append))
    next(analyses)
    analyzer.submit(UsePipeline(lambda: 1 / 0))
    assert [analysis.answers[0].match.name for analysis in analyses] == ["Ada"]  # the frame it interrupted is lost
    assert [type(error) for error in reported] == [ZeroDivisionError]
