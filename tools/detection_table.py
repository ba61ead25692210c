"""Measures what each detection preset finds and how long it takes: the table in docs/detection.md.

DATA has the folders lfw/people, lfw/strangers, photos/family, photos/groundtruth and negatives. Missing ones are
skipped. The detectors are those of the program (`visavis.factory.detectors.create_detector`).
"""

import argparse
import functools
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from xml.etree import ElementTree

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.detection.detector import Detector
from visavis.detection.presets import preset_names
from visavis.factory.detectors import create_detector
from visavis.factory.networks import NetworkLoader
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image
from visavis.sources.demo import Stage
from visavis.storage.paths import DataFolders
from visavis_training.data.sensor_noise import Exposure, expose

#: Minimum intersection over union with a face from which a marked box counts as found. The boxes of cascades are larger
#: than those marked with dlib.
MIN_OVERLAP = 0.4
#: One of so many pictures of people is also searched in altered copies.
ALTERED_STEP = 5
#: By how many degrees counterclockwise the same pictures, and those without faces, are turned.
QUARTER_TURNS = (90, 180, 270)
#: Sizes in pixels at which the time per picture is measured.
SIZES = ((640, 480), (1280, 720), (4000, 3000))
#: Measurements of each, of which the quickest counts.
REPEATS = 3


@dataclass(slots=True)
class Count:
    """Faces that a preset found in a set of pictures."""

    found: int = 0
    of: int = 0
    false: int = 0  #: detections where there is no face

    def __add__(self, other: "Count") -> "Count":
        return Count(self.found + other.found, self.of + other.of, self.false + other.false)


@dataclass(frozen=True, slots=True)
class Trial:
    """A picture, and the function that counts what is found in it."""

    set: str
    image: Image
    count: Callable[[Image, Sequence[Face]], Count]
    is_upright: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """The measurements of one preset."""

    preset: str
    counts: Mapping[str, Count]  #: by set
    relative_time: float  #: processor time for all upright pictures, relative to `plain`
    ms: Mapping[str, float]  #: per picture, by size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", metavar="DATA", type=Path)
    parser.add_argument("presets", metavar="PRESET", nargs="*", help="names or JSON files (default: all)")
    parser.add_argument("--threads", metavar="N", type=int, default=1, help="threads of OpenCV (1)")
    parser.add_argument("--json", action="store_true", help="print one JSON object per preset")
    arguments = parser.parse_args()
    cv2.setNumThreads(arguments.threads)
    loader = NetworkLoader(DataFolders.of_user())
    names = arguments.presets or preset_names()
    detectors = {Path(name).stem: create_detector(loader, name) for name in ("plain", *names)}
    counts, seconds = measure(detectors, trials(arguments.data))
    times = measure_times(detectors)
    results = [
        Result(name, counts[name], round(seconds[name] / seconds["plain"], 2), times[name]) for name in detectors
    ]
    if arguments.json:
        print("\n".join(json.dumps(asdict(result)) for result in results))
    else:
        print(table(results))


def measure(
    detectors: Mapping[str, Detector], tried: Iterator[Trial]
) -> tuple[dict[str, dict[str, Count]], dict[str, float]]:
    """Count what each preset finds in each set, and its processor seconds for all upright pictures.

    All presets search a picture before the next one, so that other load of the computer affects all of them.
    """
    counts: dict[str, dict[str, Count]] = {name: {} for name in detectors}
    seconds = dict.fromkeys(detectors, 0.0)
    for trial in tried:
        for name, detect in detectors.items():
            started = time.process_time()
            faces = detect(trial.image)
            seconds[name] += time.process_time() - started if trial.is_upright else 0.0
            counts[name][trial.set] = counts[name].get(trial.set, Count()) + trial.count(trial.image, faces)
    return counts, seconds


def measure_times(detectors: Mapping[str, Detector]) -> dict[str, dict[str, float]]:
    """Milliseconds of processor time per picture of two people at each size, the quickest of `REPEATS`."""
    scene = Stage().picture(0)
    results: dict[str, dict[str, float]] = {name: {} for name in detectors}
    for size in SIZES:
        image = np.asarray(cv2.resize(scene, size, interpolation=cv2.INTER_CUBIC), np.uint8)
        attempts: dict[str, list[float]] = {name: [] for name in detectors}
        for _ in range(REPEATS):
            for name, detect in detectors.items():
                started = time.process_time()
                detect(image)
                attempts[name].append(time.process_time() - started)
        for name, values in attempts.items():
            results[name]["{}x{}".format(*size)] = round(1000 * min(values), 1)
    return results


