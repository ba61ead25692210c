"""Measures how soon the tracker notices that another face is in the place of one. Prints one JSON line.

    python tools/swap_figures.py people --pairs 60

`people` has a folder per person, as for `visavis import`, and the current model knows all of them. In the middle of a
composed video the picture of one person is replaced by that of another. `longest` is the largest number of frames in
which the second person then had the name of the first, and `right_after` the number of frames until they had their own.
`usual` is the median over the pairs in which the first person was named.
"""

import argparse
import json
from pathlib import Path
from statistics import median

import cv2
import numpy as np

from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
from visavis.imaging.codec import read
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.imaging.listing import pictures_in
from visavis.storage.paths import DataFolders
from visavis.tracking import Tracker

#: Frames per second.
_RATE = 30
#: Frames that show the first person.
_BEFORE = 45
#: Frames that show the second person.
_AFTER = 60
#: Width of the frames, in pixels.
_WIDTH = 640
#: Height of the frames, in pixels.
_HEIGHT = 480
#: Maximum side of the pictures, in pixels.
_SIDE = 340


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("people", metavar="DIR", type=Path)
    parser.add_argument("--pairs", metavar="N", type=int, default=60, help="random pairs of people (60)")
    parser.add_argument("--data", metavar="DIR", type=Path, help="data folder")
    arguments = parser.parse_args()
    pipeline = create_pipeline(NetworkLoader(DataFolders.of_user(arguments.data)), "live")
    draw = np.random.default_rng(0)
    folders = sorted(folder for folder in arguments.people.iterdir() if folder.is_dir())
    wrong, right = [], []  # by pair, frames
    for number in range(arguments.pairs):
        one, other = (folders[index] for index in draw.choice(len(folders), 2, replace=False))
        pictures = [_shrink(read(draw.choice(pictures_in(folder).pictures))) for folder in (one, other)]
        names = _names(Tracker(pipeline), pictures, f"pair {number}")
        if names[_BEFORE - 1] != one.name:
            continue  # there is no name that could persist
        after = names[_BEFORE:]
        wrong.append(sum(name == one.name for name in after))
        right.append(next((index for index, name in enumerate(after) if name == other.name), _AFTER))
    line: dict[str, object] = {"pairs": arguments.pairs, "named_before": len(wrong)}
    if wrong:
        line |= {"longest": max(wrong), "usual": median(wrong)}
        line |= {"right_after": {"usual": median(right), "most": max(right)}}
    print(json.dumps(line))


def _shrink(picture: Image) -> Image:
    """Shrink a picture that is too large for the frame."""
    scale = min(_SIDE / max(picture.shape[:2]), 1.0)
    return np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def _names(tracker: Tracker, pictures: list[Image], source: str) -> list[str | None]:
    """The name of the face in each frame."""
    names = []
    for index in range(_BEFORE + _AFTER):
        frame = np.full((_HEIGHT, _WIDTH, 3), 90, np.uint8)
        picture = pictures[index >= _BEFORE]
        left, top = 150 + index, 100 + index // 4  # slowly across
        frame[top : top + picture.shape[0], left : left + picture.shape[1]] = picture
        answers = tracker(Frame(frame, index / _RATE, index, index / _RATE, source)).answers
        names.append(answers[0].match.name if answers else None)
    return names


if __name__ == "__main__":
    main()
