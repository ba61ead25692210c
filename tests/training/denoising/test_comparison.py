"""The table of denoisers: what is found and named, before and after, by the shipped decision."""

import cv2
import numpy as np
import pytest

from support.fakes import FakeDetector
from visavis.faces.observation import FaceObservation
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.imaging.low_light import enhance
from visavis.pipeline import Pipeline
from visavis.recognition.decision import Decision
from visavis.recognition.recognizer import Recognizer
from visavis.scoring.calibration import Calibration
from visavis_training.data.sensor_noise import Exposure
from visavis_training.denoising import comparison
from visavis_training.denoising.comparison import FILTERS, LIVE, DenoiserTime, DenoisingTrial, identity

#: Values in the chip of Ada, and of strangers.
ADA, STRANGER = 200, 80


def spread(image):
    """How much neighbors differ, which is what noise does."""
    return float(np.abs(np.diff(image.astype(float), axis=1)).mean())


@pytest.fixture
def pipeline():
    """Finds a face where there is little noise, and recognizes Ada by her brightness."""
    detect = FakeDetector(lambda image: [Face(Box(8, 8, 16, 16))] if spread(image) < 30 else [])
    recognizer = Recognizer(
        chips=lambda image, faces: np.stack([image[8:24, 8:24, ::-1] for _ in faces]).astype(np.float32),
        embed=lambda chips: chips.reshape(len(chips), -1),
        compare=lambda vectors: 10 * (1 - np.abs(vectors.mean(axis=1, keepdims=True) - ADA) / 40),
        names=["Ada"],
        calibration=Calibration(),
        decision=Decision(0.5),
        measure=lambda image, face: FaceObservation(eye_distance=40, brightness=120, sharpness=1, yaw=0),
    )
    return Pipeline(detect, recognizer)


@pytest.fixture
def pictures(tmp_path):
    """Three pictures of Ada and two of strangers, flat and 32x32."""
    paths = []
    for number, value in enumerate([ADA] * 3 + [STRANGER] * 2):
        paths.append(tmp_path / f"{number}.png")
        codec.write(paths[-1], np.full((32, 32, 3), value, np.uint8))
    return [("Ada", path) for path in paths[:3]], paths[3:]


def compare(pipeline, pictures, denoisers, exposure, tried=None):
    tried = tried or comparison.trials(denoisers)
    figures = comparison.compare(pipeline, *pictures, denoisers, {"light": exposure}, tried)
    return {(trial.denoiser, trial.place): condition for (_, trial), condition in figures.items()}


def test_clean_pictures_are_all_found_and_right_and_strangers_unknown(pipeline, pictures):
    [condition] = compare(pipeline, pictures, {"none": identity}, None).values()
    assert (condition.detected.count, condition.detected.searches) == (3, 3)
    assert (condition.fnir.count, condition.fpir.count, condition.fpir.searches) == (0, 0, 2)


def test_noise_hides_faces_and_a_filter_finds_them_again(pipeline, pictures):
    noise = Exposure(1, white_electrons=None, read_noise=45)
    denoisers = {"none": identity, "mean": lambda image: np.asarray(cv2.blur(image, (7, 7)), np.uint8)}
    figures = compare(pipeline, pictures, denoisers, noise)
    assert figures["none", "frame"].detected.count == 0
    assert figures["none", "frame"].fnir.share == 1  # an undetected face is a miss
    assert figures["mean", "frame"].detected.count == 3
    assert figures["mean", "frame"].fnir.count == 0
    assert figures["mean", "chip"].fnir.share == 1  # the search saw the noise


def test_a_filter_of_the_chip_changes_only_what_is_embedded(pipeline, pictures):
    seen = []

    def darken(image):
        seen.append(image.shape)
        return image // 4

    figures = compare(pipeline, pictures, {"darker": darken}, None, [DenoisingTrial("darker", "chip")])
    assert figures["darker", "chip"].detected.count == 3
    assert figures["darker", "chip"].fnir.count == 3
    assert set(seen) == {(16, 16, 3)}


def test_whole_frame_denoisers_are_tried_on_frames_only():
    tried = comparison.trials({"none": identity, LIVE: enhance, "median": FILTERS["median"]})
    assert [(trial.denoiser, trial.place) for trial in tried] == [
        ("none", "frame"),
        (LIVE, "frame"),
        ("median", "frame"),
        ("median", "chip"),
    ]


@pytest.mark.parametrize("name", list(FILTERS))
def test_each_filter_keeps_the_size_and_removes_noise(name):
    random = np.random.default_rng(0)
    clean = np.full((40, 60, 3), 120, np.uint8)
    noisy = np.clip(clean + random.normal(0, 25, clean.shape), 0, 255).astype(np.uint8)
    result = FILTERS[name](noisy)
    assert result.shape == noisy.shape
    assert result.dtype == np.uint8
    assert (spread(result) < 0.9 * spread(noisy)) == (name != "none")


def test_an_autoencoder_gets_rgb_of_a_size_that_it_takes():
    seen = []

    def run(values):
        seen.append(values)
        return values[..., :] * np.float32(0.5)

    image = np.zeros((10, 9, 3), np.uint8)
    image[...] = (0, 100, 200)
    result = comparison.autoencoder(run, 4)(image)
    [values] = seen
    assert values.shape == (1, 12, 12, 3)
    assert values[0, -1, -1] == pytest.approx(np.array([200, 100, 0]) / 255)  # the last pixel, repeated
    assert result.shape == image.shape
    assert result[5, 5].tolist() == [0, 50, 100]


def test_the_table_has_a_row_for_each_trial(pipeline, pictures):
    denoisers = {"none": identity, "median": FILTERS["median"]}
    figures = comparison.compare(pipeline, *pictures, denoisers, {"as they are": None}, comparison.trials(denoisers))
    times = {"none": DenoiserTime(0.0, 0.0), "median": DenoiserTime(1.25, 0.125)}
    lines = list(comparison.table(figures, times))
    assert lines[0] == "| light | where | denoiser | found | FNIR | FPIR | ms |"
    assert lines[3].startswith("| as they are | frame | median | 3 of 3 | 0.0% (0.0% to ")
    assert lines[3].endswith("| 1.25 |")
    assert lines[4].endswith("| 0.12 |")
    assert len(lines) == 5


def test_time_is_processor_time_in_milliseconds():
    times = comparison.measure_time(identity, 16)
    assert 0 <= times.frame < 5
    slow = comparison.measure_time(lambda image: cv2.medianBlur(image, 5), 16)
    assert slow.frame > slow.chip > 0
