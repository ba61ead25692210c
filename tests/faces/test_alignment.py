"""Faces are aligned for the networks; what is outside of a picture is black."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.places import DATA
from visavis.detection import haar
from visavis.faces import alignment
from visavis.imaging import codec
from visavis.imaging.geometry import Box
from visavis.networks import published
from visavis.networks.published import EMBEDDING, LANDMARKS
from visavis.sources.demo import Stage

PEOPLE = DATA / "lfw" / "people"

ANY_PICTURE = np.random.default_rng(1).integers(0, 256, (60, 80, 3), np.uint8)


def moved(points, matrix):
    return points @ matrix[:, :2].T + matrix[:, 2]


def to_picture(degrees, size, x, y):
    """From chip to picture: a face turned by `degrees`, `size` times as large as in the chip, at (x, y)."""
    a = size * np.exp(1j * np.radians(degrees))
    return np.array([[a.real, -a.imag, x], [a.imag, a.real, y]])


def picture_of(points, radius, side=700):
    """Soft white dots on black, BGR."""
    rows, columns = np.mgrid[:side, :side]
    dots = [np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / (2 * radius**2)) for x, y in points]
    return np.repeat((255 * np.max(dots, axis=0)).astype(np.uint8)[..., None], 3, axis=2)


class TestSimilarity:
    @given(
        degrees=st.floats(-180, 180),
        size=st.floats(0.05, 20),
        x=st.floats(-2000, 2000),
        y=st.floats(-2000, 2000),
    )
    def test_inverts_any_rotation_scale_and_translation(self, degrees, size, x, y):
        points = moved(alignment.REFERENCE, to_picture(degrees, size, x, y))
        assert np.allclose(moved(points, alignment.similarity(points)), alignment.REFERENCE, atol=1e-6)

    @given(seed=st.integers(0, 1000))
    def test_no_other_similarity_is_closer(self, seed):
        random = np.random.default_rng(seed)
        points = alignment.REFERENCE + random.normal(0, 10, (5, 2))
        found = alignment.similarity(points)

        def error(matrix):
            return np.sum((moved(points, matrix) - alignment.REFERENCE) ** 2)

        for step in 1e-3 * random.normal(size=(20, 4)):
            a, b, x, y = step
            assert error(found) <= error(found + np.array([[a, -b, x], [b, a, y]])) + 1e-9

    def test_never_reflects(self):
        mirrored = alignment.REFERENCE * (-1, 1)
        assert np.linalg.det(alignment.similarity(mirrored)[:, :2]) > 0

    def test_coinciding_points_are_an_error(self):
        with pytest.raises(ValueError, match="one place"):
            alignment.similarity(np.full((5, 2), 7, np.float32))


class TestAlignedChips:
    @pytest.mark.parametrize("degrees", [-40, 0, 15])
    @pytest.mark.parametrize("size", [0.7, 1.0, 1.6, 4.3])
    def test_landmarks_are_where_the_network_expects_them(self, degrees, size):
        points = moved(alignment.REFERENCE - 75, to_picture(degrees, size, 350, 340)).astype(np.float32)
        [chip] = alignment.aligned_chips(picture_of(points, 4 * size), points[np.newaxis])
        assert chip.shape == (112, 112, 3)
        for x, y in alignment.REFERENCE:
            corner = (round(float(x)) - 8, round(float(y)) - 8)
            around = chip[corner[1] : corner[1] + 17, corner[0] : corner[0] + 17, 0].astype(float)
            rows, columns = np.mgrid[:17, :17]
            middle = np.array([np.sum(columns * around), np.sum(rows * around)]) / around.sum() + corner
            assert np.allclose(middle, (x, y), atol=0.3)

    def test_a_large_face_does_not_alias(self):
        checks = np.indices((1500, 1500)).sum(axis=0) % 2 * 255
        picture = np.repeat(checks.astype(np.uint8)[..., None], 3, axis=2)
        points = (alignment.REFERENCE * 9 + 75).astype(np.float32)
        [chip] = alignment.aligned_chips(picture, points[np.newaxis])
        assert np.ptp(chip.astype(int)) <= 8  # gray; four pixels alone would give 0 and 255

    def test_outside_the_picture_is_black(self):
        points = alignment.REFERENCE[np.newaxis] - (75, 0)
        [chip] = alignment.aligned_chips(np.full((300, 300, 3), 200, np.uint8), points.astype(np.float32))
        assert not chip[:, :74].any()
        assert (chip[:, 76:] == 200).all()

    def test_no_faces_give_no_chips(self):
        assert alignment.aligned_chips(ANY_PICTURE, np.zeros((0, 5, 2), np.float32)).shape == (0, 112, 112, 3)

    @given(points=st.lists(st.floats(-1e4, 1e4, width=32), min_size=10, max_size=10, unique=True))
    def test_any_landmarks_give_a_chip(self, points):
        faces = np.reshape(np.array(points, np.float32), (1, 5, 2))
        assert alignment.aligned_chips(ANY_PICTURE, faces).shape == (1, 112, 112, 3)


class TestCrops:
    boxes = st.builds(Box, st.integers(-200, 200), st.integers(-200, 200), st.integers(1, 300), st.integers(1, 300))

    @given(boxes=st.lists(boxes, max_size=3))
    def test_any_box_gives_a_crop_and_a_chip(self, boxes):
        crops = alignment.crops(ANY_PICTURE, alignment.squares(boxes))
        chips = alignment.fallback_chips(ANY_PICTURE, boxes)
        assert (crops.shape, crops.dtype) == ((len(boxes), 48, 48, 3), np.uint8)
        assert (chips.shape, chips.dtype) == ((len(boxes), 112, 112, 3), np.uint8)

    def test_without_scaling_pixels_are_unchanged(self):
        [crop] = alignment.crops(ANY_PICTURE, [Box(20, 5, 48, 48)])
        assert np.array_equal(crop, ANY_PICTURE[5:53, 20:68])

    def test_shrinking_averages(self):
        picture = np.random.default_rng(2).integers(0, 256, (96, 96, 3), np.uint8)
        [crop] = alignment.crops(picture, [Box(0, 0, 96, 96)])
        assert np.array_equal(crop, cv2.resize(picture, (48, 48), interpolation=cv2.INTER_AREA))

    def test_outside_the_picture_is_black(self):
        [crop] = alignment.crops(np.full((48, 48, 3), 200, np.uint8), [Box(-24, 0, 48, 48)])
        assert not crop[:, :24].any()
        assert (crop[:, 24:] == 200).all()

    def test_the_square_of_a_haar_box(self):
        assert alignment.squares([Box(10, 20, 100, 100)]) == [Box(10, 23, 100, 100)]

    def test_landmarks_are_shares_of_the_crop(self):
        outputs = np.zeros((2, 15), np.float32)
        outputs[1] = [0, 0, 1, 0, 0.5, 0.5, 0, 1, 1, 1, 0, 0, 0, 0, 0.75]
        points, probabilities = alignment.landmarks(outputs, [Box(7, 8, 50, 50), Box(10, 20, 100, 100)])
        assert np.array_equal(points[0], [(7, 8)] * 5)
        assert np.array_equal(points[1], [(10, 20), (110, 20), (60, 70), (10, 120), (110, 120)])
        assert probabilities.tolist() == [0, 0.75]


def test_the_input_of_networks_is_rgb():
    chips = np.zeros((1, 2, 2, 3), np.uint8)
    chips[..., 0] = 255  # blue
    prepared = alignment.to_rgb(chips)
    assert prepared.dtype == np.float32
    assert prepared[0, 0, 0].tolist() == [0, 0, 255]


class TestWithTheNetworks:
    """The pipeline from Haar's box to an embedding."""

    @pytest.fixture
    def find_landmarks(self, published_networks):
        """Picture to the landmarks of the face that is most surely one, shape (1, 5, 2)."""
        detect = haar.load("live")
        onet = published.load(published_networks, LANDMARKS, "cpu")

        def find(image):
            places = alignment.squares([face.box for face in detect(image)])
            outputs = onet(alignment.to_rgb(alignment.crops(image, places)))
            points, probabilities = alignment.landmarks(outputs, places)
            return points[np.argsort(-probabilities)[:1]]

        return find

    @pytest.fixture
    def embed(self, published_networks):
        """Chips, BGR, to vectors."""
        sface = published.load(published_networks, EMBEDDING, "cpu")
        return lambda chips: sface(alignment.to_rgb(chips))

    def test_pictures_of_one_person_are_similar(self, find_landmarks, embed):
        early, late = (Stage().picture(index) for index in (0, 30))
        vectors = []
        for half in (np.s_[:, :320], np.s_[:, 320:]):
            for image in (early[half], cv2.resize(late[half], None, fx=2.5, fy=2.5, interpolation=cv2.INTER_CUBIC)):
                [vector] = embed(alignment.aligned_chips(image, find_landmarks(image)))
                vectors.append(vector / np.linalg.norm(vector))
        cosines = np.array(vectors) @ np.transpose(vectors)
        assert min(cosines[0, 1], cosines[2, 3]) > 0.8
        assert cosines[:2, 2:].max() < 0.3

    @pytest.mark.real
    @pytest.mark.skipif(not PEOPLE.is_dir(), reason="needs the pictures beside the checkout")
    def test_chips_without_landmarks_are_nearly_as_good(self, find_landmarks, embed):
        detect, cosines = haar.load("plain"), []
        for path in sorted(PEOPLE.glob("*/*"))[::20]:
            image = codec.read(path)
            points, found = find_landmarks(image), detect(image)
            if len(points) == len(found) == 1:
                [with_landmarks] = alignment.aligned_chips(image, points)
                [without] = alignment.fallback_chips(image, [found[0].box])
                one, other = embed(np.stack([with_landmarks, without]))
                cosines.append(one @ other / np.linalg.norm(one) / np.linalg.norm(other))
        assert len(cosines) > 15
        assert np.median(cosines) > 0.8


def test_the_box_of_a_face_depends_on_its_landmarks():
    """An upright face whose landmarks are where the cascade's box has them, in a box of 144 pixels at (30, 40)."""
    points = (alignment._BOX_LANDMARKS + 0.5) * 144 + (30, 40)
    assert alignment.box_around(points) == Box(30, 40, 144, 144)
    assert alignment.box_around(points + np.float32(50)) == Box(80, 90, 144, 144)
    assert alignment.box_around(points * 2) == Box(60, 80, 288, 288)
