"""Named arrays in a file (.npz): read against a description, without pickled objects."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.errors import DamagedFileError
from visavis.messages import verbatim
from visavis.storage import disk, reader

#: Maximum size of a file of arrays, in bytes: the state of an interrupted training of the largest network takes 0.3 GB.
MAX_BYTES = 1_000_000_000
#: The time of all members, the earliest that the format knows: it does not depend on the clock, which may be wrong.
_MEMBER_TIME = (1980, 1, 1, 0, 0, 0)
#: The ending of the names of members.
_ENDING = ".npy"


@dataclass(frozen=True, slots=True)
class Column:
    """The description of one array of a file."""

    kind: str
    """As in `numpy.dtype.kind`: "U" is text, "f" decimals, which must be finite, "b" yes or no, "u" whole numbers."""
    shape: tuple[int | str, ...]
    """The length of each axis: a number, or the same name for those that must be as long as each other."""


def write(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write arrays, whole or not at all.

    Raises
    ------
    DiskError
        If the file cannot be written.
    """
    disk.write_whole(path, encode(arrays))


def encode(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """The content of a file of arrays; the same arrays always have the same."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, values in arrays.items():
            member = zipfile.ZipInfo(f"{name}{_ENDING}", _MEMBER_TIME)
            with archive.open(member, "w", force_zip64=True) as file:
                np.lib.format.write_array(file, np.asarray(values), allow_pickle=False)
    return content.getvalue()


def read(path: Path, columns: Mapping[str, Column] | None = None) -> dict[str, NDArray[Any]]:
    """Read all arrays of a file.

    Parameters
    ----------
    columns : mapping of str to Column, optional
        The arrays that the file must have, and what each must be like. Others are ignored. Without it, all are read.

    Raises
    ------
    FileNotFoundError, NotADirectoryError
        If there is no such file.
    DamagedFileError
        If it is no file of arrays, or not as described.
    FileError
        If it cannot be read.
    """
    return decode(reader.read_bytes(path, MAX_BYTES), columns, path)


def decode(
    content: bytes, columns: Mapping[str, Column] | None = None, path: Path | str = "A file of arrays"
) -> dict[str, NDArray[Any]]:
    """All arrays of a file with this content; `path` names it in errors. See `read`.

    Raises
    ------
    DamagedFileError
        If it is no file of arrays, or not as described.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _require_plain(archive, len(content))
            names = {member.filename.removesuffix(_ENDING): member for member in archive.infolist()}
            chosen = names if columns is None else columns
            found = {name: _read_member(archive, names[name]) for name in chosen}
        _require_columns(found, columns or {})
        return found
    except Exception as error:
        reason = verbatim(str(error) or type(error).__name__)
        raise DamagedFileError("{path} is damaged: {reason}.", path=path, reason=reason) from error


def _require_plain(archive: zipfile.ZipFile, size: int) -> None:
    """Raise a `ValueError` unless members are stored as they are: a small file must not become a large one."""
    members = archive.infolist()
    if any(member.compress_type != zipfile.ZIP_STORED or member.flag_bits & 1 for member in members):
        raise ValueError("it is compressed")
    if sum(member.file_size for member in members) > size or any(m.file_size > m.compress_size for m in members):
        raise ValueError("its members are larger than the file")
    if len({member.filename for member in members}) < len(members):
        raise ValueError("it has a name twice")


def _read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> NDArray[Any]:
    """One array; its header must agree with the size of the member before anything is allocated."""
    with archive.open(member) as file:
        version = np.lib.format.read_magic(file)
        read_header = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}
        shape, is_fortran, dtype = read_header[version](file)
        count = 1
        for length in shape:
            count *= length
        if dtype.hasobject or dtype.kind not in "USfbui" or min(shape, default=0) < 0:
            raise ValueError("it has objects that are no numbers or texts")
        if file.tell() + count * dtype.itemsize != member.file_size:
            raise ValueError("an array is cut off")
        values = np.frombuffer(file.read(), dtype, count) if count * dtype.itemsize else np.zeros(count, dtype)
        return values.reshape(shape, order="F" if is_fortran else "C").copy()


def _require_columns(found: Mapping[str, NDArray[Any]], columns: Mapping[str, Column]) -> None:
    """Raise a `ValueError` if an array is not as described."""
    lengths: dict[str, int] = {}
    for name, column in columns.items():
        values = found[name]
        if values.dtype.kind != column.kind or values.ndim != len(column.shape):
            raise ValueError(f"{name} has the wrong type or shape")
        for length, expected in zip(values.shape, column.shape, strict=True):
            if length != (lengths.setdefault(expected, length) if isinstance(expected, str) else expected):
                raise ValueError(f"{name} has the wrong shape")
        if column.kind == "f" and not np.isfinite(values).all():
            raise ValueError(f"{name} has values that are no numbers")
