"""The audit log: one line per event, each with the hash of the line before, so that no line can be changed unnoticed.

A line names nobody. It has the `id` of a person: 128 random bits that only the person's record connects with a name.
When the person is forgotten, the record is deleted, and nobody can tell any more whom the lines are about. They still
prove that somebody was enrolled, and forgotten. The log alone does not show that its end was cut off. A user who noted
the hash of the last line on an earlier day can check that nothing before it was changed or removed since.
"""

import hashlib
import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import NotRequired, TypedDict

from visavis.errors import FileError
from visavis.messages import Message, verbatim
from visavis.storage import disk, reader, sealing

#: The log, in the folder of all people.
AUDIT_FILE = "audit.jsonl"
#: The version of a line.
_VERSION = 1
#: Maximum size of the log, in bytes: that of a million lines.
_MAX_BYTES = 256_000_000
#: Maximum length of a line, in bytes. Ours have 300.
_MAX_LINE = 4096
#: What an `id` is.
_ID = re.compile(r"[0-9a-f]{32}")


class AuditEvent(StrEnum):
    """What was done."""

    ENROLLED = "enrolled"
    RENAMED = "renamed"
    MERGED = "merged"
    UNMERGED = "unmerged"
    CONSENTED = "consented"
    EXPIRED = "expired"
    EXPORTED = "exported"
    FORGOTTEN = "forgotten"
    BACKED_UP = "backed up"
    RESTORED = "restored"


class _LineRecord(TypedDict):
    version: int
    time: str
    event: str
    person: NotRequired[str]
    into: NotRequired[str]
    previous: str


@dataclass(frozen=True, slots=True)
class AuditFact:
    """Something that was done."""

    event: AuditEvent
    person: str = ""
    """The `id` of the person; empty if it is about everybody."""
    into: str = ""
    """The `id` of the person with whom they were merged."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """A line of the log."""

    time: datetime
    event: str
    person: str
    into: str

    def as_json(self) -> dict[str, str]:
        """What `audit --json` prints of it."""
        values = {"time": self.time.isoformat(), "event": self.event, "person": self.person, "into": self.into}
        return {key: value for key, value in values.items() if value}


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What came of verifying the log."""

    lines: tuple[AuditLine, ...]
    """Those before the first that is damaged."""
    head: str
    """The hash of the last line, to be compared with later; empty without one."""
    problem: Message | None = None
    """What is wrong, and where; None if the chain is whole."""
    hashes: tuple[str, ...] = ()
    """Of the lines, in their order."""


