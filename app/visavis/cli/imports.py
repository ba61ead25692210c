"""`visavis import`: copies folders of pictures into the people store."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from visavis.cli.command import Commands, Context, Parser, emit, progress, say
from visavis.errors import StoreError
from visavis.people import importer
from visavis.people.importer import ImportCount, ImportedPicture
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("import", parents=[shared], help="copy per-person folders of pictures into the store")
    parser.add_argument("folder", metavar="DIR", type=Path, help="has a folder per person, named after them")
    parser.add_argument("--as", dest="name", metavar="NAME", help="DIR itself has the pictures of this person")
    parser.add_argument("--json", action="store_true", help="one JSON object per person on stdout")
    parser.set_defaults(command=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    from visavis.factory.detectors import STILLS, create_detector
    from visavis.factory.networks import NetworkLoader

    planned = importer.plan(arguments.folder, None if arguments.name is None else PersonName(arguments.name))
    for sentence in planned.ignored:
        say(f"visavis: {sentence}")
    detect = create_detector(NetworkLoader(context.folders, on_progress=say), STILLS)
    outcomes = importer.run(planned, PeopleStore(context.folders.people), detect)
    counts: dict[str, ImportCount] = {}
    problems = []
    try:
        for outcome in progress(outcomes, "pictures", total=len(planned.pictures)):
            counts[outcome.name] = counts.get(outcome.name, ImportCount()).plus(outcome)
            if not isinstance(outcome, ImportedPicture):
                problems.append(f"{outcome.problem} Skipped.")
            elif not outcome.has_face:
                problems.append(f"{outcome.path} has no face that was found. Kept whole.")
    finally:  # also if interrupted or the disk is full: what was imported stays, so report it
        _print(counts, problems, json=arguments.json)
    if not any(count.readable for count in counts.values()):
        raise StoreError(
            "No picture in {folder} can be read.", hint="They can be JPEG, PNG, WebP or BMP.", folder=arguments.folder
        )
    return 0


def _print(counts: Mapping[str, ImportCount], problems: list[str], *, json: bool) -> None:
    if json:
        for name, count in counts.items():
            emit(
                {
                    "name": name,
                    "imported": count.imported,
                    "already": count.present_before,
                    "without_face": [str(path) for path in count.without_face],
                    "unreadable": [str(path) for path in count.unreadable],
                }
            )
        return
    for problem in problems:
        say(f"visavis: {problem}")
    if counts:
        print(f"{'imported':>8} {'already there':>13} {'no face':>7} {'unreadable':>10}  name")
    for name, count in counts.items():
        cells = f"{count.imported:8} {count.present_before:13} {len(count.without_face):7} {len(count.unreadable):10}"
        print(f"{cells}  {name}")
