"""Recording: exact rows for a simulated day, nothing without the user's consent, and nobody who was forgotten."""

import os
import threading
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from support.fakes import picture
from support.visits import NOON, Recording, TurnedClock, analysis, named, rows, unknown
from visavis import forgetting
from visavis.errors import DamagedFileError, DiskError
from visavis.imaging import codec
from visavis.people import edits
from visavis.people.names import PersonName
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.presence import recorder as recorder_module
from visavis.presence.recorder import SightingRecorder
from visavis.settings import Settings
from visavis.sightings.store import SightingStore

ON = Settings(sightings=True)
DARK = np.zeros((120, 160, 3), np.uint8)
EVERYBODY = replace(ON, sightings_unknown=True)


@pytest.fixture
def people(folders):
    store = PeopleStore(folders.people)
    for name in ("Ada", "Bob"):
        store.add(store.create(PersonName(name)), picture(), NOON)
    return store


@pytest.fixture
def clock():
    return TurnedClock()


@pytest.fixture
def store(folders):
    return SightingStore(folders.sightings)


@pytest.fixture
def recording(folders, people, clock):
    return lambda settings=ON: Recording(folders, settings, clock)


def test_nothing_is_recorded_unless_the_user_turns_it_on(folders, recording, store):
    run = recording(Settings())
    run.watch(60, named("Ada"), unknown(2))
    run.recorder.close()
    assert not store.exists()
    assert not list(folders.data.glob("sightings*"))
    assert run.arrivals == []


def test_the_default_is_off():
    assert Settings().sightings is False
    assert Settings().sightings_unknown is False
    assert Settings().sightings_pictures is False
    assert Settings().on_sighting == ()


def test_a_visit_is_one_row_however_many_frames_it_has(recording, store):
    run = recording()
    run.watch(600, named("Ada", score=0.8), step=0.1)
    run.recorder.close()
    [sighting] = store.sightings()
    assert (sighting.name, sighting.person, sighting.score, sighting.chip) == ("Ada", "Ada", 0.8, None)
    assert rows(store) == [("Ada", "camera", 0.0, pytest.approx(599.9, abs=0.2))]
    assert [each.name for each in run.arrivals] == ["Ada"]


def test_the_file_is_private(folders, recording):
    before = os.umask(0)
    try:
        run = recording()
        run.watch(5, named("Ada"))
    finally:
        os.umask(before)
    assert folders.sightings.stat().st_mode & 0o777 == 0o600
    assert folders.data.stat().st_mode & 0o777 == 0o700


def test_unknown_people_are_recorded_only_if_allowed(recording, store):
    run = recording()
    run.watch(30, named("Ada"), unknown(2))
    run.recorder.close()
    assert [each.name for each in store.sightings()] == ["Ada"]
    run = recording(EVERYBODY)
    run.watch(60, unknown(2))
    run.recorder.close()
    assert [each.name for each in store.sightings()] == ["Ada", None]


def test_a_face_that_is_seen_badly_is_nobody_unknown(recording, store):
    from visavis.faces.observation import QualityIssue
    from visavis.recognition.match import Doubt

    run = recording(EVERYBODY)
    run.watch(30, unknown(1, doubt=QualityIssue.BLURRED), unknown(2, doubt=Doubt.AMBIGUOUS), unknown(3, observations=1))
    run.recorder.close()
    assert not store.exists() or store.sightings() == []


def test_an_unknown_visit_is_withdrawn_when_the_face_gets_a_name(recording, store):
    run = recording(EVERYBODY)
    run.watch(10, unknown(1))
    assert [each.name for each in store.sightings()] == [None]
    run.watch(20, named("Ada", track=1))
    run.recorder.close()
    assert [each.name for each in store.sightings()] == ["Ada"]


def test_somebody_whom_the_store_does_not_know_is_not_recorded(recording, store):
    run = recording()
    run.watch(30, named("Zoe"))
    run.recorder.close()
    assert store.sightings() == []


