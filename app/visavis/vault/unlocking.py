"""Giving this process the key of an encrypted data folder, once, at its start."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from visavis.encryption.key_file import LockKind
from visavis.encryption.sealed_store import SealedStore
from visavis.errors import KeyAccessError, LockedFileError, VisavisError
from visavis.messages import Message
from visavis.process import key_pipe
from visavis.storage.reader import read_text
from visavis.vault import key_store

#: The passphrase or recovery code, for scripts.
PASSPHRASE_VARIABLE = "VISAVIS_PASSPHRASE"  # noqa: S105  a name
#: The path of a file that has it in its first line.
FILE_VARIABLE = "VISAVIS_PASSPHRASE_FILE"
#: Maximum size of a file with a passphrase, in bytes.
_MAX_BYTES = 10_000
#: How often a wrong passphrase may be typed.
_TRIES = 3


def unlock(folder: Path, ask: Callable[[Message], str | None] | None = None, called: Path | None = None) -> None:
    """Unlock a data folder, if it is encrypted: by the key of the parent, a variable, the keyring, or asking.

    Parameters
    ----------
    ask : callable, optional
        Takes what to ask, and returns what was typed; None if the user gave up. Called again after a wrong answer.
    called : Path, optional
        What the user is told that the passphrase is for: a backup, where the folder is one that it was unpacked to.

    Raises
    ------
    KeyAccessError
        If the key cannot be had.
    LockedFileError
        If the user gave up.
    FileError
        If the key file cannot be read.
    """
    store = key_store.find(folder)
    key_pipe.accept()
    if store is None or store.is_unlocked:
        return
    store = replace(store, folder=called or folder)
    problem: VisavisError | None = None
    try:
        if (secret := secret_from_environment()) is not None:
            key_store.open_with(store, secret)
            os.environ.pop(PASSPHRASE_VARIABLE, None)  # a program that is started at an arrival need not have it
            return
        if store.key_file.lock_of(LockKind.KEYRING):
            key_store.open_with_keyring(store)
            return
    except KeyAccessError as error:
        problem = error
    if ask is not None:
        _ask(store, ask, problem)
        return
    raise problem or locked_error(store.folder)


def locked_error(folder: Path) -> KeyAccessError:
    """The error where the passphrase cannot be asked for."""
    return KeyAccessError(
        "The data in {folder} are encrypted, and the passphrase is needed.",
        hint="Start it in a terminal, or set {variable} to the passphrase, or {file} to a file that has it.",
        folder=folder,
        variable=PASSPHRASE_VARIABLE,
        file=FILE_VARIABLE,
    )


def secret_from_environment(variable: str = PASSPHRASE_VARIABLE, file_variable: str = FILE_VARIABLE) -> str | None:
    """The passphrase that a script gave; None if it gave none.

    Raises
    ------
    KeyAccessError
        If its file cannot be read.
    """
    if given := os.environ.get(variable):
        return given
    if not (path := os.environ.get(file_variable)):
        return None
    try:
        lines = read_text(Path(path), Message(""), _MAX_BYTES).splitlines()
    except (OSError, VisavisError) as error:
        raise KeyAccessError(
            "The file of the passphrase, {path}, cannot be read.",
            hint="Give a text file in UTF-8, with the passphrase in its first line.",
            path=path,
        ) from error
    if not lines or not lines[0]:
        raise KeyAccessError("The file of the passphrase, {path}, is empty.", path=path)
    return lines[0]


def _ask(store: SealedStore, ask: Callable[[Message], str | None], problem: VisavisError | None) -> None:
    question = Message("Passphrase or recovery code of {folder}", folder=store.folder)
    for left in reversed(range(_TRIES)):
        text = question
        if problem is not None:
            text = Message("{problem} {question}", problem=problem.message, question=question)
        secret = ask(text)
        if secret is None:
            raise LockedFileError("The data in {folder} are encrypted and locked.", folder=store.folder)
        try:
            key_store.open_with(store, secret)
            return
        except KeyAccessError as error:
            if not left:
                raise
            problem = error
