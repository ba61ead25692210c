"""`visavis people`: lists and edits the enrolled people."""

import argparse
import re
import shlex
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from visavis import forgetting
from visavis.cli.command import Commands, Context, Parser, confirm, emit, report, say
from visavis.cli.data import consent
from visavis.cli.data.consent import describe, sentences
from visavis.errors import StoreError, VisavisError
from visavis.escaping import line
from visavis.factory.embeddings import create_duplicate_search
from visavis.people import edits, exporter
from visavis.people.edits import PeopleEdit
from visavis.people.names import PersonName
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore, Person, Sample
from visavis.people.trash import Trash
from visavis.recognition import embedding_cache, gallery
from visavis.training_client import rebuild


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser(
        "people",
        parents=[shared],
        help="list, show, rename, merge, distinct, move, reject, use, set-aside, consent, forget, export",
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True, parser_class=Parser)
    as_json = Parser(add_help=False)
    as_json.add_argument("--json", action="store_true", help="one JSON object per person on stdout")
    parents = [shared, as_json]

    listing = actions.add_parser("list", parents=parents, help="list all people with their number of samples")
    listing.set_defaults(command=_list)

    showing = actions.add_parser("show", parents=parents, help="show a person with all samples")
    showing.add_argument("name", metavar="NAME")
    showing.set_defaults(command=_show)

    renaming = actions.add_parser("rename", parents=parents, help="rename a person (models keep working)")
    renaming.add_argument("name", metavar="A", help="the current name")
    renaming.add_argument("new", metavar="B", help="the new name")
    renaming.set_defaults(command=_rename)

    merging = actions.add_parser("merge", parents=parents, help="merge two entries of one person")
    merging.add_argument("name", metavar="A", help="the person who is merged and removed")
    merging.add_argument("into", metavar="INTO-B", help="the person who gets the samples")
    merging.set_defaults(command=_merge)

    telling_apart = actions.add_parser(
        "distinct", parents=parents, help="say that two people who look alike are two people"
    )
    telling_apart.add_argument("name", metavar="A", help="one of the two")
    telling_apart.add_argument("other", metavar="B", help="the other one")
    telling_apart.set_defaults(command=_distinct)

    moving = actions.add_parser("move", parents=parents, help="move samples to the person whom they show")
    moving.add_argument("samples", metavar="SAMPLE", nargs="+", help="a path, or the first digits of a hash (see show)")
    moving.add_argument("name", metavar="NAME", help="the person whom they show")
    moving.set_defaults(command=_move)

    rejecting = actions.add_parser("reject", parents=parents, help="reject samples that do not show their person")
    rejecting.add_argument(
        "samples", metavar="SAMPLE", nargs="+", help="a path, or the first digits of a hash (see show)"
    )
    rejecting.add_argument("--stranger", action="store_true", help="they show nobody who is enrolled")
    rejecting.set_defaults(command=_reject)

    for action, command, what in (
        ("use", _use, "use pictures as samples although no face was found in them"),
        ("set-aside", _set_aside, "set pictures aside, so that they are not samples"),
    ):
        changing = actions.add_parser(action, parents=parents, help=what)
        changing.add_argument(
            "samples", metavar="SAMPLE", nargs="+", help="a path, or the first digits of a hash (see show)"
        )
        changing.set_defaults(command=command)

    forgetting = actions.add_parser("forget", parents=parents, help="delete a person everywhere, also from models")
    forgetting.add_argument("name", metavar="NAME")
    forgetting.add_argument("--yes", action="store_true", help="do not ask for confirmation")
    forgetting.set_defaults(command=_forget, recovers=False)  # it completes what was interrupted itself

    consent.add(actions, parents)

    exporting = actions.add_parser("export", parents=parents, help="copy all samples to folders named after the people")
    exporting.add_argument("folder", metavar="DIR", type=Path, help="a new or empty folder")
    exporting.set_defaults(command=_export)