class AuditLog:
    """The log of a folder of people. Whoever appends to it holds the lock of that folder.

    Parameters
    ----------
    folder : Path
        The folder of all people.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / AUDIT_FILE

    def append(self, *facts: AuditFact, now: datetime | None = None) -> None:
        """Add lines, all or none. Call it with the lock of the folder held.

        What a killed program left of a line is removed.

        Raises
        ------
        DiskError
            If the disk refuses.
        """
        time = now or datetime.now(UTC)
        if not self.path.is_file():
            disk.write_whole(self.path, b"")
        if sealing.is_sealed(self.path):  # nothing can be added to it
            self._rewrite(facts, time)
            return
        with disk.translate_errors(self.path), self.path.open("r+b") as file:
            size = file.seek(0, os.SEEK_END)
            start = max(size - _MAX_LINE, 0)
            file.seek(start)
            tail = file.read()
            whole = tail[: tail.rfind(b"\n") + 1]
            end = start + len(whole)
            try:
                file.seek(end)
                file.write(_encode_after(whole, facts, time))
                file.truncate()
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                file.truncate(end)
                raise

    def _rewrite(self, facts: Sequence[AuditFact], time: datetime) -> None:
        content = reader.read_bytes(self.path, _MAX_BYTES)
        whole = content[: content.rfind(b"\n") + 1]
        disk.write_whole(self.path, whole + _encode_after(whole, facts, time))

    def record(self, *facts: AuditFact, now: datetime | None = None) -> None:
        """Add lines, taking the lock for that.

        Raises
        ------
        DiskError
            If the disk refuses.
        """
        with disk.lock(self.path.parent):
            self.append(*facts, now=now)

    def content(self) -> bytes:
        """The whole log as it is; empty without one.

        Raises
        ------
        FileError
            If it cannot be opened.
        """
        try:
            return reader.read_bytes(self.path, _MAX_BYTES)
        except (FileNotFoundError, NotADirectoryError):
            return b""

    def replace_content(self, content: bytes) -> None:
        """Put another log in place of this one, such as one that goes on from it."""
        disk.write_whole(self.path, content)

    def verify(self) -> AuditReport:
        """Read the log and check its chain.

        Raises
        ------
        FileError
            If it cannot be opened.
        """
        content = self.content()
        lines: list[AuditLine] = []
        hashes: list[str] = []
        last = b""
        texts = content.split(b"\n")[:-1]  # the rest is what a killed program left of a line
        for number, text in enumerate(texts, start=1):
            try:
                line = _parse(text, _hash(last))
            except (ValueError, OverflowError, RecursionError) as error:
                problem = Message(
                    "Line {number} of {path} is not as it was written: {reason}.",
                    number=number,
                    path=str(self.path),
                    reason=verbatim(str(error)),
                )
                return AuditReport(tuple(lines), _hash(last), problem, tuple(hashes))
            lines.append(line)
            last = text
            hashes.append(_hash(last))
        return AuditReport(tuple(lines), _hash(last), hashes=tuple(hashes))

    def lines(self) -> tuple[AuditLine, ...]:
        """All lines before the first that is damaged; none if the log cannot be opened."""
        try:
            return self.verify().lines
        except FileError:
            return ()

    def forgotten_ids(self) -> frozenset[str]:
        """The ids of all who were forgotten, with those who had been merged into them."""
        into: dict[str, set[str]] = {}
        found: set[str] = set()
        for line in self.lines():
            if line.event == AuditEvent.MERGED:
                into.setdefault(line.into, set()).add(line.person)
            elif line.event == AuditEvent.UNMERGED:
                into.get(line.into, set()).discard(line.person)
            elif line.event == AuditEvent.FORGOTTEN:
                found |= _with_merged(line.person, into)
        return frozenset(found - {""})


def _with_merged(person: str, into: dict[str, set[str]]) -> set[str]:
    """An id, and those of all who were merged into its person, also by way of others."""
    found, pending = set[str](), [person]
    while pending:
        current = pending.pop()
        if current not in found:
            found.add(current)
            pending += into.get(current, ())
    return found


def is_id(text: str) -> bool:
    """Whether it may be the `id` of a person."""
    return bool(_ID.fullmatch(text))


def _encode_after(lines: bytes, facts: Sequence[AuditFact], time: datetime) -> bytes:
    """The lines of facts that follow others; of these, the last one is enough."""
    last, added = lines.rstrip(b"\n").rpartition(b"\n")[2], b""
    for fact in facts:
        last = _encode(fact, time, _hash(last))
        added += last + b"\n"
    return added


def _encode(fact: AuditFact, time: datetime, previous: str) -> bytes:
    values = {"version": _VERSION, "time": time.isoformat(), "event": str(fact.event)}
    values |= {key: value for key, value in (("person", fact.person), ("into", fact.into)) if value}
    return json.dumps(values | {"previous": previous}).encode()


def _parse(text: bytes, previous: str) -> AuditLine:
    """A line, after one with the hash `previous`.

    Raises
    ------
    ValueError
        If it is none, or the line before it was another.
    """
    if len(text) > _MAX_LINE:
        raise ValueError("it is too long")
    record = reader.check(reader.parse_json(text), _LineRecord)
    ids = record.get("person", ""), record.get("into", "")
    if record["version"] > _VERSION:
        raise ValueError("a newer version of Visavis wrote it")
    if not all(is_id(each) for each in ids if each):
        raise ValueError("it has something that is no number of a person")
    if record["previous"] != previous:
        raise ValueError("the line before it is another")
    return AuditLine(reader.parse_time(record["time"]), record["event"], *ids)


def _hash(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest() if line else ""
