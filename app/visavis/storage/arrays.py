"""Named arrays in a file (.npz), without pickled objects."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.storage import disk


def write(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write arrays, whole or not at all.

    Raises
    ------
    DiskError
        If the file cannot be written.
    """
    content = io.BytesIO()
    np.savez(content, allow_pickle=False, **dict(arrays))
    disk.write_whole(path, content.getvalue())


def read(path: Path) -> dict[str, NDArray[Any]]:
    """Read all arrays of a file.

    Raises
    ------
    OSError
        If it cannot be opened.
    ValueError
        If it is damaged, or contains pickled objects.
    """
    content = path.read_bytes()
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            return {name: file[name] for name in file.files}
    except (zipfile.BadZipFile, EOFError, OSError, KeyError) as error:
        raise ValueError(f"{path} is damaged") from error
