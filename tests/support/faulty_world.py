"""A small data folder, the operations that write to it, and what must hold of it after every fault."""

import contextlib
import hashlib
import json
import re
import shutil
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np

from support.encryption.folders import NEW_PASSPHRASE, PASSPHRASE
from support.tagging.recordings import index_of
from support.visits import chip_of, record, record_guest, visit, visits_of
from visavis import forgetting
from visavis.audit.log import AuditLog
from visavis.backup import extraction
from visavis.encryption import sealed_store
from visavis.errors import KeyAccessError
from visavis.imaging import codec
from visavis.imaging.xmp import sidecar
from visavis.imaging.xmp.header import PictureHeader
from visavis.imaging.xmp.sidecar import SidecarFinder
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.store import TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates, save_templates
from visavis.people.consent import Consent
from visavis.people.distinct_pairs import DistinctPairs
from visavis.people.names import PersonName
from visavis.people.rejections import RejectionStore
from visavis.people.samples import NewPicture, content_hash
from visavis.people.store import PeopleStore, Session
from visavis.people.trash import Trash
from visavis.recognition.embedding_cache import EmbeddedSample, EmbeddingCache
from visavis.recordings.store import RecordingStore
from visavis.settings import Settings
from visavis.sightings.store import SightingStore
from visavis.storage import arrays, data_files, disk, leftovers, log_lines
from visavis.storage.paths import DataFolders
from visavis.tagging import kept_tags, log_file
from visavis.vault import key_store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ADA, BOB, CEM, DORA, EVE = map(PersonName, ("Åda Quux", "Bøb Zyx", "Cem Wvut", "Dora Xyzzy", "Eve Plugh"))


def noise(seed):
    """A small picture like no other."""
    return np.random.default_rng(seed).integers(0, 255, (16, 12, 3), np.uint8)


def new_pictures(first, count=3):
    return [
        NewPicture(codec.encode(noise(first + number)), NOON + timedelta(seconds=number)) for number in range(count)
    ]


def _content(path):
    """What a file says; one of kept tags without the path of its video, which is in its packed arrays."""
    if path.name.endswith(kept_tags.ENDING):
        kept = kept_tags.read(path)
        return kept.fingerprint.encode() + log_file.encode(replace(kept.tagged.log, source=""))
    return path.read_bytes()


def decrypted(path):
    """The content of a file as whoever has the key sees it."""
    return log_lines.read(path).encode() if path.suffix == ".log" else data_files.read(path)


def vector(seed):
    values = np.random.default_rng(1000 + seed).normal(size=128).astype(np.float32)
    return values / np.linalg.norm(values)


#: Number of recordings of live sessions that there are.
RECORDINGS = 2


