"""The analyzer runs commands between frames, in order, and survives failing ones."""

import numpy as np
import pytest

from support.ui_fakes import detect, naming
from visavis.errors import ModelError
from visavis.imaging.frames import Frame
from visavis.liveness.hint import LivenessHint
from visavis.pipeline import Pipeline
from visavis.tracking.analyzer import Analyzer
from visavis.tracking.commands import ComparePipeline, QueryPipeline, SetLiveness, SetThreshold, UsePipeline


def frames(count):
    return [Frame(np.zeros((72, 96, 3), np.uint8), n / 25, n, n / 25, "a.mp4") for n in range(count)]


def fail(*_):
    raise ModelError("cut in half")


def names(analyses):
    return [analysis.answers[0].match.name for analysis in analyses]


def test_the_newest_pipeline_is_used_from_the_next_frame_on():
    changes = []
    analyzer = Analyzer(frames(3), Pipeline(detect), on_change=changes.append)
    analyses = iter(analyzer)
    first = next(analyses).answers[0]
    assert first.match.name is None
    analyzer.submit(UsePipeline(lambda: naming("never")))
    analyzer.submit(UsePipeline(lambda: naming("Ada")))
    second = next(analyses).answers[0]
    assert (second.match.name, second.track) == ("Ada", first.track)
    assert [pipeline.model for pipeline in changes] == ["m1"]


@pytest.mark.parametrize("command", [UsePipeline(fail), ComparePipeline(fail), QueryPipeline(fail)])
def test_a_failing_command_is_reported_once_and_the_pipeline_stays(command):
    errors, changes = [], []
    analyzer = Analyzer(frames(2), naming("Ada"), on_change=changes.append, on_error=errors.append)
    analyzer.submit(command)
    assert names(analyzer) == ["Ada", "Ada"]
    assert [str(error) for error in errors] == ["cut in half"]
    assert changes == []


def test_nobody_is_named_if_loading_fails_and_those_in_use_may_be_forgotten():
    errors, changes = [], []
    analyzer = Analyzer(frames(1), naming("Ada"), on_change=changes.append, on_error=errors.append)
    analyzer.submit(UsePipeline(fail, names_may_be_gone=True))
    assert names(analyzer) == [None]
    assert [str(error) for error in errors] == ["cut in half"]
    assert [pipeline.model for pipeline in changes] == [None]


def test_the_liveness_hint_is_there_while_it_is_on_and_for_names_only():
    def hints(pipeline, *commands):
        analyzer = Analyzer(frames(2), pipeline)
        for command in commands:
            analyzer.submit(command)
        return [analysis.answers[0].liveness for analysis in analyzer]

    off = SetLiveness(is_on=False)
    on = SetLiveness(is_on=True)
    assert hints(naming("Ada")) == hints(naming("Ada"), off) == hints(Pipeline(detect), on) == [None, None]
    assert hints(naming("Ada"), on) == [LivenessHint(), LivenessHint()]


def test_turning_the_liveness_hint_on_again_keeps_what_was_seen():
    analyzer = Analyzer(frames(3), naming("Ada"))
    kept = []
    for _ in analyzer:
        analyzer.submit(SetLiveness(is_on=True))
        kept.append(analyzer._state.trackers._trackers[0][0].liveness)
    assert kept[0] is None
    assert kept[1] is kept[2] is not None


def test_a_failing_command_does_not_stop_the_ones_after_it():
    analyzer = Analyzer(frames(1), naming("Ada"))
    analyzer.submit(QueryPipeline(fail))
    analyzer.submit(UsePipeline(lambda: naming("Bob")))
    assert names(analyzer) == ["Bob"]


def test_a_threshold_applies_to_the_pipeline_submitted_before_it():
    analyzer = Analyzer(frames(2), naming("Ada"))
    analyses = iter(analyzer)
    assert next(analyses).answers[0].match.name == "Ada"
    analyzer.submit(UsePipeline(lambda: naming("Bob")))
    analyzer.submit(SetThreshold(0.999))
    match = next(analyses).answers[0].match
    assert (match.name, match.best) == (None, "Bob")


def test_a_pipeline_submitted_after_a_threshold_keeps_its_own():
    analyzer = Analyzer(frames(1), naming("Ada"))
    analyzer.submit(SetThreshold(0.999))
    analyzer.submit(UsePipeline(lambda: naming("Bob")))
    assert names(analyzer) == ["Bob"]


def test_a_compared_pipeline_answers_beside_until_it_is_removed():
    analyzer = Analyzer(frames(3), naming("Ada"))
    analyses = iter(analyzer)
    assert next(analyses).compared == ()
    analyzer.submit(ComparePipeline(lambda: naming("Bob")))
    both = next(analyses)
    assert (both.answers[0].match.name, [match.name for match in both.compared]) == ("Ada", ["Bob"])
    analyzer.submit(ComparePipeline(None))
    assert next(analyses).compared == ()


def test_a_comparison_that_does_not_load_ends_the_one_before():
    analyzer = Analyzer(frames(2), naming("Ada"))
    analyses = iter(analyzer)
    analyzer.submit(ComparePipeline(lambda: naming("Bob")))
    assert next(analyses).compared
    analyzer.submit(ComparePipeline(fail))
    assert next(analyses).compared == ()


def test_a_query_gets_the_pipeline_in_use_before_the_next_frame():
    results = []
    analyzer = Analyzer(frames(2), naming("Ada"))
    analyses = iter(analyzer)
    next(analyses)
    analyzer.submit(QueryPipeline(lambda pipeline: results.append("never")))
    analyzer.submit(QueryPipeline(lambda pipeline: results.append(pipeline.model)))
    assert results == []
    next(analyses)
    assert results == ["m1"]


def test_an_answer_tells_how_often_its_track_was_observed():
    answers = [analysis.answers[0] for analysis in Analyzer(frames(30), naming("Ada"))]
    assert {answer.started_at for answer in answers} == {0.0}
    assert answers[-1].attempts == answers[-1].observations == len(answers[-1].vectors) > 1
