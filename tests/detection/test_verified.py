"""O-Net rejects false alarms; the most probable of overlapping faces is kept; later rounds run only if needed."""

import numpy as np
import pytest

from visavis.detection.detector import FullSearch, LocalSearch
from visavis.detection.verified import VerifiedDetector
from visavis.faces import alignment
from visavis.imaging.geometry import Box, Face

#: Landmarks of an upright face in O-Net's crop of a cascade's box, shares of the crop.
UPRIGHT = alignment._BOX_LANDMARKS + 0.5 - (0, alignment.CROP_DROP)
PICTURE = np.zeros((200, 300, 3), np.uint8)
ONE, NEAR, FAR = Box(10, 10, 80, 80), Box(14, 12, 90, 90), Box(200, 50, 60, 60)


class Probabilities:
    """An O-Net that gives boxes these probabilities, in turn."""

    device = "CPU"

    def __init__(self, *values):
        self.values = list(values)

    def __call__(self, crops):
        self.seen = crops
        outputs = np.full((len(crops), 15), 0.5, np.float32)
        outputs[:, :10] = UPRIGHT.ravel()
        outputs[:, 14] = [self.values.pop(0) for _ in crops]
        return outputs


class finds:  # noqa: N801 - reads as what it does
    """A search that finds these boxes, with this probability."""

    def __init__(self, *boxes, probability=None):
        self.boxes, self.probability, self.searches = boxes, probability, 0

    def search(self, image, search):
        self.searches += 1
        return [Face(box, None, self.probability) for box in self.boxes]

    def search_locally(self, image, search):
        return [face for face in self.search(image, search) if search.min_width <= face.box.width <= search.max_width]


def test_improbable_candidates_are_rejected():
    [face] = VerifiedDetector([[finds(ONE, FAR)]], Probabilities(0.2, 0.97))(PICTURE)
    assert face.box.iou(FAR) > 0.9
    assert face.probability == pytest.approx(0.97)
    assert face.landmarks.shape == (5, 2)


def test_the_most_probable_of_overlapping_faces_is_kept():
    faces = VerifiedDetector([[finds(FAR, NEAR, ONE)]], Probabilities(0.97, 0.96, 0.99))(PICTURE)
    assert [face.box.iou(box) > 0.9 for face, box in zip(faces, [ONE, FAR], strict=True)] == [True, True]


def test_a_later_round_runs_only_without_faces_before():
    assert len(VerifiedDetector([[finds(ONE)], [finds(FAR)]], Probabilities(0.99))(PICTURE)) == 1
    [face] = VerifiedDetector([[finds(ONE)], [finds(FAR)]], Probabilities(0.1, 0.99))(PICTURE)
    assert face.box.iou(FAR) > 0.9
    assert VerifiedDetector([[finds()], [finds()]], Probabilities())(PICTURE) == []


def test_an_area_is_searched_by_the_first_round_only():
    detector = VerifiedDetector([[finds(ONE)], [finds(FAR)]], Probabilities(0.1))
    assert detector.search(PICTURE, FullSearch(32, Box(0, 0, 300, 200))) == []


def test_a_candidate_of_which_the_search_was_sure_may_be_less_probable():
    assert VerifiedDetector([[finds(ONE)]], Probabilities(0.6))(PICTURE) == []
    assert VerifiedDetector([[finds(ONE, probability=0.4)]], Probabilities(0.6))(PICTURE) == []
    assert VerifiedDetector([[finds(ONE, probability=0.9)]], Probabilities(0.3))(PICTURE) == []
    [face] = VerifiedDetector([[finds(ONE, probability=0.9)]], Probabilities(0.6))(PICTURE)
    assert face.box.iou(ONE) > 0.9


def test_an_area_is_searched_by_the_quick_search_alone():
    slow, quick = finds(ONE), finds(FAR)
    detector = VerifiedDetector([[slow, quick]], Probabilities(0.97), quick=quick)
    [face] = detector.search(PICTURE, FullSearch(32, Box(0, 0, 300, 200)))
    assert face.box.iou(FAR) > 0.9
    assert slow.searches == 0