def _list(context: Context, arguments: argparse.Namespace) -> int:
    store = _store(context)
    consent.expire(context)
    people = store.people()
    duplicates = create_duplicate_search(context.folders)()
    if arguments.json:
        similar: dict[str, list[str]] = {}
        for each in duplicates:
            similar.setdefault(each.person.slug, []).append(each.other.name)
            similar.setdefault(each.other.slug, []).append(each.person.name)
        for person in people:
            emit({**_describe(store, person), "looks_like": similar.get(person.slug, [])})
    elif people:
        print("samples  since       name")
        for person in people:
            aside = len(store.aside(person))
            notes = [f"{aside} set aside"] if aside else []
            notes += ["their agreement has ended"] if person.consent.has_ended(datetime.now(UTC)) else []
            note = f"  ({', '.join(notes)})" if notes else ""
            print(f"{len(store.samples(person)):7}  {_creation_day(person):10}  {person.name}{note}")
    else:
        print("There is nobody yet. Capture someone: visavis enroll NAME --source 0.")
    for one, other in store.same_names():
        say(
            f"visavis: The folders {one.folder.name!r} and {other.folder.name!r} have the same name, and "
            f"count as one person, {one.name}. Rename one of them if they are two people."
        )
    for each in duplicates:
        merging, distinct = (
            shlex.join(["visavis", "people", action, each.other.name, each.person.name])
            for action in ("merge", "distinct")
        )
        say(
            f"visavis: {each.person.name} and {each.other.name} look like the same person. "
            f"Merge them: {merging}. Or say that they are two people: {distinct}."
        )
    return 0


def _show(context: Context, arguments: argparse.Namespace) -> int:
    store = _store(context)
    person = store.find(arguments.name)
    samples, aside = store.samples(person), store.aside(person)
    faceless = embedding_cache.faceless_hashes(context.folders.embeddings, store, person)
    suspects = gallery.cached_suspects(context.folders.embeddings, store, person)
    others = store.other_files(person)
    if arguments.json:
        sessions = [{"started": each.started.isoformat(), "ended": each.ended.isoformat()} for each in person.sessions]
        files = [
            {
                "path": str(each.path),
                "hash": each.hash,
                "taken": _taken_iso(each),
                "left_out": each.hash in faceless,
                "suspect": each.hash in suspects,
            }
            for each in samples
        ]
        apart = [{"path": str(each.path), "hash": each.hash, "taken": _taken_iso(each)} for each in aside]
        passed_over = [str(each.path) for each in others]
        about = {"sessions": sessions, "files": files, "set_aside": apart, "passed_over": passed_over}
        emit({**_describe(store, person), **about})
        return 0
    print(f"{person.name}, since {_creation_day(person)}: {_sample_count(len(samples))}")
    for session in person.sessions:
        print(f"captured {session.started.astimezone():%Y-%m-%d %H:%M}")
    for sentence in sentences(person.consent):
        print(line(sentence))
    for sample in samples:
        note = "  (no face was found: left out)" if sample.hash in faceless else ""
        note = "  (may show another person)" if sample.hash in suspects else note
        print(f"{sample.hash}  {line(sample.path)}{note}")
    if aside:
        print("set aside, because no face was found or you said so:")
    for picture in aside:
        print(f"{picture.hash}  {line(picture.path)}")
    for other in others:
        print(line(f"{other.problem} It is passed over."))
    if aside or faceless:
        print("To use one as a sample anyway: visavis people use HASH.")
    if suspects:
        print("Move what shows another person with: visavis people move HASH NAME, or: visavis people reject HASH.")
    return 0


def _rename(context: Context, arguments: argparse.Namespace) -> int:
    store = _store(context)
    person = store.find(arguments.name)
    edits.rename(store, person, PersonName(arguments.new), context.folders)
    renamed = store.find(arguments.new)
    return report(arguments, _describe(store, renamed), f"{person.name} is now called {renamed.name}.")


def _merge(context: Context, arguments: argparse.Namespace) -> int:
    store = _store(context)
    person = store.find(arguments.name)
    into = store.find(arguments.into)
    folders = context.folders
    trash, rejections = Trash(folders.trash, folders.people), RejectionStore(folders.strangers)
    edits.merge(store, trash, rejections, [person], into, folders)
    merged = store.find(into.name)
    values = _describe(store, merged)
    return report(
        arguments, values, f"{person.name} is part of {merged.name} now, who has {_sample_count(values['samples'])}."
    )


def _distinct(context: Context, arguments: argparse.Namespace) -> int:
    store = _store(context)
    person, other = store.find(arguments.name), store.find(arguments.other)
    edits.call_distinct(store, person, other)
    values = {**_describe(store, person), "distinct_from": other.name}
    return report(arguments, values, f"{person.name} and {other.name} are two people.")


def _move(context: Context, arguments: argparse.Namespace) -> int:
    store = _store(context)
    person = store.find(arguments.name)
    samples = [_find_sample(store, given) for given in arguments.samples]
    values = _describe(store, store.move(samples, person))
    return report(arguments, values, f"{person.name} has {_sample_count(values['samples'])} now.")


