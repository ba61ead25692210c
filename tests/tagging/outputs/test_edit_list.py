"""The edit list has each person's scenes, one after another, as editors read them."""

import re

import opentimelineio as otio
import pytest

from support.tagging.face_logs import tags_of
from visavis.tagging.outputs.edit_list import edl_text, frame_range
from visavis.tagging.spans import Span

#: An event of CMX 3600: number, reel, channel, transition, and four time codes.
EVENT = re.compile(r"(\d{3,})  (\S{1,8}) +V +C +" + " ".join([r"(\d\d:\d\d:\d\d:\d\d)"] * 4))


def events(text):
    """By event: (source in, source out, record in, record out, name)."""
    lines = text.splitlines()
    assert lines[0].startswith("TITLE: ")
    assert lines[1] == "FCM: NON-DROP FRAME"
    found = [(EVENT.fullmatch(line), lines[at + 2]) for at, line in enumerate(lines) if re.match(r"\d", line)]
    assert [int(event[1]) for event, _ in found] == list(range(1, len(found) + 1))
    return [(*event.groups()[2:], comment.removeprefix("* COMMENT: ")) for event, comment in found]


def test_the_scenes_of_each_person_one_after_another():
    tags = tags_of(("Ada", 0, 9), ("Ada", 50, 69), ("Bob", 30, 39), source="films/a.mp4")
    text = edl_text(tags)
    assert events(text) == [
        ("00:00:00:00", "00:00:01:00", "00:00:00:00", "00:00:01:00", "Ada"),
        ("00:00:05:00", "00:00:07:00", "00:00:01:00", "00:00:03:00", "Ada"),
        ("00:00:03:00", "00:00:04:00", "00:00:03:00", "00:00:04:00", "Bob"),
    ]
    assert text.count("* FROM CLIP NAME: a.mp4") == 3


def test_time_codes_count_frames():
    times = [n * 1001 / 30000 for n in range(4000)]
    [[start, end, *_]] = events(edl_text(tags_of(("Ada", 1800, 3598), times=times, rate=30000 / 1001)))
    assert (start, end) == ("00:01:00:00", "00:01:59:29")


@pytest.mark.parametrize("rate", [24, 25, 30, 50])
def test_a_public_reader_reads_it(rate):
    tags = tags_of(("Ada", 0, 9), ("Ada", 60, 69), ("Zoë", 30, 39), rate=float(rate), frames=100, source="ä film.mp4")
    timeline = otio.adapters.read_from_string(edl_text(tags), "cmx_3600", rate=rate)
    assert timeline.name == "ä film"
    [track] = timeline.tracks
    read = [(clip.name, clip.source_range.start_time.value, clip.source_range.duration.value) for clip in track]
    spans = [span for person in tags.people for span in person.spans]
    assert read == [("ä film.mp4", *_start_and_length(span, rate)) for span in spans]
    assert timeline.duration() == sum((clip.duration() for clip in track), otio.opentime.RationalTime(0, rate))


def _start_and_length(span, rate):
    start, end = frame_range(span, rate)
    return start, end - start


def test_a_name_begins_no_line():
    assert len(events(edl_text(tags_of(("Ada\n002  AX  V  C", 0, 9))))) == 1


@pytest.mark.parametrize(("span", "frames"), [(Span(1, 2), (25, 50)), (Span(1, 1.001), (25, 26))])
def test_a_span_has_a_frame(span, frames):
    assert frame_range(span, 25) == frames