def test_somebody_who_is_forgotten_while_present_is_not_written_again(folders, recording, people, store):
    run = recording()
    run.watch(30, named("Ada"), named("Bob", 2))
    receipt = forgetting.forget(folders, people.find("Ada"))
    assert receipt.sightings == 1
    run.watch(60, named("Ada"), named("Bob", 2))  # the pipeline in use still knows her
    run.rest(1000)
    run.watch(1030, named("Ada"))
    run.recorder.close()
    assert [each.name for each in store.sightings()] == ["Bob"]


def test_a_picture_is_kept_only_if_allowed_and_is_the_best(recording, store):
    run = recording(replace(ON, sightings_pictures=True))
    for seconds, score in ((0.0, 0.7), (0.5, 0.95), (1.0, 0.8), (40.0, 0.99), (41.0, 0.6)):
        image = np.full((120, 160, 3), round(score * 100), np.uint8)
        for later, best in ((0.0, score), (0.1, 0.5), (0.2, 0.5)):
            run.clock.seconds = seconds + later
            run.recorder.see(
                analysis(run.clock.seconds, named("Ada", score=best), image=image if best == score else DARK)
            )
        run.recorder.write()
    [sighting] = store.sightings()
    chip = codec.decode(store.chip(sighting), "chip")
    assert chip.shape == (160, 160, 3)
    assert abs(int(chip[80, 80, 0]) - 99) <= 2
    assert sighting.score == 0.99


def test_a_program_that_starts_again_continues_the_visit_and_tells_no_arrival(recording, store, clock):
    first = recording()
    first.watch(60, named("Ada"))  # and is killed
    second = recording()
    second.watch(200, named("Ada"))
    second.recorder.close()
    [row] = rows(store)
    assert row == ("Ada", "camera", 0.0, 199.5)
    assert len(first.arrivals) == 1
    assert second.arrivals == []


def test_a_kill_costs_at_most_the_last_seconds(recording, store):
    recording().watch(601, named("Ada"))  # never closed
    [(_, _, _, last)] = rows(store)
    assert 585 <= last <= 601


def test_the_calendar_may_be_set_during_a_visit(recording, store, clock):
    run = recording()
    run.watch(60, named("Ada"))
    clock.offset = timedelta(days=-400)
    run.watch(120, named("Ada"))
    clock.offset = timedelta(days=400)
    run.watch(180, named("Ada"))
    run.recorder.close()
    assert rows(store) == [("Ada", "camera", 0.0, 179.5)]


def test_a_name_that_changes_during_a_visit_is_the_same_visit(recording, people, store, folders):
    from visavis.people import edits

    run = recording()
    run.watch(60, named("Ada"))
    edits.rename(people, people.find("Ada"), PersonName("Augusta"), folders)
    assert [each.name for each in store.sightings()] == ["Augusta"]
    run.watch(120, named("Augusta"))
    run.recorder.close()
    assert rows(store) == [("Augusta", "camera", 0.0, 119.5)]


def test_turning_it_off_ends_and_turning_it_on_begins_a_visit(recording, store):
    run = recording()
    run.watch(60, named("Ada"))
    run.recorder.configure(Settings())
    run.watch(600, named("Ada"))
    run.recorder.configure(ON)
    run.watch(660, named("Ada"))
    run.recorder.close()
    assert [row[2] for row in rows(store)] == [0.0, 600.0]


def test_a_full_disk_is_said_once_and_what_was_missed_is_written_later(recording, store, monkeypatch):
    run = recording()
    save, is_full = SightingStore.save, True

    def fail(self, *arguments):
        if is_full:
            raise DiskError("Cannot write {path}: full.", path="x")
        return save(self, *arguments)

    monkeypatch.setattr(SightingStore, "save", fail)
    run.watch(60, named("Ada"))
    assert [type(each) for each in run.errors] == [DiskError]
    is_full = False
    run.watch(120, named("Ada"))
    run.recorder.close()
    assert rows(store) == [("Ada", "camera", 0.0, 119.5)]
    assert len(run.arrivals) == 1


