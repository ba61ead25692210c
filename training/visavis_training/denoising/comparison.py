"""Compares ways of removing noise by what recognition makes of the pictures: detection, FNIR, FPIR, and time."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.imaging import codec
from visavis.imaging.geometry import Face, labeled_face
from visavis.imaging.image import Image
from visavis.imaging.low_light import enhance
from visavis.pipeline import Pipeline
from visavis.recognition.match import Match
from visavis.recognition.recognizer import Probe
from visavis.recognition.report import SearchResult
from visavis_training.callbacks import CountCallback
from visavis_training.data.sensor_noise import Exposure, expose
from visavis_training.metrics.condition import Condition
from visavis_training.metrics.search_metrics import SearchMetrics

Denoiser = Callable[[Image], Image]
"""From a BGR picture to one with less noise, of the same size."""

Place = Literal["frame", "chip"]
"""Where a denoiser is applied: to the whole frame, before faces are searched for, or to the chip, before embedding."""

#: How many measurements of the time there are. The quickest counts: others were disturbed.
_REPEATS = 5
#: Height and width of the frame, in pixels, whose time is measured.
FRAME_SIZE = (480, 640)


def identity(image: Image) -> Image:
    """Return the picture as it is."""
    return image


def _filter(apply: Callable[[Image], cv2.typing.MatLike]) -> Denoiser:
    return lambda image: np.asarray(apply(image), np.uint8)


FILTERS: Mapping[str, Denoiser] = {
    "none": identity,
    "Gaussian": _filter(lambda image: cv2.GaussianBlur(image, (5, 5), 1.0)),
    "median": _filter(lambda image: cv2.medianBlur(image, 5)),
    "bilateral": _filter(lambda image: cv2.bilateralFilter(image, 5, 75, 2)),
    "non-local means": _filter(lambda image: cv2.fastNlMeansDenoisingColored(image, None, 20, 20, 5, 15)),
}
"""OpenCV's filters by name. Gaussian: 5x5, a deviation of 1 pixel. Median: 5x5. Bilateral: 5x5, deviations of 75 gray
values and 2 pixels. Non-local means: patches of 5x5, searched in 15x15, strength 20."""

LIVE = "as live"
"""What recognition does itself (`visavis.imaging.low_light`). It is for whole frames."""

EXPOSURES: Mapping[str, Exposure | None] = {
    "as they are": None,
    "1/4": Exposure(1 / 4),
    "1/16": Exposure(1 / 16),
    "1/16, gain 16": Exposure(1 / 16, gain=16),
}
"""How pictures are exposed, by name: share of light, and the gain of the camera."""

DARK = ("1/4", "1/16", "1/16, gain 16")
"""The exposures in which denoisers are compared: pictures as they are have nothing to remove."""


@dataclass(frozen=True, slots=True)
class DenoisingTrial:
    """One way of removing noise, at one place."""

    denoiser: str
    place: Place


@dataclass(frozen=True, slots=True)
class DenoiserTime:
    """Processor time in milliseconds."""

    frame: float  #: of a frame of 640x480
    chip: float


def trials(denoisers: Mapping[str, Denoiser]) -> list[DenoisingTrial]:
    """Every denoiser at both places; that which changes nothing, and that for whole frames, on the frame only."""
    return [
        DenoisingTrial(name, place)
        for place in ("frame", "chip")
        for name in denoisers
        if place == "frame" or denoisers[name] not in {identity, enhance}
    ]


def compare(
    pipeline: Pipeline,
    people: Sequence[tuple[str, Path]],
    strangers: Sequence[Path],
    denoisers: Mapping[str, Denoiser],
    exposures: Mapping[str, Exposure | None],
    tried: Sequence[DenoisingTrial],
    on_progress: CountCallback = lambda *_: None,
) -> dict[tuple[str, DenoisingTrial], Condition]:
    """Search for every picture, in every exposure and with every denoiser; return the figures by exposure and trial.

    Parameters
    ----------
    pipeline : Pipeline
        With a model of the people; its faces have landmarks.
    people : sequence of tuple
        Names of the gallery and pictures of them that the model was not trained on.
    """
    results: dict[tuple[str, DenoisingTrial], list[SearchResult]] = {}
    pictures = [*people, *((None, path) for path in strangers)]
    for number, (truth, path) in enumerate(pictures):
        image = codec.read(path)
        for exposed, exposure in exposures.items():
            copy = image if exposure is None else expose(image, exposure, np.random.default_rng(number))
            for trial, match in _search(pipeline, copy, denoisers, tried):
                results.setdefault((exposed, trial), []).append(SearchResult(truth, match, path))
        on_progress(number + 1, len(pictures))
    return {
        key: Condition.from_metrics(
            key[1].denoiser,
            SearchMetrics(
                [result for result in of_trial if result.truth is not None],
                [result for result in of_trial if result.truth is None],
            ),
        )
        for key, of_trial in results.items()
    }


def _search(
    pipeline: Pipeline, image: Image, denoisers: Mapping[str, Denoiser], tried: Sequence[DenoisingTrial]
) -> Iterator[tuple[DenoisingTrial, Match | None]]:
    """The answer of each trial for the face meant in a picture; None where no face is found."""
    plain = _face(pipeline, image)
    for trial in tried:
        denoise = denoisers[trial.denoiser]
        if trial.place == "chip":
            yield trial, None if plain is None else _match_chip(pipeline, image, plain, denoise)
        else:
            frame = denoise(image)
            face = plain if frame is image else _face(pipeline, frame)
            yield trial, None if face is None else pipeline.recognize(frame, [face])[0]


def _face(pipeline: Pipeline, image: Image) -> Face | None:
    return labeled_face(pipeline.detect(image), image.shape[1], image.shape[0])


def _match_chip(pipeline: Pipeline, image: Image, face: Face, denoise: Denoiser) -> Match:
    recognizer = pipeline.recognize
    [chip] = recognizer.chips(image, [face]).astype(np.uint8)
    clean = denoise(np.ascontiguousarray(chip[..., ::-1]))[..., ::-1]
    [vector] = recognizer.embed(clean[np.newaxis].astype(np.float32))
    return recognizer.decide([Probe(vector, issue=recognizer.measure(image, face).issue)])[0]


def measure_time(denoise: Denoiser, chip_side: int) -> DenoiserTime:
    """Measure the processor time of a denoiser on a noisy frame and on a chip, with one thread of OpenCV's."""
    random = np.random.default_rng(0)
    frame, chip = (
        random.integers(0, 256, (*size, 3)).astype(np.uint8) for size in (FRAME_SIZE, (chip_side, chip_side))
    )
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        return DenoiserTime(_least_ms(denoise, frame), _least_ms(denoise, chip))
    finally:
        cv2.setNumThreads(threads)


