"""Somebody who turns their head in front of the camera, and a program that captures them."""

import cv2
import numpy as np
import pytest

from support.screens.turning import detect_turning
from support.ui_fakes import FakeSource
from visavis.pipeline import Pipeline


@pytest.fixture(scope="session")
def turns(photos):
    """The pictures of someone who turns their head, 94 MB in all: made once, and shared by the tests."""
    height, width = photos[0].shape[:2]
    turns = [cv2.getRotationMatrix2D((230, 110), 40 * np.sin(n / 7) + n / 3, 1.0) for n in range(120)]
    return [cv2.warpAffine(photos[0], turn, (width, height)) for turn in turns]


@pytest.fixture
def turning(turns):
    """Someone who turns their head in front of the camera, where the detector below finds them."""
    return FakeSource(turns)


@pytest.fixture
def capturing(make, until, turning):
    """A program in whose picture someone turns their head, while "Grace" is captured."""
    program = make(
        turning, pipeline=Pipeline(detect_turning), load_pipeline=lambda wanted, told: Pipeline(detect_turning)
    )
    until(lambda: program.window.video.frame is not None)
    program.window.actions_.new.trigger()
    program.window.capture.name.setText("Grace")
    program.window.capture.act()
    return program
