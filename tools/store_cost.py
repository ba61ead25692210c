"""Prints what adding a sample and finding a person cost, by the number of samples and people (docs/performance.md)."""

import itertools
import os
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from visavis.people.names import PersonName
from visavis.people.samples import NewPicture
from visavis.people.store import PeopleStore

#: Numbers of samples of one person.
SAMPLES = (0, 1_000, 5_000, 20_000)
#: Numbers of people.
PEOPLE = (10, 500, 4_000)
#: How often each is measured.
TURNS = 20


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        measure_samples(PeopleStore(Path(folder) / "samples"))
        measure_people(PeopleStore(Path(folder) / "people"))


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
