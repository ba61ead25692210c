"""A data folder as the previous version wrote it, from literals: the code under test has no part in it."""

import hashlib
import io
import json

import cv2
import numpy as np

ADA_CREATED = "2026-11-20T08:15:00.000125+00:00"
SESSION = {"started": "2026-11-22T02:45:01.123456+00:00", "ended": "2026-11-22T02:46:01.123456+00:00"}
EMBEDDING_MODEL = "20261122-024501-embedding"
CNN64_MODEL = "20261121-170000-cnn64"

SETTINGS = """\
source = "rtsp://desk/1"
device = "cpu"
cascade = "stills"
strictness = "strict"
stricter = -0.5
network = "cnn64"
language = "de"
theme = "dark"
mirror = false
pictures = "/home/ada/Bilder"
welcomed = true
minimized = false
panel = false
width = 1000
height = 700
maximized = true

[cameras."/dev/v4l/by-id/usb-1"]
width = 640
height = 480
rate = 30
rotation = 180
mirror = false
"""


class PreviousData:
    """Writes the folders, and remembers the hashes of the pictures."""

    def __init__(self, data, cache):
        self.data = data
        self.cache = cache
        people = data / "people"
        self.ada_samples = [self._picture(people / "Ada Lovelace", shade) for shade in (10, 20)]
        self._person(people / "Ada Lovelace", "Ada Lovelace", ADA_CREATED, "asked on Sunday", [SESSION])
        self._picture(people / "a_b", 30)
        self._person(people / "a_b", "a/b", "2026-11-20T09:00:00+00:00", "", [])
        self._picture(people / "王伟", 40, "Urlaub.PNG")  # made by hand: no record
        self._picture(people / "ada_lovelace", 50, "old.jpg")  # a second folder of Ada's, made by hand
        self.not_ada = self._picture(data / "strangers", 60)
        self.stranger = self._picture(data / "strangers", 70)
        _json(data / "strangers" / "rejections.json", {"version": 1, "not": {self.not_ada: ["Ada Lovelace"]}})
        self._trash()
        self._models()
        (data / "settings.toml").write_text(SETTINGS, encoding="utf-8")
        _json(
            data / "receipts" / "20261119T100000Z.json",
            {
                "version": 1,
                "forgotten": "2026-11-19T10:00:00.000001+00:00",
                "pictures": 3,
                "trash": 1,
                "embeddings": 4,
                "rejections": 0,
                "log_lines": 2,
                "models": ["Model 20261101-120000-embedding no longer knows them."],
            },
        )
        columns = {
            "version": np.array("sface-0ba9fbf-1"),
            "hashes": np.array(self.ada_samples, dtype="U16"),
            "vectors": np.eye(2, 128, dtype=np.float32),
            "found": np.array([True, False]),
            "quality": np.array([1.0, 0.5], np.float32),
        }
        _write(cache / "embeddings" / "Ada Lovelace.npz", _npz(columns))

    def files(self):
        """The content of every file, by path; locks are not content."""
        folders = (self.data, self.cache)
        paths = [path for folder in folders for path in folder.rglob("*") if path.is_file() and path.name != ".lock"]
        return {path: path.read_bytes() for path in paths}

    def _picture(self, folder, shade, name=None):
        """A picture that the store named, unless it was put there by hand; its hash."""
        extension = ".jpg" if name is None else name[name.index(".") :]
        quality = [cv2.IMWRITE_JPEG_QUALITY, 95] if extension == ".jpg" else []
        content = cv2.imencode(extension, np.full((40, 30, 3), shade, np.uint8), quality)[1].tobytes()
        key = hashlib.sha256(content).hexdigest()[:16]
        _write(folder / (name or f"20261122T0245{shade % 60:02}.123Z-{key}.jpg"), content)
        return key

    def _person(self, folder, name, created, consent, sessions):
        values = {"version": 1, "name": name, "created": created, "consent": consent, "sessions": sessions}
        _json(folder / "person.json", values)

    def _trash(self):
        samples, person = (
            self.data / "trash" / "20261123T080000-0a1b2c3d",
            self.data / "trash" / "20261124T090000-4e5f6a7b",
        )
        self._picture(samples / "content", 15)
        entry = {"version": 1, "deleted": "2026-11-23T08:00:00.000001+00:00", "slug": "Ada Lovelace"}
        _json(samples / "entry.json", {**entry, "name": "Ada Lovelace", "whole": False})
        self._picture(person / "content", 25)
        self._person(person / "content", "Bob", "2026-11-20T10:00:00+00:00", "", [])
        entry = {"version": 1, "deleted": "2026-11-24T09:00:00.000001+00:00", "slug": "Bob"}
        _json(person / "entry.json", {**entry, "name": "Bob", "whole": True})

    def _models(self):
        people = [{"slug": "Ada Lovelace", "name": "Ada Lovelace"}, {"slug": "王伟", "name": "王伟"}]
        templates = {"slugs": np.array(["Ada Lovelace", "王伟"]), "templates": np.eye(2, 128, dtype=np.float32)}
        self._model(
            {"model.keras": b"embedding and templates", "templates.npz": _npz(templates)},
            {
                "version": 1,
                "id": EMBEDDING_MODEL,
                "network": "embedding",
                "created": "2026-11-22T02:45:01+00:00",
                "people": people,
                "input": {"name": "aligned", "version": 1, "size": 112},
                "threshold": 0.71,
                "margin": 0.2,
                "measured_on": "8 pictures, each left out in turn, and 200 strangers",
                "calibration": {"slope": 20.5, "offset": -8.25},
                "files": {},
                "recipe": {"seed": 0},
                "metrics": {"closed_set_accuracy": 1.0, "per_person": {"Ada Lovelace": {"probes": 2, "fnir": 0.0}}},
                "data": {"Ada Lovelace": self.ada_samples},
                "held_out": {"Ada Lovelace": self.ada_samples[1:]},
                "software": {"keras": "3.12.0"},
                "network_id": "sface-0ba9fbf",
                "strangers": {"mean": 0.05, "deviation": 0.11},
                "target_fpir": 0.01,
                "thresholds": {},
                "notes": ["A person was forgotten; the figures, which counted them, were removed."],
                "retired": None,
            },
        )
        self._model(
            {"model.keras": b"convolutions", "model.tflite": b"compiled"},
            {
                "version": 1,
                "id": CNN64_MODEL,
                "network": "cnn64",
                "created": "2026-11-21T17:00:00+00:00",
                "people": people,
                "input": {"name": "chip", "version": 1, "size": 64},
                "threshold": 0.8,
                "margin": 0.0,
                "measured_on": "",
                "calibration": {"slope": 1.0, "offset": 0.0},
                "files": {},
                "recipe": {"recipe": "tuned", "epochs": 30},
                "metrics": {},
                "data": {"Ada Lovelace": self.ada_samples},
                "held_out": {},
                "software": {},
                "network_id": "",
                "strangers": None,
                "target_fpir": 0.01,
                "thresholds": {"relaxed": 0.6, "strict": 0.95},
                "notes": [],
                "retired": None,
            },
        )
        _write(self.data / "models" / "current", f"{EMBEDDING_MODEL}\n".encode())
        _write(self.data / "models" / "history", f"{CNN64_MODEL}\n{EMBEDDING_MODEL}\n".encode())

    def _model(self, files, card):
        folder = self.data / "models" / card["id"]
        found = {"truth": "Ada Lovelace", "picture": "/a.jpg", "box": [1, 2, 30, 40], "name": None}
        found |= {"best": "Ada Lovelace", "score": 0.69, "runner_up": ["王伟", 0.2], "doubt": "like nobody enough"}
        none = dict.fromkeys(("picture", "box", "name", "best", "score", "runner_up", "doubt"))
        report = {
            "version": 1,
            "kind": "training",
            "measured": "2026-11-22T02:45:00+00:00",
            "model": card["id"],
            "network": card["network"],
            "gallery": 2,
            "searches": [found, {"truth": None, **none}],
        }
        content = {**files, "report/report.json": _text(report)}
        for name, data in content.items():
            _write(folder / name, data)
        hashes = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(content.items())}
        _json(folder / "card.json", {**card, "files": hashes})


def _text(values):
    return json.dumps(values, ensure_ascii=False, indent=1).encode() + b"\n"


def _json(path, values):
    _write(path, _text(values))


def _npz(columns):
    content = io.BytesIO()
    np.savez(content, **columns)
    return content.getvalue()


def _write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
