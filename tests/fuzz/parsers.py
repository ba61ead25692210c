"""All parsers of what others may have written, each with right files to begin from."""

import io
import json
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import cv2
import numpy as np

from support.backups.archives import right_backups
from support.encryption import contents
from support.fakes import FakeDetector
from support.media_files import encode_with_pillow, video
from support.previous_data import PreviousData
from support.tagging.face_logs import face_log
from support.tagging.recordings import index_of
from support.tagging.xmp import microsoft, mwg, packet
from support.training_reports import report
from visavis.audit.log import AuditEvent, AuditFact, AuditLog
from visavis.backup import extraction
from visavis.detection.presets import Preset
from visavis.encryption.key_file import KEY_FILE
from visavis.encryption.sealed_store import find_store
from visavis.encryption.stream import SealError
from visavis.errors import PersonNameError, VisavisError
from visavis.factory.pipeline_snapshot import PipelineSnapshot
from visavis.factory.recognizer_parts import RecognizerParts
from visavis.forgetting.traces import Journal
from visavis.imaging import codec
from visavis.imaging.geometry import Box
from visavis.imaging.video.mp4_times import write_times
from visavis.imaging.xmp.area import is_same_face
from visavis.imaging.xmp.document import XmpDocument
from visavis.imaging.xmp.header import PictureHeader
from visavis.imaging.xmp.region_writer import NewRegion, write_regions
from visavis.imaging.xmp.regions import FaceRegion, read_regions
from visavis.messages import from_record
from visavis.models import history
from visavis.models.card import ModelCard
from visavis.models.store import ModelStore
from visavis.models.templates import load_templates
from visavis.networks import keras_file
from visavis.networks.published import NetworkCard, is_compiled
from visavis.people.distinct_pairs import DistinctPairs
from visavis.people.names import PersonName, comparison_key, slug_of
from visavis.people.picture_record import PictureRecord
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.pipeline import Pipeline
from visavis.process import child
from visavis.recognition import embedding_cache
from visavis.recognition.decision import Decision
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.recognition.gallery import Gallery
from visavis.recognition.report import load_report
from visavis.recordings.store import RecordingStore
from visavis.scoring.calibration import Calibration
from visavis.settings import Settings
from visavis.sightings.guest_store import GuestStore
from visavis.sightings.guests import FaceVector
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import Retention, SightingChange, SightingStore
from visavis.sources import open_source
from visavis.sources.resolver import public_address
from visavis.sources.video_size import announced_size
from visavis.storage import arrays
from visavis.storage.paths import DataFolders
from visavis.tagging import file_tags, log_file
from visavis.tagging.guests import GuestBook
from visavis.tracking import RecordedBudget, Tracker
from visavis.update_check import parse_update
from visavis_training.evaluation.pairs import read_pairs
from visavis_training.fitting.checkpoint import Checkpoint, FitState, load_run
from visavis_training.fitting.progress import FitProgress
from visavis_training.report.report import Report


@dataclass(frozen=True)
class Parser:
    """Something that reads a file.

    It ends with a result, or with an error that it documents. Whatever else it raises is a crash.
    """

    name: str
    parse: Callable[[Path], object]
    """Reads the file at a path; its folder is its own."""
    right: tuple[bytes, ...]
    """Contents that it reads."""
    errors: tuple[type[Exception], ...] = (VisavisError,)
    file: str = "file"
    """Name of the file."""