def test_the_quick_search_looks_for_a_lost_face_first():
    slow, quick, everywhere = finds(ONE), finds(FAR), LocalSearch(Box(0, 0, 300, 200), 50, 90)
    [face] = VerifiedDetector([[slow, quick]], Probabilities(0.97), quick=quick).search_locally(PICTURE, everywhere)
    assert (face.box.iou(FAR) > 0.9, slow.searches) == (True, 0)
    [face] = VerifiedDetector([[slow, quick]], Probabilities(0.2, 0.97), quick=quick).search_locally(
        PICTURE, everywhere
    )
    assert (face.box.iou(ONE) > 0.9, quick.searches) == (True, 2)


def test_a_face_is_upright_if_its_crop_is_more_probable_than_turned():
    for probabilities, upright in (((0.98, 0.2, 0.97, 0.3), True), ((0.98, 0.2, 0.99, 0.3), False)):
        detector = VerifiedDetector([], Probabilities(*probabilities))
        assert detector.is_upright(PICTURE, Face(ONE, probability=0.98)) is upright


def test_a_face_that_only_the_search_was_sure_of_may_not_be_upright():
    assert not VerifiedDetector([], Probabilities()).is_upright(PICTURE, Face(ONE, probability=0.9))


def test_a_local_search_is_verified_too():
    detector = VerifiedDetector([[finds(ONE, NEAR, FAR)]], Probabilities(0.2, 0.97))
    [face] = detector.search_locally(PICTURE, LocalSearch(Box(0, 0, 300, 200), 50, 85))
    assert face.box.iou(FAR) > 0.9
    assert face.landmarks.shape == (5, 2)


def test_only_crops_of_low_contrast_are_stretched():
    dark = np.zeros((200, 300, 3), np.uint8)
    dark[:, :, :] = np.linspace(4, 30, 300).astype(np.uint8)[:, None]
    light = np.zeros((200, 300, 3), np.uint8)
    light[:, :, :] = np.linspace(0, 255, 300).astype(np.uint8)[:, None]
    for image, expected in ((dark, (0, 255)), (light, (light[0, 60].max(), light[0, 240].max()))):
        network = Probabilities(0.99)
        VerifiedDetector([[finds(Box(60, 5, 180, 180))]], network)(image)
        assert (network.seen.min(), network.seen.max()) == pytest.approx(expected, abs=6)


#: Where O-Net sees the landmarks of a face that fills its crop as it should, as shares of the crop.
USUAL = np.array([(0.33, 0.37), (0.67, 0.37), (0.5, 0.58), (0.36, 0.75), (0.64, 0.75)])


def redetected(*probabilities, landmarks=USUAL):
    """What becomes of faces that were in ONE, with these probabilities and landmarks now."""

    class Network(Probabilities):
        def __call__(self, crops):
            outputs = super().__call__(crops)
            outputs[:, :10] = np.ravel(landmarks)
            return outputs

    return VerifiedDetector([], Network(*probabilities)).redetect(PICTURE, [ONE] * len(probabilities))


def test_a_face_is_redetected_by_its_landmarks():
    [still] = redetected(0.9)  # likely enough, for one that was there before
    assert still.box.iou(ONE) > 0.8
    [moved] = redetected(
        0.99, landmarks=np.array([(0.33, 0.37), (0.67, 0.37), (0.5, 0.58), (0.36, 0.75), (0.64, 0.75)]) + 0.2
    )
    assert moved.box.left - still.box.left == pytest.approx(16, abs=1)
    assert moved.box.width == still.box.width


def test_a_face_that_vanishes_or_jumps_is_not_redetected():
    assert redetected(0.5, 0.99)[0] is None
    small = [(0.48, 0.5), (0.52, 0.5), (0.5, 0.52), (0.48, 0.54), (0.52, 0.54)]
    assert redetected(0.99, landmarks=small) == [None]
