"""Compares Visavis with its peers on the same frames, in one run.

The peers' loops are written here from the documentation of their projects:

- face_recognition's plain webcam loop: dlib's HOG detector, upsampled once, on every frame; 68 landmarks; an embedding
  for each face, without jitter; the nearest known one within 0.6.
- Its faster loop: the same on a quarter of the size, every second frame; the frames between keep the last answer.
- The source book's loop: Haar alt2 (1.2, 3, least size 32) on the whole frame, and for each face a 64x64 chip through
  `model.predict` of a `cnn64` that was trained by its recipe.

The frames are those of a benchmark's scene. The loops take turns on a few frames each, so that other load of the
computer affects all of them. The landmark model of face_recognition_models is licensed for research only: it is used
here for measuring, and nowhere in Visavis.
"""

import argparse
import importlib.util
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import cv2
import numpy as np

from visavis.bench import cast
from visavis.bench.scenario import Scenario
from visavis.bench.scene import PEOPLE, Scene, SceneFace
from visavis.errors import VisavisError
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box
from visavis.imaging.image import Image
from visavis.networks import cnn64_input, engine
from visavis.sources.demo import portraits
from visavis.storage.paths import DataFolders
from visavis.tracking import Tracker

#: Frames per turn of a loop.
TURN_FRAMES = 15
#: Turns that are not counted: two seconds in which loops warm up, and Visavis recognizes new faces most often.
WARM_UP_TURNS = 4
#: Width of a face as a share of the frame's height, large enough for all loops: the faster one finds none narrower than
#: 160 pixels (HOG's 80, at a quarter of the size, upsampled once). At a webcam's usual 0.25 it is faster because it
#: finds nothing.
FACE_SHARE = 0.4
#: Index of the first frame that the book's network is trained on. These frames are not compared.
FIRST_TRAINING_FRAME = 9000
#: Target speed of Visavis with one face, in multiples of each loop.
TARGETS = {"face_recognition, fast": 20, "face_recognition, plain": 80, "the book": 40}

NamedBox = tuple[Box, str | None]
Loop = Callable[[Frame], Sequence[NamedBox]]


