"""The key of an encrypted data folder on its way to a child process: through a pipe that it inherits.

Command lines and environments can be read by other programs of the same user. The environment only says which handle
the pipe has.
"""

import contextlib
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from visavis.encryption import sealed_store
from visavis.encryption.key_file import ID_LENGTH
from visavis.encryption.stream import KEY_BYTES
from visavis.errors import FileError
from visavis.storage.whole_number import parse_whole_number

#: The number of the pipe's handle in the child.
_VARIABLE = "VISAVIS_KEY_PIPE"

_log = logging.getLogger(__name__)


@contextlib.contextmanager
def hand_over(folder: Path) -> Iterator[tuple[dict[str, str], tuple[int, ...]]]:
    """What a child process is to be started with: variables for its environment, and handles that it inherits.

    Both are empty if the data folder is not encrypted, or locked. On Windows, handles are not inherited: there, a child
    finds the key as any program does.
    """
    content = _content(folder)
    if not content or sys.platform == "win32":
        yield {}, ()
        return
    read_end, write_end = os.pipe()
    try:
        os.write(write_end, content)  # a pipe takes 4,096 bytes without a reader
        os.close(write_end)
        os.set_inheritable(read_end, True)  # for a process that replaces this one
        yield {_VARIABLE: str(read_end)}, (read_end,)
    finally:
        os.close(read_end)


def accept() -> None:
    """Take the key that the parent process left in a pipe, if it did; the variable and the pipe are gone then."""
    number = os.environ.pop(_VARIABLE, "")
    descriptor = parse_whole_number(number)
    if descriptor is None:
        return
    try:
        with open(descriptor, "rb", buffering=0) as pipe:
            content = pipe.read(ID_LENGTH + KEY_BYTES)
    except OSError as error:
        _log.info("There is no key in the pipe: %s", error)
        return
    if len(content) == ID_LENGTH + KEY_BYTES:
        sealed_store.give_key(content[:ID_LENGTH].decode("ascii", "replace"), content[ID_LENGTH:])


def _content(folder: Path) -> bytes:
    try:
        store = sealed_store.find_store(folder)
        return store.key_file.id.encode() + store.key if store else b""
    except FileError:  # it is locked, or its key file is damaged: the child says so
        return b""
