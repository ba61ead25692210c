"""Prints what adding a sample, finding a person and importing cost, by size (docs/performance.md).

    python tools/store_cost.py [--import 50000]

With `--import`, only the import is measured: of so many small pictures of noise, made while the tool runs, whose faces
are known without looking for them. So it is the cost of the store alone.
"""

import argparse
import itertools
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.people.imports.import_plan import ImportPlan
from visavis.people.imports.importer import Importer
from visavis.people.names import PersonName
from visavis.people.rejections import RejectionStore
from visavis.people.samples import NewPicture
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash

#: Numbers of samples of one person.
SAMPLES = (0, 1_000, 5_000, 20_000)
#: Numbers of people.
PEOPLE = (10, 500, 4_000)
#: How often each is measured.
TURNS = 20
#: Numbers of pictures after which the cost of an import is printed.
IMPORTED = (1_000, 5_000, 20_000, 50_000)
#: Numbers of pictures of each person in an import.
PER_PERSON = (1, 100)
#: The face in every picture that is imported.
FACE = Face(Box(2, 2, 6, 6))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--import", type=int, dest="pictures", metavar="N", help="import N pictures, and only that")
    pictures = parser.parse_args().pictures
    with tempfile.TemporaryDirectory() as folder:
        if pictures:
            for per_person in PER_PERSON:
                measure_import(Path(folder) / f"{per_person}", pictures, per_person)
            return
        measure_samples(PeopleStore(Path(folder) / "samples"))
        measure_people(PeopleStore(Path(folder) / "people"))


def measure_import(home: Path, count: int, per_person: int) -> None:
    """Import pictures of noise, and print the cost of each as the store grows."""
    people = home / "people"
    importer = Importer(
        PeopleStore(people), Trash(home / "trash", people), RejectionStore(home / "strangers"), lambda _: [FACE]
    )
    outcomes = importer(ImportPlan(tuple(noise_pictures(home / "pictures", count, per_person))))
    print(f"pictures ({per_person:,} a person)   ms a picture   pictures a second")
    done, started = 0, spent()
    for number in (*(number for number in IMPORTED if number < count), count):
        for _ in itertools.islice(outcomes, number - done):
            pass
        each = (spent() - started) / (number - done)
        print(f"{done:10,} to {number:10,}   {1000 * each:12.2f}   {1 / each:17.0f}", flush=True)
        done, started = number, spent()


def noise_pictures(home: Path, count: int, per_person: int) -> Iterator[tuple[PersonName, Path]]:
    """Make small pictures of noise, none like another; each with the name of its person."""
    random = np.random.default_rng(0)
    for number in range(count):
        name = PersonName(f"Person {number // per_person}")
        path = home / name / f"{number}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(codec.encode(random.integers(0, 255, (16, 12, 3), np.uint8)))
        yield name, path


def measure_samples(store: PeopleStore) -> None:
    print("samples of the person   add, ms   add in an import, ms")
    person, numbers = store.create(PersonName("Ada")), itertools.count()
    for count in SAMPLES:
        for number in range(len(os.listdir(person.folder)) - 1, count):
            name = NewPicture(f"{number}".encode(), datetime.now(UTC)).file_name
            (person.folder / name).touch()
        add = cost(lambda: store.add(person, f"new {next(numbers)}".encode()))
        known = cost(lambda: store.add(person, f"new {next(numbers)}".encode(), is_new=True))
        print(f"{count:21}  {add:8.2f}  {known:21.2f}")


def measure_people(store: PeopleStore) -> None:
    print("people   find, ms   find for the first time, ms")
    made = 0
    for count in PEOPLE:
        for number in range(made, count):
            name = f"Person {number}"
            folder = store.folder / name
            folder.mkdir(parents=True)
            record = f'{{"version": 1, "name": "{name}", "created": "2026-11-22T12:00:00+00:00", '
            (folder / "person.json").write_text(record + '"consent": "", "sessions": []}')
        made = count
        store.create(PersonName(f"Newcomer {count}"))  # from here on, what changes the folder is known
        first = cost(lambda: store.find("Person 3"), turns=1)
        print(f"{count:6}  {cost(lambda: store.find('Person 3')):9.2f}  {first:28.2f}")


def cost(call: Callable[[], object], turns: int = TURNS) -> float:
    """Processor time of a call, in milliseconds."""
    started = spent()
    for _ in range(turns):
        call()
    return 1000 * (spent() - started) / turns


def spent() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime if usage else time.process_time()


if __name__ == "__main__":
    main()
