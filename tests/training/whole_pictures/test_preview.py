"""The preview shows training pictures as the network sees them."""

import base64
import re

import cv2
import numpy as np
import pytest

from support.training.whole_pictures import write_shapes
from visavis.errors import TrainingError
from visavis_training import run
from visavis_training.options import PictureOptions
from visavis_training.whole_pictures.picture_set import collect_pictures
from visavis_training.whole_pictures.plan import PicturePlan
from visavis_training.whole_pictures.preview import build_preview


def plan(tmp_path, **given):
    folder = write_shapes(tmp_path / "pictures", kinds=("circle", "cross"), count=6)
    options = PictureOptions(whole=str(folder), **given)
    return PicturePlan.from_pictures(collect_pictures(folder, "pad", 64, tmp_path / "cache"), options)


def images(page):
    found = re.findall(r"base64,([^']*)", page)
    return [cv2.imdecode(np.frombuffer(base64.b64decode(each), np.uint8), cv2.IMREAD_COLOR) for each in found]


def test_each_class_has_pictures_with_augmented_versions_that_differ(tmp_path):
    page = build_preview(plan(tmp_path))
    assert page.count("<h2>") == 2
    shown = images(page)
    assert len(shown) == 2 * 3 * 6
    first, *augmented = shown[:6]
    assert all(np.abs(first.astype(int) - other).mean() > 1 for other in augmented)


def test_without_augmentation_there_is_the_picture_alone(tmp_path):
    shown = images(build_preview(plan(tmp_path, no_augment=True)))
    assert len(shown) == 2 * 3


def test_a_preview_trains_nothing(tmp_path, folders):
    folder = write_shapes(tmp_path / "pictures", kinds=("circle", "cross"), count=6)
    given = {"whole": str(folder), "device": "cpu", "preview": tmp_path / "seen.html"}
    events = []
    assert run.train(folders, given, events.append) is None
    assert "circle" in (tmp_path / "seen.html").read_text()
    assert events[-1]["event"] == "preview"
    assert not list(folders.models.glob("*/card.json"))
    with pytest.raises(TrainingError, match="--preview is for training on whole pictures"):
        run.train(folders, {"preview": tmp_path / "seen.html"}, events.append)
