"""Several sources are read at once: files frame by frame and in order, live sources through mailboxes."""

import threading

import numpy as np
import pytest

from visavis.errors import SourceLostError
from visavis.imaging.frames import Frame
from visavis.sources import Persistent
from visavis.tracking.channels.reading import ReadSource, read_together
from visavis.tracking.channels.turns import Turns


class Film:
    """So many frames at a rate; then it ends, or fails."""

    def __init__(self, count, rate=25, *, live=False, error=None):
        self.name, self.live = "film", live
        self._count, self._rate, self._error = count, rate, error

    def stop(self):
        pass

    def __iter__(self):
        for index in range(self._count):
            yield Frame(np.zeros((4, 4, 3), np.uint8), 0.0, index, index / self._rate, "film")
        if self._error:
            raise self._error


class Endless(Film):
    """A live source that delivers whenever it is read, until it is stopped."""

    def __init__(self):
        super().__init__(0, live=True)
        self._stopped = threading.Event()

    def stop(self):
        self._stopped.set()

    def __iter__(self):
        index = 0
        while not self._stopped.wait(0.001):
            yield Frame(np.zeros((4, 4, 3), np.uint8), index / 1000, index, index / 1000, "camera")
            index += 1


def reading(*films):
    return [
        ReadSource(Persistent(lambda film=film: film, on_status=print), f"film {number}", film.live)
        for number, film in enumerate(films)
    ]


def seen(frames):
    return [(frame.source, frame.channel, frame.index) for frame in frames]


def test_files_are_read_without_drops_in_the_order_of_their_times():
    frames = seen(read_together(reading(Film(3, 10), Film(5, 20)), Turns(), pytest.fail))
    assert frames == [
        ("film 0", 0, 0),
        ("film 1", 1, 0),
        ("film 1", 1, 1),
        ("film 0", 0, 1),
        ("film 1", 1, 2),
        ("film 1", 1, 3),
        ("film 0", 0, 2),
        ("film 1", 1, 4),
    ]


@pytest.mark.parametrize("is_live", [False, True])
def test_a_source_that_fails_does_not_end_the_others(is_live):
    failures = []
    broken = Film(2, error=SourceLostError("It ended in the middle."))
    other = Endless() if is_live else Film(40)
    frames = read_together(reading(broken, other), Turns(), failures.append)
    others = 0
    for frame in frames:
        others += frame.channel == 1
        if others == 40:
            break
    assert others == 40
    assert [str(each) for each in failures] == ["It ended in the middle."]


def test_a_file_beside_a_live_source_loses_no_frame():
    camera = Endless()
    frames = read_together(reading(Film(50), camera), Turns(), pytest.fail)
    indexes = {0: [], 1: []}
    for frame in frames:
        indexes[frame.channel].append(frame.index)
        if len(indexes[0]) == 50:
            camera.stop()
    assert indexes[0] == list(range(50))
    assert indexes[1] == sorted(set(indexes[1]))


def test_leaving_the_reading_stops_every_source():
    cameras = Endless(), Endless()
    frames = read_together(reading(*cameras), Turns(), pytest.fail)
    next(frames)
    frames.close()
    assert all(camera._stopped.is_set() for camera in cameras)
