"""Each channel has a tracker of its own; the pipeline is one for all."""

import numpy as np

from support.ui_fakes import detect, naming
from visavis.imaging.frames import Frame
from visavis.pipeline import Pipeline
from visavis.tracking.channels.trackers import ChannelTrackers


def see(trackers, channel, index, taken_at=None):
    image = np.full((72, 96, 3), 50 * channel, np.uint8)
    time = index / 25
    taken_at = time if taken_at is None else taken_at
    return trackers(Frame(image, taken_at, index, time, f"camera {channel}", channel=channel))


def track(analysis):
    return analysis.answers[0].track


def test_a_track_goes_on_although_frames_of_another_channel_come_between():
    trackers = ChannelTrackers(Pipeline(detect))
    numbers = [(track(see(trackers, 0, index)), track(see(trackers, 1, index))) for index in range(5)]
    assert numbers == [(1, 2)] * 5  # a number means one track, whatever its channel


def test_nothing_counts_as_dropped_because_of_the_other_channel():
    trackers = ChannelTrackers(Pipeline(detect))
    counts = [see(trackers, channel, index).counts for index in range(5) for channel in (0, 1)]
    assert sum(each.dropped_frames for each in counts) == 0


def test_another_pipeline_is_used_in_all_channels():
    trackers = ChannelTrackers(Pipeline(detect))
    see(trackers, 0, 0), see(trackers, 1, 0)
    trackers.use(naming("Ada"))
    analyses = see(trackers, 0, 1), see(trackers, 1, 1), see(trackers, 2, 0)
    assert [each.answers[0].match.name for each in analyses] == ["Ada"] * 3


def test_the_liveness_hint_is_turned_on_in_all_channels():
    trackers = ChannelTrackers(naming("Ada"))
    see(trackers, 0, 0)
    trackers.set_liveness(is_on=True)
    assert all(see(trackers, channel, 1).answers[0].liveness for channel in (0, 1))
    trackers.set_liveness(is_on=False)
    assert not any(see(trackers, channel, 2).answers[0].liveness for channel in (0, 1))


def test_the_time_for_searches_is_shared_by_the_channels_that_deliver():
    trackers = ChannelTrackers(Pipeline(detect))

    def sharing(channel):
        return trackers._trackers[channel][1].sharing

    see(trackers, 0, 0, 10.0)
    assert sharing(0) == 1
    see(trackers, 1, 0, 10.1), see(trackers, 0, 1, 10.2)
    assert (sharing(0), sharing(1)) == (2, 2)
    see(trackers, 0, 2, 60.0)  # the other one was removed
    assert sharing(0) == 1
