"""Backups as somebody may make them who means harm, from right ones."""

import hashlib
import io
import json
import tarfile

from visavis.encryption.passphrase import start_locked
from visavis.encryption.wrapping import ScryptCost

HEAD = {"version": 1, "created": "2026-11-22T12:00:00+00:00", "program": "0.1.0", "people": 1}
PICTURE = b"\xff\xd8\xff a picture"


def tar(*members):
    """An archive of members: (name, content) or a `TarInfo` without content."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
            else:
                info = tarfile.TarInfo(member[0])
                info.size = len(member[1])
                archive.addfile(info, io.BytesIO(member[1]))
    return content.getvalue()


def described(head=HEAD, parts=(("people/Ada/1.jpg", PICTURE),), **manifest):
    """The members of a backup with these parts, and a manifest of them."""
    listed = {name: {"bytes": len(each), "sha256": hashlib.sha256(each).hexdigest()} for name, each in parts}
    described_parts = {"version": 1, "parts": listed, **manifest}
    return [
        ("visavis-backup.json", json.dumps(head).encode()),
        *parts,
        ("manifest.json", json.dumps(described_parts).encode()),
    ]


def right_backups():
    """A right one, and the same behind the passphrase "words"."""
    whole, locked = tar(*described()), io.BytesIO()
    writer = start_locked(locked, "words", b"visavis backup", ScryptCost(n=2))
    writer.write(whole)
    writer.close()
    return whole, locked.getvalue()


def link(name, kind, to):
    """A member that is a link, a device or a folder."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, to
    return info


def sparse():
    """A file of 100 GB that takes a few bytes."""
    info = tarfile.TarInfo("people/Ada/big.jpg")
    info.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.realsize": str(10**11)}
    return info


def endless_header():
    """A header that says that the name of the next file has 1 GB."""
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 10**9
    return info.tobuf(tarfile.GNU_FORMAT)


def hostile():
    """Contents of files that are no whole backup, by what is wrong with them."""
    head, part, manifest = described()
    whole = tar(head, part, manifest)
    cases = {
        "empty": b"",
        "a text": b"hello " * 500,
        "no head": tar(part, manifest),
        "the end is missing": whole[: whole.rindex(b"sha256")],
        "no manifest": tar(head, part),
        "something after the manifest": tar(head, part, manifest, ("people/Ada/2.jpg", PICTURE)),
        "another hash": tar(head, ("people/Ada/1.jpg", PICTURE[::-1]), manifest),
        "a part is missing": tar(head, manifest),
        "a part too many": tar(head, part, ("people/Ada/2.jpg", PICTURE), manifest),
        "a part twice": tar(head, part, part, manifest),
        "a file is a folder, too": tar(*described(parts=(("people/Ada", b"x"), ("people/Ada/1.jpg", b"y")))),
        "no version": tar(*described(head={**HEAD, "version": "1"})),
        "no date": tar(*described(head={**HEAD, "created": "yesterday"})),
        "deep nesting": tar(("visavis-backup.json", b"[" * 5000), part, manifest),
        "a large head": tar(("visavis-backup.json", b" " * 20_000), part, manifest),
        "a hash that is none": tar(head, part, ("manifest.json", b'{"version": 1, "parts": {"a": {"bytes": 1}}}')),
        "holes": tar(head, sparse(), manifest),
        "a header without an end": tar(head)[:1024] + endless_header() + bytes(1024),
    }
    for name in (
        "../escaped.jpg",
        "people/../../escaped.jpg",
        "/tmp/escaped.jpg",
        "people/Ada/../../../escaped.jpg",
        "people\\Ada\\1.jpg",
        "people/.hidden/1.jpg",
        ".replacement/new/people/1.jpg",
        "people",
        "people/",
        "people//1.jpg",
        "logs/visavis.log",
        "elsewhere/1.jpg",
        "settings.toml/x",
        "people/" + "a" * 300 + "/1.jpg",
        "people/" + "a/" * 20 + "1.jpg",
    ):
        cases[f"the path {name[:40]}"] = tar(*described(parts=((name, PICTURE),)))
    for kind, what in (
        (tarfile.SYMTYPE, "a link"),
        (tarfile.LNKTYPE, "a hard link"),
        (tarfile.FIFOTYPE, "a pipe"),
        (tarfile.CHRTYPE, "a device"),
        (tarfile.DIRTYPE, "a folder"),
    ):
        cases[what] = tar(head, link("people/Ada", kind, "/etc"), part, manifest)
    return cases
