"""How much each detection preset finds, and how long it takes: the table in docs/detection.md.

DATA has the folders lfw/people, lfw/strangers, photos/family, photos/groundtruth and negatives; pictures of those that
are missing are not searched. What is measured is what the program uses: `PipelineFactory.detector`.
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

from visavis.detection.presets import preset_names
from visavis.factory import Detect, PipelineFactory
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image
from visavis.sources.demo import Stage
from visavis.storage.paths import DataFolders

#: A box is found if a face overlaps it by this much (intersection over union); cascades' boxes are larger than dlib's.
OVERLAP = 0.4
#: Each so many pictures of people are searched darkened and tilted, too.
EVERY = 5
#: Sizes at which the time for one picture is measured.
SIZES = ((640, 480), (1280, 720), (4000, 3000))
REPEATS = 3


@dataclass(slots=True)
class Count:
    """What a preset found in a set of pictures."""

    found: int = 0
    of: int = 0
    false: int = 0  #: faces where there are none

    def __add__(self, other: "Count") -> "Count":
        return Count(self.found + other.found, self.of + other.of, self.false + other.false)


@dataclass(frozen=True, slots=True)
class Trial:
    """A picture, and how what is found in it counts."""

    set: str
    image: Image
    count: Callable[[Image, Sequence[Face]], Count]


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured of a preset."""

    preset: str
    counts: Mapping[str, Count]  #: by set
    relative_time: float  #: processor time for all pictures, in that of `plain`
    ms: Mapping[str, float]  #: for one picture, by its size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", metavar="DATA", type=Path)
    parser.add_argument("presets", metavar="PRESET", nargs="*", help="names or JSON files (all that ship)")
    parser.add_argument("--threads", metavar="N", type=int, default=1, help="that OpenCV may use (1)")
    parser.add_argument("--json", action="store_true", help="one object a preset")
    arguments = parser.parse_args()
    cv2.setNumThreads(arguments.threads)
    assembler = PipelineFactory(DataFolders.of_user())
    names = arguments.presets or preset_names()
    detectors = {Path(name).stem: assembler.detector(name) for name in ("plain", *names)}
    counts, seconds = measured(detectors, trials(arguments.data))
    times = timed(detectors)
    results = [
        Result(name, counts[name], round(seconds[name] / seconds["plain"], 2), times[name]) for name in detectors
    ]
    if arguments.json:
        print("\n".join(json.dumps(asdict(result)) for result in results))
    else:
        print(table(results))


def measured(
    detectors: Mapping[str, Detect], tried: Iterator[Trial]
) -> tuple[dict[str, dict[str, Count]], dict[str, float]]:
    """The counts of each preset in each set, and its seconds of processor time in all.

    Every picture is searched by all, one after another, so that a busy computer slows all of them.
    """
    counts: dict[str, dict[str, Count]] = {name: {} for name in detectors}
    seconds = dict.fromkeys(detectors, 0.0)
    for trial in tried:
        for name, detect in detectors.items():
            started = time.process_time()
            faces = detect(trial.image)
            seconds[name] += time.process_time() - started
            counts[name][trial.set] = counts[name].get(trial.set, Count()) + trial.count(trial.image, faces)
    return counts, seconds


def timed(detectors: Mapping[str, Detect]) -> dict[str, dict[str, float]]:
    """Milliseconds of processor time for a picture of two people at each size: the quickest of some attempts."""
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
    """All pictures there are, darkened and tilted ones included."""
    people = sorted((data / "lfw" / "people").rglob("*.jpg"))
    for path in people:
        yield Trial("people", codec.read(path), central)
    for path in sorted((data / "lfw" / "strangers").rglob("*.jpg")):
        yield Trial("strangers", codec.read(path), central)
    for index, path in enumerate(people[::EVERY]):
        image = codec.read(path)
        yield Trial("dim", darkened(image, 0.45), central)
        yield Trial("dark", darkened(image, 0.15), central)
        yield Trial("tilted", tilted(image, 30 if index % 2 else -30), central)
        yield Trial("cut", image[: image.shape[0] * 3 // 5, image.shape[1] * 3 // 8 :], anywhere)
    for path in sorted((data / "photos" / "family").glob("*.jpg")):
        yield Trial("family", codec.read(path), anywhere)
    for path, boxes in ground_truth(data / "photos" / "groundtruth"):
        yield Trial("boxes", codec.read(path), functools.partial(boxed, boxes))
    for path in sorted((data / "negatives").glob("*.jpg")):
        yield Trial("negatives", codec.read(path), nowhere)


def ground_truth(folder: Path) -> Iterator[tuple[Path, list[Box]]]:
    """The pictures with marked faces, in the files that dlib's imglab writes."""
    for file in sorted(folder.glob("*.xml")):
        for image in ElementTree.parse(file).iter("image"):  # noqa: S314 - our own data
            sides = ("left", "top", "width", "height")
            boxes = [Box(*(int(box.attrib[side]) for side in sides)) for box in image.iter("box")]
            yield folder / image.attrib["file"], boxes


def darkened(image: Image, share: float) -> Image:
    """As in a dim room: that share of the light, and a sensor's noise."""
    noise = np.random.default_rng(0).normal(0, 2, image.shape)
    return np.clip(image * share + noise, 0, 255).astype(np.uint8)


def tilted(image: Image, degrees: float) -> Image:
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), degrees, 1)
    return np.asarray(cv2.warpAffine(image, turn, (width, height)), np.uint8)


def central(image: Image, faces: Sequence[Face]) -> Count:
    """Whether there is a face over the picture's center, where LFW has it; more than one are false."""
    middle = Box(image.shape[1] // 2, image.shape[0] // 2, 1, 1)
    found = sum(face.box.shared(middle) for face in faces)
    return Count(min(found, 1), 1, max(found - 1, 0))


def anywhere(_: Image, faces: Sequence[Face]) -> Count:
    return Count(bool(faces), 1)


def nowhere(_: Image, faces: Sequence[Face]) -> Count:
    return Count(0, 1, len(faces))


def boxed(boxes: Sequence[Box], _: Image, faces: Sequence[Face]) -> Count:
    """How many of the boxes were found, and how many faces lie on none."""
    found = sum(any(box.overlap(face.box) >= OVERLAP for face in faces) for box in boxes)
    false = sum(all(box.overlap(face.box) < OVERLAP for box in boxes) for face in faces)
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
