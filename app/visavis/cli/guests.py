"""`visavis guests`: lists unknown people who come again; names, ignores and discards them."""

import argparse
import sys
from typing import Any

from visavis.cli.command import Commands, Context, Parser, confirm, emit, positive_integer, report, say
from visavis.errors import StoreError
from visavis.people.names import PersonName
from visavis.presence.guest_naming import name_guest
from visavis.sightings.guest_store import Guest, GuestStore
from visavis.sightings.sighting import iso_time


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser(
        "guests", parents=[shared], help="list, name, ignore and discard unknown people who come again"
    )
    parser.set_defaults(command=_list, json=False)
    actions = parser.add_subparsers(metavar="ACTION", parser_class=Parser)
    as_json = Parser(add_help=False)
    as_json.add_argument("--json", action="store_true", help="one JSON object per guest on stdout")
    parents = [shared, as_json]

    listing = actions.add_parser("list", parents=parents, help="list all guests of the recorded visits")
    listing.set_defaults(command=_list)

    naming = actions.add_parser("name", parents=parents, help="say who a guest is: somebody new, or somebody known")
    naming.add_argument("guest", metavar="ID", type=positive_integer)
    naming.add_argument("name", metavar="NAME")
    naming.set_defaults(command=_name)

    ignoring = actions.add_parser("ignore", parents=parents, help="record no more visits of a guest")
    ignoring.add_argument("guest", metavar="ID", type=positive_integer)
    ignoring.add_argument("--undo", action="store_true", help="record them again")
    ignoring.set_defaults(command=_ignore)

    discarding = actions.add_parser("discard", parents=parents, help="delete a guest and their visits, for good")
    discarding.add_argument("guest", metavar="ID", type=positive_integer)
    discarding.add_argument("--yes", action="store_true", help="do not ask for confirmation")
    discarding.set_defaults(command=_discard)


def _list(context: Context, arguments: argparse.Namespace) -> int:
    guests = _store(context).guests()
    if arguments.json:
        for guest in guests:
            emit(_describe(guest))
    elif guests:
        print("visits  pictures  last seen            name")
        for guest in guests:
            last = f"{guest.last.astimezone():%Y-%m-%d %H:%M:%S}" if guest.last else "-"
            note = "  (ignored)" if guest.is_ignored else ""
            print(f"{guest.visits:6}  {guest.pictures:8}  {last:19}  {guest.name}{note}")
    else:
        print("There are no guests. Visits of unknown people are recorded only if the settings allow it.")
    return 0


def _name(context: Context, arguments: argparse.Namespace) -> int:
    guest = _store(context).find(arguments.guest)
    person, pictures = name_guest(context.folders, guest, PersonName(arguments.name))
    values = {"guest": guest.id, "name": person.name, "slug": person.slug, "pictures": pictures}
    return report(arguments, values, f"{guest.name} is {person.name} now, with {_count(pictures, 'picture')}.")


def _ignore(context: Context, arguments: argparse.Namespace) -> int:
    store = _store(context)
    store.ignore(store.find(arguments.guest), is_ignored=not arguments.undo)
    guest = store.find(arguments.guest)
    text = f"No more visits of {guest.name} are recorded." if guest.is_ignored else f"{guest.name} is recorded again."
    return report(arguments, _describe(guest), text)


def _discard(context: Context, arguments: argparse.Namespace) -> int:
    store = _store(context)
    guest = store.find(arguments.guest)
    if not arguments.yes:
        if not sys.stdin.isatty():
            raise StoreError("Nothing is deleted: that cannot be undone, and nobody can be asked.", hint="Add --yes.")
        if not confirm(f"Delete {guest.name} with {_count(guest.visits, 'visit')}, for good?"):
            say("visavis: Nothing was changed.")
            return 1
    visits = store.discard(guest)
    values = {"guest": guest.id, "visits": visits}
    return report(arguments, values, f"{guest.name} is deleted, with {_count(visits, 'visit')}.")


def _store(context: Context) -> GuestStore:
    return GuestStore(context.folders.sightings)


def _describe(guest: Guest) -> dict[str, Any]:
    return {
        "guest": guest.id,
        "name": guest.name,
        "visits": guest.visits,
        "pictures": guest.pictures,
        "first": iso_time(guest.first) if guest.first else None,
        "last": iso_time(guest.last) if guest.last else None,
        "ignored": guest.is_ignored,
    }


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