class World:
    """The stores of one data folder."""

    def __init__(self, root):
        self.root = root
        self.outputs, self.environment = root / "outputs", root / "environment"
        self.folders = DataFolders(root / "data", root / "cache")
        self.people = PeopleStore(self.folders.people)
        self.trash = Trash(self.folders.trash, self.folders.people)
        self.rejections = RejectionStore(self.folders.strangers)
        self.models = ModelStore(self.folders.models)
        self.distinct = DistinctPairs(self.folders.people)
        self.sightings = SightingStore(self.folders.sightings)
        self.recordings = RecordingStore(self.folders.recordings)

    def find(self, name):
        return self.people.find(name)

    def embed(self):
        def embed_sample(image):
            return EmbeddedSample(vector(zlib.crc32(image.tobytes())), True)  # no two pictures have the same

        cache = EmbeddingCache(self.folders.embeddings, "v1", embed_sample)
        for person in self.people.people():
            cache.load(person.slug, self.people.samples(person))

    def everybody(self):
        return self.people.known_people()

    def publish(self, network, number, templates=None):
        """A model of everybody there is, with any templates, or with these by slug."""
        people = self.everybody()
        if templates:  # of the people who were there when it was trained
            known = {each.slug: each for each in people}
            people = [known.get(slug) or replace(people[0], slug=slug, name=PersonName(slug)) for slug in templates]
        templates = templates or {each.slug: vector(50 + i) for i, each in enumerate(people)}
        with self.models.staging_folder() as staged:
            disk.write_whole(staged / "model.keras", b"weights")
            save_templates(staged / TEMPLATES_FILE, templates)
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
                name, new_pictures(10 * number), Session(started, started + timedelta(minutes=1)), Consent(to="yes")
            )
            self.people.add(person, noise(10 * number + 5), NOON, aside=True)
            record(self, visit(name, number), visit(name, number + 24))
        record(self, visit(None, 50))
        record_guest(self)
        for number, name in enumerate((ADA, BOB)[:RECORDINGS]):
            index_of(name).save(disk.make_private(self.folders.recordings / f"{number}"))
            disk.write_whole(self.folders.recordings / f"{number}" / "1.mkv", chip_of(name))
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
        lines = [f"INFO people/{ada.slug}/1.jpg", f"INFO {BOB}", "INFO x"]
        disk.make_private(self.folders.logs)
        (self.folders.logs / "visavis.log").write_text(
            "".join(f"{log_lines.seal_line(self.folders.logs, line)}\n" for line in lines), encoding="utf-8"
        )
        for number in range(3):
            disk.write_whole(self.root / "import" / EVE / f"{number}.jpg", codec.encode(noise(70 + number)))
            disk.write_whole(self.root / "import" / ADA / f"{number}.jpg", codec.encode(noise(80 + number)))
        return self

    def secrets(self, *names):
        """What must not be found any more once these people are forgotten."""
        self.unlock()
        found = set()
        for name in names:
            for kind in (name, name.casefold()):
                found |= {kind.encode(), json.dumps(kind)[1:-1].encode()}
            pictures = [*self.people.pictures(self.find(name))] if name in self.names() else []
            for entry in self.trash.entries():
                pictures += entry.samples() if entry.name == name else []
            found |= {chip_of(name)}
            found |= {data_files.read(picture.path) for picture in pictures}
            found |= {picture.hash.encode() for picture in pictures}
        for path in self.folders.embeddings.rglob("*.npz"):
            if not {path.stem}.isdisjoint(sealed_store.possible_names(path.parent, *names)):
                found |= {row.tobytes() for row in arrays.read(path)["vectors"]}
        for model_id in self.models.ids():
            for slug, row in load_templates(self.models.path(model_id, TEMPLATES_FILE)).items():
                found |= {row.tobytes()} if slug in names else set()
        return found

    def traces(self, secrets):
        """The files in whose path or content, decrypted, there is one of the secrets."""
        roots = (self.folders.data, self.folders.cache)
        paths = [path for root in roots for path in root.rglob("*")]
        return [
            path.relative_to(self.root)
            for path in paths
            if any(each in str(path.relative_to(self.root)).encode() for each in secrets)
            or (path.is_file() and any(each in decrypted(path) for each in secrets))
        ]

    def names(self):
        return [person.name for person in self.people.people()]

    def without_recordings(self):
        """Delete the recordings, which cannot be encrypted; return the world."""
        shutil.rmtree(self.folders.recordings)
        return self

    def unlock(self):
        """Unlock the data, if they are encrypted: a killed process took the key with it."""
        store = key_store.find(self.folders.data)
        if store and not store.is_unlocked:
            with contextlib.suppress(KeyAccessError):
                key_store.open_with(store, PASSPHRASE)
            if not store.is_unlocked:
                key_store.open_with(store, NEW_PASSPHRASE)

    def state(self):
        """What users see of the data, without times and IDs that differ from run to run."""
        self.unlock()
        people = {}
        for person in self.people.people():
            pictures = sorted((each.hash, each.is_aside) for each in self.people.pictures(person))
            noted = person.consent, person.is_announced
            people[person.name] = (pictures, self.people.picture_record(person), len(person.sessions), noted)
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
            "recordings": sorted(sorted(each.index.people & people.keys()) for each in self.recordings.recordings()),
            "settings": Settings.load(self.folders.settings),
            "marks": self.marks(),
            "backup": sorted(path.name for path in (self.root / "backups").glob("*.backup")),
            "export": sorted(path.name for path in (self.root / "exports" / "all").rglob("*")),
            "files": self.files(),
        }

    def files(self):
        """What is written for others: the hash of each file by its path, without those that are being written."""
        homes = (self.outputs, self.environment, self.folders.networks, self.folders.models / ".training")
        files = [(path, path.relative_to(home)) for home in homes for path in home.rglob("*") if path.is_file()]
        places = re.compile(rb"[\w./-]*/(?=film|outputs|import)")  # they differ between copies of a world
        return {
            str(path.relative_to(self.root)): hashlib.sha256(places.sub(b"", _content(path))).hexdigest()
            for path, inside in files
            if not any(part.startswith(".") for part in inside.parts)
        }

    def marks(self):
        """The faces that are marked in sidecars, by picture."""
        header, finder = PictureHeader(12, 16), SidecarFinder()
        pictures = sorted((self.root / "import").rglob("*.jpg"))
        return {
            f"{path.parent.name}/{path.name}": sidecar.read_faces(path, header, finder).regions for path in pictures
        }

    def facts(self):
        """The state as single facts, each of which an operation leaves, makes or ends."""
        state = self.state()
        found = {("current", state["current"]), ("settings", repr(state["settings"]))}
        found |= {("distinct", str(pair)) for pair in state["distinct"]}
        found |= {("recording of", person) for shown in state["recordings"] for person in shown}
        found |= {("model", key, str(value)) for key, value in state["models"].items()}
        found |= {("rejected", key, people) for key, people in state["rejections"]}
        pictures = {key for key, _ in state["rejections"]}
        for name, (owned, remembered, _, noted) in state["people"].items():
            found |= {("person", name), ("noted", name, *noted)}
            found |= {("picture", name, *each) for each in owned}
            found |= {("imported", name, *each) for each in remembered.sources.items()}
            found |= {("counts", name, key) for key in remembered.whole} | {
                ("merged", name, key) for key in remembered.merged
            }
            pictures |= {key for key, _ in owned}
        for entry in self.trash.entries():
            found |= {("deleted", entry.slug, entry.name, entry.whole, each.hash) for each in entry.samples()}
            pictures |= {each.hash for each in entry.samples()}
        found |= {("mark", path, region) for path, regions in state["marks"].items() for region in regions}
        found |= {("file", *file) for file in state["files"].items()}
        return found | {("there", key) for key in pictures}

    def check(self, *, is_gradual=False):
        """Everything can be read, fits its hash, and the model in use can be used.

        In the middle of what is done gradually, a person may be without pictures: merging removes a person last.
        """
        for path in (self.root / "backups").glob("*.backup"):
            unpacked = self.root / "unpacked"
            extraction.unpack(path, DataFolders(unpacked, self.folders.cache))
            shutil.rmtree(unpacked)
        self.unlock()
        assert self.people.left_out() == []
        assert AuditLog(self.folders.people).verify().problem is None
        for person in self.people.people():
            assert not person.other_folders
            assert is_gradual or self.people.pictures(person), person.name
        pictures = [picture for person in self.people.people() for picture in self.people.pictures(person)]
        pictures += [picture for entry in self.trash.entries() for picture in entry.samples()]
        pictures += [rejection.sample for rejection in self.rejections.rejections()]
        for picture in pictures:
            assert content_hash(data_files.read(picture.path)) == picture.hash
        assert all(entry.name for entry in self.trash.entries())
        for model_id in self.models.ids():
            if not self.models.card(model_id).retired:
                self.models.verified_card(model_id)
        if (current := self.models.current_id()) is not None:
            self.models.verified_card(current)

    def check_recovered(self, *, is_gradual=False):
        """What a killed program left is gone after a start."""
        self.unlock()
        forgetting.recover(self.folders)
        assert not leftovers.has_any(self.folders)
        assert list(self.folders.data.rglob(".tmp-*")) == []
        self.check(is_gradual=is_gradual)


def copy(world, root):
    """A copy of a world."""
    shutil.copytree(world.root, root, symlinks=True)
    return World(root)
