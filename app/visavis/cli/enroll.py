"""`visavis enroll`: capture mode without a window."""

import argparse
from collections import Counter

from visavis.cli.command import Commands, Context, Parser, emit, positive_integer, say
from visavis.enrollment.coverage import Cell
from visavis.enrollment.session import Enrollment
from visavis.errors import SourceError, StoreError
from visavis.faces.quality import Refusal
from visavis.factory.detectors import STILLS, create_detector
from visavis.factory.networks import NetworkLoader
from visavis.messages import Message
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.sources import open_source


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("enroll", parents=[shared], help="capture samples of a person from a source")
    parser.add_argument("name", metavar="NAME", help="the person; new, or enrolled already")
    parser.add_argument("--source", metavar="S", required=True, help="camera, file, folder, address, or demo")
    parser.add_argument(
        "--count", metavar="N", type=positive_integer, default=20, help="number of samples to accept (default: 20)"
    )
    parser.add_argument("--json", action="store_true", help="the result as one JSON object on stdout")
    parser.set_defaults(command=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    name = PersonName(arguments.name)
    source = open_source(arguments.source, paced=False)
    detect = create_detector(NetworkLoader(context.folders, on_progress=say), STILLS)
    enrollment = Enrollment(arguments.count)
    store = PeopleStore(context.folders.people)
    source_error = None
    try:
        for frame in source:
            verdict = enrollment.offer(frame, detect(frame.image)) if enrollment.is_due(frame) else None
            if verdict is not None and verdict.sample is not None:
                store.add(store.find_or_create(name), verdict.sample, verdict.taken)
            if enrollment.is_complete:
                break
    except SourceError as error:
        if not enrollment.accepted:
            raise
        source_error = error
    finally:
        if enrollment.accepted:
            store.record_session(store.find(name), enrollment.started, enrollment.ended)
    if source_error:
        say(f"visavis: {source_error} What was accepted is kept.")
    elif not enrollment.is_complete:
        say(f"visavis: The source ended early: {enrollment.accepted} of {enrollment.wanted} samples.")
    reasons = _reason_counts(enrollment.refusals)
    if not enrollment.accepted:
        raise StoreError(
            "No frame could be used for {name}{reasons}.",
            hint=_HINT,
            name=name,
            reasons=": " + reasons if reasons else "",
        )
    if arguments.json:
        refused = {refusal.name.lower(): times for refusal, times in enrollment.refusals.items()}
        missing = [cell.value for cell in enrollment.coverage.missing_cells()]
        emit({"name": name, "accepted": enrollment.accepted, "refused": refused, "missing": missing})
    else:
        print(f"{enrollment.accepted} samples of {name} kept." + (f" Frames refused: {reasons}." if reasons else ""))
        if enrollment.coverage.missing_cells():
            print(f"More would help: {', '.join(_CELL_TEXTS[cell] for cell in enrollment.coverage.missing_cells())}.")
    return 0


#: The views of `Coverage`, in words.
_CELL_TEXTS = {
    Cell.FRONT: "straight ahead",
    Cell.LEFT: "turned to the left",
    Cell.RIGHT: "turned to the right",
    Cell.UP: "looking up",
    Cell.DOWN: "looking down",
    Cell.NEAR: "nearer",
    Cell.FAR: "farther away",
    Cell.LIGHT: "in another light",
}


_HINT = Message("One person at a time, in good light, the face at least 80 pixels wide.")


def _reason_counts(refusals: Counter[Refusal]) -> str:
    return ", ".join(f"{times} ({refusal.value})" for refusal, times in refusals.most_common())
