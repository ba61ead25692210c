"""`visavis import`: folders of pictures become people."""

import argparse
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from visavis.cli.command import Commands, Context, Parser, emit, progress, say
from visavis.errors import StoreError
from visavis.people import importer
from visavis.people.importer import ImportOutcome, ImportResult
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("import", parents=[shared], help="copy per-person folders of pictures into the store")
    parser.add_argument("folder", metavar="DIR", type=Path, help="has a folder a person, called as they are")
    parser.add_argument("--as", dest="name", metavar="NAME", help="DIR itself holds the pictures of this one person")
    parser.add_argument("--json", action="store_true", help="one JSON object a person on stdout")
    parser.set_defaults(command=run)


@dataclass
class _Report:
    """What came of one person's pictures."""

    name: str
    imported: int = 0
    already: int = 0
    without_face: list[Path] = field(default_factory=list)
    unreadable: list[Path] = field(default_factory=list)

    def count(self, outcome: ImportOutcome) -> None:
        if outcome.result is ImportResult.UNREADABLE:
            self.unreadable.append(outcome.path)
            return
        self.imported += outcome.result is ImportResult.IMPORTED
        self.already += outcome.result is ImportResult.ALREADY
        if not outcome.face:
            self.without_face.append(outcome.path)


def run(context: Context, arguments: argparse.Namespace) -> int:
    from visavis.factory import PipelineFactory

    planned = importer.plan(arguments.folder, None if arguments.name is None else PersonName(arguments.name))
    for sentence in planned.ignored:
        say(f"visavis: {sentence}")
    detect = PipelineFactory(context.folders, on_progress=say).detector("stills")
    outcomes = importer.run(planned, PeopleStore(context.folders.people), detect)
    reports: dict[str, _Report] = {}
    problems = []
    try:
        for outcome in progress(outcomes, "pictures", total=len(planned.pictures)):
            reports.setdefault(outcome.name, _Report(outcome.name)).count(outcome)
            if outcome.problem:
                problems.append(f"{outcome.problem} Skipped.")
            elif not outcome.face:
                problems.append(f"{outcome.path} has no face that was found. Kept whole.")
    finally:  # interrupted, or the disk is full: what was imported stays, so say what
        _print(reports.values(), problems, json=arguments.json)
    if not any(report.imported or report.already for report in reports.values()):
        raise StoreError(
            "No picture in {folder} can be read.", hint="They can be JPEG, PNG, WebP or BMP.", folder=arguments.folder
        )
    return 0


def _print(reports: Collection[_Report], problems: list[str], *, json: bool) -> None:
    if json:
        for report in reports:
            emit(
                {
                    "name": report.name,
                    "imported": report.imported,
                    "already": report.already,
                    "without_face": [str(path) for path in report.without_face],
                    "unreadable": [str(path) for path in report.unreadable],
                }
            )
        return
    for problem in problems:
        say(f"visavis: {problem}")
    if reports:
        print(f"{'imported':>8} {'already there':>13} {'no face':>7} {'unreadable':>10}  name")
    for report in reports:
        counts = f"{report.imported:8} {report.already:13} {len(report.without_face):7} {len(report.unreadable):10}"
        print(f"{counts}  {report.name}")
