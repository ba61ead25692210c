"""Draws random pairs of pictures from per-person folders, in LFW's format, for `visavis evaluate --pairs`.

No person is in two folds. The pictures must be named as LFW's are, NAME/NAME_0001.jpg.
"""

import argparse
import random
import re
from itertools import combinations
from pathlib import Path

_NUMBERED = re.compile(r".*_(\d{4,})\.\w+")


def draw(folders: list[Path], folds: int, pairs: int, seed: int) -> str:
    """The text of a file with `folds` folds, each of `pairs` genuine pairs and as many impostor pairs."""
    generator = random.Random(seed)  # noqa: S311  a reproducible sample
    people: dict[str, list[int]] = {}
    for folder in folders:
        for path in sorted(folder.glob("*/*")):
            if found := _NUMBERED.fullmatch(path.name):
                people.setdefault(path.parent.name, []).append(int(found[1]))
    several = sorted(name for name, numbers in people.items() if len(numbers) > 1)
    single = sorted(people.keys() - set(several))
    generator.shuffle(several)
    generator.shuffle(single)
    lines = [f"{folds}\t{pairs}"]
    for fold in range(folds):
        inside = several[fold::folds]
        same = [(name, *two) for name in inside for two in combinations(sorted(people[name]), 2)]
        if len(same) < pairs:
            raise SystemExit(f"There are only {len(same)} pairs of one person in a fold, not {pairs}: draw fewer.")
        lines += ["\t".join(map(str, pair)) for pair in sorted(generator.sample(same, pairs))]
        shown = [(name, number) for name in inside + single[fold::folds] for number in people[name]]
        different = [(*one, *other) for one, other in combinations(shown, 2) if one[0] != other[0]]
        if len(different) < pairs:
            raise SystemExit(f"There are only {len(different)} pairs of two people in a fold, not {pairs}: draw fewer.")
        lines += ["\t".join(map(str, pair)) for pair in sorted(generator.sample(different, pairs))]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", metavar="DIR", type=Path, nargs="+", help="with a folder per person")
    parser.add_argument("--folds", metavar="N", type=int, default=10, help="number of folds (10)")
    parser.add_argument("--pairs", metavar="N", type=int, default=300, help="pairs of each kind per fold (300)")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="seed of the random generator (0)")
    arguments = parser.parse_args()
    print(draw(arguments.folders, arguments.folds, arguments.pairs, arguments.seed), end="")


if __name__ == "__main__":
    main()
