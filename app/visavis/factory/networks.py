"""Loading the networks that detectors and recognizers are built with."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from visavis.faces.alignment import CHIP_SIDE
from visavis.models.card import TRUNK_FILE, ModelCard
from visavis.models.store import COMPILED_FILE, NETWORK_FILE, TRUNK_COMPILED_FILE, ModelStore
from visavis.networks import engine, published
from visavis.networks.cnn64_input import CNN64_SIDE
from visavis.networks.engine import Device, Engine, Shape
from visavis.process.progress import ProgressCallback, ignore_progress
from visavis.recognition.embedder import EMBEDDING_LENGTH, Embedder
from visavis.storage.paths import DataFolders

#: Threads that compute an embedding. Measured after pauses of 0.1 s, as in a video: 5.6 ms of processor time on one
#: thread and 6.5 on two, and at least 5.9 and 6.6 ms elapsed. O-Net is twenty times as small (0.29 ms).
_EMBEDDING_THREADS = 1


@dataclass(frozen=True, slots=True)
class NetworkLoader:
    """Loads the published networks, and those that were fine-tuned on the enrolled people.

    A published network that is not in the cache yet is compiled first, which takes less than a second and is reported
    to `on_progress`.
    """

    folders: DataFolders
    device: Device = "auto"
    on_progress: ProgressCallback = ignore_progress

    def load_small(self, name: str) -> Engine:
        """Load one of the published detection networks, which are too small to benefit from a GPU."""
        return self._load_published(name, "cpu", 1)

    def load_embedder(self, card: ModelCard | None = None) -> Embedder:
        """Load the network that embeds faces: that of a fine-tuned model, or else the published one."""
        if card is None or not card.is_fine_tuned:
            return Embedder(self._load_published(published.EMBEDDING, self.device, _EMBEDDING_THREADS))
        return self.load_trunk(ModelStore(self.folders.models).folder / card.id)

    def load_trunk(self, folder: Path) -> Embedder:
        """Load the fine-tuned network of the model in a folder."""
        shape = Shape((CHIP_SIDE, CHIP_SIDE, 3), EMBEDDING_LENGTH)
        build = partial(engine.load_keras, folder / TRUNK_FILE)
        return Embedder(engine.load(build, folder / TRUNK_COMPILED_FILE, self.device, _EMBEDDING_THREADS, shape))

    def load_classifier(self, folder: Path, outputs: int) -> Engine:
        """Load the `cnn64` network of the model in a folder, which must have so many outputs."""
        shape = Shape((CNN64_SIDE, CNN64_SIDE, 3), outputs)
        build = partial(engine.load_keras, folder / NETWORK_FILE)
        return engine.load(build, folder / COMPILED_FILE, self.device, shape=shape)

    def _load_published(self, name: str, device: Device, threads: int) -> Engine:
        return published.load(self.folders.networks, name, device, threads, self.on_progress)
