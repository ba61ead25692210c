"""Loading the networks that detectors and recognizers are built with."""

from dataclasses import dataclass

from visavis.models.card import TRUNK_FILE, ModelCard
from visavis.models.store import TRUNK_COMPILED_FILE, ModelStore
from visavis.networks import engine, published
from visavis.networks.engine import Device, Engine
from visavis.process.progress import ProgressCallback, ignore_progress
from visavis.recognition.embedder import Embedder
from visavis.storage.paths import DataFolders

#: Threads that compute an embedding. Measured: 3.2 ms elapsed and 6.3 ms of processor time on two threads, 6.1 and
#: 6.3 ms on one. O-Net, which is twenty times as small, is no faster on two (0.29 ms), and costs a sixth more.
_EMBEDDING_THREADS = 2


@dataclass(frozen=True, slots=True)
class NetworkLoader:
    """Loads the published networks, and those that were fine-tuned on the enrolled people.

    If a published network is not in the cache yet, the first load prepares all of them, which takes about twenty
    seconds and is reported to `on_progress`.
    """

    folders: DataFolders
    device: Device = "auto"
    on_progress: ProgressCallback = ignore_progress

    def load_small(self, name: str) -> Engine:
        """Load one of the published detection networks, which are too small to benefit from a GPU."""
        return self._load_published(name, "cpu", 1)

    def load_embedder(self, card: ModelCard | None = None, *, mirrored: bool = True) -> Embedder:
        """Load the network that embeds faces: that of a fine-tuned model, or else the published one.

        Parameters
        ----------
        mirrored : bool
            See `Embedder.mirrored`.
        """
        if card is None or not card.is_fine_tuned:
            return Embedder(self._load_published(published.EMBEDDING, self.device, _EMBEDDING_THREADS), mirrored)
        path = ModelStore(self.folders.models).path(card.id, TRUNK_FILE)
        compiled = path.with_name(TRUNK_COMPILED_FILE)
        return Embedder(engine.load(path, compiled, self.device, _EMBEDDING_THREADS), mirrored)

    def _load_published(self, name: str, device: Device, threads: int) -> Engine:
        files = published.ensure(self.folders, self.on_progress)[name]
        return engine.load(files.network, files.compiled, device, threads)
