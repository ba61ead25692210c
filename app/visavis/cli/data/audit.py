"""`visavis audit` and `visavis export`: what was done with people's data, and what is held on one person."""

import argparse
from pathlib import Path

from visavis.audit.log import AuditLog
from visavis.backup.disclosure import disclose
from visavis.cli.command import Commands, Context, Parser, emit, report
from visavis.cli.output import count_of
from visavis.errors import StoreError
from visavis.escaping import line
from visavis.people.store import PeopleStore


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    auditing = commands.add_parser(
        "audit", parents=[shared], help="list what was done with people's data, and check that the log is whole"
    )
    auditing.add_argument("--person", metavar="NAME", help="only lines about this person")
    auditing.add_argument("--after", metavar="HASH", help="fail unless the log goes on from the line with this hash")
    auditing.add_argument("--json", action="store_true", help="one JSON object per line on stdout, and one at the end")
    auditing.set_defaults(command=_audit)

    exporting = commands.add_parser("export", parents=[shared], help="copy all that is held on a person, for them")
    exporting.add_argument("name", metavar="NAME")
    exporting.add_argument("--out", metavar="DIR", type=Path, required=True, help="a new or empty folder")
    exporting.add_argument("--json", action="store_true", help="one JSON object on stdout")
    exporting.set_defaults(command=_export)


def _audit(context: Context, arguments: argparse.Namespace) -> int:
    store = PeopleStore(context.folders.people)
    wanted = store.find(arguments.person).id if arguments.person is not None else None
    found = AuditLog(context.folders.people).verify()
    names = {person.id: person.name for person in store.people() if person.id}
    for each in found.lines:
        if wanted is not None and wanted not in {each.person, each.into}:
            continue
        if arguments.json:
            emit(each.as_json())
        else:
            who = " into ".join(names.get(one, one[:8]) for one in (each.person, each.into) if one)
            print(f"{each.time.astimezone():%Y-%m-%d %H:%M:%S}  {each.event:10}  {who}".rstrip())
    is_whole = found.problem is None
    if arguments.json:
        emit({"lines": len(found.lines), "head": found.head, "whole": is_whole})
    if found.problem is not None:
        raise StoreError(found.problem, hint="Somebody changed the log, or a disk did. Compare it with a backup.")
    if arguments.after is not None and arguments.after not in found.hashes:
        raise StoreError(
            "No line of the audit log has the hash {hash}.",
            hint="The log was cut off, or is another one. Compare it with a backup.",
            hash=arguments.after,
        )
    if not arguments.json and found.lines:
        count = len(found.lines)
        told = "1 line, as it was written" if count == 1 else f"{count} lines, all as they were written"
        print(f"{told}. The last one has the hash {found.head}.")
    elif not arguments.json:
        print("Nothing has been done yet.")
    return 0


def _export(context: Context, arguments: argparse.Namespace) -> int:
    person = PeopleStore(context.folders.people).find(arguments.name)
    done = disclose(context.folders, person, arguments.out)
    values = {
        "folder": str(done.folder),
        "name": person.name,
        "pictures": done.pictures,
        "visits": done.visits,
        "models": list(done.models),
        "audit": done.lines,
    }
    text = (
        f"What is held on {person.name} is in {line(done.folder)}: "
        f"{count_of(done.pictures, 'picture', 'pictures')}, {count_of(done.visits, 'visit', 'visits')}, "
        f"{count_of(len(done.models), 'model', 'models')}, {count_of(done.lines, 'line', 'lines')} of the audit log; "
        "about.json has the rest."
    )
    return report(arguments, values, text)
