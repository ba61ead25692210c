"""Draw pairs of pictures from per-person folders, in LFW's form: for `visavis evaluate --pairs`.

Nobody is in two folds. The pictures must be called as LFW's are, NAME/NAME_0001.jpg.
"""

import argparse
import random
import re
from itertools import combinations
from pathlib import Path

_NUMBERED = re.compile(r".*_(\d{4,})\.\w+")


def drawn(folders: list[Path], folds: int, pairs: int, seed: int) -> str:
    """The text of a file of `folds` folds of `pairs` pairs of one person and as many of two."""
    chance = random.Random(seed)  # noqa: S311  a draw that can be repeated
    people: dict[str, list[int]] = {}
    for folder in folders:
        for path in sorted(folder.glob("*/*")):
            if found := _NUMBERED.fullmatch(path.name):
                people.setdefault(path.parent.name, []).append(int(found[1]))
    several = sorted(name for name, numbers in people.items() if len(numbers) > 1)
    single = sorted(people.keys() - set(several))
    chance.shuffle(several)
    chance.shuffle(single)
    lines = [f"{folds}\t{pairs}"]
    for fold in range(folds):
        inside = several[fold::folds]
        same = [(name, *two) for name in inside for two in combinations(sorted(people[name]), 2)]
        if len(same) < pairs:
            raise SystemExit(f"There are only {len(same)} pairs of one person in a fold, not {pairs}: draw fewer.")
        lines += ["\t".join(map(str, pair)) for pair in sorted(chance.sample(same, pairs))]
        shown = [(name, number) for name in inside + single[fold::folds] for number in people[name]]
        different = [(*one, *other) for one, other in combinations(shown, 2) if one[0] != other[0]]
        if len(different) < pairs:
            raise SystemExit(f"There are only {len(different)} pairs of two people in a fold, not {pairs}: draw fewer.")
        lines += ["\t".join(map(str, pair)) for pair in sorted(chance.sample(different, pairs))]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", metavar="DIR", type=Path, nargs="+", help="has a folder a person")
    parser.add_argument("--folds", metavar="N", type=int, default=10, help="how many (10)")
    parser.add_argument("--pairs", metavar="N", type=int, default=300, help="of each kind, a fold (300)")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="another one draws otherwise (0)")
    arguments = parser.parse_args()
    print(drawn(arguments.folders, arguments.folds, arguments.pairs, arguments.seed), end="")


if __name__ == "__main__":
    main()
