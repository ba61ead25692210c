"""Measures how well pictures of another person, and people who are enrolled twice, are found. Prints JSON lines.

    python tools/people_figures.py --data DIR --trials 2000

All people of the data folder with at least 14 samples take part; whoever has fewer is only somebody else. First line:
who took part, and the samples of them that are suspected as they are. Then, for each kind of folder (`pictures`, and
how many of them show another person, `wrong`): in how many of the random folders all wrong pictures were named
(`found`), in how many a right one was (`false_folders`), and the share of the right pictures that were
(`false_pictures`). Then, for two disjoint sets of so many pictures of one person (`pictures`): how often they look like
one person (`found`), and how often two sets of different people do (`proposed`), with the highest cosine (`highest`).
The last line has the pairs of people in the folder who look like one.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from visavis.factory.embeddings import create_embedding_cache
from visavis.factory.networks import NetworkLoader
from visavis.people.store import PeopleStore
from visavis.recognition.duplicate_enrollment import similar_pairs
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.recognition.gallery import find_suspects, template
from visavis.storage.paths import DataFolders

#: Least number of samples of the people whose folders are drawn.
_MIN_SAMPLES = 14
#: Pictures in a folder, and how many of them show one other person.
_FOLDERS = ((4, 0), (5, 0), (6, 0), (10, 0), (4, 1), (5, 1), (6, 1), (10, 1), (11, 1), (10, 2), (10, 3))
#: Pictures in the two sets.
_SETS = ((1, 1), (1, 3), (1, 5), (1, 10), (2, 2), (3, 3), (3, 10), (5, 5), (7, 7))

People = dict[str, SampleEmbeddings]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", metavar="DIR", type=Path, help="data folder, after: visavis import")
    parser.add_argument("--trials", metavar="N", type=int, default=2000, help="random folders of each kind (2000)")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="seed of the random generator (0)")
    arguments = parser.parse_args()
    everybody = _load(DataFolders.of_user(arguments.data))
    people = {slug: own for slug, own in everybody.items() if len(own) >= _MIN_SAMPLES}
    suspects = {slug: found for slug, own in people.items() if (found := find_suspects(own))}
    _print(people=len(people), others=len(everybody) - len(people), samples=sum(map(len, people.values())))
    _print(suspects=suspects)
    draw = np.random.default_rng(arguments.seed)
    for pictures, wrong in _FOLDERS:
        _print(**_measure_suspects(people, everybody, pictures, wrong, arguments.trials, draw))
    for one, other in _SETS:
        _print(**_measure_pairs(people, everybody, one, other, arguments.trials, draw))
    slugs, templates = list(everybody), np.stack([template(own)[0] for own in everybody.values()])
    found = similar_pairs(templates, [len(own) for own in everybody.values()])
    _print(look_like_one=[[slugs[one], slugs[other], round(cosine, 3)] for one, other, cosine in found])


def _load(folders: DataFolders) -> People:
    """Everybody's samples with a face, embedded where the cache has none."""
    loader = NetworkLoader(folders, "cpu")
    cache = create_embedding_cache(loader, loader.load_embedder())
    people = PeopleStore(folders.people)
    embedded = {person.slug: cache.load(person.slug, people.samples(person)) for person in people.people()}
    return {slug: kept for slug, own in embedded.items() if len(kept := own.drop_faceless(()))}


def _measure_suspects(
    people: People, everybody: People, pictures: int, wrong: int, trials: int, draw: np.random.Generator
) -> dict[str, Any]:
    found, false_folders, false_pictures = 0, 0, 0
    for own, other in _pairs(people, everybody, pictures - wrong, wrong, trials, draw):
        mixed = _join(own, other) if wrong else own
        suspects = set(find_suspects(mixed))
        false = suspects.intersection(own.hashes)
        found += wrong > 0 and suspects.issuperset(other.hashes)
        false_folders += bool(false)
        false_pictures += len(false)
    shares: dict[str, float] = {"found": found / trials} if wrong else {}
    shares |= {"false_folders": false_folders / trials, "false_pictures": false_pictures / trials / (pictures - wrong)}
    return {"pictures": pictures, "wrong": wrong, "trials": trials, **_round_shares(shares)}


def _measure_pairs(
    people: People, everybody: People, one: int, other: int, trials: int, draw: np.random.Generator
) -> dict[str, Any]:
    found, proposed, highest = 0, 0, -1.0
    for first, second in _pairs(people, people, one + other, other, trials, draw):
        halves = (first.select(np.arange(len(first)) < one), first.select(np.arange(len(first)) >= one))
        found += _look_like_one(*halves)
        proposed += _look_like_one(halves[0], second)
    for first, second in _pairs(people, everybody, one, 1, trials, draw):
        proposed += _look_like_one(first, second)
        highest = max(highest, float(template(first)[0] @ template(second)[0]))
    shares = _round_shares({"found": found / trials, "highest": highest})
    return {"pictures": [one, other], "trials": trials, **shares, "proposed": proposed, "different": 2 * trials}


def _pairs(
    people: People, others: People, count: int, other_count: int, trials: int, draw: np.random.Generator
) -> Iterator[tuple[SampleEmbeddings, SampleEmbeddings]]:
    """Random samples of a random person, and of another one, from a person who has enough."""
    slugs = [slug for slug, own in people.items() if len(own) >= count]
    other_slugs = [slug for slug, own in others.items() if len(own) >= other_count]
    for _ in range(trials):
        slug = slugs[draw.integers(len(slugs))]
        other = draw.choice([each for each in other_slugs if each != slug])
        yield _draw(people[slug], count, draw), _draw(others[str(other)], other_count, draw)


def _draw(own: SampleEmbeddings, count: int, draw: np.random.Generator) -> SampleEmbeddings:
    rows = np.zeros(len(own), np.bool_)
    rows[draw.permutation(len(own))[:count]] = True
    return own.select(rows)


def _join(own: SampleEmbeddings, other: SampleEmbeddings) -> SampleEmbeddings:
    return SampleEmbeddings(
        (*own.hashes, *other.hashes),
        np.concatenate([own.vectors, other.vectors]),
        np.concatenate([own.found, other.found]),
        np.concatenate([own.quality, other.quality]),
    )


def _look_like_one(one: SampleEmbeddings, other: SampleEmbeddings) -> bool:
    return bool(similar_pairs(np.stack([template(one)[0], template(other)[0]]), [len(one), len(other)]))


def _round_shares(shares: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 5) for name, value in shares.items()}


def _print(**line: object) -> None:
    print(json.dumps(line, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
