"""The key in the system's keyring (GNOME, KDE, macOS or Windows), through the package keyring."""

import contextlib
from typing import NoReturn

from visavis.encryption.stream import KEY_BYTES
from visavis.errors import KeyAccessError
from visavis.messages import Message, verbatim
from visavis.process.extras import ENCRYPTION

#: Under what name the keyring has our keys; the user name is the ID of the key file.
_SERVICE = "Visavis"
#: What needs the extra.
_KEYRING = Message("The system's keyring")


def load(store_id: str) -> bytes | None:
    """The key of a data folder; None if the keyring has none.

    Raises
    ------
    KeyAccessError
        If there is no keyring, or it is locked.
    MissingExtraError
        If the package is not installed.
    """
    ENCRYPTION.require(_KEYRING)
    import keyring
    from keyring.errors import KeyringError

    try:
        text = keyring.get_password(_SERVICE, store_id)
    except (KeyringError, RuntimeError) as error:
        _refuse(error)
    with contextlib.suppress(ValueError):
        key = bytes.fromhex(text or "")
        return key if len(key) == KEY_BYTES else None
    return None


def save(store_id: str, key: bytes) -> None:
    """Put the key of a data folder into the keyring, and read it back.

    Raises
    ------
    KeyAccessError
        If there is no keyring, or it is locked, or it does not keep the key.
    MissingExtraError
        If the package is not installed.
    """
    ENCRYPTION.require(_KEYRING)
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, store_id, key.hex())
    except (KeyringError, RuntimeError) as error:
        _refuse(error)
    if load(store_id) != key:
        raise KeyAccessError("The system's keyring does not keep the key.", hint=_HINT)


def delete(store_id: str) -> None:
    """Remove the key of a data folder from the keyring, as far as that is possible."""
    with contextlib.suppress(Exception):  # it opens nothing any more
        import keyring

        keyring.delete_password(_SERVICE, store_id)


_HINT = Message("Unlock the keyring, or use a passphrase.")


def _refuse(error: Exception) -> NoReturn:
    from keyring.errors import NoKeyringError

    if isinstance(error, NoKeyringError):  # its message says how to install Python packages
        raise KeyAccessError(
            "The system has no keyring that Visavis can use.",
            hint="Use a passphrase, or install a keyring, such as GNOME Keyring or KWallet.",
        ) from error
    reason = verbatim(" ".join(str(error).split())[:200].rstrip("."))
    raise KeyAccessError("The system's keyring cannot be used: {reason}.", hint=_HINT, reason=reason) from error
