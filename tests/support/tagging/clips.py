"""Clips made at run time, and a pipeline that knows the faces in them."""

from dataclasses import replace

import cv2
import numpy as np

from visavis.factory.detectors import create_detector
from visavis.factory.networks import NetworkLoader
from visavis.factory.recognizers import create_anonymous_recognizer
from visavis.imaging.geometry import labeled_face
from visavis.pipeline import Pipeline
from visavis.recognition.decision import Decision
from visavis.scoring.calibration import Calibration

#: Width and height of the clips, in pixels.
SIZE = (320, 240)
#: Frames per second.
RATE = 15.0


def write_clip(path, *scenes, rate=RATE, size=SIZE):
    """Write a video. A scene is (picture or None, seconds); the picture sways a little, None is an empty room."""
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"mp4v"), rate, size)
    for image, seconds in scenes:
        for index in range(round(seconds * rate)):
            writer.write(_frame(image, index, size))
    writer.release()
    return path


def _frame(image, index, size):
    width, height = size
    if image is None:
        return np.full((height, width, 3), 40, np.uint8)
    scale = height / image.shape[0]
    shift = (width - scale * image.shape[1]) / 2 + 6 * np.sin(index / 5)
    return cv2.warpAffine(image, np.array([[scale, 0, shift], [0, scale, 0]], np.float32), size, borderValue=(40,) * 3)


def knowing(folders, **portraits):
    """A pipeline with the published networks that knows the people in these pictures by name."""
    loader = NetworkLoader(folders, "cpu")
    detect, anonymous = create_detector(loader, "live"), create_anonymous_recognizer(loader)
    if not portraits:
        return Pipeline(detect, anonymous)
    vectors = []
    for image in portraits.values():
        face = labeled_face(detect(image), image.shape[1], image.shape[0])
        vectors.append(anonymous.embed(anonymous.chips(image, [face]))[0])
    templates = np.stack(vectors)
    recognizer = replace(
        anonymous,
        names=tuple(portraits),
        compare=lambda seen: seen @ templates.T,
        calibration=Calibration(20.0, -8.0),
        decision=Decision(0.5),
    )
    return Pipeline(detect, recognizer, people=len(portraits))