def parsers(folder: Path) -> list[Parser]:
    """All parsers. `folder` gets the files that right contents are taken from."""
    previous = PreviousData(folder / "data", folder / "cache")
    files = previous.files()
    by_name: dict[str, list[bytes]] = {}
    for path, content in files.items():
        by_name.setdefault(path.name, []).append(content)
    pictures = {"version": 1, "sources": {"a" * 16: "b" * 16}, "faceless": ["c" * 16], "merged": []}
    distinct = {"version": 1, "pairs": [["Ada", "Bob"]]}
    return [
        Parser("person.json", _people, (*by_name["person.json"], _json(_PERSON)), file="person.json"),
        Parser("audit.jsonl", _audit, (_audit_lines(folder),), file="audit.jsonl"),
        Parser("pictures.json", lambda path: PictureRecord.load(path.parent), (_json(pictures),), file="pictures.json"),
        Parser(
            "distinct.json", lambda path: DistinctPairs(path.parent).pairs(), (_json(distinct),), file="distinct.json"
        ),
        Parser("backup", _backup, right_backups()),
        Parser("rejections.json", _rejections, tuple(by_name["rejections.json"]), file="rejections.json"),
        Parser("entry.json", _entries, tuple(by_name["entry.json"]), file="entry.json"),
        Parser("card.json", _card, tuple(map(_as_file_card, by_name["card.json"]))),
        Parser("report.json", load_report, tuple(by_name["report.json"]), (VisavisError, ValueError)),
        Parser("report of training", Report.read, (_json(report().to_record()),)),
        Parser("current", lambda path: history.read_current(path.parent), (b"20261122-embedding\n",), file="current"),
        Parser("history", lambda path: history.read(path.parent), (b"a\nb\n",), file="history"),
        Parser("settings.toml", Settings.load, tuple(by_name["settings.toml"])),
        Parser("preset", Preset.read_file, tuple(path.read_bytes() for path in _presets())),
        Parser("templates.npz", load_templates, tuple(by_name["templates.npz"])),
        Parser("embeddings.npz", _embeddings, tuple(by_name["Ada Lovelace.npz"]), file="Ada.npz"),
        Parser("state.npz", _checkpoint, (_state(folder),)),
        Parser("any arrays", arrays.read, tuple(by_name["templates.npz"])),
        Parser("model.keras", keras_file.require_plain, (_keras(),)),
        Parser("pairs.txt", lambda path: read_pairs(path, path.parent), (b"2\t1\nAda\t1\t2\nAda\t1\tBob\t1\n" * 2,)),
        Parser("events", _events, (_json({"event": "failed", "error": "x", "messages": {"error": _MESSAGE}}),)),
        Parser("name", _name, ("Zoë_\u200bLovelace\n".encode(), b"unknown", b"CON")),
        Parser("address", _address, (b"rtsp://me:secret@cam/1?token=a", b"http://cam/%73")),
        Parser("picture", codec.read, tuple(_pictures())),
        Parser("video's size", announced_size, tuple(video(ending, frames=1) for ending in (".mp4", ".avi", ".mkv"))),
        Parser("forgetting", _journal, (_json(_TRACES),), file="a.json"),
        Parser("compiled network", _compiled, (_json({"version": 2, "files": {"model.tflite": "a" * 64}}),)),
        Parser("faces of a video", _face_log, (_logged_faces(folder),), (VisavisError, ValueError)),
        Parser("snapshot", _snapshot, (_sent_snapshot(),)),
        Parser("sightings", _sightings, tuple(_sighting_files(folder)), file="sightings.sqlite"),
        Parser("recording.json", _recording, tuple(_recording_files(folder)), file="recording.json"),
        Parser("XMP", _xmp, tuple(_xmp_files()), file="a.xmp"),
        Parser("update feed", lambda path: parse_update(path.read_bytes(), "a"), (_json(_UPDATE),)),
        Parser("key file", lambda path: find_store(path.parent), (contents.key_file(),), file=KEY_FILE),
        Parser("sealed file", contents.unseal, contents.sealed_files(), (SealError,)),
        Parser("MP4's times", lambda path: write_times(path, [0.0], 1.0), (video(frames=1),), (ValueError,)),
    ]


_PERSON = {
    "version": 2,
    "id": "a" * 32,
    "name": "Ada",
    "created": "2026-11-22T12:00:00+00:00",
    "consent": {"by": "", "given": "2026-11-22T12:00:00+00:00", "to": "x", "until": None, "at_end": "ask"},
    "sessions": [],
}
_UPDATE = {"version": 1, "latest": "0.2.0", "page": "https://example.org/visavis"}
_TRACES = {"version": 1, "slugs": ["Ada"], "names": ["Ada"], "hashes": ["a" * 16], "pictures_deleted": True}
_MESSAGE = {
    "template": "{path} is {reason}.",
    "values": {"path": "x", "reason": {"template": "{a}", "values": {"a": 1}}},
}


