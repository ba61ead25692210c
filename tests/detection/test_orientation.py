"""A still without an upright face is searched turned, and its faces are in pixels of the still."""

import numpy as np
import pytest

from support.fakes import FakeDetector
from support.places import DATA
from visavis.detection.detector import FullSearch
from visavis.detection.orientation import OrientingDetector
from visavis.faces.alignment import aligned_chips
from visavis.factory.detectors import STILLS, create_detector
from visavis.factory.networks import NetworkLoader
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.storage.paths import DataFolders

#: The bright spot in a still of 40x30, above its middle: a face, which is upright as long as the spot is here.
SPOT = Box(10, 4, 8, 6)
LANDMARKS = np.array([(11, 5), (16, 5), (14, 7), (12, 9), (15, 9)], np.float32)


@pytest.fixture
def still():
    image = np.zeros((30, 40, 3), np.uint8)
    image[SPOT.top : SPOT.bottom, SPOT.left : SPOT.right] = 255
    return image


class ProbabilityOfSpot:
    """A network for which the spot is a face with these probabilities: if it is upright, and if it is not."""

    def __init__(self, upright=0.9, turned=0.3):
        self.upright, self.turned = upright, turned

    def search(self, image, search):
        return [Face(SPOT, LANDMARKS, self.upright if is_upright(image) else self.turned)]


def is_upright(image):
    return image.shape[:2] == (30, 40) and image[SPOT.top, SPOT.left].any()


def find_spot(image):
    return [Face(SPOT, LANDMARKS, 0.97)] if is_upright(image) else []


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_boxes_and_landmarks_are_in_pixels_of_the_still(still, turns):
    detect = OrientingDetector(FakeDetector(find_spot), lambda image, face: True, ProbabilityOfSpot())
    turned = np.ascontiguousarray(np.rot90(still, turns))

    [face] = detect(turned)

    box = face.box
    inside = turned[box.top : box.bottom, box.left : box.right]
    assert inside.all()
    assert inside.sum() == turned.sum()
    for (x, y), (turned_x, turned_y) in zip(LANDMARKS.astype(int), face.landmarks.astype(int), strict=True):
        marked = np.zeros_like(still)
        marked[y, x] = 1
        assert np.rot90(marked, turns)[turned_y, turned_x].all()
    assert face.probability == pytest.approx(0.97)


def test_a_still_with_an_upright_face_is_searched_once(still):
    detector = FakeDetector(find_spot)

    assert len(OrientingDetector(detector, lambda image, face: True, ProbabilityOfSpot())(still)) == 1
    assert detector.searches == 1


def test_a_still_without_faces_has_none(still):
    detector = FakeDetector(lambda image: [])

    assert OrientingDetector(detector, lambda image, face: True, ProbabilityOfSpot(0.7, 0.7))(still) == []
    assert detector.searches == 1  # the network saw no side on which a face is probable enough


def test_a_face_that_seems_turned_gives_way_to_a_more_probable_one(still):
    turned = np.ascontiguousarray(np.rot90(still, 2))
    seeming = Face(Box(1, 2, 9, 9), LANDMARKS, 0.96)
    detector = FakeDetector(lambda image: find_spot(image) or [seeming])

    def find(upright, otherwise):
        network = ProbabilityOfSpot(upright, otherwise)
        return OrientingDetector(detector, lambda image, face: face is not seeming, network)(turned)

    [face] = find(0.9, 0.85)
    assert face is not seeming
    assert find(0.85, 0.9) == [seeming]  # a tilted face is most probable as it is


def test_frames_of_a_video_are_not_turned(still):
    detect = OrientingDetector(FakeDetector(find_spot), lambda image, face: True, ProbabilityOfSpot())

    assert detect.search(np.ascontiguousarray(np.rot90(still, 1)), FullSearch()) == []


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_the_chip_of_a_turned_photo_is_that_of_the_upright_one(photos, published_networks, tmp_path, turns):
    detect = create_detector(NetworkLoader(DataFolders(tmp_path, published_networks.parent)), STILLS)
    for photo in photos:
        [face] = detect(photo)
        turned = np.ascontiguousarray(np.rot90(photo, turns))

        [again] = detect(turned)

        chips = [
            aligned_chips(image, found.landmarks[np.newaxis])[0].astype(float)
            for image, found in ((photo, face), (turned, again))
        ]
        assert np.abs(chips[0] - chips[1]).mean() < 4


@pytest.mark.real
@pytest.mark.skipif(not (DATA / "lfw").is_dir(), reason="no measured data")
def test_real_faces_are_found_any_way_up_and_nothing_else():
    detect = create_detector(NetworkLoader(DataFolders.of_user()), STILLS)
    people = sorted((DATA / "lfw" / "people").glob("*/*_0002.jpg"))
    for turns in (1, 2, 3):
        found = [detect(np.ascontiguousarray(np.rot90(codec.read(path), turns))) for path in people]
        assert all(found)
    for path in sorted((DATA / "negatives").glob("*.jpg"))[::3]:
        assert detect(np.ascontiguousarray(np.rot90(codec.read(path)))) == []
