"""The published networks in the cache: find them, check them, and have missing ones prepared.

The cards `models/*.json` name the package and the file that each network comes from. A process of training converts
that file once to a Keras network and a compiled one (`visavis_training.networks.conversion`).
"""

import hashlib
import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from visavis.errors import ModelError
from visavis.messages import Message, from_record
from visavis.networks.packaged_file import PackagedFile
from visavis.process import child
from visavis.process.progress import ProgressCallback, ignore_progress
from visavis.storage import paths
from visavis.storage.paths import DataFolders

#: The ResNet-29, which embeds faces.
EMBEDDING = "resnet29"
#: O-Net, which verifies faces and finds their landmarks.
LANDMARKS = "onet"
#: YuNet, which detects faces. OpenCV runs the file of the package as it is.
DETECTION = "yunet"
#: The published networks that are converted and cached.
NAMES = (EMBEDDING, LANDMARKS)

CARD_FILE = "card.json"
NETWORK_FILE = "model.keras"
COMPILED_FILE = "model.tflite"
#: Version of the card.json of a prepared network; newer ones are refused.
CARD_VERSION = 1

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class NetworkCard:
    """A shipped card: where published weights are found, and their hash."""

    name: str
    package: str
    """Name of the package for import and for pip."""
    versions: str
    """Versions of the package, as a pip specifier."""
    file: str
    """Path inside the folder of the package."""
    sha256: str
    """Of that file, in hex."""
    input: Mapping[str, Any]
    """Shape, dtype, colors and range of the input of the network."""
    conversion: int
    """Version of the conversion: increased whenever the same file is converted to a different network. 0: the file is
    used as it is."""

    @classmethod
    def load(cls, name: str) -> Self:
        """Load the card of a published network.

        Raises
        ------
        ModelError
            If it is missing or broken, and so the installation is.
        """
        try:
            values = json.loads((paths.shipped_data_folder("models") / f"{name}.json").read_text(encoding="utf-8"))
            return cls(name, **values["source"], input=values["input"], conversion=values.get("conversion", 0))
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise ModelError(
                "The card of the published network {name} is missing or broken.",
                hint="Install Visavis again.",
                name=name,
            ) from error

    @property
    def weights(self) -> PackagedFile:
        """The file with the published weights."""
        return PackagedFile(self.name, self.package, self.versions, self.file, self.sha256)

    @property
    def id(self) -> str:
        """Name of its folder in the cache. Changes with the weights and with the conversion."""
        return f"{self.name}-{self.sha256[:16]}-v{self.conversion}"


@dataclass(frozen=True, slots=True)
class NetworkFiles:
    """A prepared network on disk whose files were checked. `visavis.networks.engine.load` loads it."""

    id: str
    """Changes with the weights and with the conversion. Results of a network with another ID are computed again."""
    network: Path
    """The Keras file."""
    compiled: Path | None
    """The LiteRT file; None if its outputs differed from those of Keras when it was made."""


def find_prepared(cache: Path, name: str) -> NetworkFiles | None:
    """Return a prepared network after checking the hashes of its files; None if it is not prepared yet.

    Parameters
    ----------
    cache : Path
        `DataFolders.networks`.

    Raises
    ------
    ModelError
        If it is altered, incomplete, or made by a newer program.
    """
    published = NetworkCard.load(name)
    folder = cache / published.id
    if not folder.exists():
        return None
    hint = Message("Delete the folder {folder}; it is created again when needed.", folder=folder)
    try:
        card = json.loads((folder / CARD_FILE).read_text(encoding="utf-8"))
        if card["version"] > CARD_VERSION:
            raise ModelError("The network {name} was prepared by a newer program.", hint=hint, name=name)
        files: dict[str, str] = card["files"]
        intact = card["source"]["sha256"] == published.sha256 and NETWORK_FILE in files
        intact = intact and all(_sha256(folder / file) == expected for file, expected in files.items())
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ModelError("The network {name} in the cache is incomplete.", hint=hint, name=name) from error
    if not intact:
        raise ModelError("The network {name} in the cache was altered.", hint=hint, name=name)
    return NetworkFiles(published.id, folder / NETWORK_FILE, folder / COMPILED_FILE if COMPILED_FILE in files else None)


def prepare_command(folders: DataFolders) -> Sequence[str]:
    """Return the command line of the process that prepares missing networks."""
    return child.command("networks", "--cache", str(folders.cache), "--json")


def ensure(
    folders: DataFolders,
    on_progress: ProgressCallback = ignore_progress,
    command: Callable[[DataFolders], Sequence[str]] = prepare_command,
) -> dict[str, NetworkFiles]:
    """Return all published networks; prepare missing ones first, which takes about twenty seconds.

    The preparation needs TensorFlow and runs in a process of its own, so that this process does not import it.

    Parameters
    ----------
    folders : DataFolders
        Of the cache and the log.
    on_progress : callable
        Called with one sentence at a time; not called if nothing is missing.
    command : callable
        Returns the command line of the process; tests replace it.

    Raises
    ------
    ModelError
        If a package is missing or altered, a prepared network was altered, or the preparation failed.
    """
    found = {name: find_prepared(folders.networks, name) for name in NAMES}
    if None in found.values():
        _prepare(folders, on_progress, command(folders))
        found = {name: find_prepared(folders.networks, name) for name in NAMES}
    return {name: _require(name, files) for name, files in found.items()}


def _require(name: str, files: NetworkFiles | None) -> NetworkFiles:
    if files is None:
        raise ModelError("The network {name} was not prepared.", hint="Try again; visavis doctor says more.", name=name)
    return files


def _prepare(folders: DataFolders, on_progress: ProgressCallback, command: Sequence[str]) -> None:
    """Run the process to its end. It writes events as JSON lines; everything else goes to the log."""
    run = child.ChildProcess(folders, "networks", command)
    for event in run:  # if interrupted, unfinished networks are absent, not incomplete
        if event.get("event") == "progress":
            on_progress(from_record(event, "message"))
    if run.status == 0:
        return
    if run.last.get("event") == "failed":
        raise ModelError(from_record(run.last, "error"), hint=from_record(run.last, "hint"))
    _log.warning("Preparing the networks ended with status %s.", run.status)
    raise ModelError("Preparing the published networks failed.", hint="Its log says why: {log}", log=run.log)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
