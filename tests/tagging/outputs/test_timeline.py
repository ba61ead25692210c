"""OpenTimelineIO reads the timeline: a track a person, with their spans where they are."""

import opentimelineio as otio
import pytest

from support.tagging.face_logs import tags_of
from visavis.tagging.outputs.timeline import otio_text


def read(text):
    return otio.adapters.read_from_string(text, "otio_json")


def spans(track):
    """When the clips of a track are, in seconds of the timeline and of the video."""
    return [
        (
            clip.range_in_parent().start_time.to_seconds(),
            clip.source_range.start_time.to_seconds(),
            clip.source_range.end_time_exclusive().to_seconds(),
        )
        for clip in track.find_clips()
    ]


def test_a_track_a_person(tmp_path):
    source = tmp_path / "ä film.mp4"
    timeline = read(otio_text(tags_of(("Ada", 0, 9), ("Ada", 50, 69), (None, 30, 39), source=str(source))))
    assert timeline.name == "ä film.mp4"
    ada, guest = timeline.video_tracks()
    assert (ada.name, guest.name) == ("Ada", "Guest 1")
    assert spans(ada) == [(0, 0, 1), (5, 5, 7)]
    assert spans(guest) == [(3, 3, 4)]
    assert guest.metadata["visavis"]["guest"] is True
    media = ada.find_clips()[0].media_reference
    assert media.target_url == source.as_uri()
    assert media.available_range.duration.to_seconds() == pytest.approx(10)


def test_a_video_without_people():
    assert len(read(otio_text(tags_of())).tracks) == 0


def test_rates_are_those_of_the_video():
    times = [n * 1001 / 24000 for n in range(200)]
    [track] = read(otio_text(tags_of(("Ada", 24, 47), times=times, rate=24000 / 1001))).video_tracks()
    [clip] = track.find_clips()
    assert clip.source_range == otio.opentime.TimeRange(
        otio.opentime.RationalTime(24, 24000 / 1001), otio.opentime.RationalTime(24, 24000 / 1001)
    )
