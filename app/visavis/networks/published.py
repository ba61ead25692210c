"""The published networks in the cache: which there are, whether they are what they should be, and having them prepared.

`models/*.json` say from which file of which package each comes. Training's process turns that file into a Keras network
and a compiled one, once (`visavis_training.networks.published`); here they are only found, checked and, where missing,
asked for.
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
from visavis.process import child
from visavis.process.progress import ProgressCallback, ignore_progress
from visavis.storage import paths
from visavis.storage.paths import DataFolders

#: The ResNet-29 that embeds faces, and the O-Net that finds landmarks.
EMBEDDING, LANDMARKS = "resnet29", "onet"
#: The P-Net and the R-Net that find faces for the detection preset `mtcnn`.
PROPOSALS, REFINEMENT = "pnet", "rnet"
NAMES = (EMBEDDING, LANDMARKS, PROPOSALS, REFINEMENT)

CARD = "card.json"
NETWORK_FILE = "model.keras"
COMPILED_FILE = "model.tflite"
#: Version of a prepared network's card.json; a newer one is refused.
VERSION = 1

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Published:
    """A shipped card: where published weights lie, and which bytes they are."""

    name: str
    package: str
    """As Python imports it; pip takes the same name."""
    versions: str
    """Of the package, as pip writes ranges."""
    file: str
    """Inside the package's folder."""
    sha256: str
    """Of that file, in hex."""
    input: Mapping[str, Any]
    """Shape, dtype, colors and range of what the network takes."""
    conversion: int
    """Raised whenever the same file becomes another network."""

    @classmethod
    def named(cls, name: str) -> Self:
        """The card called `name`.

        Raises
        ------
        ModelError
            If it is missing or broken: the installation is.
        """
        try:
            values = json.loads((paths.shipped("models") / f"{name}.json").read_text(encoding="utf-8"))
            return cls(name, **values["source"], input=values["input"], conversion=values["conversion"])
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise ModelError(
                "The card of the published network {name} is missing or broken.",
                hint="Install Visavis again.",
                name=name,
            ) from error

    @property
    def id(self) -> str:
        """Its folder's name in the cache; changes with the weights and with the conversion."""
        return f"{self.name}-{self.sha256[:16]}-v{self.conversion}"


@dataclass(frozen=True, slots=True)
class NetworkFiles:
    """A prepared network on disk, checked: what `visavis.networks.engine.load` takes."""

    id: str
    """Changes with the weights and with the conversion: what was computed under another ID is computed again."""
    network: Path
    """The Keras file."""
    compiled: Path | None
    """The same for LiteRT; None if it did not agree with Keras when it was made."""


def find(cache: Path, name: str) -> NetworkFiles | None:
    """The prepared network called `name`, its files checked against their hashes; None if it is not there yet.

    Parameters
    ----------
    cache : Path
        `DataFolders.networks`.

    Raises
    ------
    ModelError
        If it is there but altered, incomplete, or made by a newer program.
    """
    published = Published.named(name)
    folder = cache / published.id
    if not folder.exists():
        return None
    hint = Message("Delete the folder {folder}; it is made again when needed.", folder=folder)
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        if card["version"] > VERSION:
            raise ModelError("The network {name} was prepared by a newer program.", hint=hint, name=name)
        files: dict[str, str] = card["files"]
        intact = card["source"]["sha256"] == published.sha256 and NETWORK_FILE in files
        intact = intact and all(_sha256(folder / file) == expected for file, expected in files.items())
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ModelError("The network {name} in the cache is incomplete.", hint=hint, name=name) from error
    if not intact:
        raise ModelError("The network {name} in the cache was altered.", hint=hint, name=name)
    return NetworkFiles(published.id, folder / NETWORK_FILE, folder / COMPILED_FILE if COMPILED_FILE in files else None)


def preparation(folders: DataFolders) -> Sequence[str]:
    """The command line of the process that prepares what is missing."""
    return child.command("networks", "--cache", str(folders.cache), "--json")


def ensure(
    folders: DataFolders,
    told: ProgressCallback = ignore_progress,
    command: Callable[[DataFolders], Sequence[str]] = preparation,
) -> dict[str, NetworkFiles]:
    """All published networks, prepared where they are missing: the first time takes some twenty seconds.

    TensorFlow, which the preparation needs, never enters this process.

    Parameters
    ----------
    folders : Folders
        Where the cache and the log are.
    told : callable
        Hears how far it is, a sentence at a time; not called if nothing is missing.
    command : callable
        Says what to start; a seam for tests.

    Raises
    ------
    ModelError
        If a package is missing or altered, a prepared network was altered, or the preparation failed.
    """
    found = {name: find(folders.networks, name) for name in NAMES}
    if None in found.values():
        _prepare(folders, told, command(folders))
        found = {name: find(folders.networks, name) for name in NAMES}
    return {name: _there(name, files) for name, files in found.items()}


def _there(name: str, files: NetworkFiles | None) -> NetworkFiles:
    if files is None:
        raise ModelError("The network {name} was not prepared.", hint="Try again; visavis doctor says more.", name=name)
    return files


def _prepare(folders: DataFolders, told: ProgressCallback, command: Sequence[str]) -> None:
    """Run the process to its end; its events come as JSON lines, the rest goes to the log."""
    run = child.ChildProcess(folders, "networks", command)
    for event in run:  # interrupted, what it began is absent, not half there
        if event.get("event") == "progress":
            told(from_record(event, "message"))
    if run.status == 0:
        return
    if run.last.get("event") == "failed":
        raise ModelError(from_record(run.last, "error"), hint=from_record(run.last, "hint"))
    _log.warning("Preparing the networks ended with status %s.", run.status)
    raise ModelError("Preparing the published networks failed.", hint="Its log says why: {log}", log=run.log)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
