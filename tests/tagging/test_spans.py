"""From frames to spans: short absences belong to a span, long ones end it."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import Match
from visavis.tagging.spans import MAX_GAP_S, Span, SpanCollector, spans_of


def spans(frames, times, end):
    times = np.asarray(times, float)
    return spans_of(np.asarray(frames, np.int32), times, np.diff(times, append=end))


@pytest.mark.parametrize(
    ("frames", "expected"),
    [
        ([], ()),
        ([3], (Span(3, 4),)),
        ([0, 1, 2], (Span(0, 3),)),
        ([0, 2], (Span(0, 3),)),  # out of sight for a second
        ([0, 3], (Span(0, 1), Span(3, 4))),
        ([0, 5, 6, 9], (Span(0, 1), Span(5, 7), Span(9, 10))),
    ],
)
def test_spans(frames, expected):
    assert spans(frames, range(10), 10) == expected


def test_a_frame_lasts_until_the_next_however_late_that_is():
    assert spans([0, 1], [0, 0.1, 7], 7.1) == (Span(0, 7),)


@given(st.sets(st.integers(0, 60)), st.lists(st.floats(0.01, 3), min_size=61, max_size=61))
def test_spans_cover_exactly_the_frames_and_lie_apart(frames, durations):
    times = np.cumsum([0, *durations])
    found = spans(sorted(frames), times[:-1], times[-1])
    assert all(any(each.start <= times[frame] < each.end for each in found) for frame in frames)
    assert {each.start for each in found} <= {times[frame] for frame in frames}
    for before, after in itertools.pairwise(found):
        assert after.start - before.end > MAX_GAP_S


def analysis(index, time, *names):
    frame = Frame(np.zeros((1, 1, 3), np.uint8), 0.0, index, time, "film")
    return Analysis(frame, tuple(Answer(Face(Box(0, 0, 1, 1)), Match(name), 1) for name in names))


def test_spans_are_collected_from_analyses():
    collector = SpanCollector()
    for index in range(40):
        names = [*(["Ada"] if index < 10 or index >= 30 else []), *(["Bob", None] if 5 <= index < 15 else [])]
        collector.add(analysis(index, index / 10, *names))
    found = collector.spans()
    assert list(found) == ["Ada", "Bob"]
    assert [(span.start, pytest.approx(span.end)) for span in found["Ada"]] == [(0, 1), (3, 4)]
    assert [(span.start, pytest.approx(span.end)) for span in found["Bob"]] == [(0.5, 1.5)]


def test_nothing_is_collected_from_nothing():
    assert SpanCollector().spans() == {}