@dataclass(slots=True)
class Result:
    """Durations and counts of one loop."""

    milliseconds: list[float] = field(default_factory=list)  #: mean per frame, by turn
    processor: list[float] = field(default_factory=list)  #: the same in processor time of all threads
    faces: int = 0
    found: int = 0
    appearances: int = 0  #: of the two people
    right: int = 0

    def add(self, boxes: Sequence[NamedBox], faces: Sequence[SceneFace]) -> None:
        """Count the faces of a frame that were found, and the people who were named right."""
        for face in faces:
            names = [name for box, name in boxes if _lies_on(box, face)]
            self.faces += 1
            self.found += bool(names)
            if face.name:
                self.appearances += 1
                self.right += face.name in names


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scenario", metavar="NAME", default="640x480/1 face/unthrottled/headless", help="the scene")
    parser.add_argument("--turns", metavar="N", type=int, default=6, help=f"of {TURN_FRAMES} frames, for each loop (6)")
    parser.add_argument(
        "--face",
        metavar="SHARE",
        type=float,
        default=FACE_SHARE,
        help=f"width of a face, as a share of the frame's height, where that many fit ({FACE_SHARE})",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a loop on stdout")
    arguments = parser.parse_args()
    try:
        results = compare(Scenario.parse(arguments.scenario), arguments.turns, arguments.face)
    except VisavisError as error:
        print(f"peers: {error} {error.hint}".rstrip(), file=sys.stderr)
        return 1
    lines = [_line(name, result, results["visavis"]) for name, result in results.items()]
    for line in lines:
        print(json.dumps(line) if arguments.json else _sentence(line))
    return 0


def compare(scenario: Scenario, turns: int, share: float) -> dict[str, Result]:
    """The result of each loop on the same frames."""
    scene = Scene.of(scenario, share)
    with tempfile.TemporaryDirectory(prefix="visavis-peers-", ignore_cleanup_errors=True) as place:
        loops: dict[str, Loop] = {
            "visavis": visavis(Path(place)),
            "face_recognition, fast": FaceRecognition(quarter=True),
            "face_recognition, plain": FaceRecognition(quarter=False),
            "the book": book(),
        }
    results = {name: Result() for name in loops}
    for turn in range(WARM_UP_TURNS + turns):
        frames = [_frame(scene, index) for index in range(turn * TURN_FRAMES, (turn + 1) * TURN_FRAMES)]
        for name, loop in loops.items():
            started, spent = time.perf_counter(), time.process_time()
            answers = [loop(frame) for frame in frames]
            started, spent = time.perf_counter() - started, time.process_time() - spent
            if turn >= WARM_UP_TURNS:
                results[name].milliseconds.append(started / TURN_FRAMES * 1e3)
                results[name].processor.append(spent / TURN_FRAMES * 1e3)
                for frame, answer in zip(frames, answers, strict=True):
                    results[name].add(answer, scene.faces(frame.index))
    return results


def visavis(place: Path) -> Loop:
    """The live pipeline of Visavis with the two people enrolled."""
    tracker = Tracker(create_pipeline(NetworkLoader(cast.enroll_cast(DataFolders.of_user(), place)), "live"))
    return lambda frame: [(answer.face.box, answer.match.name) for answer in tracker(frame).answers]


class FaceRecognition:
    """face_recognition's webcam loops on dlib's own interface."""

    def __init__(self, *, quarter: bool) -> None:
        import dlib

        package = importlib.util.find_spec("face_recognition_models")
        if package is None or package.submodule_search_locations is None:
            raise ImportError("face_recognition_models is not installed")
        models = Path(next(iter(package.submodule_search_locations)), "models")
        self._detect = dlib.get_frontal_face_detector()
        self._landmarks = dlib.shape_predictor(str(models / "shape_predictor_68_face_landmarks.dat"))
        self._network = dlib.face_recognition_model_v1(str(models / "dlib_face_recognition_resnet_model_v1.dat"))
        self._quarter = quarter
        self._templates = [self._embed(photo)[0][1] for photo in portraits()]
        self._count = 0
        self._last: list[NamedBox] = []

    def __call__(self, frame: Frame) -> list[NamedBox]:
        self._count += 1
        if self._quarter and self._count % 2 == 0:
            return self._last
        image, scale = frame.image, 1
        if self._quarter:
            image, scale = np.asarray(cv2.resize(image, None, fx=0.25, fy=0.25), np.uint8), 4
        self._last = []
        for box, vector in self._embed(image):
            distances = [float(np.linalg.norm(template - vector)) for template in self._templates]
            best = int(np.argmin(distances))
            larger = Box(box.left * scale, box.top * scale, box.width * scale, box.height * scale)
            self._last.append((larger, PEOPLE[best] if distances[best] <= 0.6 else None))
        return self._last

    def _embed(self, image: Image) -> list[tuple[Box, np.ndarray[Any, Any]]]:
        colors = cv2.cvtColor(image, cv2.COLOR_BGR2RGB)
        found = []
        for place in self._detect(colors, 1):
            vector = np.array(self._network.compute_face_descriptor(colors, self._landmarks(colors, place), 1))
            found.append((Box(place.left(), place.top(), place.width(), place.height()), vector))
        return found


def book() -> Loop:
    """The source book's loop. Its network is trained by its recipe without augmentation, on frames of the scene."""
    engine.find_gpu()  # imports TensorFlow, without its greetings
    from visavis_training.cnn64.network import build
    from visavis_training.recipe import RECIPES

    cascade = cv2.CascadeClassifier(str(Path(cv2.data.haarcascades) / "haarcascade_frontalface_alt2.xml"))

    def boxes(image: Image) -> list[Box]:
        gray = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
        found = cascade.detectMultiScale(gray, 1.2, 3, minSize=(32, 32))
        return [Box(*(int(value) for value in box)) for box in found]

    chips, people = [], []
    scene = Scene.of(Scenario(faces=2))
    for index in range(FIRST_TRAINING_FRAME, FIRST_TRAINING_FRAME + 5 * 100, 5):
        picture = scene.picture(index)
        for box in boxes(picture):
            for person, face in enumerate(scene.faces(index)):
                if _lies_on(box, face):
                    chips.append(cnn64_input.chip(picture, box))
                    people.append(person)
    import keras

    keras.utils.set_random_seed(0)
    recipe = RECIPES["book"]
    model: Any = build(recipe, len(PEOPLE))
    targets = np.eye(len(PEOPLE), dtype=np.float32)[people]
    model.fit(
        cnn64_input.normalize(np.stack(chips)), targets, batch_size=recipe.batch_size, epochs=recipe.epochs, verbose=0
    )

    def loop(frame: Frame) -> list[NamedBox]:
        answers: list[NamedBox] = []
        for box in boxes(frame.image):
            chip = cnn64_input.normalize(cnn64_input.chip(frame.image, box)[np.newaxis])
            answers.append((box, PEOPLE[int(np.argmax(model.predict(chip, verbose=0)[0]))]))
        return answers

    return loop


def _frame(scene: Scene, index: int) -> Frame:
    return Frame(scene.picture(index), time.monotonic(), index, index / 30, "scene")


def _lies_on(box: Box, face: SceneFace) -> bool:
    x, y = box.center
    return max(abs(x - face.center[0]), abs(y - face.center[1])) <= face.width / 2


def _line(name: str, result: Result, ours: Result) -> dict[str, Any]:
    milliseconds, processor = median(result.milliseconds), median(result.processor)
    return {
        "loop": name,
        "ms": round(milliseconds, 2),
        "processor_ms": round(processor, 2),
        "times_ours": round(milliseconds / median(ours.milliseconds), 2),
        "times_our_processor": round(processor / median(ours.processor), 2),
        "target": TARGETS.get(name),
        "found": round(result.found / result.faces, 4) if result.faces else None,
        "named_right": round(result.right / result.appearances, 4) if result.appearances else None,
    }


def _sentence(line: dict[str, Any]) -> str:
    target = f" (wanted: {line['target']})" if line["target"] else ""
    shares = ", ".join(
        f"{share:.1%} {what}"
        for what, share in (("found", line["found"]), ("named right", line["named_right"]))
        if share is not None
    )
    return (
        f"{line['loop']:24} {line['ms']:8.2f} ms a frame, {line['processor_ms']:8.2f} of processor: "
        f"{line['times_ours']:.1f} times ours{target}, {line['times_our_processor']:.1f} in processor time; {shares}"
    )


if __name__ == "__main__":
    sys.exit(main())
