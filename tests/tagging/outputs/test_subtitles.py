"""Subtitles say who is there, and public parsers read them."""

import html
import io

import pysubs2
import pytest
import webvtt

from support.tagging.face_logs import tags_of
from visavis.tagging.outputs.subtitles import Cue, cues, srt_subtitles, vtt_subtitles

TWO = (("Ada", 0, 39), ("Bob", 20, 59), ("Ada", 80, 89))
#: When the same people are there, in milliseconds.
CUES = [(0, 2000, ["Ada"]), (2000, 4000, ["Ada", "Bob"]), (4000, 6000, ["Bob"]), (8000, 9000, ["Ada"])]
HOSTILE = [
    "<b>Ada</b>",
    "{\\an8}Ada",
    "a --> b",
    "A & B",
    "Ada\n\n9\n00:00:01,000 --> 00:00:02,000\nEve",
    "NOTE",
    "艾达",
]


def read_srt(text):
    return [
        (event.start, event.end, event.text.split("\\N")) for event in pysubs2.SSAFile.from_string(text, format_="srt")
    ]


def read_vtt(text):
    return [
        (round(1000 * cue.start_in_seconds), round(1000 * cue.end_in_seconds), cue.text.split("\n"))
        for cue in webvtt.from_buffer(io.StringIO(text))
    ]


def test_a_cue_begins_where_somebody_comes_or_goes():
    assert list(cues(tags_of(*TWO))) == [Cue(start, end, tuple(names)) for start, end, names in CUES]


def test_public_parsers_read_them():
    tags = tags_of(*TWO)
    assert read_srt(srt_subtitles(tags)) == CUES
    assert [(start, end, sorted(names)) for start, end, names in read_vtt(vtt_subtitles(tags))] == CUES


def test_a_file_without_people_has_no_cues():
    assert read_srt(srt_subtitles(tags_of())) == []
    assert read_vtt(vtt_subtitles(tags_of())) == []


def test_hours():
    tags = tags_of(("Ada", 2, 3), times=[0, 3599.9996, 3600.5, 7322.0, 7323.0], frames=5)
    [cue] = read_srt(srt_subtitles(tags))
    assert cue == (3600500, 7323000, ["Ada"])
    assert "01:00:00.500 --> 02:02:03.000" in vtt_subtitles(tags)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_a_text_and_nothing_else(name):
    tags = tags_of((name, 0, 9))
    [[start, end, [srt]]] = read_srt(srt_subtitles(tags))
    [[_, _, [vtt]]] = read_vtt(vtt_subtitles(tags))
    assert (start, end) == (0, 1000)
    shown = name.replace("\n", r"\n")
    assert srt.replace("\u2060", "") == shown
    assert html.unescape(vtt) == shown
    assert "<b>" not in vtt_subtitles(tags)
