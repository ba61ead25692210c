"""A small data folder, the operations that write to it, and what must hold of it after every fault."""

import json
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial

import numpy as np

from support.visits import VISIT_OPERATIONS, chip_of, record, visit, visits_of
from visavis import forgetting
from visavis.errors import VisavisError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.change import OUTDATED
from visavis.models.store import TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates, save_templates
from visavis.people import edits, exporter, import_plan
from visavis.people.distinct_pairs import DistinctPairs
from visavis.people.importer import Importer
from visavis.people.names import PersonName
from visavis.people.rejections import RejectionStore
from visavis.people.samples import FaceCrop, NewPicture, content_hash
from visavis.people.store import PeopleStore, Session
from visavis.people.trash import Trash
from visavis.recognition.embedding_cache import EmbeddedSample, EmbeddingCache
from visavis.review.corrections import Corrections
from visavis.settings import Settings
from visavis.sightings.store import SightingStore
from visavis.storage import disk, leftovers
from visavis.storage.paths import DataFolders

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ADA, BOB, CEM, DORA, EVE = map(PersonName, ("Åda Quux", "Bøb Zyx", "Cem Wvut", "Dora Xyzzy", "Eve Plugh"))


def noise(seed):
    """A small picture like no other."""
    return np.random.default_rng(seed).integers(0, 255, (16, 12, 3), np.uint8)


def new_pictures(first, count=3):
    return [
        NewPicture(codec.encode(noise(first + number)), NOON + timedelta(seconds=number)) for number in range(count)
    ]


def vector(seed):
    values = np.random.default_rng(1000 + seed).normal(size=128).astype(np.float32)
    return values / np.linalg.norm(values)


