"""The files that name the model in use, and those that were in use before it."""

import contextlib
import logging
from pathlib import Path

from visavis.errors import DamagedFileError, FileError, ModelError
from visavis.messages import Message
from visavis.storage import disk, reader

#: The file, in the folder of all models: IDs in the order in which they came into use, newest last.
_FILE = "history"
#: Maximum number of IDs in the file.
_MAX_LENGTH = 100
#: Names the model in use, in the folder of all models.
CURRENT_FILE = "current"
#: Maximum size of each of the two, in bytes.
_MAX_BYTES = 100_000

_log = logging.getLogger(__name__)


def read_current(folder: Path) -> str | None:
    """Return the ID of the model in use; None if there is none.

    Raises
    ------
    ModelError
        If the file that names it is damaged or cannot be read.
    """
    hint = Message("Put a model in use, which writes it anew: visavis models use ID.")
    try:
        return reader.read_text(folder / CURRENT_FILE, hint, _MAX_BYTES).strip() or None
    except FileNotFoundError:
        return None
    except FileError as error:
        raise ModelError(error.message, hint=error.hint) from error
    except NotADirectoryError as error:
        reason = disk.reason(error)
        raise ModelError(
            "{folder} cannot be read: {reason}.", hint=disk.hint(error, folder), folder=folder, reason=reason
        ) from error


def write_current(folder: Path, model_id: str) -> None:
    """Name the model in use, whole or not at all.

    Raises
    ------
    DiskError
        If the file cannot be written.
    """
    disk.write_whole(folder / CURRENT_FILE, f"{model_id}\n".encode())


def is_current(folder: Path, model_id: str) -> bool:
    """Whether a model is in use, or may be: the file that names the one in use is damaged.

    Raises
    ------
    ModelError
        If that file cannot be opened, which may be so for a moment only.
    """
    try:
        return read_current(folder) == model_id
    except ModelError as error:
        if isinstance(error.__cause__, DamagedFileError):
            return True
        raise


def read(folder: Path) -> list[str]:
    """Return the IDs in the order in which they came into use, newest last; empty without a file, or a damaged one.

    Raises
    ------
    ModelError
        If the file cannot be opened.
    """
    hint = Message("Delete it: then there is no model to go back to.")
    try:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            return reader.read_text(folder / _FILE, hint, _MAX_BYTES).split()
    except DamagedFileError as error:
        _log.warning("The models that were in use before are not known. %s", error)
    except FileError as error:  # writing it anew would lose them
        raise ModelError(error.message, hint=error.hint) from error
    return []


def write(folder: Path, ids: list[str]) -> None:
    """Write the IDs, whole or not at all; the oldest are left out if there are too many.

    Raises
    ------
    DiskError
        If the file cannot be written.
    """
    disk.write_whole(folder / _FILE, "".join(f"{name}\n" for name in ids[-_MAX_LENGTH:]).encode())
