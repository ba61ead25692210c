"""Parsers of models, and of what is computed once and kept."""

import io
import json
import zipfile

import numpy as np

from fuzz.parsers.parser import Parser, encode
from visavis.detection.presets import Preset
from visavis.errors import VisavisError
from visavis.insight.exchange import from_arrays, to_arrays
from visavis.insight.parts import (
    AugmentedChips,
    ClassPictures,
    FilterPatterns,
    HeatMap,
    LayerActivations,
    NetworkActivations,
)
from visavis.models import history
from visavis.models.card import ModelCard
from visavis.models.description import ModelDescription
from visavis.models.store import ModelStore
from visavis.models.templates import load_templates
from visavis.networks import keras_file
from visavis.networks.published import NetworkCard, is_compiled
from visavis.recognition import embedding_cache
from visavis.recognition.embedding_cache import EmbeddingCache
from visavis.recognition.report import load_report
from visavis.storage import arrays
from visavis.storage.paths import shipped_data_folder

_COMPILED = {"version": 2, "files": {"model.tflite": "a" * 64}}
_EPOCH = {"loss": 1.5, "accuracy": 0.5, "val_loss": None, "val_accuracy": 1}
_LAYER = {"name": "conv", "type": "Conv2D", "output": [None, 64, 64, 32], "parameters": 896}
_DESCRIPTION = {"version": 1, "layers": [_LAYER], "parameters": 896, "epochs": [_EPOCH]}


def parsers(_, previous):
    return [
        Parser("card.json", _card, tuple(map(_as_file_card, previous["card.json"]))),
        Parser("report.json", load_report, tuple(previous["report.json"]), (VisavisError, ValueError)),
        Parser("description of a network", _description, (encode(_DESCRIPTION),)),
        Parser("current", lambda path: history.read_current(path.parent), (b"20261122-embedding\n",), file="current"),
        Parser("history", lambda path: history.read(path.parent), (b"a\nb\n",), file="history"),
        Parser("preset", Preset.read_file, tuple(path.read_bytes() for path in _presets())),
        Parser("templates.npz", load_templates, tuple(previous["templates.npz"])),
        Parser("embeddings.npz", _embeddings, (*previous["Ada Lovelace.npz"], _embedded()), file="Ada.npz"),
        Parser("any arrays", arrays.read, tuple(previous["templates.npz"])),
        Parser("model.keras", keras_file.require_plain, (_keras(),)),
        Parser("compiled network", _compiled, (encode(_COMPILED),)),
        Parser("look into a network", _look, tuple(map(arrays.encode, _parts()))),
    ]


def _as_file_card(content):
    """The card of a model in a folder of the name in which parsers are tried."""
    return encode({**json.loads(content), "id": "place"})


def _card(path):
    card = ModelCard.load(path)
    card.threshold_for(3, "strict")
    card.stranger_rate(3)
    card.without("ada").save(path)
    return ModelStore(path.parent.parent).ids()


def _description(path):
    store = ModelStore(path.parent)
    report = store.path("a", "report/report.json")
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_bytes(path.read_bytes())
    found = ModelDescription.load(store, "a")
    return [each.shape for each in found.network.layers] if found.network else None


def _presets():
    return sorted(shipped_data_folder("cascades").glob("*.json"))


def _embeddings(path):
    embedding_cache.read_cached(path.parent, "Ada")
    EmbeddingCache(path.parent, "1", lambda _: None).find_cached("Ada", ["a" * 16])
    embedding_cache._hashes(path)


def _embedded():
    """As the program writes them."""
    columns = {
        "version": np.array("1"),
        "hashes": np.array(["a" * 16, "b" * 16]),
        "vectors": np.eye(2, 128, dtype=np.float32),
        "found": np.array([True, False]),
        "quality": np.array([1.0, 0.5], np.float32),
        "shake": np.ones((2, 2), np.float32),
        "outside": np.zeros(2, np.float32),
    }
    return arrays.encode(columns)


def _compiled(path):
    card = NetworkCard.load("sface")
    folder = path.parent / card.id
    folder.mkdir(exist_ok=True)
    (folder / "card.json").write_bytes(path.read_bytes())
    return is_compiled(path.parent, card)


def _look(path):
    return from_arrays(arrays.read(path))


def _parts():
    chips = np.zeros((2, 8, 8, 3), np.uint8)
    yield to_arrays(NetworkActivations(chips, (LayerActivations("conv", 2, chips[..., 0]),)))
    yield to_arrays(HeatMap(1, np.eye(3, dtype=np.float32), np.ones(2, np.float32), "conv"))
    yield to_arrays(FilterPatterns("conv", 32, (3, 4), chips, np.eye(2, dtype=np.float32)))
    yield to_arrays(ClassPictures((0, 1), chips, chips))
    yield to_arrays(AugmentedChips(chips))


def _keras():
    content = io.BytesIO()
    layer = {"module": "keras.layers", "class_name": "Dense", "config": {"units": 2}, "registered_name": None}
    config = {"module": "keras", "class_name": "Sequential", "config": {"layers": [layer]}, "registered_name": None}
    with zipfile.ZipFile(content, "w") as file:
        file.writestr("metadata.json", b"{}")
        file.writestr("config.json", json.dumps(config))
        file.writestr("model.weights.h5", b"\x89HDF")
    return content.getvalue()
