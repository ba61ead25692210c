"""Keras files (.keras): checked before Keras builds anything from them.

A .keras file is an archive with a description of the layers, which names the classes to be made, and with weights.
Keras' own safe mode refuses lambdas; here, only the classes that our networks are made of are allowed.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from visavis.errors import DamagedFileError, FileError
from visavis.messages import verbatim
from visavis.storage import reader

#: Maximum size of a file, in bytes: that of a fine-tuned network takes 39 MB.
MAX_BYTES = 400_000_000
#: What an archive must have, and may have.
_MEMBERS = ("metadata.json", "config.json", "model.weights.h5")
#: The description of the layers.
_CONFIG = "config.json"
#: Maximum size of the description, in bytes; that of the largest network takes 65 kB.
_MAX_CONFIG_BYTES = 2_000_000
#: The classes of our networks, of what their layers are described with, and of layers that could be in others of them.
#: All of these compute something fixed: none runs code that comes with the file.
_CLASSES = frozenset(
    (
        *("Activation", "Average", "BatchNormalization", "Concatenate", "Conv2D", "Dense", "DepthwiseConv2D"),
        *("Dropout", "Flatten", "InputLayer", "LayerNormalization", "MaxPooling2D", "PReLU", "Rescaling"),
        *("UnitNormalization", "ZeroPadding2D"),
        *("Add", "GlobalAveragePooling2D", "ReLU", "Softmax", "Subtract", "UpSampling2D"),
        *("Functional", "Sequential", "Flip"),
        *("DTypePolicy", "GlorotUniform", "Ones", "Zeros", "__keras_tensor__"),
        "L1L2",
    )
)
#: The modules that have them. `registered_name` would choose a class that other code registered.
_MODULES = frozenset(
    {
        *(None, "keras", "keras.layers", "keras.initializers", "keras.regularizers"),
        *("keras.src.models.functional", "keras.src.ops.numpy"),
    }
)


def require_plain(path: Path) -> None:
    """Check that a file has nothing but stock layers and weights, stored as they are.

    Raises
    ------
    FileNotFoundError, NotADirectoryError
        If there is no such file.
    DamagedFileError
        If it is no such file.
    FileError
        If it cannot be read.
    """
    content = reader.read_bytes(path, MAX_BYTES)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _require_members(archive.infolist(), len(content))
            config = reader.parse_json(archive.read(_CONFIG))
        _require_classes(config)
    except FileError:
        raise
    except Exception as error:
        reason = verbatim(str(error) or type(error).__name__)
        raise DamagedFileError("{path} is damaged: {reason}.", path=path, reason=reason) from error


def _require_members(members: list[zipfile.ZipInfo], size: int) -> None:
    """Raise a `ValueError` unless the archive has the three members, each once, and not compressed."""
    if sorted(member.filename for member in members) != sorted(_MEMBERS):
        raise ValueError("it has other members than a network")
    if any(member.compress_type != zipfile.ZIP_STORED or member.flag_bits & 1 for member in members):
        raise ValueError("it is compressed")
    if sum(member.file_size for member in members) > size:
        raise ValueError("its members are larger than the file")
    if any(member.file_size > _MAX_CONFIG_BYTES for member in members if member.filename == _CONFIG):
        raise ValueError("its description is too large")


def _require_classes(config: object) -> None:
    """Raise a `ValueError` if a class is named that our networks do not have."""
    for described in _descriptions(config):
        name, registered = described.get("class_name"), described.get("registered_name")
        is_known = isinstance(name, str) and name in _CLASSES and described.get("module") in _MODULES
        if not is_known or registered not in {None, name}:
            raise ValueError(f"it has a {name!r} of {described.get('module')!r}")


def _descriptions(value: object) -> Iterator[dict[str, Any]]:
    """All descriptions of objects in a description, at any depth: `reader.parse_json` limits it."""
    if isinstance(value, dict):
        if value.keys() & {"class_name", "module", "registered_name"}:
            yield value
        for each in value.values():
            yield from _descriptions(each)
    elif isinstance(value, list):
        for each in value:
            yield from _descriptions(each)
