"""One person of the demo shows every view that capture asks for."""

import itertools

import numpy as np
import pytest

from visavis.enrollment.coverage import Cell
from visavis.enrollment.session import Enrollment
from visavis.factory.detectors import create_detector
from visavis.factory.networks import NetworkLoader
from visavis.sources.demo import Demo
from visavis.sources.solo import VIEW_S, VIEWS, SoloView, ease, solo_view, turn_head


def test_each_view_is_shown_in_turn_and_the_round_begins_again():
    middles = [solo_view(VIEW_S * (number + 0.5)) for number in range(2 * len(VIEWS))]
    assert middles == [*VIEWS, *VIEWS]


def test_nothing_jumps():
    values = np.array([solo_view(index / 30).values for index in range(30 * int(VIEW_S) * len(VIEWS) + 2)])
    assert np.abs(np.diff(values, axis=0)).max() < 0.15
    assert [ease(share) for share in (-1, 0, 0.5, 1, 2)] == pytest.approx([0, 0, 0.5, 1, 1])


def test_a_turned_head_moves_at_the_nose_and_not_at_its_edge():
    pixels = np.zeros((200, 200, 4), np.uint8)
    pixels[:, 96:104] = 255  # a line through the face
    face = np.array([100.0, 85.0])
    turned = turn_head(pixels, face, SoloView(yaw=1.0))
    nose, edge = (np.flatnonzero(turned[row, :, 0]).mean() for row in (100, 0))
    assert nose - 99.5 > 20
    assert edge - 99.5 < nose - 99.5 - 10
    assert turn_head(pixels, face, SoloView(scale=1.3)) is pixels


@pytest.mark.parametrize("person", [0, 1])
def test_a_capture_of_the_demo_is_completed(person, folders, published_networks):
    folders.cache.mkdir()
    folders.networks.symlink_to(published_networks)
    detect = create_detector(NetworkLoader(folders), "live")
    source, enrollment = Demo(paced=False), Enrollment()
    source.solo = person
    for frame in itertools.islice(source, 60 * 30):
        if enrollment.is_due(frame):
            enrollment.offer(frame, detect(frame.image))
        if enrollment.is_complete:
            break
    assert enrollment.is_complete
    assert sum(enrollment.coverage.count(cell) > 0 for cell in Cell) >= 6  # most of the ring fills
