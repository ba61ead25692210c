"""Candidates are embedded with the pipeline in use, and each gets one answer."""

import pytest

from support.fakes import picture
from visavis.errors import ModelError
from visavis.pipeline import Pipeline
from visavis.tracking.channels.trackers import ChannelTrackers
from visavis.tracking.commands import AnalysisState
from visavis.ui.capture.comparison import FaceComparison


class Candidate:
    image, face = picture(), None


@pytest.fixture
def compare(qapp):
    """Request a candidate with a pipeline in use; return what was answered."""

    def request(create, *pipelines):
        commands, answers = [], []
        comparison = FaceComparison(commands.append, create)
        comparison.embedded.connect(lambda candidate, vector: answers.append(vector))
        errors = 0
        for pipeline in pipelines:
            comparison.request(Candidate())
            try:
                commands.pop().run(AnalysisState(ChannelTrackers(pipeline), print))
            except ModelError:
                errors += 1
        return answers, errors

    return request


def test_the_embedder_is_made_once_for_each_pipeline(compare):
    made = []

    def create(pipeline):
        made.append(pipeline)
        return lambda image, face: len(made)

    first, second = Pipeline(lambda image: []), Pipeline(lambda image: [])
    assert compare(create, first, first, second) == ([1, 1, 2], 0)
    assert len(made) == 2


def test_an_error_is_reported_once_and_answered_each_time(compare):
    def fail(pipeline):
        raise ModelError("The network is missing.")

    pipeline = Pipeline(lambda image: [])
    assert compare(fail, pipeline, pipeline) == ([None, None], 1)


def test_a_released_network_is_loaded_again_for_the_next_candidate(qapp):
    made, commands, answers = [], [], []

    def create(pipeline):
        made.append(pipeline)
        return lambda image, face: len(made)

    comparison = FaceComparison(commands.append, create)
    comparison.embedded.connect(lambda candidate, vector: answers.append(vector))
    state = AnalysisState(ChannelTrackers(Pipeline(lambda image: [])), print)
    for _ in range(2):
        comparison.request(Candidate())
        commands.pop().run(state)
        comparison.release()
    assert answers == [1, 2]
