"""The optional parts of the installation, pip's extras: which are there, and what to say about one that is not.

Seeing, capturing, enrolling, learning people as templates and recognizing them need none. Whatever needs one calls
`Extra.require` before it imports a package of it.
"""

import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass

from visavis.errors import MissingExtraError
from visavis.messages import Message
from visavis.process.installation import find_installation, is_growing


@dataclass(frozen=True, slots=True)
class Extra:
    """Packages that are installed together, by choice."""

    name: str
    purpose: str  #: what needs it
    packages: Mapping[str, str]
    """The name of each package for import, and its name for people."""
    download_mb: int  #: about how much is downloaded, in the light installation on Linux with Python 3.11
    disk_mb: int  #: about how much disk it takes then
    is_imported: bool = True  #: false if only data files of the packages are read

    @property
    def missing(self) -> tuple[str, ...]:
        """The names, for people, of the packages that are not installed. Nothing is imported to find out."""
        return tuple(name for module, name in self.packages.items() if not self._is_there(module))

    def _is_there(self, module: str) -> bool:
        """Whether a package is installed. A folder without code, as in a frozen program, has data files only."""
        try:
            spec = importlib.util.find_spec(module)
        except ImportError:  # an import hook refuses it
            return False
        return spec is not None and (spec.origin is not None or not self.is_imported)

    @property
    def is_installed(self) -> bool:
        """Whether all its packages are installed."""
        return not self.missing

    @property
    def command(self) -> str:
        """The command line that installs it, quoted for the shell of this platform."""
        return find_installation().install_command(self.name)

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
            growing = Message("They are being installed just now: try again in some minutes.")
            raise MissingExtraError(
                "{what} needs packages that are not installed: {packages}.",
                hint=growing if is_growing() else "Install them: {command}",
                what=what,
                packages=", ".join(missing),
                command=self.command,
                extra=self.name,
            )


#: Training networks, and running those that are not compiled for LiteRT.
TRAIN = Extra(
    "train",
    "cnn64, fine-tuning and model.keras",
    {"tensorflow": "TensorFlow", "keras": "Keras", "sklearn": "scikit-learn"},
    download_mb=670,
    disk_mb=2030,
)
#: Reports as a page with charts.
REPORT = Extra("report", "evaluate --report", {"matplotlib": "Matplotlib"}, 17, 60)
#: The photos that the demo animates; neither package is imported.
DEMO = Extra("demo", "the demo", {"skimage": "scikit-image", "matplotlib": "Matplotlib"}, 68, 210, is_imported=False)
#: Sound and H.264 in videos.
VIDEO = Extra("video", "sound and H.264 in videos", {"av": "PyAV"}, 36, 106)
#: A camera for calls.
CAMERA = Extra("camera", "a camera for calls", {"pyvirtualcam": "pyvirtualcam"}, 1, 1)
#: Tagging over several processes or computers.
CLUSTER = Extra("cluster", "tag --engine dask", {"dask": "Dask", "distributed": "Distributed"}, 3, 22)
#: Data at rest and backups that only a key opens.
ENCRYPTION = Extra("encryption", "encryption", {"cryptography": "cryptography", "keyring": "keyring"}, 6, 20)

#: All extras with packages of their own. `gpu` adds libraries of NVIDIA to `train`, which only TensorFlow can find.
EXTRAS = (TRAIN, REPORT, DEMO, VIDEO, CAMERA, CLUSTER, ENCRYPTION)
