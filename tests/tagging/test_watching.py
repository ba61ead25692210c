"""Watching a file: each track has its final name in all its frames, its embedding, and its best face."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from support.fakes import GOOD, FakeDetector, picture, recognizing
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Pipeline
from visavis.tagging.face_log import FRAME, NAME
from visavis.tagging.watching import watch_picture, watch_video

LEFT, RIGHT = Face(Box(4, 4, 20, 20), None, 1.0), Face(Box(40, 4, 20, 20), None, 1.0)
#: By the gray of a frame, the faces in it.
FACES = {30: [], 50: [LEFT], 60: [LEFT, RIGHT]}
#: By the left border of a face, its vector: the cosines with Ada and Bob, and two more numbers.
VECTORS = {4: [1, 0, 0, 0], 40: [0, 0, 1, 0]}


def pipeline(vectors=VECTORS, names=("Ada", "Bob")):
    def find(image):
        return FACES[min(FACES, key=lambda gray: abs(gray - int(np.median(image))))]

    def vectors_of(_, faces):
        return [vectors[min(vectors, key=lambda left: abs(left - face.box.left))] for face in faces]

    return Pipeline(FakeDetector(find), recognizing(vectors_of, names))


def frames(*grays, rate=10.0):
    return [Frame(picture(gray), 0.0, n, n / rate, "film.mp4", 1 / rate) for n, gray in enumerate(grays)]


def test_a_log_has_every_face_of_every_frame():
    log = watch_video(frames(*[50] * 10, *[60] * 10, *[30] * 20), pipeline())
    assert log.names == ("Ada",)
    assert len(log.times) == 40
    assert log.end == pytest.approx(4.0)
    known, unknown = log.faces[log.faces[:, NAME] == 0], log.faces[log.faces[:, NAME] == -1]
    assert set(range(20)) <= set(known[:, FRAME]) <= set(range(22))
    assert set(range(10, 20)) <= set(unknown[:, FRAME]) <= set(range(10, 22))


LONG = """
import sys
from pathlib import Path
import numpy as np
from support.fakes import FakeDetector, picture, recognizing
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Pipeline
from visavis.tagging.watching import watch_video

count, faces = int(sys.argv[1]), [Face(Box(4, 4, 20, 20), None, 1.0), Face(Box(40, 4, 20, 20), None, 1.0)]
memory = []

def frames():
    for number in range(count):
        second = number / 30
        if number * 6 % count == 0:
            memory.append(int(Path("/proc/self/statm").read_text().split()[1]) * 4096)
        yield Frame(picture((30, 50, 60)[int(second) % 60 // 20]), second, number, second, "film.mp4", 1 / 30)

def find(image):
    return faces[: {30: 0, 50: 1, 60: 2}[int(image[0, 0, 0])]]

def vectors_of(_, found):
    return [[1, 0, 0, 0] if face.box.left < 20 else [0, 0, 1, 0] for face in found]

log = watch_video(frames(), Pipeline(FakeDetector(find), recognizing(vectors_of, ["Ada", "Bob"])))
print(len(log.faces), memory[1], memory[-1])
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the memory of a process is read from Linux's /proc")
def test_memory_is_flat_over_a_long_video(request):
    """A synthetic film with no, one and two faces by turns: an hour with `--whole`, five minutes without.

    `-s` prints what the memory grew by.
    """
    count = 108_000 if request.config.getoption("whole") else 9_000
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", LONG, str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    faces, early, late = map(int, done.stdout.split())
    sys.stdout.write(f"\n{count} frames: {early / 1e6:.0f} MB after a sixth of them, then {late / 1e6:.0f} MB\n")
    assert faces == pytest.approx(count, rel=0.05)  # one a frame on average
    assert late - early < 100 * count + 3e6  # a row of the log for each face, and twice that while it grows


def test_only_the_unknown_may_be_guests():
    log = watch_video(frames(*[60] * 20), pipeline())
    [ada, stranger] = sorted(log.tracks.values(), key=lambda track: track.best_box.left)
    assert (ada.may_be_guest, stranger.may_be_guest) == (False, True)
    assert stranger.vector / np.linalg.norm(stranger.vector) == pytest.approx([0, 0, 1, 0])
    assert stranger.picture[:2] == b"\xff\xd8"
    assert stranger.quality == pytest.approx(GOOD.weight)


def test_vectors_that_cannot_be_compared_are_replaced():
    log = watch_video(frames(*[60] * 9), pipeline(), lambda image, faces: np.ones((len(faces), 3), np.float32))
    assert all(len(track.vector) == 3 for track in log.tracks.values())


def test_a_video_without_faces():
    log = watch_video(frames(30, 30, 30), pipeline())
    assert (len(log.faces), len(log.tracks), log.end) == (0, 0, pytest.approx(0.3))


def test_the_last_frame_lasts_as_long_as_usual():
    irregular = [Frame(picture(30), 0.0, n, time, "film.mp4") for n, time in enumerate([0, 0.2, 0.4, 0.6, 9.0])]
    assert watch_video(irregular, pipeline()).end == pytest.approx(9.2)


def test_the_faces_of_a_picture():
    def embed(_, faces):
        return np.eye(4, dtype=np.float32)[: len(faces)]

    log = watch_picture(Frame(picture(60), 0.0, source="a.png"), pipeline(), embed)
    assert (log.is_video, log.end, len(log.faces), log.names) == (False, 0.0, 2, ("Ada",))
    assert [track.may_be_guest for track in log.tracks.values()] == [False, True]
    assert watch_picture(Frame(picture(30), 0.0), pipeline(), embed).tracks == {}
