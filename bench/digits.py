"""Scikit-learn's digits as whole pictures: `visavis train --whole` on one half, `visavis classify` on the other.

    .venv/bin/python bench/digits.py [OPTION OF TRAIN ...]

The 1,797 pictures have 8x8 pixels and are inside the package. They stand in for MNIST, which is in none. The halves are
drawn at random with equal shares of each digit, as the sources test: both have digits of the same writers.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC

from visavis.imaging import codec
from visavis.scoring.confidence import Proportion

#: Largest value of a pixel in the data set.
_WHITE = 16
#: Seed of the halves.
_SEED = 0


def main(options: list[str]) -> None:
    digits = load_digits()
    images, labels = np.asarray(digits.images), np.asarray(digits.target)
    halves = train_test_split(np.arange(len(labels)), test_size=0.5, stratify=labels, random_state=_SEED)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, rows in zip(("learned", "held out"), halves, strict=True):
            for row in rows:
                pixels = np.round(images[row] * 255 / _WHITE).astype(np.uint8)
                picture = np.repeat(pixels[..., np.newaxis], 3, axis=2)
                codec.write(root / name / str(labels[row]) / f"{row:04}.png", picture)
        command = [sys.executable, "-m", "visavis", "--data", str(root / "data")]
        subprocess.run([*command, "train", "--whole", str(root / "learned"), *options], check=True)
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
    learned, held_out = halves
    flat = images.reshape(len(images), -1)
    for name, classifier in (("nearest neighbor", KNeighborsClassifier(1)), ("SVM", SVC(gamma=0.001))):
        score = classifier.fit(flat[learned], labels[learned]).score(flat[held_out], labels[held_out])
        print(f"{name + ' of scikit-learn:':34} {score:.1%}")


if __name__ == "__main__":
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    main(sys.argv[1:])
