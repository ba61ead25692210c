"""A face that fills its picture is found with a border around the picture, in pixels of the picture."""

import cv2
import numpy as np
import pytest

from support.fakes import FakeDetector, picture
from support.places import DATA
from visavis.detection.border import BorderDetector
from visavis.factory.detectors import STILLS, create_detector
from visavis.factory.networks import NetworkLoader
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face, labeled_face
from visavis.storage.paths import DataFolders


def find_bordered(faces):
    """The faces of a picture of 64x48 in which these are found once it has its border of 32 pixels, and none before."""
    return BorderDetector(FakeDetector(lambda image: faces if len(image) > 48 else []))(picture(width=64, height=48))


def test_only_a_picture_without_a_face_is_searched_again():
    detector = FakeDetector(lambda image: [Face(Box(1, 2, 3, 4))])

    assert [face.box for face in BorderDetector(detector)(picture())] == [Box(1, 2, 3, 4)]
    assert detector.searches == 1


def test_faces_in_the_border_do_not_count():
    detector = FakeDetector(
        lambda image: [Face(Box(0, 0, 20, 20)), Face(Box(40, 40, 10, 10))] if len(image) > 48 else []
    )

    [face] = BorderDetector(detector)(picture(width=64, height=48))

    assert face.box == Box(8, 8, 10, 10)


def test_boxes_and_landmarks_are_in_pixels_of_the_picture():
    [face] = find_bordered([Face(Box(22, 30, 90, 60), np.full((5, 2), 40, np.float32))])

    assert face.box == Box(-10, -2, 90, 60)
    assert (face.landmarks == 8.0).all()


@pytest.mark.real
@pytest.mark.skipif(not (DATA / "lfw").is_dir(), reason="no measured data")
def test_tight_gray_crops_are_found():
    detect = create_detector(NetworkLoader(DataFolders.of_user()), STILLS)
    found, right, crops = 0, 0, 0
    for path in sorted((DATA / "lfw" / "people").glob("*/*_0001.jpg")):
        image = codec.read(path)
        face = labeled_face(detect(image), image.shape[1], image.shape[0])
        assert face is not None, path
        x, y = face.box.center
        width, height = face.box.width, face.box.width * 112 / 92
        crop = cv2.getRectSubPix(image, (width, round(height)), (x, y))
        gray = cv2.cvtColor(cv2.resize(cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY), (92, 112)), cv2.COLOR_GRAY2BGR)
        crops += 1
        faces = detect(np.asarray(gray, np.uint8))
        found += bool(faces)
        right += any(face.box.containment(Box(16, 20, 60, 72)) > 0.9 for face in faces)
    assert found >= 0.98 * crops
    assert right == found