class World:
    """The stores of one data folder."""

    def __init__(self, root):
        self.root = root
        self.folders = DataFolders(root / "data", root / "cache")
        self.people = PeopleStore(self.folders.people)
        self.trash = Trash(self.folders.trash, self.folders.people)
        self.rejections = RejectionStore(self.folders.strangers)
        self.models = ModelStore(self.folders.models)
        self.distinct = DistinctPairs(self.folders.people)
        self.sightings = SightingStore(self.folders.sightings)

    def find(self, name):
        return self.people.find(name)

    def embed(self):
        seen = {}

        def embed_sample(image):
            return EmbeddedSample(seen.setdefault(image.tobytes(), vector(len(seen))), True)

        cache = EmbeddingCache(self.folders.embeddings, "v1", embed_sample)
        for person in self.people.people():
            cache.load(person.slug, self.people.samples(person))

    def publish(self, network, number):
        """A model of everybody there is."""
        people = self.people.people()
        with self.models.staging_folder() as staged:
            disk.write_whole(staged / "model.keras", b"weights")
            save_templates(staged / TEMPLATES_FILE, {each.slug: vector(50 + i) for i, each in enumerate(people)})
            card = ModelCard(
                id=f"2026010{number}-000000-{network}",
                network=network,
                created="2026-01-01T00:00:00Z",
                people=tuple(Member(each.slug, each.name) for each in people),
                data={each.slug: [sample.hash for sample in self.people.samples(each)] for each in people},
                input=InputSpec("chip", 1, 64),
                threshold=0.5,
            )
            return self.models.publish(staged, card)

    def build(self):
        """Ada, Bob, Cem, and Dora in the trash; three models, rejections, embeddings, a log."""
        for number, name in enumerate((ADA, BOB, CEM, DORA)):
            started = NOON + timedelta(hours=number)
            person = self.people.enroll(
                name, new_pictures(10 * number), Session(started, started + timedelta(minutes=1)), "yes"
            )
            self.people.add(person, noise(10 * number + 5), NOON, aside=True)
            record(self, visit(name, number), visit(name, number + 24))
        record(self, visit(None, 50))
        self.embed()
        for number, network in enumerate(("cnn64", "embedding", "embedding"), start=1):
            self.publish(network, number)
        self.trash.delete_person(self.find(DORA))
        ada, bob = self.find(ADA), self.find(BOB)
        self.trash.delete_samples(ada, self.people.samples(ada)[:1])
        for number, person in enumerate((ada, bob, None)):
            self.rejections.add(noise(60 + number), person, NOON)
        self.distinct.add(ada, self.find(CEM))
        Settings(mirror=False).save(self.folders.settings)
        disk.write_whole(
            self.folders.logs / "visavis.log", f"INFO people/{ada.slug}/1.jpg\nINFO {BOB}\nINFO x\n".encode()
        )
        for number in range(3):
            disk.write_whole(self.root / "import" / EVE / f"{number}.jpg", codec.encode(noise(70 + number)))
            disk.write_whole(self.root / "import" / ADA / f"{number}.jpg", codec.encode(noise(80 + number)))
        return self

    def secrets(self, *names):
        """What must not be found any more once these people are forgotten."""
        found = set()
        for name in names:
            for kind in (name, name.casefold()):
                found |= {kind.encode(), json.dumps(kind)[1:-1].encode()}
            pictures = [*self.people.pictures(self.find(name))] if name in self.names() else []
            for entry in self.trash.entries():
                pictures += entry.samples() if entry.name == name else []
            found |= {chip_of(name)}
            found |= {picture.path.read_bytes() for picture in pictures}
            found |= {picture.hash.encode() for picture in pictures}
        for path in self.folders.embeddings.rglob("*.npz"):
            if path.stem in names:
                with np.load(path) as file:
                    found |= {row.tobytes() for row in file["vectors"]}
        for model_id in self.models.ids():
            for slug, row in load_templates(self.models.path(model_id, TEMPLATES_FILE)).items():
                found |= {row.tobytes()} if slug in names else set()
        return found

    def traces(self, secrets):
        """The files in whose path or content there is one of the secrets."""
        roots = (self.folders.data, self.folders.cache)
        paths = [path for root in roots for path in root.rglob("*")]
        return [
            path.relative_to(self.root)
            for path in paths
            if any(each in str(path.relative_to(self.root)).encode() for each in secrets)
            or (path.is_file() and any(each in path.read_bytes() for each in secrets))
        ]

    def names(self):
        return [person.name for person in self.people.people()]

    def state(self):
        """What users see of the data, without times and IDs that differ from run to run."""
        people = {}
        for person in self.people.people():
            pictures = sorted((each.hash, each.is_aside) for each in self.people.pictures(person))
            people[person.name] = (pictures, self.people.picture_record(person), len(person.sessions), person.consent)
        entries = self.trash.entries()
        names = {person.slug: person.name for person in self.people.people()}
        cards = {model_id: self.models.card(model_id) for model_id in self.models.ids()}
        return {
            "people": people,
            "rejections": sorted((each.sample.hash, each.people) for each in self.rejections.rejections()),
            "distinct": self.distinct.pairs(),
            "trash": sorted((each.slug, each.name, each.whole, len(each.samples())) for each in entries),
            "models": {key: (card.retired, card.people, sorted(card.files)) for key, card in cards.items()},
            "current": self.models.current_id(),
            "sightings": visits_of(self.sightings, names),
            "settings": Settings.load(self.folders.settings),
            "export": sorted(path.name for path in (self.root / "export").rglob("*")),
        }

    def check(self, *, is_gradual=False):
        """Everything can be read, fits its hash, and the model in use can be used.

        In the middle of what is done gradually, a person may be without pictures: merging removes a person last.
        """
        assert self.people.left_out() == []
        for person in self.people.people():
            assert not person.other_folders
            assert is_gradual or self.people.pictures(person), person.name
        pictures = [picture for person in self.people.people() for picture in self.people.pictures(person)]
        pictures += [picture for entry in self.trash.entries() for picture in entry.samples()]
        pictures += [rejection.sample for rejection in self.rejections.rejections()]
        for picture in pictures:
            assert content_hash(picture.path.read_bytes()) == picture.hash
        assert all(entry.name for entry in self.trash.entries())
        for model_id in self.models.ids():
            if not self.models.card(model_id).retired:
                self.models.verified_card(model_id)
        if (current := self.models.current_id()) is not None:
            self.models.verified_card(current)

    def check_recovered(self, *, is_gradual=False):
        """What a killed program left is gone after a start."""
        forgetting.recover(self.folders)
        assert not leftovers.has_any(self.folders)
        assert list(self.folders.data.rglob(".tmp-*")) == []
        self.check(is_gradual=is_gradual)


@dataclass(frozen=True)
class Operation:
    """An operation that writes."""

    name: str
    prepare: object
    """A function of the world: makes what is needed before, and returns the operation, which can be called again."""
    is_gradual: bool = False
    """Whether it may be done in part: each part is valid, and doing it again completes it."""
    repeats: bool = True
    """Whether a new program can do it again; undoing is known only to the one that made the edit."""

    is_move: bool = False
    """Whether it moves a folder from one place to another: after a power cut it may be at both."""

    def __str__(self):
        return self.name


def _import(world):
    box = Face(Box(2, 2, 6, 6))
    run = Importer(world.people, world.trash, world.rejections, lambda image: [box])
    return lambda: list(run(import_plan.plan(world.root / "import")))


def _merge(world):
    return edits.merge(world.people, world.trash, world.rejections, [world.find(ADA)], world.find(BOB), world.folders)


def _samples(world, name):
    return world.people.samples(world.find(name))


def _if_there(world, name, edit):
    """Do it where it was not done: as users repeat it."""
    if name in world.names():
        edit()


def _undo(edit):
    """The operation of undoing an edit."""
    return lambda world: edit(world).undo


def _forget(world, name):
    def run():
        try:
            person = forgetting.find(world.folders, name)
        except VisavisError:
            return
        if problems := forgetting.forget(world.folders, person).problems:
            raise problems[0]

    return run


def _restore(world):
    def run():
        for entry in world.trash.entries():
            if entry.whole:
                world.trash.restore(entry)

    return run


