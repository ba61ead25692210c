"""Parsers of what guards the data: backups, the audit log, keys and sealed files."""

import tempfile
from pathlib import Path

from fuzz.parsers.parser import Parser
from support.backups.archives import right_backups
from support.encryption import contents
from visavis.audit.log import AuditEvent, AuditFact, AuditLog
from visavis.backup import archive, extraction
from visavis.encryption.key_file import KEY_FILE
from visavis.encryption.sealed_store import find_store
from visavis.encryption.stream import SealError
from visavis.storage import log_lines
from visavis.storage.paths import DataFolders


def parsers(folder, _):
    return [
        Parser("backup", _backup, right_backups()),
        Parser("audit.jsonl", _audit, (_audit_lines(folder),), file="audit.jsonl"),
        Parser("key file", lambda path: find_store(path.parent), (contents.key_file(),), file=KEY_FILE),
        Parser("sealed file", contents.unseal, contents.sealed_files(), (SealError,)),
        Parser("log", _log, (b"2026-11-22 Ada\n~AAAA\n", contents.sealed_line() + b"\n")),
    ]


def _backup(path):
    archive.is_backup(path)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        extraction.unpack(path, DataFolders(Path(folder), path.parent / "cache"), "words")


def _audit(path):
    """Read, check and extend the log; what is damaged in the middle stays, a line without an end goes."""
    log = AuditLog(path.parent)
    log.forgotten_ids()
    log.append(AuditFact(AuditEvent.EXPORTED))
    assert path.read_bytes().endswith(b"}\n")


def _audit_lines(folder):
    log = AuditLog(folder)
    log.append(AuditFact(AuditEvent.ENROLLED, "a" * 32), AuditFact(AuditEvent.MERGED, "a" * 32, "b" * 32))
    log.append(AuditFact(AuditEvent.FORGOTTEN, "b" * 32))
    return log.path.read_bytes()


def _log(path):
    key_file = path.with_name(KEY_FILE)
    if not key_file.exists():
        key_file.write_bytes(contents.key_file())
        find_store(path.parent).unlock(contents.KEY)
    return log_lines.read(path)
