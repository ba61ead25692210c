"""The version of the program that a process runs. Two versions may give different answers for the same file."""

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

import cv2
import numpy as np

import visavis
from visavis.storage import paths

#: The folder of the program's modules.
_PACKAGE = Path(visavis.__file__).parent
#: Data files that decide how faces are found and embedded.
_DATA = ("cascades", "models")
#: Number of hexadecimal digits of the hash of the program that are shown.
_SHOWN = 8


@cache
def program_versions() -> dict[str, str]:
    """The versions of what answers depend on, by name: the program with a hash of its files, and the libraries."""
    return {
        "Visavis": f"{visavis.__version__} ({_code_hash()[:_SHOWN]})",
        "OpenCV": cv2.__version__,
        "NumPy": np.__version__,
        "LiteRT": metadata.version("ai-edge-litert"),
    }


def _code_hash() -> str:
    """A hash of the modules and data files. The window's are left out: a computer of a cluster may have no Qt."""
    content = hashlib.sha256()
    folders = [(_PACKAGE, "*.py"), *((paths.shipped_data_folder(kind), "*.json") for kind in _DATA)]
    for folder, pattern in folders:
        for path in sorted(folder.rglob(pattern)):
            name = path.relative_to(folder).as_posix()
            if not name.startswith(("ui/", "_data/")):
                content.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return content.hexdigest()
