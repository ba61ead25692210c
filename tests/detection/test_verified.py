"""The network takes back false alarms, keeps the surest of overlapping boxes, and later searches run only in need."""

import numpy as np
import pytest

from visavis.detection.verified import VerifiedDetector
from visavis.faces import alignment
from visavis.imaging.geometry import Box, Face

#: Landmarks of an upright face in O-Net's crop of a cascade's box, shares of the crop.
UPRIGHT = (alignment.REFERENCE - (1.9, -6.07)) / 144.4
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


def finds(*boxes):
    """A search that gives these boxes."""

    def search(image, part):
        return [Face(box) for box in boxes if part.least is None or part.least <= box.width <= part.largest]

    return search


def test_what_the_network_doubts_is_no_face():
    [face] = VerifiedDetector([[finds(ONE, FAR)]], Probabilities(0.2, 0.97))(PICTURE)
    assert face.box.overlap(FAR) > 0.9
    assert face.probability == pytest.approx(0.97)
    assert face.landmarks.shape == (5, 2)


def test_of_overlapping_boxes_the_surest_is_kept_and_the_largest_face_comes_first():
    faces = VerifiedDetector([[finds(FAR, NEAR, ONE)]], Probabilities(0.97, 0.96, 0.99))(PICTURE)
    assert [face.box.overlap(box) > 0.9 for face, box in zip(faces, [ONE, FAR], strict=True)] == [True, True]


def test_a_later_search_runs_only_where_the_first_found_nobody():
    assert len(VerifiedDetector([[finds(ONE)], [finds(FAR)]], Probabilities(0.99))(PICTURE)) == 1
    [face] = VerifiedDetector([[finds(ONE)], [finds(FAR)]], Probabilities(0.1, 0.99))(PICTURE)
    assert face.box.overlap(FAR) > 0.9
    assert VerifiedDetector([[finds()], [finds()]], Probabilities())(PICTURE) == []


def test_what_is_found_in_a_part_is_verified_too():
    detector = VerifiedDetector([[finds(ONE, NEAR, FAR)]], Probabilities(0.2, 0.97))
    [face] = detector.within(PICTURE, Box(0, 0, 300, 200), 50, 85)
    assert face.box.overlap(FAR) > 0.9
    assert face.landmarks.shape == (5, 2)


def test_dark_crops_are_brightened_for_the_network_and_others_left_alone():
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


def followed(*probabilities, landmarks=USUAL):
    """What becomes of faces that were in ONE, with these probabilities and landmarks now."""

    class Network(Probabilities):
        def __call__(self, crops):
            outputs = super().__call__(crops)
            outputs[:, :10] = np.ravel(landmarks)
            return outputs

    return VerifiedDetector([], Network(*probabilities)).follow(PICTURE, [ONE] * len(probabilities))


def test_a_face_is_followed_to_where_its_landmarks_are():
    [still] = followed(0.9)  # likely enough, for one that was there before
    assert still.box.overlap(ONE) > 0.8
    [moved] = followed(
        0.99, landmarks=np.array([(0.33, 0.37), (0.67, 0.37), (0.5, 0.58), (0.36, 0.75), (0.64, 0.75)]) + 0.2
    )
    assert moved.box.left - still.box.left == pytest.approx(16, abs=1)
    assert moved.box.width == still.box.width


def test_what_is_no_face_any_more_or_jumps_is_lost():
    assert followed(0.5, 0.99)[0] is None
    small = [(0.48, 0.5), (0.52, 0.5), (0.5, 0.52), (0.48, 0.54), (0.52, 0.54)]
    assert followed(0.99, landmarks=small) == [None]
