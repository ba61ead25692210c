"""Forgetting means gone: pictures, embeddings, their part in the models, the trash, and what logs say."""

import json
import stat
from datetime import timedelta

import numpy as np
import pytest

from support.faulty_world import ADA, World, vector
from visavis import forgetting
from visavis.errors import PersonNotFoundError
from visavis.forgetting import Receipt
from visavis.imaging import listing
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.change import ModelChange, ModelOutcome
from visavis.models.store import TEMPLATES_FILE, UNFINISHED_FILE, ModelStore
from visavis.models.templates import save_templates
from visavis.people import trash_entry
from visavis.people.distinct_pairs import DISTINCT_FILE, DistinctPairs
from visavis.people.names import PersonName
from visavis.people.picture_state import SET_ASIDE
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.recognition.embedding_cache import EmbeddedSample, EmbeddingCache
from visavis.storage import arrays, disk, leftovers, logs


@pytest.fixture
def store(folders):
    """Ada and Bob, with three pictures each, embedded."""
    store = PeopleStore(folders.people)
    rng = np.random.default_rng(1)
    for name in ("Ada", "Bob"):
        person = store.create(PersonName(name))
        for _ in range(3):
            store.add(person, rng.integers(0, 255, (90, 90, 3), np.uint8))
    embed(folders, store)
    return store


def test_nothing_says_any_more_that_they_and_another_are_two_people(folders, store):
    ada, bob = store.find("Ada"), store.find("Bob")
    cem = store.create(PersonName("Cem"))
    distinct = DistinctPairs(folders.people)
    distinct.add(ada, bob)
    distinct.add(bob, cem)
    forgetting.forget(folders, ada)
    assert distinct.pairs() == {frozenset({"Bob", "Cem"})}
    forgetting.forget(folders, cem)
    assert not (folders.people / DISTINCT_FILE).exists()


@pytest.fixture
def bin_(folders, store):
    return Trash(folders.trash, folders.people)


def embed(folders, store):
    cache = EmbeddingCache(folders.embeddings, "v1", lambda image: EmbeddedSample(np.ones(128, np.float32), True))
    for person in store.people():
        cache.load(person.slug, store.samples(person))


def publish(folders, store, network="embedding"):
    """A model of everybody there is."""
    models, people = ModelStore(folders.models), store.people()
    members = tuple(Member(person.slug, person.name) for person in people)
    data = {person.slug: [sample.hash for sample in store.samples(person)] for person in people}
    with models.staging_folder() as staged:
        (staged / "model.keras").write_bytes(b"weights")
        save_templates(staged / TEMPLATES_FILE, {each.slug: np.ones(128, np.float32) for each in people})
        card = ModelCard(
            id=models.new_id(network),
            network=network,
            created="",
            people=members,
            data=data,
            input=InputSpec("chip", 1, 64),
            threshold=0.5,
        )
        return models.publish(staged, card)


def traces(folders, *words):
    """Files of which the path or the content has one of these words."""
    sought = [word.encode() for word in words]
    files = [path for root in (folders.data, folders.cache) for path in root.rglob("*")]
    return [
        path
        for path in files
        if any(word in str(path).encode() or (path.is_file() and word in path.read_bytes()) for word in sought)
    ]


def test_nothing_of_a_forgotten_person_is_left(folders, store, bin_):
    publish(folders, store)
    ada = store.find("Ada")
    hashes = [sample.hash for sample in store.samples(ada)]
    bin_.delete_samples(ada, store.samples(ada)[:1])
    folders.logs.mkdir()
    (folders.logs / "visavis.log").write_text("INFO: people/Ada/1.jpg is broken\nINFO: Adaptive\n")
    (folders.logs / "visavis.log.1").write_text("INFO: nobody is called ADA\n")
    (folders.logs / "training.log").write_text("people/Ada/2.jpg is broken\n")
    (folders.insight / "killed").mkdir(parents=True)
    (folders.insight / "killed" / "asked.npz").touch()  # somebody's chip

    receipt = forgetting.forget(folders, ada)

    assert traces(folders, "Ada/", "Ada.npz", '"Ada"', *hashes) == []
    assert not (folders.insight / "killed").exists()
    assert [person.name for person in store.people()] == ["Bob"]
    assert (folders.embeddings / "Bob.npz").exists()
    assert (folders.logs / "visavis.log").read_text() == "INFO: Adaptive\n"
    assert (receipt.samples, receipt.trash, receipt.embeddings, receipt.log_lines) == (2, 1, 3, 3)
    assert list(map(str, forgetting.summary([receipt])))[:2] == [
        "2 pictures deleted.",
        "1 picture deleted from the trash.",
    ]
    assert len(receipt.models) == 1


