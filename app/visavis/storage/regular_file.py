"""Files that others made: only regular ones are opened, so that no pipe, socket or device is waited for."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

#: Opens without waiting for a writer (of a pipe), without owning a terminal, and without changing line ends.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


class IrregularFileError(OSError):
    """It is a pipe, a socket or a device."""


def open_regular(path: Path) -> BinaryIO:
    """Open a file for reading, without a buffer.

    Raises
    ------
    IrregularFileError
        If it is a pipe, a socket or a device. It is not opened then, since opening a device may do something.
    OSError
        If it is a folder, or cannot be opened.
    """
    try:
        _require_regular(os.stat(path).st_mode, path)
        handle = os.open(path, _FLAGS)
    except ValueError as error:  # a null character in the path
        raise OSError(str(error)) from error
    try:
        _require_regular(os.fstat(handle).st_mode, path)  # it may have been replaced since
        return open(handle, "rb", buffering=0)
    except BaseException:
        os.close(handle)
        raise


def _require_regular(mode: int, path: Path) -> None:
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):  # opening a folder fails with the reason
        return
    raise IrregularFileError(f"{path} is a pipe, a socket or a device")
