"""Presets find faces, and an invalid cascade is reported in one sentence."""

import json

import cv2
import numpy as np
import pytest

from visavis.detection import haar
from visavis.detection.detector import FullSearch, LocalSearch, non_maximum_suppression
from visavis.detection.presets import Cascade, Preset, preset_names
from visavis.errors import ModelError
from visavis.factory.detectors import create_detector
from visavis.factory.networks import NetworkLoader
from visavis.imaging.geometry import Box, Face
from visavis.storage.paths import DataFolders


@pytest.fixture
def scene(photos):
    """Both people side by side, BGR."""
    parts = [cv2.resize(photo[:400, :400], (360, 360)) for photo in photos]
    return np.hstack(parts)


@pytest.mark.parametrize("preset", preset_names())
def test_every_preset_finds_both_people(scene, preset, published_networks, tmp_path):
    loader = NetworkLoader(DataFolders(tmp_path, published_networks.parent))
    faces = create_detector(loader, preset)(scene)
    assert len(faces) == 2
    assert sorted(int(face.box.center[0]) // 360 for face in faces) == [0, 1]
    assert [face.landmarks is not None for face in faces] == [Preset.load(preset).verified] * 2


@pytest.mark.parametrize("factor", [1, 3])
def test_a_local_search_finds_a_known_face(scene, factor):
    scene = cv2.resize(scene, None, fx=factor, fy=factor)
    detector = haar.load("live")
    for known in haar.load("plain")(scene):
        box = known.box
        [face] = detector.search_locally(
            scene, LocalSearch(box.expand(box.width // 4), 0.8 * box.width, 1.25 * box.width)
        )
        assert face.box.iou(box) > 0.7


def test_a_local_search_ignores_other_sizes_and_the_outside(scene):
    detector = haar.load("live")
    [known, _] = haar.load("plain")(scene)
    box = known.box
    too_small = LocalSearch(box.expand(20), 0.3 * box.width, 0.6 * box.width)
    outside = LocalSearch(box.shift(-5000, 0), 0.8 * box.width, 1.25 * box.width)
    assert [detector.search_locally(scene, search) for search in (too_small, outside)] == [[], []]


def test_there_are_no_faces_in_a_plain_picture():
    assert haar.load("live")(np.full((480, 640, 3), 90, np.uint8)) == []


def test_the_files_are_read_once(scene, monkeypatch):
    detector = haar.load("live")
    monkeypatch.setattr(cv2, "CascadeClassifier", lambda *_: pytest.fail("loaded again"))
    assert detector(scene)


@pytest.mark.parametrize("size", [(1, 1), (2, 500), (500, 2), (20, 20)])
def test_a_picture_smaller_than_a_face_has_none(size):
    assert haar.load("live")(np.zeros((*size, 3), np.uint8)) == []


@pytest.mark.parametrize("enlarged", [1, 4])
def test_a_search_at_low_resolution_finds_the_same_faces(scene, enlarged):
    live = haar.load("plain")
    boxes = [face.box for face in live(scene)]
    large = scene.repeat(enlarged, 0).repeat(enlarged, 1)
    found = [face.box for face in live.search(large, FullSearch(32))]
    assert len(found) == len(boxes)
    for box in boxes:
        expected = Box(*(enlarged * side for side in (box.left, box.top, box.width, box.height)))
        assert max(expected.iou(other) for other in found) > 0.6


def test_a_face_is_redetected_near_its_box_only(scene):
    live = haar.load("plain")
    box = live(scene)[0].box
    aside = box.shift(box.width // 5, -box.height // 8)
    assert live.redetect(scene, [aside])[0].box.iou(box) > 0.7
    assert live.redetect(scene, [Box(0, 0, 40, 40)]) == [None]


def test_the_largest_of_overlapping_faces_is_kept():
    boxes = [Box(0, 0, 100, 100), Box(10, 10, 80, 80), Box(200, 0, 50, 50)]
    kept = non_maximum_suppression([Face(box) for box in boxes], lambda face: face.box.area)
    assert [face.box for face in kept] == [boxes[0], boxes[2]]


def test_a_cascade_file_is_accepted_by_path(scene):
    path = cv2.data.haarcascades + "haarcascade_frontalface_default.xml"
    assert len(haar.load(path)(scene)) >= 2


def test_a_preset_file_is_accepted_by_path(tmp_path, scene):
    path = tmp_path / "mine.json"
    cascade = {"file": "haarcascade_frontalface_alt2.xml", "sha256": None, "turned": [10, -10]}
    path.write_text(json.dumps({"cascades": [cascade], "least_share": 0.2}), encoding="utf-8")
    detector = haar.load(str(path))
    assert detector.preset.name == "mine"
    assert len(detector(scene)) == 2


@pytest.mark.parametrize("content", [b"", b"hello", b"<?xml version='1.0'?><opencv_storage><a>1</a></opencv_storage>"])
def test_an_invalid_cascade_is_reported(tmp_path, content):
    path = tmp_path / "mine.xml"
    path.write_bytes(content)
    with pytest.raises(ModelError, match="is not a cascade"):
        haar.load(str(path))


def test_a_missing_cascade_is_reported(tmp_path):
    with pytest.raises(ModelError, match="cannot be read"):
        haar.load(str(tmp_path / "none.xml"))


def test_an_altered_cascade_is_refused():
    preset = Preset.load("live")
    altered = Cascade(preset.cascades[0].file, "0" * 64)
    with pytest.raises(ModelError, match="not the one"):
        haar.HaarDetector(Preset("x", (altered,), 0.1))(np.zeros((50, 50, 3), np.uint8))
