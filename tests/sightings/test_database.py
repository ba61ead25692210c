"""The file of sightings: private, checked before it is used, and every trouble with it one sentence."""

import os
import sqlite3

import pytest

from visavis.errors import DamagedFileError, DiskError, NewerFileError
from visavis.sightings import database, schema
from visavis.sightings.database import open_database, transaction

posix = pytest.mark.skipif(os.name != "posix", reason="modes of files")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "sightings.sqlite"


def create(path):
    with open_database(path, creates=True) as connection:
        connection.execute("INSERT INTO sightings (source, first, last, score) VALUES ('camera', 0, 1, 0.5)")


def test_no_file_is_made_by_reading(path):
    with pytest.raises(FileNotFoundError), open_database(path):
        pass
    assert not path.parent.exists()


@posix
@pytest.mark.parametrize("umask", [0, 0o777])
def test_the_file_and_its_log_are_private(path, umask):
    before = os.umask(umask)
    try:
        with open_database(path, creates=True) as connection:
            connection.execute("INSERT INTO sightings (source, first, last, score) VALUES ('camera', 0, 1, 0.5)")
            modes = {each.name: each.stat().st_mode & 0o777 for each in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == dict.fromkeys(["sightings.sqlite", "sightings.sqlite-wal", "sightings.sqlite-shm"], 0o600)
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_the_last_connection_leaves_no_log(path):
    create(path)
    assert [each.name for each in path.parent.iterdir()] == ["sightings.sqlite"]


def test_deleted_values_are_overwritten_and_commits_survive_power_cuts(path):
    with open_database(path, creates=True) as connection:
        values = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}
    assert values == PRAGMAS


PRAGMAS = {
    "journal_mode": "wal",
    "secure_delete": 1,
    "synchronous": 2,
    "trusted_schema": 0,
    "temp_store": 2,
    "user_version": schema.VERSION,
}


@pytest.mark.parametrize("version", range(schema.VERSION))
def test_a_file_of_an_earlier_version_is_brought_to_this_one(path, version):
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    for script in schema._SCRIPTS[:version]:
        for statement in script:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    with open_database(path) as connection:
        assert schema.read_tables(connection) == schema.tables_of(schema.VERSION)


def test_a_file_of_a_newer_version_is_refused_and_left_as_it_is(path):
    create(path)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    content = path.read_bytes()
    with pytest.raises(NewerFileError, match="newer version"), open_database(path):
        pass
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE sightings",
        "ALTER TABLE sightings ADD COLUMN more TEXT",
        "CREATE TRIGGER evil AFTER INSERT ON sightings BEGIN DELETE FROM sightings; END",
        "CREATE VIEW evil AS SELECT 1",
        "CREATE TABLE evil (x)",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = -1",
    ],
)
def test_a_file_with_other_tables_is_damaged(path, statement):
    create(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(statement)
    connection.close()
    content = path.read_bytes()
    with pytest.raises(DamagedFileError, match="its tables are not ours"), open_database(path, creates=True):
        pass
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"\xff" * 5000, b"\0" * 4096])
def test_a_file_that_is_no_database_is_damaged_and_left_as_it_is(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(DamagedFileError) as caught, open_database(path, creates=True):
        pass
    assert str(path) in str(caught.value)
    assert caught.value.hint
    assert path.read_bytes() == content


def test_an_empty_file_becomes_one_of_ours(path):
    path.parent.mkdir()
    path.touch()
    with open_database(path) as connection:
        assert connection.execute("SELECT count(*) FROM sightings").fetchone() == (0,)


@posix
def test_a_pipe_is_not_waited_for(path):
    path.parent.mkdir()
    os.mkfifo(path)
    with pytest.raises(DamagedFileError, match="no regular file"), open_database(path, creates=True):
        pass


def test_a_folder_in_its_place_is_damaged(path):
    path.mkdir(parents=True)
    with pytest.raises(DamagedFileError, match="no regular file"), open_database(path, creates=True):
        pass


def test_a_page_that_is_damaged_is_said_where_it_is_read(path):
    with open_database(path, creates=True) as connection:
        for number in range(500):
            connection.execute(
                "INSERT INTO sightings (source, first, last, score) VALUES (?, ?, 1, 0.5)", (f"camera {number}", number)
            )
    content = bytearray(path.read_bytes())
    content[4096 * 4 : 4096 * 8] = b"\xff" * 4096 * 4
    path.write_bytes(content)
    with pytest.raises(DamagedFileError, match="malformed"), open_database(path) as connection:
        connection.execute("SELECT * FROM sightings").fetchall()


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (sqlite3.SQLITE_FULL, "no space left"),
        (sqlite3.SQLITE_IOERR_WRITE, "input/output error"),
        (sqlite3.SQLITE_READONLY, "permission denied"),
        (sqlite3.SQLITE_CANTOPEN, "permission denied"),
        (sqlite3.SQLITE_BUSY, "Another program is writing"),
    ],
)
def test_what_the_disk_refuses_is_no_damage(path, code, told):
    error = sqlite3.OperationalError("in SQLite's words")
    error.sqlite_errorcode = code
    create(path)
    with pytest.raises(DiskError, match=told), open_database(path):
        raise error


def test_a_full_disk_is_said_and_costs_nothing(path):
    create(path)

    def fill():
        with open_database(path) as connection, transaction(connection):
            connection.execute("PRAGMA max_page_count = 1")
            for _ in range(100):
                connection.execute(
                    "INSERT INTO sightings (source, first, last, score, chip) VALUES ('c', 0, 1, 0.5, zeroblob(4000))"
                )

    with pytest.raises(DiskError, match="no space left on device"):
        fill()
    with open_database(path) as connection:
        assert connection.execute("SELECT count(*) FROM sightings").fetchone() == (1,)


def test_another_writer_is_waited_for_and_then_named(path, monkeypatch):
    monkeypatch.setattr(database, "_WAIT_S", 0.05)
    create(path)
    with open_database(path) as first, transaction(first):
        with pytest.raises(DiskError, match="Another program is writing"), open_database(path) as second:
            second.execute("BEGIN IMMEDIATE")
        with open_database(path) as reader:  # reading goes on meanwhile
            assert reader.execute("SELECT count(*) FROM sightings").fetchone() == (1,)


def test_a_transaction_is_done_whole_or_not_at_all(path):
    create(path)

    def interrupt():
        with open_database(path) as connection, transaction(connection):
            connection.execute("DELETE FROM sightings")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupt()
    with open_database(path) as connection:
        assert connection.execute("SELECT count(*) FROM sightings").fetchone() == (1,)


def test_the_path_may_have_any_characters(tmp_path):
    create(tmp_path / "a ?mode=memory#%41 ü" / "sightings.sqlite")
    assert [each.name for each in tmp_path.rglob("*.sqlite")] == ["sightings.sqlite"]