def _least_ms(denoise: Denoiser, image: Image) -> float:
    times = [time.process_time()]
    for _ in range(_REPEATS):
        denoise(image)
        times.append(time.process_time())
    return 1e3 * min(after - before for before, after in pairwise(times))


def table(figures: Mapping[tuple[str, DenoisingTrial], Condition], times: Mapping[str, DenoiserTime]) -> Iterator[str]:
    """Yield the figures as the lines of a table in Markdown."""
    head = ("light", "where", "denoiser", "found", "FNIR", "FPIR", "ms")
    yield _row(head)
    yield _row(["---"] * len(head))
    for (exposed, trial), condition in figures.items():
        rates = []
        for rate in (condition.fnir, condition.fpir):
            low, high = rate.interval or (0.0, 1.0)
            rates.append(f"{rate.share or 0:.1%} ({low:.1%} to {high:.1%})" if rate.searches else "not measured")
        found = f"{condition.detected.count} of {condition.detected.searches}"
        cost = times[trial.denoiser]
        ms = f"{cost.frame if trial.place == 'frame' else cost.chip:.2f}"
        yield _row([exposed, trial.place, trial.denoiser, found, *rates, ms])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def autoencoder(run: Callable[[NDArray[np.float32]], NDArray[np.float32]], step: int) -> Denoiser:
    """A denoiser that is an autoencoder.

    Parameters
    ----------
    run : callable
        The network: float32 (1, height, width, 3), RGB 0..1, to the same.
    step : int
        Height and width must be multiples of it; pictures of other sizes repeat their last row and column.
    """

    def denoise(image: Image) -> Image:
        height, width = image.shape[:2]
        padded = cv2.copyMakeBorder(image, 0, -height % step, 0, -width % step, cv2.BORDER_REPLICATE)
        values = np.ascontiguousarray(padded[np.newaxis, ..., ::-1], np.float32) / np.float32(255)
        clean = np.clip(run(values)[0, :height, :width, ::-1], 0, 1)
        return np.asarray((clean * 255).round(), np.uint8)

    return denoise
