"""How soon it is noticed that someone else's face is where a face was: one JSON line.

    python tools/swap_figures.py people --pairs 60

`people` has a folder for each person, as `visavis import` takes them; everybody is in the model in use. In the middle
of a composed video somebody's picture takes another one's place. `longest` is for how many frames somebody then carried
the other's name, and `right_after` for how many they did not have their own: `usual` is the median of the pairs in
which the first one was named.
"""

import argparse
import json
from pathlib import Path
from statistics import median

import cv2
import numpy as np

from visavis.factory import PipelineFactory
from visavis.imaging.codec import pictures_in, read
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.storage.paths import DataFolders
from visavis.tracking import Tracker

_RATE = 30  # frames a second
_BEFORE, _AFTER = 45, 60  # frames of each
_WIDTH, _HEIGHT = 640, 480
_SIDE = 340  # of the largest picture, in pixels


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("people", metavar="DIR", type=Path)
    parser.add_argument("--pairs", metavar="N", type=int, default=60, help="of people, drawn by lot (60)")
    parser.add_argument("--data", metavar="DIR", type=Path, help="where people and models are kept")
    arguments = parser.parse_args()
    pipeline = PipelineFactory(DataFolders.of_user(arguments.data)).pipeline("live")
    draw = np.random.default_rng(0)
    folders = sorted(folder for folder in arguments.people.iterdir() if folder.is_dir())
    wrong, right = [], []  # by pair, frames
    for number in range(arguments.pairs):
        one, other = (folders[index] for index in draw.choice(len(folders), 2, replace=False))
        pictures = [_fitted(read(draw.choice(pictures_in(folder)))) for folder in (one, other)]
        names = _names(Tracker(pipeline), pictures, f"pair {number}")
        if names[_BEFORE - 1] != one.name:
            continue  # there was no name that could stay
        after = names[_BEFORE:]
        wrong.append(sum(name == one.name for name in after))
        right.append(next((index for index, name in enumerate(after) if name == other.name), _AFTER))
    line: dict[str, object] = {"pairs": arguments.pairs, "named_before": len(wrong)}
    if wrong:
        line |= {"longest": max(wrong), "usual": median(wrong)}
        line |= {"right_after": {"usual": median(right), "most": max(right)}}
    print(json.dumps(line))


def _fitted(picture: Image) -> Image:
    """The picture, smaller if there is no room for it."""
    scale = min(_SIDE / max(picture.shape[:2]), 1.0)
    return np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def _names(follow: Tracker, pictures: list[Image], source: str) -> list[str | None]:
    """What the face is called, by frame."""
    names = []
    for index in range(_BEFORE + _AFTER):
        frame = np.full((_HEIGHT, _WIDTH, 3), 90, np.uint8)
        picture = pictures[index >= _BEFORE]
        left, top = 150 + index, 100 + index // 4  # slowly across
        frame[top : top + picture.shape[0], left : left + picture.shape[1]] = picture
        answers = follow(Frame(frame, index / _RATE, index, index / _RATE, source)).answers
        names.append(answers[0].match.name if answers else None)
    return names


if __name__ == "__main__":
    main()