#: Boxes that lie apart from each other.
_CORNERS = [Box(left, top, 1, 1) for left in range(0, 300, 7) for top in range(0, 400, 7)]


def _people(path):
    people = PeopleStore(path.parent.parent)
    for person in people.people():
        str(person.created and person.created.astimezone())
        people.picture_record(person)


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


def _backup(path):
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        extraction.unpack(path, DataFolders(Path(folder), path.parent / "cache"), "words")


def _rejections(path):
    return RejectionStore(path.parent).rejections()


def _entries(path):
    (path.parent / "content").mkdir(exist_ok=True)
    trash = Trash(path.parent.parent, path.parent / "people")
    for entry in trash.entries():
        str(entry.expires.astimezone())
    trash.expired_entries(datetime.now(UTC))


def _sightings(path):
    """Read, extend and clean the file, as the recorder, the command line and forgetting do; a log beside it is new."""
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    store = SightingStore(path)
    for sighting in store.sightings():
        str(sighting.as_json())
        store.chip(sighting)
    now = datetime.now(UTC)
    face = FaceVector("sface", np.eye(8, dtype=np.float32)[0])
    visits = [Sighting(name, "camera", now, now, 0.5) for name in ("Ada", None)]
    store.save([SightingChange(each, face=face) for each in visits], lambda name: ("ada", name, ""), timedelta(1))
    guests = GuestStore(path)
    for guest in guests.guests():
        str((guest.name, guest.first and guest.first.astimezone(), guests.pictures(guest)))
    store.purge(now, Retention(timedelta(days=30), timedelta(hours=8)))
    store.rename("ada", "Augusta")
    store.reassign("ada", "bob", "Bob")()
    store.erase(["ada"], ["Ada"], comparison_key)
    assert not path.exists() or b"Augusta" not in path.read_bytes()  # a damaged one is deleted


def _sighting_files(folder):
    """An empty one, one with a few visits, and one with many pages."""
    for count in (0, 3, 400):
        path = folder / f"sightings-{count}.sqlite"
        store = SightingStore(path)
        times = [datetime(2026, 11, 22, tzinfo=UTC) + timedelta(hours=number) for number in range(count)]
        visits = [Sighting(("Ada", None)[at.hour % 2], "camera", at, at, 0.5, chip=b"picture" * 20) for at in times]
        vectors = np.eye(8, dtype=np.float32)
        changes = [SightingChange(each, face=FaceVector("sface", vectors[at % 8])) for at, each in enumerate(visits)]
        store.save(changes, lambda name: ("ada", name, ""), timedelta())
        yield path.read_bytes()


def _xmp(path):
    """Read the faces that are marked, mark others, and take these away again: all that is not ours stays."""
    header = PictureHeader(400, 300, orientation=6)
    content = path.read_bytes()
    before = read_regions(XmpDocument.parse(content), header).regions
    free = next(box for box in _CORNERS if not any(is_same_face(box, region.box) for region in before))
    written = write_regions(content, header, [NewRegion("Ada", free, 0.9)])
    after = read_regions(XmpDocument.parse(written.content), header).regions
    assert FaceRegion("Ada", free) in after
    assert write_regions(written.content, header, [NewRegion("Ada", free, 0.9)]).content == written.content
    XmpDocument.parse(write_regions(written.content, header, []).content)


def _xmp_files():
    both = mwg(("Ada", (0.25, 0.3, 0.1, 0.2)), (None, (0.8, 0.8, 0.1, 0.1))), microsoft(("Bob", "0.5, 0.5, 0.1, 0.1"))
    yield packet(*both)
    yield (
        packet("<darktable:history><rdf:Seq><rdf:li>a</rdf:li></rdf:Seq></darktable:history>").decode().encode("utf-16")
    )
    yield write_regions(packet(*both), PictureHeader(400, 300), [NewRegion("Cem", Box(10, 10, 40, 40), 0.5)]).content


def _recording(path):
    """Read it, extend it, and replay the videos that are not there."""
    store = RecordingStore(path.parent.parent)
    for recording in store.recordings():
        str((recording.size, recording.index and (recording.index.duration, recording.index.track_numbers()())))
    store.add_name("Ada", "Bob", comparison_key)
    source = open_source(str(path.parent), paced=False)
    tracker = Tracker(
        Pipeline(FakeDetector(lambda image: [])), RecordedBudget(source.index.limits, source.index.frames)
    )
    return list(map(tracker, source))


