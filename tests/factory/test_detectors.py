"""No marked face of the group photos is lost, and nothing is found in photos without faces."""

from xml.etree import ElementTree

import pytest

from support.places import DATA
from visavis.factory.detectors import STILLS, create_detector
from visavis.factory.networks import NetworkLoader
from visavis.imaging import codec
from visavis.imaging.geometry import Box
from visavis.storage.paths import DataFolders

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not (DATA / "photos" / "groundtruth").is_dir(), reason="no measured data"),
]


def marked_pictures():
    """Pictures with their marked boxes, from the files of dlib's imglab."""
    for file in sorted((DATA / "photos" / "groundtruth").glob("*.xml")):
        for image in ElementTree.parse(file).iter("image"):
            boxes = [
                Box(*(int(box.attrib[side]) for side in ("left", "top", "width", "height")))
                for box in image.iter("box")
            ]
            yield codec.read(file.parent / image.attrib["file"]), boxes


@pytest.mark.parametrize("preset", ["live", STILLS, "yunet"])
def test_every_marked_face_is_found(preset):
    detect = create_detector(NetworkLoader(DataFolders.of_user()), preset)
    marked = 0
    for image, boxes in marked_pictures():
        faces = detect(image)
        marked += len(boxes)
        assert [box for box in boxes if not any(face.box.iou(box) >= 0.4 for face in faces)] == []
    assert marked == 43


def test_nothing_is_found_in_photos_without_faces():
    detect = create_detector(NetworkLoader(DataFolders.of_user()), STILLS)
    for path in sorted((DATA / "negatives").glob("*.jpg"))[::5]:
        assert detect(codec.read(path)) == [], path
