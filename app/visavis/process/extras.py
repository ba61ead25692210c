"""The optional parts of the installation, pip's extras: which are there, and what to say about one that is not.

Seeing, capturing, enrolling, learning people as templates and recognizing them need none. Whatever needs one calls
`Extra.require` before it imports a package of it.
"""

import importlib.util
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from visavis.errors import MissingExtraError
from visavis.messages import Message


@dataclass(frozen=True, slots=True)
class Extra:
    """Packages that are installed together, by choice."""

    name: str
    purpose: str  #: what needs it
    packages: Mapping[str, str]
    """The name of each package for import, and its name for people."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The names, for people, of the packages that are not installed. Nothing is imported to find out."""
        return tuple(name for module, name in self.packages.items() if not _is_importable(module))

    @property
    def is_installed(self) -> bool:
        """Whether all its packages are installed."""
        return not self.missing

    @property
    def command(self) -> str:
        """The command line that installs it, quoted for the shell of this platform."""
        quote = '"' if sys.platform == "win32" else "'"
        return f"pip install {quote}visavis[{self.name}]{quote}"

    def require(self, what: Message) -> None:
        """Check that the extra is installed.

        Parameters
        ----------
        what : Message
            What needs it: the beginning of a sentence, in the singular.

        Raises
        ------
        MissingExtraError
            If it is not.
        """
        if missing := self.missing:
            raise MissingExtraError(
                "{what} needs packages that are not installed: {packages}.",
                hint="Install them: {command}",
                what=what,
                packages=", ".join(missing),
                command=self.command,
            )


def _is_importable(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ImportError:  # an import hook refuses it
        return False


#: Training networks, and running those that are not compiled for LiteRT.
TRAIN = Extra(
    "train",
    "cnn64, fine-tuning and model.keras",
    {"tensorflow": "TensorFlow", "keras": "Keras", "sklearn": "scikit-learn"},
)
#: Reports as a page with charts.
REPORT = Extra("report", "evaluate --report", {"matplotlib": "Matplotlib"})
#: The photos that the demo animates; neither package is imported.
DEMO = Extra("demo", "the demo", {"skimage": "scikit-image", "matplotlib": "Matplotlib"})
#: Sound and H.264 in videos.
VIDEO = Extra("video", "sound and H.264 in videos", {"av": "PyAV"})
#: A camera for calls.
CAMERA = Extra("camera", "a camera for calls", {"pyvirtualcam": "pyvirtualcam"})
#: Tagging over several processes or computers.
CLUSTER = Extra("cluster", "tag --engine dask", {"dask": "Dask", "distributed": "Distributed"})
#: Data at rest and backups that only a key opens.
ENCRYPTION = Extra("encryption", "encryption", {"cryptography": "cryptography", "keyring": "keyring"})

#: All extras with packages of their own. `gpu` adds libraries of NVIDIA to `train`, which only TensorFlow can find.
EXTRAS = (TRAIN, REPORT, DEMO, VIDEO, CAMERA, CLUSTER, ENCRYPTION)
