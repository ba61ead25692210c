"""`visavis import`: copies folders of pictures into the people store."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from visavis.cli.command import Commands, Context, Parser, progress, say
from visavis.cli.imports.counts import print_counts
from visavis.cli.imports.face_choice import ASK, RULES, TerminalChooser, face_rule
from visavis.cli.imports.marked_people import import_marked
from visavis.errors import StoreError
from visavis.imaging import media
from visavis.people.imports import import_plan
from visavis.people.imports.import_outcomes import (
    ImportCount,
    ImportedPicture,
    ImportOutcome,
    ImportResult,
    PassedOverFile,
)
from visavis.people.imports.importer import Importer
from visavis.people.names import PersonName
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("import", parents=[shared], help="copy per-person folders of pictures into the store")
    parser.add_argument("folder", metavar="DIR", type=Path, help="has a folder per person, named after them")
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--as", dest="name", metavar="NAME", help="DIR itself has the pictures of this person")
    whose.add_argument(
        "--xmp",
        action="store_true",
        help="whose face is where was marked by another program, in the pictures or in .xmp files beside them; "
        "DIR and all folders in it are searched",
    )
    parser.add_argument(
        "--face",
        metavar="|".join((*RULES, ASK)),
        type=face_rule,
        default="center",
        help="which face is taken of several: of those at least half as wide as the widest, the one nearest the center "
        "(default); the largest; or the one that you choose",
    )
    parser.add_argument(
        "--keep-faceless", action="store_true", help="pictures without a face become samples, too, as a whole"
    )
    parser.add_argument(
        "--again", action="store_true", help="import pictures, too, that you moved, rejected or deleted before"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object per person on stdout")
    parser.set_defaults(command=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    from visavis.factory.detectors import STILLS, create_detector
    from visavis.factory.networks import NetworkLoader

    folders, loader = context.folders, NetworkLoader(context.folders, on_progress=say)
    importer = Importer(
        PeopleStore(folders.people),
        Trash(folders.trash, folders.people),
        RejectionStore(folders.strangers),
        create_detector(loader, STILLS),
        choose=TerminalChooser(loader) if arguments.face == ASK else RULES[arguments.face][0],
        keep_faceless=arguments.keep_faceless,
        again=arguments.again,
    )
    if arguments.xmp:
        return import_marked(importer, arguments.folder, as_json=arguments.json)
    planned = import_plan.plan(arguments.folder, None if arguments.name is None else PersonName(arguments.name))
    for sentence in planned.ignored:
        say(f"visavis: {sentence}")
    outcomes: Iterator[ImportOutcome] = importer(planned)
    if arguments.face != ASK:  # a progress bar would overwrite the questions
        outcomes = progress(outcomes, "pictures", total=planned.file_count)
    counts: dict[str, ImportCount] = {}
    remarks = []
    try:
        for outcome in outcomes:
            counts[outcome.name] = counts.get(outcome.name, ImportCount()).plus(outcome)
            if remark := _remark(outcome, arguments.face):
                remarks.append(remark)
    finally:  # also if interrupted or the disk is full: what was imported stays, so report it
        if not arguments.json:
            for remark in remarks:
                say(f"visavis: {remark}")
        print_counts(counts, as_json=arguments.json)
    _require_imported(list(counts.values()), arguments.folder)
    return 0


def _remark(outcome: ImportOutcome, rule: str) -> str:
    """What the user should know of one picture; empty if it was imported as expected."""
    if isinstance(outcome, PassedOverFile):
        return f"{outcome.problem} It is passed over."
    if not isinstance(outcome, ImportedPicture):
        return f"{outcome.problem} Skipped."
    match outcome.result:
        case ImportResult.SET_ASIDE:
            return f"No face was found in {outcome.path}. It is set aside, and is not a sample."
        case ImportResult.IMPORTED if not outcome.has_face:
            return f"No face was found in {outcome.path}. It is kept whole."
        case ImportResult.IMPORTED if len(outcome.faces) > 1:
            taken = RULES[rule][1] if rule in RULES else "you chose one"
            return f"{outcome.path} has {len(outcome.faces)} faces: {taken}."
        case ImportResult.UNDECIDED:
            return f"{outcome.path} has {len(outcome.faces)} faces, and you chose none. Skipped."
        case ImportResult.TAKEN_OUT_BEFORE:
            return f"{outcome.path} was passed over: you moved, rejected or deleted it before."
    return ""


def _require_imported(counts: list[ImportCount], folder: Path) -> None:
    """Raise a `StoreError` if nobody has a sample from the folder, with what would help."""
    if any(count.imported or count.present_before for count in counts):
        return
    if any(count.passed_over for count in counts):
        raise StoreError(
            "Nothing was imported from {folder}: you moved, rejected or deleted these pictures before.",
            hint="To import them anyway, add --again.",
            folder=folder,
        )
    if any(count.without_face for count in counts):
        raise StoreError(
            "No face was found in any picture of {folder}. They are set aside, and are not samples.",
            hint="If they do show the person, import them with --keep-faceless.",
            folder=folder,
        )
    if any(count.undecided for count in counts):
        raise StoreError("Nothing was imported from {folder}: you chose no face.", folder=folder)
    raise StoreError("No picture in {folder} can be read.", hint=media.PICTURE_HINT, folder=folder)
