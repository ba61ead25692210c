"""The audit log: whole or absent lines, a chain that shows every change, and nobody's name."""

import json

import pytest

from visavis.audit.log import AUDIT_FILE, AuditEvent, AuditFact, AuditLog
from visavis.people.consent import Consent
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore

ADA, BOB, CEM = ("a" * 32, "b" * 32, "c" * 32)


@pytest.fixture
def log(tmp_path):
    return AuditLog(tmp_path)


def facts(log):
    return [(line.event, line.person, line.into) for line in log.verify().lines]


def test_lines_are_chained_and_the_head_changes_with_each(log):
    assert log.verify().head == ""
    heads = set()
    for person in (ADA, BOB):
        log.append(AuditFact(AuditEvent.ENROLLED, person), AuditFact(AuditEvent.RENAMED, person))
        heads.add(log.verify().head)
    assert len(heads) == 2
    assert log.verify().problem is None
    assert facts(log) == [(event, person, "") for person in (ADA, BOB) for event in ("enrolled", "renamed")]
    assert log.path.stat().st_mode & 0o777 == 0o600


def changed(lines):
    """All ways to change one thing in a log of four lines, and the number of the line that is told."""
    yield [lines[0].replace(b"aaa", b"aab", 1), *lines[1:]], 2
    yield [lines[0], *lines[2:]], 2
    yield lines[1:], 1
    yield [lines[1], lines[0], *lines[2:]], 1
    yield [*lines[:2], b"{}", *lines[2:]], 3
    yield [*lines[:2], b"\xff", *lines[2:]], 3
    yield [*lines[:2], lines[2].replace(b'"version": 1', b'"version": 9'), lines[3]], 3
    yield [*lines[:3], lines[3].replace(b"renamed", b"enrolle")], None  # only the head shows it


def test_any_change_but_of_the_end_is_found_and_that_by_the_head(log):
    for person in (ADA, BOB):
        log.append(AuditFact(AuditEvent.ENROLLED, person), AuditFact(AuditEvent.RENAMED, person))
    lines, head = log.path.read_bytes().splitlines(), log.verify().head
    for altered, number in changed(lines):
        log.path.write_bytes(b"".join(line + b"\n" for line in altered))
        report = log.verify()
        if number is None:
            assert report.head != head
        else:
            assert f"Line {number} " in str(report.problem), altered
            assert len(report.lines) == number - 1


def test_what_a_killed_program_left_of_a_line_is_removed(log):
    log.append(AuditFact(AuditEvent.ENROLLED, ADA))
    with log.path.open("ab") as file:
        file.write(b'{"version": 1, "ti')
    assert len(log.verify().lines) == 1
    log.append(AuditFact(AuditEvent.RENAMED, ADA))
    assert log.verify().problem is None
    assert [event for event, _, _ in facts(log)] == ["enrolled", "renamed"]


def test_who_was_forgotten_is_known_by_number_with_those_who_were_merged_into_them(log):
    log.append(
        AuditFact(AuditEvent.MERGED, ADA, BOB),
        AuditFact(AuditEvent.MERGED, BOB, CEM),
        AuditFact(AuditEvent.FORGOTTEN, CEM),
    )
    assert log.forgotten_ids() == {ADA, BOB, CEM}


def test_an_undone_merge_does_not_count(log):
    log.append(AuditFact(AuditEvent.MERGED, ADA, BOB), AuditFact(AuditEvent.UNMERGED, ADA, BOB))
    log.append(AuditFact(AuditEvent.FORGOTTEN, BOB), AuditFact(AuditEvent.FORGOTTEN))
    assert log.forgotten_ids() == {BOB}


def test_each_edit_of_a_person_has_its_line_and_no_line_has_a_name(tmp_path):
    store = PeopleStore(tmp_path / "people")
    ada, bob = store.create(PersonName("Ada")), store.find_or_create(PersonName("Bob"))
    renamed = store.rename(ada, PersonName("Augusta"))
    agreed = store.set_consent(renamed, Consent(to="being recognized at the door"))
    store.merge(agreed, bob)
    assert facts(AuditLog(store.folder)) == [
        ("enrolled", ada.id, ""),
        ("enrolled", bob.id, ""),
        ("renamed", ada.id, ""),
        ("consented", ada.id, ""),
        ("merged", ada.id, bob.id),
    ]
    assert len({ada.id, bob.id}) == 2
    content = (store.folder / AUDIT_FILE).read_text()
    assert not [word for word in ("Ada", "Augusta", "Bob", "door") if word in content]
    assert {key for line in content.splitlines() for key in json.loads(line)} == {
        "version",
        "time",
        "event",
        "person",
        "into",
        "previous",
    }