def _reject(context: Context, arguments: argparse.Namespace) -> int:
    store = _store(context)
    rejections = RejectionStore(context.folders.strangers)
    samples = [_find_sample(store, given) for given in arguments.samples]
    people = {person.slug: person for person in store.people()}
    for sample in samples:
        rejections.reject_samples([sample], None if arguments.stranger else people[sample.person])
    for slug in dict.fromkeys(sample.person for sample in samples):
        person = people[slug]
        report(
            arguments, _describe(store, person), f"{person.name} has {_sample_count(len(store.samples(person)))} left."
        )
    return 0


def _use(context: Context, arguments: argparse.Namespace) -> int:
    return _set_states(context, arguments, edits.use)


def _set_aside(context: Context, arguments: argparse.Namespace) -> int:
    return _set_states(context, arguments, edits.set_aside)


def _set_states(
    context: Context,
    arguments: argparse.Namespace,
    edit: Callable[[PeopleStore, Person, Sequence[Sample]], PeopleEdit],
) -> int:
    store = _store(context)
    samples = [_find_sample(store, given) for given in arguments.samples]
    people = {person.slug: person for person in store.people()}
    for slug in dict.fromkeys(sample.person for sample in samples):
        edit(store, people[slug], [sample for sample in samples if sample.person == slug])
        values = _describe(store, people[slug])
        report(arguments, values, f"{people[slug].name} has {_sample_count(values['samples'])} now.")
    return 0


def _forget(context: Context, arguments: argparse.Namespace) -> int:
    store = _store(context)
    person = forgetting.find(context.folders, arguments.name)
    count = _count_pictures(store, person)
    if not arguments.yes:
        if not sys.stdin.isatty():
            raise StoreError(
                "{name} is not forgotten: that cannot be undone, and nobody can be asked.",
                hint="Add --yes.",
                name=person.name,
            )
        if not confirm(f"Delete {person.name} with {_sample_count(count)}, for good?"):
            say("visavis: Nothing was changed.")
            return 1
    receipt = forgetting.forget(context.folders, person)
    bare = [change.message for change in rebuild.rebuild_networks(context.folders)]
    models = [str(message) for message in (*(change.message for change in receipt.models), *bare)]
    values = {"name": person.name, "slug": person.slug, "samples": receipt.samples, "models": models}
    values |= {key: value for key, value in receipt.record().items() if key not in {"version", "pictures", *values}}
    values["problems"] = [str(error) for error in receipt.problems]
    text = "\n".join([f"{person.name} is forgotten.", *map(str, forgetting.summary([receipt])), *map(str, bare)])
    if receipt.retired:
        text += "\nLearn the others anew with: visavis train."
    report(arguments, values, text)
    if receipt.problems:
        raise StoreError(receipt.problem, hint=receipt.problems[0].hint)
    return 0


def _count_pictures(store: PeopleStore, person: Person) -> int:
    """The number of pictures that a person has; 0 if they cannot be read."""
    try:
        return len(store.pictures(person))
    except VisavisError:
        return 0


def _export(context: Context, arguments: argparse.Namespace) -> int:
    count = exporter.export(_store(context), arguments.folder)
    values = {"folder": str(arguments.folder), "samples": count}
    return report(arguments, values, f"{_sample_count(count)} copied to {line(arguments.folder)}.")


def _store(context: Context) -> PeopleStore:
    return PeopleStore(context.folders.people)


def _describe(store: PeopleStore, person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "slug": person.slug,
        "samples": len(store.samples(person)),
        "aside": len(store.aside(person)),
        "created": person.created.isoformat() if person.created else None,
        "consent": person.consent.to,
        "agreement": describe(person.consent),
    }


def _find_sample(store: PeopleStore, given: str) -> Sample:
    """Find a sample by its path or the first digits of its hash."""
    samples = [picture for person in store.people() for picture in store.pictures(person)]
    path, folder = Path(given).resolve(), store.folder.resolve()
    found = [sample for sample in samples if folder / sample.path.relative_to(store.folder) == path]
    if not found and re.fullmatch("[0-9a-f]{1,16}", given.lower()):
        found = [sample for sample in samples if sample.hash.startswith(given.lower())]
    if not found:
        raise StoreError(
            "There is no sample {given}.", hint="See someone's samples with: visavis people show NAME.", given=given
        )
    if len(found) > 1:
        raise StoreError(
            "{count} samples begin with {given}.", hint="Give more digits, or the path.", count=len(found), given=given
        )
    return found[0]


def _sample_count(samples: int) -> str:
    return f"{samples} sample{'' if samples == 1 else 's'}"


def _creation_day(person: Person) -> str:
    return person.created.astimezone().strftime("%Y-%m-%d") if person.created else "by hand"


def _taken_iso(sample: Sample) -> str | None:
    return sample.taken.isoformat() if sample.taken else None
