"""P-Net and R-Net propose candidates of all sizes, one box for each, in pixels of the picture."""

from itertools import pairwise

import cv2
import numpy as np
import pytest

from visavis.detection.detector import FullSearch, LocalSearch
from visavis.detection.mtcnn import NetworkSearch
from visavis.detection.presets import NeuralSearch
from visavis.factory.detectors import create_detector
from visavis.factory.networks import NetworkLoader
from visavis.imaging.geometry import Box
from visavis.storage.paths import DataFolders

ANY = NeuralSearch(least_share=0.1)


class Bright:
    """A P-Net for which each bright crop is a face that fills it."""

    device = "CPU"

    def __init__(self):
        self.seen = []

    def __call__(self, pictures):
        self.seen.append(pictures.shape[1:3])
        least = cv2.erode(pictures[0, ..., 0], np.ones((12, 12)), anchor=(0, 0))[:-11:2, :-11:2]
        answer = np.zeros((1, *least.shape, 5), np.float32)
        answer[0, ..., 4] = least / 255
        return answer


class Sure:
    """An R-Net for which each crop is a face with this probability, slightly to the right."""

    device = "CPU"

    def __init__(self, probability=0.9):
        self.probability = probability

    def __call__(self, crops):
        return np.tile(np.array([0.1, 0, 0.1, 0, self.probability], np.float32), (len(crops), 1))


def picture(spot, width=400, height=300):
    image = np.zeros((height, width, 3), np.uint8)
    image[spot.top : spot.bottom, spot.left : spot.right] = 255
    return image


@pytest.mark.parametrize("side", [34, 70, 150])
def test_boxes_are_in_pixels_of_the_picture_for_all_sizes(side):
    spot = Box(120, 80, side, side)
    found = [face.box for face in NetworkSearch(Bright(), Sure(), ANY).search(picture(spot), FullSearch())]
    assert found
    for box in found:
        assert box.shift(-round(0.1 * box.width), round(0.03 * box.width)).containment(spot) > 0.9


def test_candidates_that_rnet_rejects_are_left_out():
    search = NetworkSearch(Bright(), Sure(0.5), ANY)
    assert search.search(picture(Box(120, 80, 90, 90)), FullSearch()) == []


@pytest.mark.parametrize("size", [(1, 1), (11, 500), (500, 11), (12, 12), (300, 400)])
def test_a_black_picture_of_any_size_has_no_candidates(size):
    search = NetworkSearch(Bright(), Sure(), ANY)
    assert search.search(np.zeros((*size, 3), np.uint8), FullSearch()) == []


def test_sizes_are_those_of_the_preset_or_the_local_search():
    first = Bright()
    search = NetworkSearch(first, Sure(), ANY)
    search.search(np.zeros((300, 400, 3), np.uint8), FullSearch())
    assert first.seen[0] == (120, 160)  # faces of 30 pixels are 12 there
    for (larger, _), (smaller, _) in pairwise(first.seen):
        assert smaller == pytest.approx(0.709 * larger, abs=1)
    small = Bright()
    search = NetworkSearch(small, Sure(), NeuralSearch(least_share=0.1, least=60))
    search.search(np.zeros((300, 400, 3), np.uint8), FullSearch())
    assert small.seen[0] == (60, 80)
    known = Bright()
    local = LocalSearch(Box(0, 0, 300, 300), 80, 120)
    NetworkSearch(known, Sure(), ANY).search_locally(np.zeros((900, 900, 3), np.uint8), local)
    assert known.seen == [(45, 45), (32, 32), (23, 23)][: len(known.seen)]


def test_an_area_may_extend_beyond_the_picture():
    spot = Box(0, 100, 80, 80)
    local = LocalSearch(Box(-60, 60, 200, 200), 60, 90)
    found = NetworkSearch(Bright(), Sure(), ANY).search_locally(picture(spot), local)
    assert any(face.box.containment(spot) > 0.7 for face in found)


def test_real_faces_are_found_by_full_and_local_searches(photos, published_networks, tmp_path):
    detector = create_detector(NetworkLoader(DataFolders(tmp_path, published_networks.parent)), "mtcnn")
    scene = np.hstack([cv2.resize(photo[:400, :400], (360, 360)) for photo in photos])
    faces = detector(scene)
    assert sorted(int(face.box.center[0]) // 360 for face in faces) == [0, 1]
    for box in (face.box for face in faces):
        [again] = detector.search_locally(
            scene, LocalSearch(box.expand(box.width // 3), 0.8 * box.width, 1.25 * box.width)
        )
        assert again.box.iou(box) > 0.8