def _empty(world):
    return lambda: forgetting.delete_entries(world.folders, world.trash.entries())


def _export(world):
    return lambda: exporter.export(world.people, world.root / "export")


def _rollback(world):
    first = world.models.current_id()
    return lambda: world.models.current_id() != first or world.models.rollback()


def _publish(world):
    model_id = "20260109-000000-embedding"
    return lambda: world.models.use(model_id) if model_id in world.models.ids() else world.publish("embedding", 9)


def _remove(world):
    return lambda: world.models.has("20260102-000000-embedding") and world.models.remove("20260102-000000-embedding")


def _correct(world):
    crop = FaceCrop(noise(90), Face(Box(2, 2, 6, 6)))
    return lambda: Corrections(world.folders).is_person(crop, EVE)


#: The hashes of Ada's samples, as far as she has them.
SAMPLES = [content_hash(picture.content) for picture in new_pictures(0)][1:]


def _hers(world, count):
    """The first of Ada's samples, as far as they are still hers."""
    return [sample for sample in _samples(world, ADA) if sample.hash in SAMPLES[:count]]


def _reject(world):
    return edits.reject(world.rejections, world.find(ADA), _hers(world, 1))


def _move(world):
    return edits.move(world.people, world.find(ADA), _hers(world, 1), world.find(BOB))


def _set_aside(world):
    return edits.set_aside(world.people, world.find(ADA), _hers(world, 1))


def _delete_samples(world):
    return edits.delete_samples(world.trash, world.find(ADA), _hers(world, 1))


def _delete_people(world):
    return edits.delete_people(world.trash, [world.find(ADA)])


def _of_hers(edit):
    """An edit of one of Ada's samples, where it is still hers."""
    return lambda world: lambda: _hers(world, 1) and edit(world)


OPERATIONS = [
    Operation("enroll somebody new", lambda world: lambda: world.people.enroll(EVE, new_pictures(90), None, "yes")),
    Operation(
        "enroll somebody known", lambda world: lambda: world.people.enroll(ADA, new_pictures(90)), is_gradual=True
    ),
    Operation("add a sample", lambda world: lambda: world.people.add(world.find(ADA), noise(90), NOON)),
    Operation("import", _import, is_gradual=True),
    Operation(
        "rename",
        lambda world: (
            lambda: _if_there(world, ADA, lambda: edits.rename(world.people, world.find(ADA), EVE, world.folders))
        ),
    ),
    Operation(
        "undo a rename",
        _undo(lambda world: edits.rename(world.people, world.find(ADA), EVE, world.folders)),
        repeats=False,
    ),
    Operation("merge", lambda world: lambda: _if_there(world, ADA, lambda: _merge(world)), is_gradual=True),
    Operation("undo a merge", _undo(_merge), is_gradual=True, repeats=False),
    Operation("move", _of_hers(_move), is_gradual=True),
    Operation("undo a move", _undo(_move), is_gradual=True, repeats=False),
    Operation("reject", _of_hers(_reject), is_gradual=True),
    Operation("undo a rejection", _undo(_reject), is_gradual=True, repeats=False),
    Operation("set aside", _of_hers(_set_aside), is_gradual=True, is_move=True),
    Operation("undo setting aside", _undo(_set_aside), is_gradual=True, repeats=False),
    Operation("call distinct", lambda world: lambda: world.distinct.add(world.find(ADA), world.find(BOB))),
    Operation("delete samples", _of_hers(_delete_samples), is_gradual=True, is_move=True),
    Operation("undo deleting samples", _undo(_delete_samples), is_gradual=True, repeats=False),
    Operation(
        "delete a person", lambda world: lambda: _if_there(world, ADA, lambda: _delete_people(world)), is_move=True
    ),
    Operation("undo deleting a person", _undo(_delete_people), repeats=False, is_gradual=True),
    Operation("restore", _restore, is_gradual=True),
    Operation("empty the trash", _empty, is_gradual=True),
    Operation("forget", lambda world: _forget(world, ADA), is_gradual=True),
    Operation("reject a face", lambda world: lambda: world.rejections.add(noise(91), world.find(ADA), NOON)),
    Operation("correct to somebody new", _correct, is_gradual=True, repeats=False),
    Operation("embed", lambda world: world.embed),
    Operation("publish a model", _publish, is_gradual=True),
    Operation("use a model", lambda world: lambda: world.models.use("20260102-000000-embedding")),
    Operation("roll back", _rollback),
    Operation("remove a model", _remove),
    Operation("retire a model", lambda world: lambda: world.models.retire("20260102-000000-embedding", OUTDATED)),
    *(Operation(name, prepare) for name, prepare in VISIT_OPERATIONS.items()),
    Operation("save settings", lambda world: partial(replace(Settings(), mirror=True).save, world.folders.settings)),
    Operation("export", _export, is_gradual=True, repeats=False),
]


def copy(world, root):
    """A copy of a world."""
    shutil.copytree(world.root, root, symlinks=True)
    return World(root)
