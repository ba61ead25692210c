"""`visavis sightings`: what is printed, for people, scripts and spreadsheets; and recording is turned on and off."""

import csv
import io
import json
import re
from datetime import UTC, datetime, timedelta

import pytest

from support.fakes import picture
from visavis.cli import people, sightings
from visavis.cli.command import Context, Parser
from visavis.errors import DamagedFileError, PersonNotFoundError, StoreError
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.settings import Settings
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import SightingChange, SightingStore

NOW = datetime.now(UTC).replace(microsecond=0)
HOUR = timedelta(hours=1)


@pytest.fixture
def visavis(folders, capsys):
    """Run a command: its status, what it printed, and what it said on stderr."""

    def run(*argv):
        parser, shared = Parser(), Parser(add_help=False)
        commands = parser.add_subparsers(required=True, parser_class=Parser)
        for module in (people, sightings):
            module.add(commands, shared)
        arguments = parser.parse_args([str(each) for each in argv])
        status = arguments.command(Context(folders), arguments)
        out, err = capsys.readouterr()
        return status, out, err

    return run


@pytest.fixture
def recorded(folders):
    """Ada came three hours ago and an hour ago, Bob two hours ago, and somebody unknown."""
    store = PeopleStore(folders.people)
    for name in ("Ada", "Bob"):
        store.add(store.create(PersonName(name)), picture(), NOW)
    kept = SightingStore(folders.sightings)
    visits = [("Ada", 3, 0.9), ("Bob", 2, 0.8), ("Ada", 1, 0.95), (None, 0.5, 0.123456)]
    changes = [
        SightingChange(Sighting(name, "camera", NOW - hours * HOUR, NOW - hours * HOUR + HOUR / 4, score))
        for name, hours, score in visits
    ]
    kept.save(changes, lambda name: (name, name, ""), timedelta())
    return kept


def names(out):
    return [json.loads(line)["name"] for line in out.splitlines()]


def test_one_json_object_a_visit(visavis, recorded):
    status, out, err = visavis("sightings", "--json")
    values = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [list(each) for each in values] == [["name", "guest", "source", "first", "last", "score"]] * 4
    assert [(each["name"], each["guest"], each["source"], each["score"]) for each in values] == [
        ("Ada", None, "camera", 0.9),
        ("Bob", None, "camera", 0.8),
        ("Ada", None, "camera", 0.95),
        (None, None, "camera", 0.1235),
    ]
    assert datetime.fromisoformat(values[0]["first"]) == NOW - 3 * HOUR
    assert re.fullmatch(r"[0-9T:-]{19}[+-]\d\d:\d\d", values[0]["last"])


def test_a_table_for_people(visavis, recorded):
    status, out, err = visavis("sightings")
    assert status == 0
    lines = out.splitlines()
    assert lines[0].split() == ["first", "last", "score", "name"]
    assert lines[1].endswith("0.90   Ada  (camera)")
    assert lines[4].endswith("0.12   unknown  (camera)")
    assert "--record on" in err


def test_a_person_and_a_time_can_be_asked_for(visavis, recorded):
    assert names(visavis("sightings", "--json", "--person", "ADA")[1]) == ["Ada", "Ada"]
    assert names(visavis("sightings", "--json", "--since", "100m")[1]) == ["Ada", None]
    assert names(visavis("sightings", "--json", "--since", (NOW - 2 * HOUR).isoformat())[1]) == ["Bob", "Ada", None]
    local = (NOW - 2 * HOUR).astimezone().replace(tzinfo=None)  # without a zone, it is the local time
    assert names(visavis("sightings", "--json", "--since", local.isoformat())[1]) == ["Bob", "Ada", None]
    assert names(visavis("sightings", "--json", "--since", "2h", "--person", "Bob")[1]) == ["Bob"]
    assert names(visavis("sightings", "--json", "--since", "9999-12-31")[1]) == []


@pytest.mark.parametrize("text", ["yesterday", "2026-13-01", "5", "-1h", "99999999d", "999999w", "", "0001-01-01"])
def test_what_is_no_time_is_wrong_usage(visavis, text, capsys):
    with pytest.raises(SystemExit) as ended:
        visavis("sightings", f"--since={text}")
    assert ended.value.code == 2
    assert "must be a date (2026-11-28)" in capsys.readouterr().err


def test_nobody_is_called_that(visavis, recorded):
    with pytest.raises(PersonNotFoundError, match="Zoe"):
        visavis("sightings", "--person", "Zoe")


