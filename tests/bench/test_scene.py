"""The camera of a benchmark shows the scene."""

import itertools
import time

import numpy as np
import pytest

from visavis.bench.camera import SceneCamera
from visavis.bench.scenario import FRAME_RATE, Scenario
from visavis.bench.scene import PEOPLE, Scene
from visavis.detection import haar


@pytest.fixture(scope="module")
def scene():
    return Scene.of(Scenario(faces=5))


@pytest.mark.parametrize("faces", [0, 1, 2, 10])
def test_a_scene_has_the_number_of_faces(faces):
    scene = Scene.of(Scenario(faces=faces))
    found = [len(haar.load("plain")(scene.picture(index))) for index in (0, 31, 77, 140)]
    assert np.mean(found) == pytest.approx(faces, abs=0.1 * faces)


def test_faces_are_where_the_scene_says(scene):
    seen = scene.faces(50)
    found = [face.box.center for face in haar.load("plain")(scene.picture(50))]
    for face in seen:
        assert min(np.hypot(x - face.center[0], y - face.center[1]) for x, y in found) < face.width / 2


def test_the_first_two_faces_have_names_and_the_others_none(scene):
    assert [face.name for face in scene.faces(0)] == [*PEOPLE, None, None, None]


def test_a_frame_depends_on_its_index_only_and_survives_the_disk(scene, tmp_path):
    scene.save(tmp_path / "scene.npz")
    loaded = Scene.load(tmp_path / "scene.npz")
    assert np.array_equal(loaded.picture(33), scene.picture(33))
    assert not np.array_equal(scene.picture(33), scene.picture(36))
    assert loaded.faces(33) == scene.faces(33)


def test_faces_come_and_go_in_scenarios_with_a_number_of_frames():
    scene = Scene.of(Scenario(faces=2, frames=1000))
    assert {1, 2} <= {len(scene.faces(index)) for index in range(0, 1000, 10)}


def test_an_unthrottled_camera_gives_every_frame(scene):
    camera = SceneCamera(scene, throttled=False)
    assert [frame.index for frame in itertools.islice(camera, 5)] == [0, 1, 2, 3, 4]
    assert camera.newest == 4
    assert camera.processor_s > 0


def test_a_throttled_camera_keeps_its_pace(scene):
    camera = SceneCamera(scene, throttled=True)
    begun = time.monotonic()
    frames = list(itertools.islice(camera, 4))
    assert time.monotonic() - begun >= 3 / FRAME_RATE
    assert camera.live
    assert [frame.time for frame in frames] == [frame.index / FRAME_RATE for frame in frames]


def test_a_stopped_camera_ends(scene):
    camera = SceneCamera(scene, throttled=True)
    camera.stop()
    assert list(camera) == []
