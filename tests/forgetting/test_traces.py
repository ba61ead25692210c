"""The journal of forgettings: what a newer version wrote there stays for that version."""

import json

from visavis.forgetting.traces import Journal, Traces

TRACES = Traces(frozenset({"Ada"}), frozenset({"Ada"}), frozenset({"a" * 16}), ids=frozenset({"b" * 32}))


def test_an_entry_is_read_as_it_was_written(folders):
    journal = Journal(folders.forgetting)
    path = journal.unused_path()
    journal.save(path, TRACES)
    assert journal.load(path) == TRACES


def test_an_entry_of_a_newer_version_stays_and_a_damaged_one_goes(folders):
    journal = Journal(folders.forgetting)
    newer, damaged = journal.unused_path(), journal.unused_path()
    for path in (newer, damaged):
        journal.save(path, TRACES)
    newer.write_text(json.dumps({"version": 9, "who": "somebody"}))
    damaged.write_text("{")
    assert [journal.load(path) for path in (newer, damaged)] == [None, None]
    assert [path.exists() for path in (newer, damaged)] == [True, False]