def bar(folders):
    """What looks into the networks left can be reached by nobody: its lock is another user's."""
    (folders.insight / ".lock").mkdir(parents=True)


def test_people_are_forgotten_although_temp_dirs_cannot_be_deleted(folders, store, bin_):
    publish(folders, store)
    people = store.people()
    hashes = [sample.hash for person in people for sample in store.samples(person)]
    bin_.delete_samples(people[0], store.samples(people[0])[:1])
    bar(folders)

    receipts = forgetting.forget_all(folders, people)

    assert all("insight" in str(receipt.problem) for receipt in receipts)

    assert traces(folders, "Ada", "Bob", *hashes) == []
    assert len(list(folders.receipts.iterdir())) == 2


def test_the_trash_is_emptied_although_temp_dirs_cannot_be_deleted(folders, store, bin_, monkeypatch, caplog):
    bin_.delete_person(store.find("Ada"))
    monkeypatch.setattr(trash_entry, "RETENTION", timedelta(0))
    bar(folders)

    forgetting.empty_expired(folders)

    assert traces(folders, "Ada") == []
    assert "insight" in caplog.text


def test_temp_dirs_of_killed_programs_are_deleted_with_the_trash(folders, store, bin_):
    for empty in (forgetting.empty_expired, lambda _: forgetting.delete_entries(folders, [])):
        arrays.write(folders.insight / "killed" / "asked.npz", {})
        empty(folders)
        assert not (folders.insight / "killed").exists()


def test_receipts_are_added_up_with_each_model_once(folders, store):
    ada, bob = store.people()
    one = Receipt(ada, 1, (ModelChange("m", ModelOutcome.UPDATED),), log_lines=1)
    other = Receipt(bob, 2, (ModelChange("m", ModelOutcome.UPDATED),))

    assert list(map(str, forgetting.summary([one, other]))) == [
        "3 pictures deleted.",
        "1 line of the logs removed.",
        "Model m no longer knows them.",
    ]
    assert list(map(str, forgetting.summary([Receipt(ada, 0, ())]))) == ["0 pictures deleted."]


def test_a_receipt_says_whether_a_model_was_retired(store):
    ada = store.find("Ada")
    assert Receipt(ada, 1, (ModelChange("retired-1", ModelOutcome.RETIRED),)).retired
    assert not Receipt(ada, 1, (ModelChange("retired-1", ModelOutcome.UPDATED),)).retired


def test_the_stored_receipt_does_not_say_who_it_was(folders, store):
    ada = store.find("Ada")
    hashes = [sample.hash for sample in store.samples(ada)]
    receipt = forgetting.forget(folders, ada)

    [path] = folders.receipts.iterdir()
    kept = json.loads(path.read_text())
    assert kept == receipt.record()
    assert (kept["pictures"], kept["forgotten"]) == (3, receipt.forgotten.isoformat())
    assert not [word for word in ("Ada", *hashes) if word in path.read_text()]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_network_that_learned_from_them_is_retired_and_the_receipt_says_so(folders, store):
    card = publish(folders, store, network="cnn64")
    receipt = forgetting.forget(folders, store.find("Ada"))
    assert receipt.retired
    assert ModelStore(folders.models).card(card.id).retired
    assert not ModelStore(folders.models).path(card.id, "model.keras").exists()


def test_rejections_of_a_forgotten_person_are_deleted(folders, store):
    rejections = RejectionStore(folders.strangers)
    rejections.add(np.full((60, 60, 3), 9, np.uint8), store.find("Ada"))
    other = rejections.add(np.full((60, 60, 3), 200, np.uint8), store.find("Bob"))
    assert forgetting.forget(folders, store.find("Ada")).rejections == 1
    assert rejections.rejections() == [other]