def _recording_files(folder):
    for count in (0, 2):
        index_of(*["Ada", "Zoë"][:count], has_unknown=not count).save(folder)
        yield (folder / "recording.json").read_bytes()


def _journal(path):
    journal = Journal(path.parent)
    for each in journal.paths():
        journal.load(each)
    return journal.find("ada")


def _compiled(path):
    card = NetworkCard.load("sface")
    folder = path.parent / card.id
    folder.mkdir(exist_ok=True)
    (folder / "card.json").write_bytes(path.read_bytes())
    return is_compiled(path.parent, card)


def _face_log(path):
    return file_tags.tag(log_file.read(path), GuestBook())


_NOTHING = SampleEmbeddings((), np.zeros((0, 128), np.float32), np.zeros(0, np.bool_), np.zeros(0, np.float32))
"""Embeddings of no face."""


def _snapshot(path):
    return PipelineSnapshot.decode(path.read_bytes()).encode()


def _sent_snapshot():
    gallery = Gallery(("ada",), ("Ada",), np.eye(1, 128, dtype=np.float32))
    parts = RecognizerParts("embedding", gallery.with_rejections((), _NOTHING), Calibration(2.0, -1.0), Decision(0.5))
    return PipelineSnapshot("live", "cpu", "1", parts, {"trunk.tflite": b"network"}).encode()


def _logged_faces(folder):
    log_file.write(folder / "log", face_log(("Ada", 0, 5), (None, 4, 9), frames=12, cuts=(3,)))
    return (folder / "log").read_bytes()


def _as_file_card(content):
    """The card of a model in a folder of the name in which parsers are tried."""
    return _json({**json.loads(content), "id": "place"})


def _card(path):
    card = ModelCard.load(path)
    card.threshold_for(3, "strict")
    card.stranger_rate(3)
    card.without("ada").save(path)
    return ModelStore(path.parent.parent).ids()


def _embeddings(path):
    return embedding_cache.read_cached(path.parent, "Ada")


def _checkpoint(path):
    return Checkpoint(path, load_run(path)).load()


def _events(path):
    event = child._parse_event(path.read_bytes().decode(errors="replace"))
    return str(from_record(event, "error"))


def _name(path):
    text = path.read_bytes().decode(errors="surrogateescape")
    assert comparison_key(comparison_key(text)) == comparison_key(text)
    assert "/" not in slug_of(text)
    try:
        PersonName(text).encode()
    except PersonNameError as error:
        str(error).encode()


def _address(path):
    text = path.read_bytes().decode(errors="surrogateescape")
    assert "secret" not in public_address(f"rtsp://me:secret{text}@cam")


def _presets():
    from visavis.storage.paths import shipped_data_folder

    return sorted(shipped_data_folder("cascades").glob("*.json"))


def _pictures():
    image = np.arange(20 * 16 * 3, dtype=np.uint8).reshape(20, 16, 3)
    for ending in (".jpg", ".png", ".webp", ".bmp"):
        yield cv2.imencode(ending, image)[1].tobytes()
    for kind in ("TIFF", "GIF", "AVIF"):
        yield encode_with_pillow(image, kind)


def _state(folder):
    path = folder / "state.npz"
    weights = [np.ones((2, 2), np.float32)]
    Checkpoint(path, {"options": {}, "fingerprint": "f"}).save(FitState(FitProgress(), weights, weights, weights))
    return path.read_bytes()


def _keras():
    content = io.BytesIO()
    layer = {"module": "keras.layers", "class_name": "Dense", "config": {"units": 2}, "registered_name": None}
    config = {"module": "keras", "class_name": "Sequential", "config": {"layers": [layer]}, "registered_name": None}
    with zipfile.ZipFile(content, "w") as file:
        file.writestr("metadata.json", b"{}")
        file.writestr("config.json", json.dumps(config))
        file.writestr("model.weights.h5", b"\x89HDF")
    return content.getvalue()


def _json(values):
    return json.dumps(values, ensure_ascii=False, indent=1).encode()
