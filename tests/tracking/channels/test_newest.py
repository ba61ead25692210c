"""The newest analysis of each channel is kept, whatever the others do."""

import numpy as np

from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis
from visavis.tracking.channels.newest import NewestAnalyses


def analysis(channel, index):
    return Analysis(Frame(np.zeros((4, 4, 3), np.uint8), 0.0, index, channel=channel), ())


def test_an_analysis_replaces_one_of_its_channel_only():
    newest = NewestAnalyses()
    assert newest.put(analysis(0, 0))
    assert not newest.put(analysis(1, 0))  # the reader was told
    assert not newest.put(analysis(1, 1))
    assert [(each.frame.channel, each.frame.index) for each in newest.take()] == [(0, 0), (1, 1)]
    assert newest.take() == []
    assert newest.put(analysis(1, 2))