def test_an_interrupted_training_is_forgotten_too(folders, store):
    state = folders.models / UNFINISHED_FILE
    arrays.write(state, {"weights": np.ones(3)})
    forgetting.forget(folders, store.find("Ada"))
    assert not state.exists()


def test_a_model_from_before_a_merge_loses_the_template_too(folders, store):
    card = publish(folders, store)
    store.merge(store.find("Ada"), store.find("Bob"))

    forgetting.forget(folders, store.find("Bob"))

    assert ModelStore(folders.models).card(card.id).people == ()
    assert traces(folders, "Ada", "Bob") == []


def test_a_model_and_a_cache_from_before_a_sample_was_moved_are_cleaned(folders, store):
    ada, bob = store.find("Ada"), store.find("Bob")
    card = publish(folders, store)
    store.move(store.samples(ada)[:1], bob)

    forgetting.forget(folders, bob)

    left = ModelStore(folders.models).card(card.id)
    assert left.people == ()  # Ada's template held a picture of Bob: she gets a new one live
    assert not (folders.embeddings / "Ada.npz").exists()
    assert len(store.samples(ada)) == 2


def test_a_person_who_is_only_in_the_trash_can_be_forgotten(folders, store, bin_):
    bin_.delete_person(store.find("Ada"))

    receipt = forgetting.forget(folders, forgetting.find(folders, "ada"))

    assert (receipt.samples, receipt.trash, receipt.embeddings) == (0, 3, 3)
    assert traces(folders, "Ada") == []
    with pytest.raises(PersonNotFoundError):
        forgetting.find(folders, "Ada")


def test_a_name_that_someone_had_before_is_not_theirs_any_more(folders, store, bin_):
    ada = store.find("Ada")
    bin_.delete_samples(ada, store.samples(ada)[:1])
    store.rename(ada, PersonName("Augusta"))
    with pytest.raises(PersonNotFoundError):
        forgetting.find(folders, "Ada")


@pytest.mark.parametrize("content", [b"[]", b"[" * 100_000, b'{"version": 1, "deleted": "9999-12-31T23:59:59-14:00"}'])
def test_a_person_who_is_only_in_a_damaged_entry_of_the_trash_can_be_forgotten(folders, store, bin_, content):
    entry = bin_.delete_person(store.find("Ada"))
    (folders.trash / entry.id / "entry.json").write_bytes(content)
    for other in ("Cem", "content"):
        with pytest.raises(PersonNotFoundError):
            forgetting.find(folders, other)

    receipt = forgetting.forget(folders, forgetting.find(folders, "ada"))

    assert (receipt.trash, receipt.embeddings) == (3, 3)
    assert traces(folders, "Ada") == []


def test_models_forget_people_who_expire_in_the_trash(folders, store, bin_, monkeypatch):
    card = publish(folders, store)
    bin_.delete_person(store.find("Ada"))
    assert forgetting.empty_expired(folders) == ()
    assert len(bin_.entries()) == 1

    folders.logs.mkdir()
    (folders.logs / "visavis.log").write_text("INFO: people/Ada/1.jpg is broken\n")
    monkeypatch.setattr(trash_entry, "RETENTION", timedelta(0))
    told = forgetting.empty_expired(folders)

    assert len(told) == 1
    assert bin_.entries() == []
    assert [member.slug for member in ModelStore(folders.models).card(card.id).people] == ["Bob"]
    assert traces(folders, "Ada") == []


def test_embeddings_written_while_a_person_is_forgotten_are_deleted(folders, store):
    ada = store.find("Ada")
    samples = store.samples(ada)

    def look(_):
        if store.people()[0] == ada:
            forgetting.forget(folders, ada)
        return EmbeddedSample(np.ones(128, np.float32), True)

    EmbeddingCache(folders.embeddings, "v2", look).load(ada.slug, samples)
    assert traces(folders, "Ada.npz") == []


