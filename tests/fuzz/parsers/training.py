"""Parsers of what training reads and prints."""

import numpy as np

from fuzz.parsers.parser import Parser, encode
from support.training_reports import report
from visavis.messages import from_record
from visavis.process import child
from visavis_training.distribution.worker_role import read_role
from visavis_training.evaluation.pairs import read_pairs
from visavis_training.fitting.checkpoint import Checkpoint, FitState, load_run
from visavis_training.fitting.progress import FitProgress
from visavis_training.report.report import Report

_MESSAGE = {
    "template": "{path} is {reason}.",
    "values": {"path": "x", "reason": {"template": "{a}", "values": {"a": 1}}},
}
_EVENT = {"event": "failed", "error": "x", "messages": {"error": _MESSAGE}}
_ROLE = {"cluster": {"chief": ["one:1"], "worker": ["two:2", "[::1]:3"]}, "task": {"type": "worker", "index": 1}}


def parsers(folder, _):
    return [
        Parser("report of training", Report.read, (encode(report().to_record()),)),
        Parser("state.npz", _checkpoint, (_state(folder),)),
        Parser("pairs.txt", _pairs, (b"2\t1\n" + b"Ada\t1\t2\nAda\t1\tBob\t1\n" * 2,)),
        Parser("events", _events, (encode(_EVENT),)),
        Parser("TF_CONFIG", _role, (encode(_ROLE),)),
    ]


def _checkpoint(path):
    return Checkpoint(path, load_run(path)).load()


def _state(folder):
    path = folder / "state.npz"
    weights = [np.ones((2, 2), np.float32)]
    Checkpoint(path, {"options": {}, "fingerprint": "f"}).save(FitState(FitProgress(), weights, weights, weights))
    return path.read_bytes()


def _pairs(path):
    for picture in ("Ada/Ada_0001.jpg", "Ada/Ada_0002.jpg", "Bob/Bob_0001.jpg"):
        file = path.parent / picture
        if not file.exists():
            file.parent.mkdir(exist_ok=True)
            file.touch()
    return read_pairs(path, path.parent)


def _events(path):
    event = child._parse_event(path.read_bytes().decode(errors="replace"))
    return str(from_record(event, "error"))


def _role(path):
    return read_role({"TF_CONFIG": path.read_bytes().decode(errors="surrogateescape")})
