"""Altered copies of a shot are found, and different pictures are not."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.imaging import codec
from visavis.imaging.geometry import Box
from visavis_training.data.duplicates import FaceThumbnail, find_duplicates, merge_groups


def recompressed(image):
    return codec.decode(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, 40])[1], "a copy")


@pytest.fixture(scope="module")
def faces(photos):
    """Two faces, each the whole of a picture."""
    return [cv2.resize(photo, (200, 200), interpolation=cv2.INTER_AREA) for photo in photos]


def thumbnail_of(image):
    return FaceThumbnail.from_image(image, Box(0, 0, image.shape[1], image.shape[0]))


@pytest.mark.parametrize(
    "changed",
    [
        recompressed,
        lambda image: cv2.resize(image, (120, 120), interpolation=cv2.INTER_AREA),
        lambda image: (image * 0.6).astype(np.uint8),
        lambda image: cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR),
        lambda image: image[4:-4, 4:-4],
    ],
)
def test_copies_are_found(faces, changed):
    assert find_duplicates([thumbnail_of(faces[0]), thumbnail_of(faces[1]), thumbnail_of(changed(faces[0]))]) == [
        (0, 2)
    ]


def test_uniform_pictures_are_no_duplicates():
    assert find_duplicates([thumbnail_of(np.full((50, 50, 3), gray, np.uint8)) for gray in (10, 10, 200)]) == []


def test_no_pictures_have_no_duplicates():
    assert find_duplicates([]) == []


def test_pairs_are_found_across_blocks(faces, monkeypatch):
    monkeypatch.setattr("visavis_training.data.duplicates._BLOCK", 2)
    thumbnails = [thumbnail_of(face) for face in (faces[0], faces[1], faces[1], faces[0], faces[0])]
    assert sorted(find_duplicates(thumbnails)) == [(0, 3), (0, 4), (1, 2), (3, 4)]


@given(st.integers(1, 30).flatmap(lambda n: st.tuples(st.just(n), st.lists(st.tuples(*[st.integers(0, n - 1)] * 2)))))
def test_linked_items_share_a_group(drawn):
    count, links = drawn
    groups = merge_groups(range(count), links)
    assert all(groups[one] == groups[other] for one, other in links)
    assert len(set(groups)) >= count - len(links)
    if not links:
        assert len(set(groups)) == count
