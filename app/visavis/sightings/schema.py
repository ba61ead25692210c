"""The tables of the sightings' file: each script makes of one version of the file the next."""

import sqlite3
from functools import cache

#: The scripts, in order. A published one is never changed: it is what users' files were made by. Times are
#: milliseconds since 1970 in UTC, so that comparing them needs no parsing.
_SCRIPTS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE sightings (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT,
            name TEXT,
            guest INTEGER,
            source TEXT NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            score REAL NOT NULL,
            chip BLOB
        ) STRICT""",
        "CREATE INDEX sightings_by_last ON sightings (last)",
        "CREATE INDEX sightings_by_person ON sightings (person, last)",
    ),
    (
        "ALTER TABLE sightings ADD COLUMN sample BLOB",
        "CREATE INDEX sightings_by_guest ON sightings (guest, last)",
        """CREATE TABLE guests (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            space TEXT NOT NULL,
            vector BLOB NOT NULL,
            is_ignored INTEGER NOT NULL DEFAULT 0
        ) STRICT""",
    ),
    ("ALTER TABLE sightings ADD COLUMN person_id TEXT",),
)
#: The version that this program writes (`PRAGMA user_version`).
VERSION = len(_SCRIPTS)


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a file of a version to the current one. Call it in a transaction: all steps are made, or none."""
    for number in range(version, VERSION):
        for statement in _SCRIPTS[number]:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number + 1}")


@cache
def tables_of(version: int) -> frozenset[tuple[str, str, str | None]]:
    """What a file of a version has: kind, name and text of each table and index."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for statement in (each for script in _SCRIPTS[:version] for each in script):
            connection.execute(statement)
        return read_tables(connection)
    finally:
        connection.close()


def read_tables(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str | None]]:
    """The same of an open file. Anything else in it, such as a trigger or a view, would run with our statements."""
    return frozenset(connection.execute("SELECT type, name, sql FROM sqlite_schema"))
