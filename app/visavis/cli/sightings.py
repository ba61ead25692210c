"""`visavis sightings`: lists who came by, and when; turns recording on and off."""

import argparse
import contextlib
import re
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from visavis.cli.command import Commands, Context, Parser, confirm, emit, report, say
from visavis.errors import PersonNotFoundError, StoreError, VisavisError
from visavis.people.names import comparison_key, shown_name
from visavis.people.store import PeopleStore
from visavis.settings import Settings
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import Retention, SightingStore
from visavis.sightings.table import to_csv, with_names

#: The units of `--since`, such as 90m, 8h or 7d.
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("sightings", parents=[shared], help="list who came by, and when")
    parser.add_argument("--person", metavar="NAME", help="only visits of this person")
    parser.add_argument(
        "--since", metavar="WHEN", type=_since, help="only visits since a date, a time (ISO 8601), or 90m, 8h, 7d"
    )
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--csv", action="store_true", help="a table for spreadsheets on stdout")
    output.add_argument("--json", action="store_true", help="one JSON object per visit on stdout")
    parser.add_argument("--record", choices=("on", "off"), help="record visits from now on, or no more")
    parser.add_argument("--delete", action="store_true", help="delete the visits instead of listing them")
    parser.add_argument("--yes", action="store_true", help="do not ask for confirmation")
    parser.set_defaults(command=_run)


def _run(context: Context, arguments: argparse.Namespace) -> int:
    if arguments.record:
        return _record(context, arguments)
    settings = Settings.load(context.folders.settings)
    store = SightingStore(context.folders.sightings)
    retention = Retention(timedelta(days=settings.sightings_days), timedelta(hours=settings.sightings_unknown_hours))
    store.purge(datetime.now(UTC), retention)
    found = _find(context, store, arguments)
    if arguments.delete:
        return _delete(arguments, store, found)
    if arguments.csv:
        print(to_csv(found), end="")
    elif arguments.json:
        for sighting in found:
            emit(sighting.as_json())
    else:
        _print(found)
        if not settings.sightings:
            say("visavis: Nothing is recorded. To record who comes and when: visavis sightings --record on.")
    return 0


def _record(context: Context, arguments: argparse.Namespace) -> int:
    is_on = arguments.record == "on"
    path = context.folders.settings
    settings = replace(Settings.load(path), sightings=is_on)
    settings.save(path)
    if is_on:
        text = (
            "From now on, visavis live records who comes and when, on this computer only. "
            f"Visits are deleted after {settings.sightings_days} days. Ask people first."
        )
    else:
        text = "Nothing is recorded from the next start of visavis live on. To delete what there is: --delete."
    return report(arguments, {"record": is_on}, text)


def _find(context: Context, store: SightingStore, arguments: argparse.Namespace) -> list[Sighting]:
    """The sightings that were asked for, with the names that people have now."""
    people = PeopleStore(context.folders.people)
    names: dict[str, str] = {}
    ids: dict[str, str] = {}
    with contextlib.suppress(VisavisError):  # the sightings have names of their own
        names = {person.slug: person.name for person in people.people()}
        ids = {person.slug: person.id for person in people.people() if person.id}
    person: str | None = None
    person_id = ""
    if arguments.person is not None:
        try:
            known = people.find(arguments.person)
            person, person_id = known.slug, known.id
        except PersonNotFoundError:
            stored = store.sightings()
            key = comparison_key(arguments.person)
            person = next((each.person for each in stored if each.name and comparison_key(each.name) == key), None)
            if person is None:
                raise
    found = store.sightings(arguments.since, person, person_id=person_id)
    return with_names(found, names, ids)


def _delete(arguments: argparse.Namespace, store: SightingStore, found: list[Sighting]) -> int:
    count = len(found)
    if found and not arguments.yes:
        if not sys.stdin.isatty():
            raise StoreError("Nothing is deleted: that cannot be undone, and nobody can be asked.", hint="Add --yes.")
        if not confirm(f"Delete {_visit_count(count)}, for good?"):
            say("visavis: Nothing was changed.")
            return 1
    return report(arguments, {"deleted": store.delete(found)}, f"{_visit_count(count)} deleted.")


def _print(found: list[Sighting]) -> None:
    if not found:
        print("There are no visits.")
        return
    print("first                last                 score  name")
    for sighting in found:
        first, last = (f"{time.astimezone():%Y-%m-%d %H:%M:%S}" for time in (sighting.first, sighting.last))
        print(f"{first}  {last}  {sighting.score:.2f}   {_who(sighting)}  ({sighting.source})")


def _who(sighting: Sighting) -> str:
    """Who it was: a name, a guest, or somebody unknown."""
    return shown_name(sighting.name) if sighting.guest is None else f"Guest {sighting.guest}"


def _visit_count(count: int) -> str:
    return f"{count} visit{'' if count == 1 else 's'}"


def _since(text: str) -> datetime:
    """Parse a date, a time, or how long ago."""
    try:
        if ago := re.fullmatch(r"(\d{1,6})([mhdw])", text):
            return datetime.now(UTC) - int(ago[1]) * _UNITS[ago[2]]
        if text == "today":
            return datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(
            f"must be a date (2026-11-28), a time (2026-11-28T08:00), today, or 90m, 8h, 7d, not {text!r}"
        ) from None
