"""What the user took out of a person does not come back by importing it again, and nothing else is lost."""

import json
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from visavis import forgetting
from visavis.errors import PersonNotFoundError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.people import edits, exporter
from visavis.people.imports import import_plan
from visavis.people.imports.import_outcomes import ImportResult
from visavis.people.imports.importer import Importer, largest_face
from visavis.people.names import PersonName
from visavis.people.picture_record import PICTURES_FILE, PictureRecord
from visavis.people.rejections import RejectionStore
from visavis.people.samples import content_hash
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.storage.paths import DataFolders

#: Mean gray from which a picture has a face, in `find_face`.
BRIGHT = 100


def find_face(image):
    """A face in the middle of bright pictures, none in dark ones."""
    height, width = image.shape[:2]
    box = Box(width // 3, height // 3, max(width // 3, 1), max(height // 3, 1))
    return [Face(box)] if image.mean() > BRIGHT else []


class World:
    """A data folder and folders of pictures to import: four of Ada, three of Bob; the last of each has no face."""

    def __init__(self, root):
        self.folders = DataFolders(root / "data", root / "cache")
        self.store = PeopleStore(self.folders.people)
        self.trash = Trash(self.folders.trash, self.folders.people)
        self.rejections = RejectionStore(self.folders.strangers)
        self.pictures = root / "pictures"
        for name, count in (("Ada", 4), ("Bob", 3)):
            (self.pictures / name).mkdir(parents=True)
            for number in range(count):
                path = self.pictures / name / f"{number}.png"
                codec.write(path, self._picture(len(name) * ord(name[0]) + number, dark=number == count - 1))

    @staticmethod
    def _picture(seed, *, dark):
        noise = np.random.default_rng(seed).integers(0, 80, (12, 12, 3), np.uint8)
        return noise if dark else noise + np.uint8(150)

    def importer(self, **options):
        return Importer(self.store, self.trash, self.rejections, find_face, **options)

    def run_import(self, **options):
        return list(self.importer(**options)(import_plan.plan(self.pictures)))

    def results(self, **options):
        return Counter(outcome.result for outcome in self.run_import(**options))

    def find(self, name):
        return self.store.find(name)

    def first(self, name):
        return self.store.samples(self.find(name))[0]

    def state(self):
        """The hashes of everybody's samples, and of the pictures set aside."""
        return {
            person.name: (
                frozenset(each.hash for each in self.store.samples(person)),
                frozenset(each.hash for each in self.store.aside(person)),
            )
            for person in self.store.people()
        }


@pytest.fixture
def world(tmp_path):
    return World(tmp_path)


def test_what_is_imported_once_is_known(world):
    assert world.results() == {ImportResult.IMPORTED: 5, ImportResult.SET_ASIDE: 2}
    before = world.state()

    assert world.results() == {ImportResult.PRESENT_BEFORE: 5, ImportResult.SET_ASIDE: 2}
    assert world.state() == before


@pytest.mark.parametrize("action", ["move", "reject", "stranger", "delete", "by hand"])
def test_what_was_taken_out_stays_out_until_it_is_wanted_again(world, action):
    world.run_import()
    ada, bob, sample = world.find("Ada"), world.find("Bob"), world.first("Ada")
    match action:
        case "move":
            edits.move(world.store, ada, [sample], bob)
        case "reject":
            edits.reject(world.rejections, ada, [sample])
        case "stranger":
            world.rejections.reject_samples([sample])
        case "delete":
            edits.delete_samples(world.trash, ada, [sample])
        case "by hand":
            sample.path.unlink()
    before = world.state()

    known = {ImportResult.PRESENT_BEFORE: 4, ImportResult.SET_ASIDE: 2}
    assert world.results() == known | {ImportResult.TAKEN_OUT_BEFORE: 1}
    assert world.state() == before

    assert world.results(again=True) == known | {ImportResult.IMPORTED: 1}
    assert sample.hash in world.state()["Ada"][0]
    assert not [each for each in world.rejections.rejections() if each.concerns("Ada")]


@pytest.mark.parametrize("action", ["move", "reject", "delete", "delete person", "set aside", "use"])
def test_undoing_lifts_it(world, action):
    world.run_import()
    ada, bob = world.find("Ada"), world.find("Bob")
    before = world.state()
    edit = {
        "move": lambda: edits.move(world.store, ada, [world.first("Ada")], bob),
        "reject": lambda: edits.reject(world.rejections, ada, [world.first("Ada")]),
        "delete": lambda: edits.delete_samples(world.trash, ada, [world.first("Ada")]),
        "delete person": lambda: edits.delete_people(world.trash, [ada]),
        "set aside": lambda: edits.set_aside(world.store, ada, [world.first("Ada")]),
        "use": lambda: edits.use(world.store, ada, world.store.aside(ada)),
    }[action]()
    assert world.state() != before

    edit.undo()

    assert world.state() == before
    assert world.results() == {ImportResult.PRESENT_BEFORE: 5, ImportResult.SET_ASIDE: 2}


def test_a_deleted_person_does_not_come_back_while_the_trash_has_them(world):
    world.run_import()
    edits.delete_people(world.trash, [world.find("Ada")])

    known = {ImportResult.PRESENT_BEFORE: 2, ImportResult.SET_ASIDE: 1}
    assert world.results() == known | {ImportResult.TAKEN_OUT_BEFORE: 4}
    assert list(world.state()) == ["Bob"]
    forgetting.delete_entries(world.folders, world.trash.entries())
    assert world.results() == {ImportResult.PRESENT_BEFORE: 2, ImportResult.IMPORTED: 3, ImportResult.SET_ASIDE: 2}


def test_a_person_who_was_merged_does_not_come_back(world):
    world.run_import()
    ada, bob = world.find("Ada"), world.find("Bob")
    edit = edits.merge(world.store, world.trash, world.rejections, [ada], bob, world.folders)
    before = world.state()

    assert world.results() == {ImportResult.PRESENT_BEFORE: 5, ImportResult.SET_ASIDE: 2}
    assert world.state() == before
    edit.undo()
    assert world.results() == {ImportResult.PRESENT_BEFORE: 5, ImportResult.SET_ASIDE: 2}
    assert sorted(world.state()) == ["Ada", "Bob"]


def test_forgetting_removes_every_hash_so_that_importing_brings_back(world):
    world.run_import()
    ada, bob = world.find("Ada"), world.find("Bob")
    edits.move(world.store, bob, [world.first("Bob")], ada)  # it shows Ada: Bob's record must not keep its hash
    edits.delete_samples(world.trash, ada, [world.first("Ada")])
    record = world.store.picture_record(world.find("Ada"))
    hashes = {*record.sources, *record.sources.values()}
    assert len(hashes) >= 8

    forgetting.forget(world.folders, world.find("Ada"))

    kept = b"".join(path.read_bytes() for path in world.folders.data.rglob("*") if path.is_file())
    assert not [key for key in hashes if key.encode() in kept]
    assert not [path for path in world.folders.data.rglob("*") for key in hashes if key in path.name]
    assert world.results()[ImportResult.TAKEN_OUT_BEFORE] == 0


def test_a_copy_of_a_sample_is_the_sample(world, tmp_path):
    world.run_import()
    exporter.export(world.store, tmp_path / "export")
    edits.delete_samples(world.trash, world.find("Ada"), [world.first("Ada")])
    forgetting.delete_entries(world.folders, world.trash.entries())

    outcomes = list(world.importer()(import_plan.plan(tmp_path / "export")))

    results = Counter(outcome.result for outcome in outcomes)
    assert results == {ImportResult.PRESENT_BEFORE: 4, ImportResult.TAKEN_OUT_BEFORE: 1}


def test_the_record_has_hashes_only_and_is_private(world):
    world.run_import()
    edits.delete_samples(world.trash, world.find("Ada"), [world.first("Ada")])
    path = world.find("Ada").folder / PICTURES_FILE

    record = json.loads(path.read_text())

    assert sorted(record) == ["merged", "sources", "version", "whole"]
    assert path.stat().st_mode & 0o077 == 0
    sources = {content_hash(each.read_bytes()) for each in (world.pictures / "Ada").iterdir()}
    assert record["sources"].keys() == sources


def test_a_record_of_the_first_version_is_read(tmp_path):
    old = {"version": 1, "sources": {"a" * 16: "b" * 16}, "faceless": ["b" * 16], "merged": []}
    (tmp_path / "pictures.json").write_text(json.dumps(old))
    record = PictureRecord.load(tmp_path)
    assert (record.whole, record.sources) == ({"b" * 16}, {"a" * 16: "b" * 16})
    record.save(tmp_path)
    assert PictureRecord.load(tmp_path) == record


def test_a_picture_without_a_face_is_set_aside_and_can_be_used(world):
    world.run_import()
    ada = world.find("Ada")
    [aside] = world.store.aside(ada)
    assert aside.hash not in {sample.hash for sample in world.store.samples(ada)}

    edits.use(world.store, ada, [aside])

    assert world.store.aside(ada) == []
    assert aside.hash in {sample.hash for sample in world.store.samples(ada)}
    assert world.store.picture_record(ada).whole == {aside.hash}
    edits.set_aside(world.store, ada, [sample for sample in world.store.samples(ada) if sample.hash == aside.hash])
    assert [each.hash for each in world.store.aside(ada)] == [aside.hash]
    assert world.store.picture_record(ada).whole == frozenset()


def test_pictures_without_a_face_are_kept_if_that_is_wanted_also_later(world):
    world.run_import()

    outcomes = world.run_import(keep_faceless=True)

    assert Counter(each.result for each in outcomes) == {ImportResult.PRESENT_BEFORE: 5, ImportResult.IMPORTED: 2}
    assert [len(aside) for _, aside in world.state().values()] == [0, 0]
    assert len(world.store.picture_record(world.find("Ada")).whole) == 1


def test_the_trash_keeps_apart_what_was_set_aside(world):
    world.run_import()
    ada = world.find("Ada")
    before = world.state()
    edit = edits.delete_samples(world.trash, ada, [world.first("Ada"), *world.store.aside(ada)])
    assert edit.count == 2
    assert len(world.state()["Ada"][1]) == 0

    edit.undo()

    assert world.state() == before


def test_the_chosen_face_is_taken_or_none(world):
    large, small = Face(Box(0, 0, 6, 6)), Face(Box(4, 4, 3, 3))
    everything = {"detect": lambda image: [large, small]}
    plan = import_plan.plan(world.pictures)

    def run(choose):
        importer = Importer(world.store, world.trash, world.rejections, everything["detect"], choose)
        return list(importer(plan))

    assert {each.result for each in run(lambda picture: None)} == {ImportResult.UNDECIDED}
    assert world.store.people() == []
    assert {each.result for each in run(largest_face)} == {ImportResult.IMPORTED}
    assert {codec.read(each.path).shape for each in world.store.samples(world.find("Bob"))} == {(12, 12, 3)}


def test_a_group_picture_gives_several_people(world):
    picture = world.pictures / "Ada" / "0.png"
    left, right = Face(Box(0, 0, 3, 12)), Face(Box(9, 0, 3, 12))

    chosen = [
        (PersonName("Ada"), picture, left),
        (PersonName("Eve"), picture, right),
        (PersonName("ada"), picture, left),
    ]
    outcomes = list(world.importer().add_faces(chosen))

    results = [(each.name, each.result) for each in outcomes]
    assert results == [
        ("Ada", ImportResult.IMPORTED),
        ("Ada", ImportResult.PRESENT_BEFORE),
        ("Eve", ImportResult.IMPORTED),
    ]


class ImportingAgain(RuleBasedStateMachine):
    """Any edits in any order, imported again at any time.

    What a person has ever had, and was not forgotten, is there after an import exactly if it was there before. What
    they never had is there after it.
    """

    def __init__(self):
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.world = World(self.root)
        self.undo = []
        self.ever = {"Ada": set(), "Bob": set()}  # hashes that a person has ever had

    def teardown(self):
        shutil.rmtree(self.root)

    def present(self, name):
        samples, aside = self.world.state().get(name, (frozenset(), frozenset()))
        return set(samples | aside)

    def person(self, name):
        try:
            return self.world.find(name)
        except PersonNotFoundError:
            return None

    def pictures(self, name):
        person = self.person(name)
        return self.world.store.pictures(person) if person else []

    @invariant()
    def remember(self):
        for name in self.ever:
            self.ever[name] |= self.present(name)

    @rule()
    def import_again(self):
        before = {name: self.present(name) for name in self.ever}
        ever = {name: set(known) for name, known in self.ever.items()}
        outcomes = self.world.run_import()
        for name in self.ever:
            new = self.present(name) - before[name]
            assert before[name] <= self.present(name)
            assert not new & ever[name]
            if not ever[name]:
                assert len(new) == len(list((self.world.pictures / name).iterdir()))
        assert len(outcomes) == 7

    @rule(name=st.sampled_from(["Ada", "Bob"]))
    def import_all_the_same(self, name):
        plan = import_plan.plan(self.world.pictures / name, PersonName(name))
        before = self.present(name)
        list(self.world.importer(again=True)(plan))
        assert before <= self.present(name)
        assert len(self.present(name)) >= len(plan.pictures)

    @precondition(lambda self: self.person("Ada") or self.person("Bob"))
    @rule(
        name=st.sampled_from(["Ada", "Bob"]),
        index=st.integers(0, 3),
        action=st.sampled_from(["move", "reject", "delete", "use", "set aside"]),
    )
    def edit(self, name, index, action):
        pictures = self.pictures(name)[index : index + 1]
        person, world = self.person(name), self.world
        if not pictures:
            return
        other = world.store.find_or_create(PersonName("Bob" if name == "Ada" else "Ada"))
        edit = {
            "move": lambda: edits.move(world.store, person, pictures, other),
            "reject": lambda: edits.reject(world.rejections, person, pictures),
            "delete": lambda: edits.delete_samples(world.trash, person, pictures),
            "use": lambda: edits.use(world.store, person, pictures),
            "set aside": lambda: edits.set_aside(world.store, person, pictures),
        }[action]
        self.undo.append(edit().undo)

    @rule(name=st.sampled_from(["Ada", "Bob"]))
    def delete_person(self, name):
        if person := self.person(name):
            self.undo.append(edits.delete_people(self.world.trash, [person]).undo)

    @precondition(lambda self: self.undo)
    @rule()
    def undo_last(self):
        self.undo.pop()()

    @rule(name=st.sampled_from(["Ada", "Bob"]))
    def forget(self, name):
        if person := self.person(name):
            forgetting.forget(self.world.folders, person)
            gone = self.ever.pop(name)
            self.ever = {other: known - gone for other, known in self.ever.items()} | {name: set()}
            self.undo.clear()


TestImportingAgain = ImportingAgain.TestCase
TestImportingAgain.settings = settings(max_examples=25, stateful_step_count=12, suppress_health_check=list(HealthCheck))