def test_nothing_recorded_is_no_error(visavis, folders):
    assert visavis("sightings", "--json") == (0, "", "")
    assert visavis("sightings")[1] == "There are no visits.\n"
    assert visavis("sightings", "--csv")[1] == "name,guest,source,first,last,score\n"
    assert not folders.sightings.exists()


def test_a_renamed_person_has_the_new_name(visavis, recorded):
    visavis("people", "rename", "Ada", "Augusta")
    assert names(visavis("sightings", "--json")[1]) == ["Augusta", "Bob", "Augusta", None]
    assert names(visavis("sightings", "--json", "--person", "Augusta")[1]) == ["Augusta", "Augusta"]
    assert "Ada" not in {each.name for each in recorded.sightings()}


def test_a_merge_is_followed(visavis, recorded):
    visavis("people", "merge", "Ada", "Bob")
    assert names(visavis("sightings", "--json")[1]) == ["Bob", "Bob", "Bob", None]


def test_forgetting_a_person_removes_their_visits(visavis, recorded):
    _, out, _ = visavis("people", "forget", "Ada", "--yes")
    assert "2 visits deleted." in out
    assert names(visavis("sightings", "--json")[1]) == ["Bob", None]
    assert b"Ada" not in recorded.path.read_bytes()


def test_somebody_who_is_only_in_the_visits_can_be_asked_for(visavis, recorded, folders):
    from visavis.people.trash import Trash

    store = PeopleStore(folders.people)
    Trash(folders.trash, folders.people).delete_person(store.find("Ada"))
    assert names(visavis("sightings", "--json", "--person", "Ada")[1]) == ["Ada", "Ada"]


HOSTILE = ["=HYPERLINK(1)", "+1", "-2+3", "@SUM(A1)", 'a"b,c', "x\x1b[2Jy", "\u202eevil", " =1", "\u0661\u0662"]


def test_a_table_for_spreadsheets_has_no_formula_and_no_terminal_sequence(visavis, recorded, folders):
    changes = [SightingChange(Sighting("Ada", source, NOW, NOW, 0.5)) for source in HOSTILE]
    recorded.save(changes, lambda name: (name, name, ""), timedelta())
    _, out, _ = visavis("sightings", "--csv")
    rows = list(csv.reader(io.StringIO(out)))
    assert rows[0] == ["name", "guest", "source", "first", "last", "score"]
    assert {len(row) for row in rows} == {6}
    assert [row[2] for row in rows[5:]] == [
        "'=HYPERLINK(1)",
        "'+1",
        "'-2+3",
        "'@SUM(A1)",
        'a"b,c',
        "x\\x1b[2Jy",
        "\\u202eevil",
        "' =1",
        "\u0661\u0662",
    ]
    assert rows[4][0] == ""  # unknown


def test_expired_visits_are_gone(visavis, recorded, folders):
    Settings(sightings_unknown_hours=1, sightings_days=1).save(folders.settings)
    old = SightingChange(Sighting("Bob", "camera", NOW - 50 * HOUR, NOW - 49 * HOUR, 0.5))
    recorded.save([old], lambda name: (name, name, ""), timedelta())
    assert len(recorded.sightings()) == 5
    assert len(names(visavis("sightings", "--json")[1])) == 4
    assert len(recorded.sightings()) == 4


def test_recording_is_turned_on_in_plain_words_and_off(visavis, folders):
    Settings(mirror=False).save(folders.settings)
    status, out, _ = visavis("sightings", "--record", "on")
    assert status == 0
    assert "on this computer only" in out
    assert "30 days" in out
    assert Settings.load(folders.settings) == Settings(mirror=False, sightings=True)
    assert json.loads(visavis("sightings", "--record", "off", "--json")[1]) == {"record": False}
    assert Settings.load(folders.settings) == Settings(mirror=False)


def test_visits_are_deleted_only_with_a_yes(visavis, recorded, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(StoreError, match="cannot be undone"):
        visavis("sightings", "--delete")
    assert len(recorded.sightings()) == 4
    assert visavis("sightings", "--delete", "--person", "Ada", "--yes")[1] == "2 visits deleted.\n"
    assert [each.name for each in recorded.sightings()] == ["Bob", None]


def test_a_damaged_file_is_one_sentence(visavis, recorded):
    recorded.path.write_bytes(b"x" * 5000)
    with pytest.raises(DamagedFileError) as caught:
        visavis("sightings")
    assert str(recorded.path) in str(caught.value)
    assert "delete it" in str(caught.value.hint)
