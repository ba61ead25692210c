"""`visavis recordings`: lists and deletes recorded live sessions."""

import argparse
import sys
from typing import Any

from visavis.cli.command import Commands, Context, Parser, confirm, emit, report, say
from visavis.errors import StoreError
from visavis.escaping import line
from visavis.people.names import PersonName, comparison_key, shown_name
from visavis.people.store import PeopleStore
from visavis.recordings.index import RecordingIndex
from visavis.recordings.store import RecordingStore, StoredRecording


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("recordings", parents=[shared], help="list and delete recorded live sessions")
    parser.set_defaults(command=_list, json=False)
    actions = parser.add_subparsers(metavar="ACTION", parser_class=Parser)
    as_json = Parser(add_help=False)
    as_json.add_argument("--json", action="store_true", help="one JSON object per recording on stdout")
    parents = [shared, as_json]

    listing = actions.add_parser("list", parents=parents, help="list all recordings, and who was named in them")
    listing.set_defaults(command=_list)

    removing = actions.add_parser("remove", parents=parents, help="delete recordings, for good")
    removing.add_argument("recordings", metavar="NAME", nargs="+")
    removing.add_argument("--yes", action="store_true", help="do not ask for confirmation")
    removing.set_defaults(command=_remove)


def _list(context: Context, arguments: argparse.Namespace) -> int:
    recordings = RecordingStore(context.folders.recordings).recordings()
    present = {person.name for person in PeopleStore(context.folders.people).people()} if recordings else set()
    if arguments.json:
        for recording in recordings:
            emit(_describe(recording, present))
    elif recordings:
        for recording in recordings:
            print(f"{line(recording.path)}: {_summary(recording, present)}")
    else:
        print("There are no recordings. To make one: F9 in the window, or visavis live --headless --record.")
    return 0


def _remove(context: Context, arguments: argparse.Namespace) -> int:
    store = RecordingStore(context.folders.recordings)
    found = [store.find(name) for name in dict.fromkeys(arguments.recordings)]
    count = f"{len(found)} recording{'' if len(found) == 1 else 's'}"
    if not arguments.yes:
        if not sys.stdin.isatty():
            raise StoreError("Nothing is deleted: that cannot be undone, and nobody can be asked.", hint="Add --yes.")
        if not confirm(f"Delete {count}, for good?"):
            say("visavis: Nothing was changed.")
            return 1
    for recording in found:
        store.delete(recording)
    return report(arguments, {"deleted": [recording.name for recording in found]}, f"{count} deleted.")


def _summary(recording: StoredRecording, present: set[PersonName]) -> str:
    """How long a recording is, how large, and who was named in it."""
    index, size = recording.index, f"{recording.size / 1e6:.1f} MB"
    if index is None:
        return f"damaged, {size}"
    people = [line(shown_name(name)) for name in _names(index, present)] + ["unknown people"] * index.has_unknown
    return f"{index.duration:.1f} s, {len(index.frames)} frames, {size}, {', '.join(people) or 'nobody'}"


def _describe(recording: StoredRecording, present: set[PersonName]) -> dict[str, Any]:
    index = recording.index
    return {
        "name": recording.name,
        "path": str(recording.path),
        "bytes": recording.size,
        "started": index.started.isoformat() if index else None,
        "duration": round(index.duration, 3) if index else None,
        "frames": len(index.frames) if index else None,
        "people": _names(index, present) if index else None,
        "unknown": index.has_unknown if index else None,
        "damaged": index is None,
    }


def _names(index: RecordingIndex, present: set[PersonName]) -> list[str]:
    """Who was named in a recording, by the names that they have now; earlier ones of those who are not there."""
    keys = {comparison_key(name) for name in index.people}
    return sorted(str(name) for name in present if name.key in keys) or sorted(index.people)
