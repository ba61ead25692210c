"""The analyzer runs the newest pipeline, survives one that does not load, and loses no face over it."""

import numpy as np

from support.ui_fakes import detect, naming
from visavis.errors import ModelError
from visavis.imaging.frames import Frame
from visavis.pipeline import Pipeline
from visavis.tracking.analyzer import Analyzer


def frames(number):
    return [Frame(np.zeros((72, 96, 3), np.uint8), n / 25, n, n / 25, "a.mp4") for n in range(number)]


def test_the_newest_pipeline_serves_from_the_next_frame_on():
    changed = []
    analyzer = Analyzer(frames(3), Pipeline(detect), changed=changed.append)
    answers = iter(analyzer)
    first = next(answers).answers[0]
    assert first.match.name is None
    analyzer.use(lambda: naming("never"))
    analyzer.use(lambda: naming("Ada"))
    second = next(answers).answers[0]
    assert (second.match.name, second.track) == ("Ada", first.track)
    assert [pipeline.model for pipeline in changed] == ["m1"]


def test_a_pipeline_that_does_not_load_is_told_and_the_old_one_stays():
    told = []
    analyzer = Analyzer(frames(2), naming("Ada"), failed=told.append)

    def broken():
        raise ModelError("cut in half")

    analyzer.use(broken)
    assert [analysis.answers[0].match.name for analysis in analyzer] == ["Ada", "Ada"]
    assert [str(error) for error in told] == ["cut in half"]


def test_a_line_is_drawn_in_the_pipeline_that_is_in_use_by_then():
    analyzer = Analyzer(frames(2), naming("Ada"))
    answers = iter(analyzer)
    assert next(answers).answers[0].match.name == "Ada"
    analyzer.use(lambda: naming("Bob"))
    analyzer.draw_line(0.999)
    answer = next(answers).answers[0].match
    assert (answer.name, answer.best) == (None, "Bob")


def test_another_model_answers_beside_until_told_otherwise():
    told = []
    analyzer = Analyzer(frames(4), naming("Ada"), failed=told.append)
    answers = iter(analyzer)
    assert next(answers).beside == ()
    analyzer.compare(lambda: naming("Bob"))
    both = next(answers)
    assert (both.answers[0].match.name, [match.name for match in both.beside]) == ("Ada", ["Bob"])
    analyzer.compare(None)
    assert next(answers).beside == ()

    def broken():
        raise ModelError("cut in half")

    analyzer.compare(broken)
    assert next(answers).beside == ()
    assert [str(error) for error in told] == ["cut in half"]


def test_a_question_has_the_pipeline_to_itself_before_the_next_frame():
    told, heard = [], []
    analyzer = Analyzer(frames(3), naming("Ada"), failed=told.append)
    answers = iter(analyzer)
    next(answers)
    analyzer.ask(lambda pipeline: heard.append("never"))
    analyzer.ask(lambda pipeline: heard.append(pipeline.model))
    next(answers)
    assert heard == ["m1"]

    def refused(pipeline):
        raise ModelError("cut in half")

    analyzer.ask(refused)
    assert next(answers).answers[0].match.name == "Ada"
    assert [str(error) for error in told] == ["cut in half"]


def test_an_answer_says_what_the_track_has_seen():
    answers = [analysis.answers[0] for analysis in Analyzer(frames(30), naming("Ada"))]
    assert {answer.since for answer in answers} == {0.0}
    assert answers[-1].tries == answers[-1].looks == len(answers[-1].vectors) > 1
