"""Finds somebody who turns their head where the journeys show them."""

from support.fakes import FakeDetector
from visavis.imaging.geometry import Box, Face


@FakeDetector
def detect_turning(image):
    return [Face(Box(170, 50, 110, 110))]
