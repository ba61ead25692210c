"""YuNet finds the faces of all sizes, in pixels of the picture, each with landmarks and a probability."""

import cv2
import numpy as np
import pytest

from support.fakes import picture
from visavis.detection.detector import FullSearch, LocalSearch
from visavis.detection.presets import NeuralSearch
from visavis.detection.yunet import YunetSearch
from visavis.errors import ModelError
from visavis.factory.detectors import create_detector
from visavis.factory.networks import NetworkLoader
from visavis.imaging.geometry import Box
from visavis.networks import published
from visavis.networks.published import NetworkCard
from visavis.storage.paths import DataFolders


@pytest.fixture(scope="module")
def content():
    return NetworkCard.load(published.DETECTION).weights.read()


@pytest.fixture
def search(content):
    return YunetSearch(content, NeuralSearch(least_share=0.1))


@pytest.fixture
def scene(photos):
    """Both people side by side, BGR, each in a square of 360 pixels."""
    return np.hstack([cv2.resize(photo[:400, :400], (360, 360)) for photo in photos])


def by_column(faces):
    return sorted(faces, key=lambda face: face.box.left)


@pytest.mark.parametrize("factor", [0.5, 1, 4])
def test_faces_of_all_sizes_are_found_in_pixels_of_the_picture(search, scene, factor):
    usual = by_column(search.search(scene, FullSearch()))
    found = by_column(search.search(cv2.resize(scene, None, fx=factor, fy=factor), FullSearch()))

    assert len(found) == len(usual) == 2
    for face, expected in zip(found, usual, strict=True):
        x, y = expected.box.center
        assert face.box.center == pytest.approx((factor * x, factor * y), abs=0.15 * face.box.width)
        assert face.box.width == pytest.approx(factor * expected.box.width, rel=0.15)
        assert 0.7 < face.probability <= 1


def test_landmarks_are_at_eyes_nose_and_mouth(search, scene):
    for face in search.search(scene, FullSearch()):
        left_eye, right_eye, nose, left_mouth, right_mouth = face.landmarks
        assert left_eye[0] < nose[0] < right_eye[0]
        assert left_mouth[0] < right_mouth[0]
        assert max(left_eye[1], right_eye[1]) < nose[1] < min(left_mouth[1], right_mouth[1])


def test_smaller_faces_than_wanted_are_left_out(content, scene):
    small = cv2.copyMakeBorder(scene, 0, 3000, 0, 3000, cv2.BORDER_CONSTANT)

    assert YunetSearch(content, NeuralSearch(least_share=0.25)).search(small, FullSearch()) == []
    assert len(YunetSearch(content, NeuralSearch(least_share=0.02)).search(small, FullSearch())) == 2


def test_an_area_is_searched_alone(search, scene):
    [face] = search.search(scene, FullSearch(area=Box(360, 0, 360, 360)))

    assert face.box.left > 360


def test_an_area_may_extend_beyond_the_picture(search, scene):
    area = Box(-200, -100, 560, 500)

    [face] = search.search(scene, FullSearch(area=area))

    assert face.box.iou(by_column(search.search(scene, FullSearch()))[0].box) > 0.7
    assert search.search(scene, FullSearch(area=Box(5000, 5000, 90, 90))) == []


def test_a_local_search_finds_faces_of_known_size(search, scene):
    for known in search.search(scene, FullSearch()):
        box = known.box
        [again] = search.search_locally(
            scene, LocalSearch(box.expand(box.width // 3), 0.8 * box.width, 1.25 * box.width)
        )
        assert again.box.iou(box) > 0.7
        assert search.search_locally(scene, LocalSearch(box.expand(box.width), 1, 0.5 * box.width)) == []


@pytest.mark.parametrize("size", [(1, 1), (2, 500), (500, 2), (31, 33), (32, 32), (32, 500), (63, 65)])
@pytest.mark.parametrize("value", [0, 90])
def test_a_plain_picture_of_any_size_has_no_faces(search, size, value):
    image = picture(value, width=size[1], height=size[0])

    for number in range(20):
        np.full(97 * (number + 1), 1e9, np.float32)  # memory that is free again, with something in it
        assert search.search(image, FullSearch()) == []


def test_a_file_that_is_no_network_is_refused():
    with pytest.raises(ModelError, match="cannot read"):
        YunetSearch(b"no network at all", NeuralSearch())


def test_the_preset_finds_faces_again_near_their_boxes(scene, published_networks, tmp_path):
    detector = create_detector(NetworkLoader(DataFolders(tmp_path, published_networks.parent)), "yunet")
    faces = detector(scene)

    assert sorted(int(face.box.center[0]) // 360 for face in faces) == [0, 1]
    for again, face in zip(detector.redetect(scene, [face.box for face in faces]), faces, strict=True):
        assert again.box.iou(face.box) > 0.8