def test_a_damaged_file_is_said_once_and_left_as_it_is(folders, recording):
    folders.data.mkdir(exist_ok=True)
    folders.sightings.write_bytes(b"no database" * 1000)
    run = recording()
    run.watch(60, named("Ada"))
    run.recorder.close()
    assert [type(each) for each in run.errors] == [DamagedFileError]
    assert str(folders.sightings) in str(run.errors[0])
    assert folders.sightings.read_bytes() == b"no database" * 1000


def test_a_bug_in_following_costs_no_frame(recording, monkeypatch):
    run = recording()
    monkeypatch.setattr(run.recorder._visits, "see", None)
    logged = []
    monkeypatch.setattr(recorder_module._log, "exception", logged.append)
    run.recorder.see(analysis(0.0, named("Ada")))
    run.recorder.see(analysis(0.1, named("Ada")))
    assert len(logged) == 1


def test_the_thread_writes_an_arrival_at_once_and_the_end_on_closing(folders, people, store):
    arrived = threading.Event()
    clock = TurnedClock()
    recorder = SightingRecorder(folders, ON, clock, calendar=clock, on_arrival=lambda _: arrived.set())
    for step in range(20):
        clock.seconds = step * 0.1
        recorder.see(analysis(clock.seconds, named("Ada")))
    assert arrived.wait(30)
    assert [visit.name for visit in recorder.present] == ["Ada"]
    assert recorder.close(30)
    assert rows(store) == [("Ada", "camera", 0.0, pytest.approx(1.9))]


def test_a_command_is_run_at_an_arrival_also_if_nothing_is_recorded(folders, people, store, monkeypatch):
    started = []
    monkeypatch.setattr(
        recorder_module.ArrivalCommands, "start", lambda self, *arguments: started.append(arguments) or True
    )
    clock = TurnedClock()
    run = Recording(folders, Settings(on_sighting=("notify", "-x"), on_sighting_limit_s=3.0), clock)
    run.watch(60, named("Ada"), named("Zoe", 2))
    run.rest(200)
    run.watch(260, named("Ada"))  # within the cool-down
    run.recorder.close()
    [(command, sighting, limit_s)] = started
    assert (command, limit_s, sighting.name, sighting.person) == (("notify", "-x"), 3.0, "Ada", "Ada")
    assert not store.exists()


def test_who_is_in_the_recording_of_an_earlier_session_is_not_here_now(recording, store):
    run = recording()
    for second in range(60):
        made = analysis(second, named("Ada"))
        run.recorder.see(replace(made, frame=replace(made.frame, is_replayed=True)))
    assert run.recorder.present == []
    run.recorder.close()
    assert not store.exists()


def test_who_is_deleted_and_enrolled_again_does_not_get_the_visits_of_the_first(folders, people, recording, store):
    run = recording()
    run.watch(20, named("Ada"))
    run.recorder.close()
    trash, first = Trash(folders.trash, folders.people), people.find("Ada")
    entry = trash.delete_person(first)
    second = people.create(PersonName("Ada"))
    assert (second.slug, second.id != first.id) == (first.slug, True)
    assert store.last_seen(second.slug, second.id) is None
    assert store.sightings(person=second.slug, person_id=second.id) == []
    merged = edits.merge(people, trash, RejectionStore(folders.strangers), [people.find("Bob")], second, folders)
    assert len(store.sightings(person=first.slug, person_id=first.id)) == 1
    merged.undo()
    people.delete(second)
    back = trash.restore(entry)
    [visit] = store.sightings(person=back.slug, person_id=back.id)
    assert (back.id, visit.person_id) == (first.id, first.id)


def test_the_visits_of_a_merge_that_is_undone_are_those_of_the_person_again(folders, people, recording, store):
    run = recording()
    run.watch(20, named("Ada"))
    run.recorder.close()
    ada, bob, trash = people.find("Ada"), people.find("Bob"), Trash(folders.trash, folders.people)
    merged = edits.merge(people, trash, RejectionStore(folders.strangers), [ada], bob, folders)
    assert len(store.sightings(person=bob.slug, person_id=bob.id)) == 1
    merged.undo()
    again = people.find("Ada")
    assert len(store.sightings(person=again.slug, person_id=again.id)) == 1
    assert store.sightings(person=bob.slug, person_id=bob.id) == []
