"""Whole pictures that need no download: `visavis train --whole` on one half, `visavis classify` on the other.

    .venv/bin/python bench/whole_pictures.py digits [OPTION OF TRAIN ...]
    .venv/bin/python bench/whole_pictures.py shapes [OPTION OF TRAIN ...]
    .venv/bin/python bench/whole_pictures.py faces --each 10 [OPTION OF TRAIN ...]

`digits` are the 1,797 pictures of 8x8 pixels that are inside scikit-learn. They stand in for MNIST, which is in no
package. `shapes` are drawn when it runs: circles, crosses, squares, stars and triangles, bright on dark noise, 160 of
each. `faces` are the 200 pictures of 25x25 pixels that are inside scikit-image: 100 faces, and 100 of the background
behind others. The halves are drawn at random with equal shares of each class, as the sources test: both have digits of
the same writers. With `--each N`, N pictures of each class are learned, and all others are classified. Beside the
network stand scikit-learn's nearest neighbor and support vector machine on the pixels.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import skimage.data
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC

from visavis.imaging import codec
from visavis.imaging.image import Image
from visavis.scoring.confidence import Proportion

#: Largest value of a pixel of scikit-learn's digits.
_WHITE = 16
#: Number of drawn pictures of each shape.
_DRAWN = 160
#: Height and width of a drawn picture: no square, so that it gets bars.
_SIZE = (60, 80)
#: Corners on the circle around each shape. A star's lie on two circles in turn; a cross has two strokes.
_CORNERS = {"circle": 40, "cross": 4, "square": 4, "star": 10, "triangle": 3}
#: Largest angle by which a drawn shape is turned, in degrees.
_TURNED = 15
#: Radius of the inner corners of a star, as a share of that of the outer ones.
_INNER = 0.45
#: Longest side of the pictures that scikit-learn's classifiers get, in pixels.
_BASELINE_SIDE = 20
#: Seed of the drawings.
_SEED = 0
#: Scikit-image's 200 pictures, (200, 25, 25), 0..1: 100 faces, then 100 of background.
_LFW_SUBSET = Path(skimage.data.__file__).parent / "lfw_subset.npy"
#: How many of them are faces.
_FACES = 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pictures", choices=sorted(SETS))
    parser.add_argument("--each", metavar="N", type=int, help="pictures of each class to learn (one half)")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="of the choice and of the training (0)")
    chosen, options = parser.parse_known_args()
    images, labels = zip(*SETS[chosen.pictures](), strict=True)
    size = 0.5 if chosen.each is None else chosen.each * len(set(labels))
    parts = train_test_split(np.arange(len(labels)), train_size=size, stratify=labels, random_state=chosen.seed)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, rows in zip(("learned", "held out"), parts, strict=True):
            for row in rows:
                codec.write(root / name / labels[row] / f"{row:04}.png", images[row])
        command = [sys.executable, "-m", "visavis", "--data", str(root / "data")]
        seed = ["--seed", str(chosen.seed)]
        subprocess.run([*command, "train", "--whole", str(root / "learned"), *seed, *options], check=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(f"processor time of the training: {used.ru_utime + used.ru_stime:.0f} s")
        done = subprocess.run(
            [*command, "classify", str(root / "held out"), "--json"], check=True, capture_output=True, text=True
        )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    right = sum(answer["best"] == Path(answer["source"]).parent.name for answer in answers)
    labeled = [answer for answer in answers if answer["label"] is not None]
    wrong = sum(answer["label"] != Path(answer["source"]).parent.name for answer in labeled)
    print(f"best class right:        {Proportion(right, len(answers))}")
    print(f"given a class:           {Proportion(len(labeled), len(answers))}")
    print(f"of these a wrong one:    {Proportion(wrong, len(labeled))}")
    learned, held_out = parts
    flat, truth = np.stack([shrink(image).ravel() for image in images]) / 255, np.array(labels)
    for name, classifier in (("nearest neighbor", KNeighborsClassifier(1)), ("SVM", SVC(C=10))):
        score = classifier.fit(flat[learned], truth[learned]).score(flat[held_out], truth[held_out])
        print(f"{name + ' of scikit-learn:':34} {score:.1%}")


def shrink(image: Image) -> Image:
    """A picture with at most 20 pixels a side: of 60x80, the support vector machine takes minutes, and is no better."""
    scale = min(_BASELINE_SIDE / max(image.shape[:2]), 1.0)
    return np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def digits() -> Iterator[tuple[Image, str]]:
    """Scikit-learn's digits, (8, 8, 3), and what each is."""
    data = load_digits()
    for image, label in zip(data.images, data.target, strict=True):
        pixels = np.round(image * 255 / _WHITE).astype(np.uint8)
        yield np.repeat(pixels[..., np.newaxis], 3, axis=2), str(label)


def faces() -> Iterator[tuple[Image, str]]:
    """Scikit-image's faces and pieces of background, (25, 25, 3)."""
    for row, values in enumerate(np.load(_LFW_SUBSET)):
        gray = np.round(values * 255).astype(np.uint8)
        yield np.repeat(gray[..., np.newaxis], 3, axis=2), "face" if row < _FACES else "background"


def shapes() -> Iterator[tuple[Image, str]]:
    """Drawn shapes, turned and placed at random, and their names."""
    random = np.random.default_rng(_SEED)
    for shape in _CORNERS:
        for _ in range(_DRAWN):
            yield draw(shape, random), shape


def draw(shape: str, random: np.random.Generator) -> Image:
    """One bright shape on dark noise."""
    image: Image = random.integers(0, 60, (*_SIZE, 3)).astype(np.uint8)
    radius = random.uniform(10, 22)
    center = np.array([random.uniform(radius, length - radius) for length in (_SIZE[1], _SIZE[0])])
    turned = np.radians(random.uniform(-_TURNED, _TURNED) - 90)  # the first corner is above the center
    angles = turned + 2 * np.pi * np.arange(_CORNERS[shape]) / _CORNERS[shape]
    lengths = radius * np.where((shape == "star") & (np.arange(_CORNERS[shape]) % 2 == 1), _INNER, 1.0)
    corners = np.round(center + lengths[:, np.newaxis] * np.stack([np.cos(angles), np.sin(angles)], axis=1))
    color = [int(value) for value in random.integers(120, 256, 3)]
    if shape == "cross":
        for one, other in zip(corners[:2], corners[2:], strict=True):
            cv2.line(image, one.astype(int).tolist(), other.astype(int).tolist(), color, int(radius / 4))
    else:
        cv2.fillPoly(image, [corners.astype(np.int32)], color)
    return image


#: The sets of pictures by their names.
SETS: dict[str, Callable[[], Iterator[tuple[Image, str]]]] = {"digits": digits, "faces": faces, "shapes": shapes}

if __name__ == "__main__":
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    main()
