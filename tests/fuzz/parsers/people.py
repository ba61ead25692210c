"""Parsers of what is stored about people."""

from datetime import UTC, datetime

from fuzz.parsers.parser import Parser, encode
from visavis.errors import PersonNameError
from visavis.forgetting.traces import Journal
from visavis.people.distinct_pairs import DistinctPairs
from visavis.people.names import PersonName, comparison_key, slug_of
from visavis.people.picture_record import PictureRecord
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash

_PERSON = {
    "version": 2,
    "id": "a" * 32,
    "name": "Ada",
    "created": "2026-11-22T12:00:00+00:00",
    "consent": {"by": "", "given": "2026-11-22T12:00:00+00:00", "to": "x", "until": None, "at_end": "ask"},
    "sessions": [],
}
_PICTURES = {"version": 1, "sources": {"a" * 16: "b" * 16}, "faceless": ["c" * 16], "merged": []}
_DISTINCT = {"version": 1, "pairs": [["Ada", "Bob"]]}
_TRACES = {"version": 1, "slugs": ["Ada"], "names": ["Ada"], "hashes": ["a" * 16], "pictures_deleted": True}


def parsers(_, previous):
    return [
        Parser("person.json", _people, (*previous["person.json"], encode(_PERSON)), file="person.json"),
        Parser("pictures.json", _picture_record, (encode(_PICTURES),), file="pictures.json"),
        Parser(
            "distinct.json", lambda path: DistinctPairs(path.parent).pairs(), (encode(_DISTINCT),), file="distinct.json"
        ),
        Parser("rejections.json", _rejections, tuple(previous["rejections.json"]), file="rejections.json"),
        Parser("entry.json", _entries, tuple(previous["entry.json"]), file="entry.json"),
        Parser("forgetting", _journal, (encode(_TRACES),), file="a.json"),
        Parser("name", _name, ("Zoë_\u200bLovelace\n".encode(), b"unknown", b"CON")),
    ]


def _people(path):
    people = PeopleStore(path.parent.parent)
    for person in people.people():
        str(person.created and person.created.astimezone())
        people.picture_record(person)


def _picture_record(path):
    return PictureRecord.load(path.parent)


def _rejections(path):
    return RejectionStore(path.parent).rejections()


def _entries(path):
    (path.parent / "content").mkdir(exist_ok=True)
    trash = Trash(path.parent.parent, path.parent / "people")
    for entry in trash.entries():
        str(entry.expires.astimezone())
    trash.expired_entries(datetime.now(UTC))


def _journal(path):
    journal = Journal(path.parent)
    for each in journal.paths():
        journal.load(each)
    return journal.find("ada")


def _name(path):
    text = path.read_bytes().decode(errors="surrogateescape")
    assert comparison_key(comparison_key(text)) == comparison_key(text)
    assert "/" not in slug_of(text)
    try:
        PersonName(text).encode()
    except PersonNameError as error:
        str(error).encode()
