"""A pipeline as a value that other processes build again: settings, gallery, and the networks of its model.

It is biometric data: whoever has it can recognize the people in it. Pictures of them are not in it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Self, TypedDict

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError
from visavis.factory.detectors import create_detector
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import usable_card
from visavis.factory.recognizer_parts import LoadedNetworks, RecognizerParts, assemble_recognizer
from visavis.factory.recognizers import RecognizerFactory
from visavis.models.card import TRUNK_FILE, ModelCard
from visavis.models.store import COMPILED_FILE, FEATURES_FILE, NETWORK_FILE, TRUNK_COMPILED_FILE, ModelStore
from visavis.networks import engine
from visavis.networks.engine import CompiledEngine, Device
from visavis.pipeline import Pipeline
from visavis.recognition.decision import Decision
from visavis.recognition.gallery import Gallery
from visavis.scoring.calibration import Calibration
from visavis.scoring.thresholds import Strictness
from visavis.storage import arrays, disk, reader, tempdirs
from visavis.storage.arrays import Column

#: What each network of a model may be loaded from, the compiled form first. Of these, the first that is there is sent.
_FORMS = {"embedding": (TRUNK_COMPILED_FILE, TRUNK_FILE), "cnn64": (COMPILED_FILE, NETWORK_FILE)}
#: Prefix of the arrays that are files of the model.
_FILE = "file:"

_COLUMNS = {
    "facts": Column("u", ("characters",)),
    "templates": Column("f", ("people", "numbers")),
    "rejected": Column("f", ("rejections", "rejected numbers")),
    "is_not": Column("b", ("rejections", "columns")),
}


class _Facts(TypedDict):
    preset: str
    device: Device
    model: str | None
    network: Literal["embedding", "cnn64"] | None
    slugs: list[str]
    names: list[str]
    calibration: tuple[float, float]
    decision: tuple[float, float]
    outlier_threshold: float | None
    space: str | None
    outputs: int
    columns: list[int]


@dataclass(frozen=True, slots=True, eq=False)
class PipelineSnapshot:
    """What a pipeline is built of. The same snapshot gives the same answers on every computer of one kind."""

    preset: str  #: of the detector
    device: Device
    model: str | None = None  #: ID of the model; None: faces are only found
    parts: RecognizerParts | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The networks of the model itself, by the names of their files. Published ones are on every computer."""

    @classmethod
    def take(
        cls,
        loader: NetworkLoader,
        preset: str,
        model: str | None = None,
        strictness: Strictness = "balanced",
        threshold_offset: float = 0.0,
    ) -> Self:
        """Take a snapshot of the pipeline that `create_pipeline` would create.

        Raises
        ------
        ModelError
            If the model cannot be used.
        DeviceError
            If the device is "gpu" and there is none.
        """
        card = usable_card(loader, model)
        if card is None:
            engine.require(loader.device)
            return cls(preset, loader.device)
        parts, networks = RecognizerFactory(loader, strictness, threshold_offset).load(card)
        device: Device = "cpu" if networks.device.startswith("CPU") else "gpu"  # the same everywhere
        return cls(preset, device, card.id, parts, _network_files(loader, card, networks, device))

    def build(self, loader: NetworkLoader) -> Pipeline:
        """Build the pipeline. Of `loader`, only the cache and the callback are used.

        Raises
        ------
        SettingsError
            If there is no such preset.
        ModelError
            If a network cannot be loaded.
        DeviceError
            If the device is "gpu" and there is none.
        """
        loader = NetworkLoader(loader.folders, self.device, loader.on_progress)
        detector = create_detector(loader, self.preset)
        if self.parts is None:
            engine.require(self.device)
            return Pipeline(detector)
        networks = self._load_networks(loader, self.parts)
        recognizer = assemble_recognizer(self.parts, networks)
        people = len(recognizer.names)
        return Pipeline(detector, recognizer, model=self.model, people=people, device=networks.device)

    def _load_networks(self, loader: NetworkLoader, parts: RecognizerParts) -> LoadedNetworks:
        if not self.files:
            return LoadedNetworks(loader.load_embedder())
        with tempdirs.create(loader.folders.insight, "snapshot-") as folder:  # deleted as soon as they are loaded
            for name, content in self.files.items():
                disk.write_whole(folder / name, content)
            if parts.network == "embedding":
                return LoadedNetworks(loader.load_trunk(folder))
            features = CompiledEngine(folder / FEATURES_FILE) if FEATURES_FILE in self.files else None
            return LoadedNetworks(classifier=loader.load_classifier(folder, parts.outputs), features=features)

    def encode(self) -> bytes:
        """The snapshot as a file of arrays; the same one always has the same content."""
        parts = self.parts
        gallery = parts.gallery if parts else Gallery((), (), np.zeros((0, 0), np.float32))
        facts: _Facts = {
            "preset": self.preset,
            "device": self.device,
            "model": self.model,
            "network": parts.network if parts else None,
            "slugs": list(gallery.slugs),
            "names": list(gallery.names),
            "calibration": (parts.calibration.slope, parts.calibration.offset) if parts else (1.0, 0.0),
            "decision": (parts.decision.threshold, parts.decision.margin) if parts else (1.0, 0.0),
            "outlier_threshold": parts.outlier_threshold if parts else None,
            "space": parts.space if parts else None,
            "outputs": parts.outputs if parts else 0,
            "columns": list(parts.columns) if parts else [],
        }
        return arrays.encode(
            {
                "facts": _bytes(json.dumps(facts).encode()),
                "templates": gallery.templates,
                "rejected": gallery.rejected,
                "is_not": gallery.is_not,
                **{f"{_FILE}{name}": _bytes(content) for name, content in sorted(self.files.items())},
            }
        )

    @classmethod
    def decode(cls, content: bytes) -> Self:
        """The snapshot that `encode` wrote.

        Raises
        ------
        DamagedFileError
            If it is something else.
        """
        found = arrays.decode(content)
        described = arrays.decode(content, _COLUMNS)
        facts = reader.check(reader.parse_json(described["facts"].tobytes()), _Facts)
        files = {name.removeprefix(_FILE): found[name].tobytes() for name in found if name.startswith(_FILE)}
        network = facts["network"]
        if network is None:
            return cls(facts["preset"], facts["device"])
        gallery = Gallery(
            tuple(facts["slugs"]),
            tuple(facts["names"]),
            described["templates"],
            described["rejected"],
            described["is_not"],
        )
        parts = RecognizerParts(
            network,
            gallery,
            Calibration(*facts["calibration"]),
            Decision(*facts["decision"]),
            facts["outlier_threshold"],
            facts["space"],
            facts["outputs"],
            tuple(facts["columns"]),
        )
        return cls(facts["preset"], facts["device"], facts["model"], parts, files)


def _network_files(
    loader: NetworkLoader, card: ModelCard, networks: LoadedNetworks, device: Device
) -> dict[str, bytes]:
    """The files from which the networks of a model are loaded; none if it has only published ones."""
    if card.network == "embedding" and not card.is_fine_tuned:
        return {}
    store = ModelStore(loader.folders.models)
    paths = [store.path(card.id, name) for name in _FORMS[card.network]]
    here = [path for path in paths if path.exists()]
    chosen = here if device == "gpu" else here[:1]
    if networks.features is not None:
        chosen = [*chosen, store.path(card.id, FEATURES_FILE)]
    return {path.name: _content(path, card.id) for path in chosen}


def _content(path: Path, model: str) -> bytes:
    try:
        return reader.read_bytes(path, arrays.MAX_BYTES)
    except OSError as error:
        raise ModelError("The network of model {model} cannot be read.", model=model) from error


def _bytes(content: bytes) -> NDArray[Any]:
    return np.frombuffer(content, np.uint8)
