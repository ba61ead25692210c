"""`visavis enroll`: capture mode without a window."""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator

from visavis.cli.command import Commands, Context, Parser, emit, positive_integer, say
from visavis.enrollment.capture import Capture
from visavis.enrollment.coverage import Cell
from visavis.enrollment.session import Enrollment
from visavis.errors import SourceError, StoreError
from visavis.faces.quality import Refusal
from visavis.factory.detectors import STILLS, create_detector
from visavis.factory.enrollment import create_face_embedder
from visavis.factory.networks import NetworkLoader
from visavis.imaging.frames import Frame
from visavis.messages import Message
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.sources import open_source
from visavis.sources.demo import show_one_person

#: Seconds without a sample after which the reasons are said.
_PATIENCE_S = 10.0


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
    loader = NetworkLoader(context.folders, on_progress=say)
    detect = create_detector(loader, STILLS)
    enrollment = Enrollment(arguments.count, create_face_embedder(loader))
    capture = Capture(enrollment)
    source_error = None
    try:
        capture.take(_tell_waits(show_one_person(source), enrollment), detect)
    except SourceError as error:
        if not enrollment.accepted:
            raise
        source_error = error
    finally:  # also if interrupted: what was accepted is kept
        capture.leave_out_outliers()
        capture.save(PeopleStore(context.folders.people), name)
    if source_error:
        say(f"visavis: {source_error} What was accepted is kept.")
    elif not enrollment.is_complete:
        say(f"visavis: The source ended early: {enrollment.accepted} of {enrollment.wanted} samples.")
    if not enrollment.accepted:
        reasons = _reason_counts(enrollment.refusals)
        raise StoreError(
            "No frame could be used for {name}{reasons}.",
            hint=_HINT,
            name=name,
            reasons=": " + reasons if reasons else "",
        )
    others = enrollment.refusals[Refusal.OTHER_PERSON]
    if others > enrollment.accepted:
        say(f"visavis: Most pictures show somebody else. {name} is whoever was in view first.")
    if arguments.json:
        _emit_result(name, capture)
    else:
        _print_result(name, capture)
    return 0


def _tell_waits(frames: Iterable[Frame], enrollment: Enrollment) -> Iterator[Frame]:
    """Yield frames; if none of them becomes a sample for a while, say why: a live source never ends."""
    accepted, refusals, since = 0, Counter[Refusal](), time.monotonic()
    for frame in frames:
        now = time.monotonic()
        if enrollment.accepted > accepted or now - since >= _PATIENCE_S:
            if enrollment.accepted == accepted and (reasons := _reason_counts(enrollment.refusals - refusals)):
                say(f"{accepted} of {enrollment.wanted} samples; waiting: {reasons}. Ctrl-C ends, and keeps them.")
            accepted, refusals, since = enrollment.accepted, Counter(enrollment.refusals), now
        yield frame


def _emit_result(name: PersonName, capture: Capture) -> None:
    enrollment = capture.enrollment
    emit(
        {
            "name": name,
            "accepted": enrollment.accepted,
            "refused": {refusal.name.lower(): times for refusal, times in enrollment.refusals.items()},
            "outliers": capture.outliers,
            "missing": [cell.value for cell in enrollment.coverage.missing_cells()],
        }
    )


def _print_result(name: PersonName, capture: Capture) -> None:
    enrollment = capture.enrollment
    refusals = Counter(enrollment.refusals)
    others = refusals.pop(Refusal.OTHER_PERSON, 0)
    reasons = _reason_counts(refusals)
    noun = "sample" if enrollment.accepted == 1 else "samples"
    print(f"{enrollment.accepted} {noun} of {name} kept." + (f" Frames refused: {reasons}." if reasons else ""))
    if left_out := _left_out(others, capture.outliers):
        print(left_out)
    if enrollment.coverage.missing_cells():
        print(f"More would help: {', '.join(_CELL_TEXTS[cell] for cell in enrollment.coverage.missing_cells())}.")


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


def _left_out(others: int, outliers: int) -> str:
    """What was left out because of whom it shows; empty if nothing was."""
    counts = [(others, "frame", "of somebody else"), (outliers, "picture", "unlike the others")]
    parts = [f"{count} {noun}{'' if count == 1 else 's'} {what}" for count, noun, what in counts if count]
    return f"Left out: {', '.join(parts)}." if parts else ""
