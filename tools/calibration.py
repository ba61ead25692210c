"""Measures strangers' cosines, and whether what is asked of the threshold is what happens. Prints JSON lines.

    python tools/calibration.py --people DIR --strangers DIR

DIR of --people has a folder of pictures per person; the strangers are other people with one picture each. All pictures
are embedded as they are and as copies that are gray, dark, small, blurred, shaken and cropped; nothing is stored.

First line: the figures for `models/calibration.json`, fitted to everybody. With --held-out, one more line for each kind
of enrolled and of searched pictures, number of people and samples: people and strangers are split in halves at random,
the figures are fitted on one half, and galleries of the other half are searched for its strangers. The line has the
number of searches, and for each asked share (`asked`) what happened (`happened`), its 95 % interval (`interval`), the
share of people who were not given their name (`fnir`) and who were given another's (`mistaken`).
"""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import numpy as np

from visavis.errors import VisavisError
from visavis.factory.detectors import SampleFaceFinder
from visavis.factory.embeddings import create_embedding_cache
from visavis.factory.networks import NetworkLoader
from visavis.storage.paths import DataFolders
from visavis_training.evaluation.asked_rate import ASKED, Design, Happened, measure_asked
from visavis_training.evaluation.calibration_pictures import embed_kinds
from visavis_training.fitting.strangers import CalibrationSet, fit_strangers

#: Kinds that the figures are fitted to. "box" is left out: it shows whether they hold for pictures in between.
_FITTED = ("color", "gray", "dark", "92x112", "small", "blurred", "shaken", "shaken upright", "tight")
#: Kinds that people are searched in when they are enrolled in color.
_MIXED = ("gray", "dark", "92x112", "blurred", "shaken", "tight")
_PEOPLE = (1, 2, 3, 5, 10, 20)
_SAMPLES = (1, 3, 5)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", metavar="DIR", type=Path, required=True, help="with a folder per person")
    parser.add_argument("--strangers", metavar="DIR", type=Path, required=True, help="pictures of other people")
    parser.add_argument("--held-out", action="store_true", help="also measure what happens")
    parser.add_argument("--splits", metavar="N", type=int, default=10, help="random splits in halves (10)")
    parser.add_argument("--galleries", metavar="N", type=int, default=12, help="galleries per half (12)")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="seed of the random generator (0)")
    arguments = parser.parse_args()
    try:
        kinds = _embed(arguments.people, arguments.strangers)
        figures = fit_strangers([kinds[kind] for kind in _FITTED], arguments.seed)
    except (VisavisError, OSError, ValueError) as error:
        parser.error(str(error))
    _print({"strangers": {name: round(value, 4) for name, value in asdict(figures).items()}})
    if arguments.held_out:
        pairs = [(kind, kind) for kind in kinds] + [("color", kind) for kind in _MIXED]
        sizes = [people for people in _PEOPLE if people <= len(kinds["color"].people)]
        designs = [Design(*pair, people, samples) for pair in pairs for samples in _SAMPLES for people in sizes]
        random = np.random.default_rng(arguments.seed)
        happened = measure_asked(
            kinds, designs, _FITTED, splits=arguments.splits, galleries=arguments.galleries, seed=arguments.seed
        )
        for design, counts in happened.items():
            _print({**asdict(design), **_record(counts, random)})


def _embed(people: Path, strangers: Path) -> Mapping[str, CalibrationSet]:
    loader = NetworkLoader(DataFolders.of_user(None), "cpu")
    embed = create_embedding_cache(loader, loader.load_embedder()).embed_sample
    return embed_kinds(people, strangers, embed, SampleFaceFinder(loader), _show)


def _show(done: int, total: int) -> None:
    if done % 50 == 0 or done == total:
        print(f"{done} of {total} pictures", file=sys.stderr, flush=True)


def _record(counts: Happened, random: np.random.Generator) -> dict[str, object]:
    return {
        "searches": counts.searches,
        "probes": counts.probes,
        "asked": ASKED,
        "happened": [round(float(share), 5) for share in counts.shares],
        "interval": [[round(float(end), 5) for end in ends] for ends in counts.intervals(random)],
        "fnir": [round(float(share), 5) for share in counts.missed / max(counts.probes, 1)],
        "mistaken": [int(count) for count in counts.mistaken],
    }


def _print(line: Mapping[str, object]) -> None:
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