def trials(data: Path) -> Iterator[Trial]:
    """All pictures, with darkened, tilted, cropped and turned copies of some."""
    people = sorted((data / "lfw" / "people").rglob("*.jpg"))
    for path in people:
        yield Trial("people", codec.read(path), count_central)
    for path in sorted((data / "lfw" / "strangers").rglob("*.jpg")):
        yield Trial("strangers", codec.read(path), count_central)
    for index, path in enumerate(people[::ALTERED_STEP]):
        image = codec.read(path)
        yield Trial("dim", darken(image, 0.45), count_central)
        yield Trial("dark", darken(image, 0.15), count_central)
        yield Trial("tilted", tilt(image, 30 if index % 2 else -30), count_central)
        yield Trial("cut", image[: image.shape[0] * 3 // 5, image.shape[1] * 3 // 8 :], count_any)
        for degrees in QUARTER_TURNS:
            yield Trial(f"{degrees}°", turn(image, degrees), functools.partial(count_turned, degrees), is_upright=False)
    for path in sorted((data / "photos" / "family").glob("*.jpg")):
        yield Trial("family", codec.read(path), count_any)
    for path, boxes in ground_truth(data / "photos" / "groundtruth"):
        yield Trial("boxes", codec.read(path), functools.partial(count_boxes, boxes))
    for path in sorted((data / "negatives").glob("*.jpg")):
        image = codec.read(path)
        yield Trial("negatives", image, count_none)
        for degrees in QUARTER_TURNS:
            yield Trial("turned negatives", turn(image, degrees), count_none, is_upright=False)


def ground_truth(folder: Path) -> Iterator[tuple[Path, list[Box]]]:
    """Pictures with their marked faces, from the files of dlib's imglab."""
    for file in sorted(folder.glob("*.xml")):
        for image in ElementTree.parse(file).iter("image"):  # noqa: S314 - our own data
            sides = ("left", "top", "width", "height")
            boxes = [Box(*(int(box.attrib[side]) for side in sides)) for box in image.iter("box")]
            yield folder / image.attrib["file"], boxes


def darken(image: Image, share: float) -> Image:
    """Simulate a dim room: a share of the light, with the noise of a sensor."""
    return expose(image, Exposure(share, white_electrons=None), np.random.default_rng(0))


def tilt(image: Image, degrees: float) -> Image:
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), degrees, 1)
    return np.asarray(cv2.warpAffine(image, turn, (width, height)), np.uint8)


def turn(image: Image, degrees: int) -> Image:
    """Turn a picture counterclockwise by a multiple of 90 degrees."""
    return np.ascontiguousarray(np.rot90(image, degrees // 90))


def count_turned(degrees: int, image: Image, faces: Sequence[Face]) -> Count:
    """Count the face at the center, of a picture turned by `degrees`, as found if its landmarks are turned as well.

    A face without landmarks, or whose eyes do not lie as they should, is false: it would be recognized as somebody.
    """
    middle = Box(image.shape[1] // 2, image.shape[0] // 2, 1, 1)
    central = [face for face in faces if face.box.intersection(middle)]
    right = [face for face in central if face.landmarks is not None and is_turned(face.landmarks, degrees)]
    found = min(len(right), 1)
    return Count(found, 1, len(central) - found)


def is_turned(landmarks: NDArray[np.float32], degrees: int) -> bool:
    """Whether the line through the eyes is turned counterclockwise by `degrees`, to within 45 degrees."""
    x, y = landmarks[1] - landmarks[0]
    return abs((np.degrees(np.arctan2(-y, x)) - degrees + 180) % 360 - 180) < 45


def count_central(image: Image, faces: Sequence[Face]) -> Count:
    """Count the face at the center, where LFW has it. Others are false."""
    middle = Box(image.shape[1] // 2, image.shape[0] // 2, 1, 1)
    found = sum(face.box.intersection(middle) for face in faces)
    return Count(min(found, 1), 1, max(found - 1, 0))


def count_any(_: Image, faces: Sequence[Face]) -> Count:
    """Count a picture with faces as found if there is a detection."""
    return Count(bool(faces), 1)


def count_none(_: Image, faces: Sequence[Face]) -> Count:
    """Count all detections in a picture without faces as false."""
    return Count(0, 1, len(faces))


def count_boxes(boxes: Sequence[Box], _: Image, faces: Sequence[Face]) -> Count:
    """Count the marked boxes that were found, and as false the detections that lie on none."""
    found = sum(any(box.iou(face.box) >= MIN_OVERLAP for face in faces) for box in boxes)
    false = sum(all(box.iou(face.box) < MIN_OVERLAP for box in boxes) for face in faces)
    return Count(found, len(boxes), false)


def table(results: Sequence[Result]) -> str:
    """The results as Markdown."""
    head = ["preset", *results[0].counts, "time", *results[0].ms]
    lines = [head, ["---"] * len(head)]
    for result in results:
        times = [f"{result.relative_time:.1f}", *(f"{value:.0f} ms" for value in result.ms.values())]
        lines.append([f"`{result.preset}`", *map(cell, result.counts.values()), *times])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def cell(count: Count) -> str:
    found = f"{count.found} of {count.of}"
    return f"{found}, {count.false} false" if count.false else found


if __name__ == "__main__":
    main()