def test_a_child_process_can_still_write_its_log_after_lines_were_removed(folders):
    with logs.open_process_log(folders.logs, "training") as log:
        log.write("people/Ada/1.jpg is broken\n")
        log.flush()
        assert logs.remove_lines(folders.logs, ["Ada"]) == 1
        log.write("Done.\n")
    path = logs.process_log_path(folders.logs, "training")
    assert path.read_bytes() == b"Done.\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with logs.open_process_log(folders.logs, "training"):
        pass
    assert path.read_bytes() == b""


def test_samples_that_expire_leave_the_person_in_the_models(folders, store, bin_):
    card = publish(folders, store)
    ada = store.find("Ada")
    entry = bin_.delete_samples(ada, store.samples(ada)[:1])
    assert forgetting.delete_entries(folders, [entry]) == ()
    assert len(ModelStore(folders.models).card(card.id).people) == 2


def test_a_person_in_the_trash_when_a_training_ends_is_not_forgotten(folders, store, bin_, monkeypatch):
    from visavis_training import run

    card = publish(folders, store, network="cnn64")
    entry = bin_.delete_person(store.find("Ada"))
    run._forget_missing_people(folders, card)
    assert not ModelStore(folders.models).card(card.id).retired
    monkeypatch.setattr(run, "rebuild_networks", lambda _: [])  # there is no network to be made anew
    forgetting.delete_entries(folders, [entry])
    run._forget_missing_people(folders, card)
    assert ModelStore(folders.models).card(card.id).retired


@pytest.mark.parametrize("gone", ["deleted", "linked"])
def test_somebody_whose_folder_was_taken_away_by_hand_is_forgotten_by_models_and_embeddings(
    folders, store, tmp_path, gone
):
    card = publish(folders, store)
    folder = store.find("Ada").folder
    folder.rename(tmp_path / "elsewhere")
    if gone == "linked":
        folder.symlink_to(tmp_path / "elsewhere")
    forgetting.forget(folders, forgetting.find(folders, "ada"))
    assert [member.name for member in ModelStore(folders.models).card(card.id).people] == ["Bob"]
    assert not (folders.embeddings / "Ada.npz").exists()
    assert len(list((tmp_path / "elsewhere").glob("*.jpg"))) == 3  # what is not in the store is not touched
    with pytest.raises(PersonNotFoundError):
        forgetting.find(folders, "Ada")


def test_the_earlier_name_of_somebody_who_is_here_finds_nobody(folders, store):
    publish(folders, store)
    store.rename(store.find("Ada"), PersonName("Cem"))
    with pytest.raises(PersonNotFoundError):
        forgetting.find(folders, "Ada")


def test_a_training_killed_after_it_published_leaves_nobody_who_was_forgotten_meanwhile(tmp_path):
    world = World(tmp_path).build()
    secrets = world.secrets(ADA)
    everybody = world.everybody()
    with disk.lock((world.folders.models / UNFINISHED_FILE).parent):  # a training runs
        assert forgetting.forget(world.folders, world.find(ADA)).problems == ()
        forgetting.recover(world.folders)
        world.publish("embedding", 8, {each.slug: vector(number) for number, each in enumerate(everybody)})
        forgetting.recover(world.folders)
        assert world.models.current_id() == "20260108-000000-embedding"
    # the training was killed
    assert leftovers.has_any(world.folders)
    forgetting.recover(world.folders)
    assert world.traces(secrets) == []
    world.check_recovered()
    receipts = len(list(world.folders.receipts.glob("*.json")))
    forgetting.recover(world.folders)
    assert len(list(world.folders.receipts.glob("*.json"))) == receipts == 2


def test_what_a_folder_without_rights_held_is_counted(folders, store, monkeypatch):
    folder = store.find("Ada").folder
    store.set_picture_states(store.find("Ada"), {store.samples(store.find("Ada"))[0].hash: SET_ASIDE})
    pictures_in = listing.pictures_in

    def as_nobody(place, **options):
        if place.stat().st_mode & 0o700 != 0o700:
            raise PermissionError(13, "Permission denied")
        return pictures_in(place, **options)

    monkeypatch.setattr(listing, "pictures_in", as_nobody)
    (folder / "aside").chmod(0)
    folder.chmod(0)
    assert forgetting.forget(folders, forgetting.find(folders, "Ada")).samples == 3
