"""The key file of a data folder: the encrypted data key, once per lock, and the phase of turning encryption on or off.

A lock has the data key, encrypted with a key of its own (`wrapping`). That key is derived from a passphrase or from the
recovery code, or it lies in the system's keyring. So changing a passphrase rewrites this file, and no other.
"""

import base64
import json
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Self

from visavis.encryption.stream import NewerSealError, SealError
from visavis.encryption.wrapping import SALT_BYTES, WRAPPED_BYTES, ScryptCost, derive_key, new_salt, unwrap, wrap

#: The key file, in the data folder.
KEY_FILE = "encryption.json"
#: Maximum size of the file, in bytes. Ours have less than 2,000.
MAX_BYTES = 20_000

#: The version of the file.
_VERSION = 1
#: Number of hexadecimal digits of an ID.
ID_LENGTH = 32
#: What an ID is.
_ID = re.compile(rf"[0-9a-f]{{{ID_LENGTH}}}")
#: Maximum number of locks.
_MAX_LOCKS = 8


class Phase(Enum):
    """How far encryption is."""

    ON = "on"
    TURNING_ON = "turning on"
    """New files are sealed; earlier ones are being sealed."""
    TURNING_OFF = "turning off"
    """New files are not sealed; earlier ones are being opened."""


class LockKind(Enum):
    """What opens a lock."""

    PASSPHRASE = "passphrase"  # noqa: S105  the word, not one
    KEYRING = "keyring"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class KeyLock:
    """The data key, encrypted by what opens this lock."""

    kind: LockKind
    wrapped: bytes
    salt: bytes = b""
    """For a passphrase or a recovery code."""
    cost: ScryptCost | None = None
    """Likewise."""

    @classmethod
    def from_passphrase(
        cls, key: bytes, passphrase: str, cost: ScryptCost, kind: LockKind = LockKind.PASSPHRASE
    ) -> Self:
        """A lock that the passphrase opens, or the recovery code."""
        salt = new_salt()
        return cls(kind, wrap(key, derive_key(passphrase, salt, cost)), salt, cost)

    @classmethod
    def from_keyring(cls, key: bytes, by: bytes) -> Self:
        """A lock that a key in the keyring opens."""
        return cls(LockKind.KEYRING, wrap(key, by))

    def open_with_passphrase(self, passphrase: str) -> bytes:
        """The data key.

        Raises
        ------
        SealError
            If it is another passphrase.
        """
        if self.cost is None:
            raise SealError("it needs no passphrase")
        return unwrap(self.wrapped, derive_key(passphrase, self.salt, self.cost))

    def open_with_key(self, by: bytes) -> bytes:
        """The data key.

        Raises
        ------
        SealError
            If it is another key.
        """
        return unwrap(self.wrapped, by)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The content of a key file."""

    id: str
    """Random; under it, the keyring has the key, and a running program knows it."""
    phase: Phase
    locks: tuple[KeyLock, ...]

    @classmethod
    def create(cls, phase: Phase, *locks: KeyLock) -> Self:
        """The file of a store that was not encrypted before."""
        return cls(secrets.token_hex(ID_LENGTH // 2), phase, locks)

    def lock_of(self, kind: LockKind) -> KeyLock | None:
        """The lock of a kind; None if there is none."""
        return next((lock for lock in self.locks if lock.kind is kind), None)

    def with_lock(self, lock: KeyLock, instead_of: tuple[LockKind, ...] = ()) -> "KeyFile":
        """The file with this lock, without others of its kind or of these."""
        rest = tuple(each for each in self.locks if each.kind is not lock.kind and each.kind not in instead_of)
        return replace(self, locks=(*rest, lock))

    def encode(self) -> bytes:
        """The content of the file."""
        return json.dumps(self._record(), indent=1).encode() + b"\n"

    def _record(self) -> dict[str, Any]:
        locks = []
        for lock in self.locks:
            record: dict[str, Any] = {"kind": lock.kind.value, "wrapped": base64.b64encode(lock.wrapped).decode()}
            if lock.cost:
                record |= {"salt": base64.b64encode(lock.salt).decode()}
                record |= {"n": lock.cost.n, "r": lock.cost.r, "p": lock.cost.p}
            locks.append(record)
        return {"version": _VERSION, "id": self.id, "phase": self.phase.value, "locks": locks}

    @classmethod
    def decode(cls, content: bytes) -> Self:
        """Parse a file from somebody whom we do not trust.

        Raises
        ------
        SealError
            If it is none.
        """
        try:
            record = json.loads(content[:MAX_BYTES].decode("utf-8"))
            _require_version(record)
            store_id = _require(record, "id", str)
            locks = tuple(map(_lock, _require(record, "locks", list)))
            _require_right(_ID.fullmatch(store_id) is not None, "its ID is none")
            _require_right(1 <= len(locks) <= _MAX_LOCKS, "it has no lock, or too many")
            return cls(store_id, Phase(_require(record, "phase", str)), locks)
        except SealError:
            raise
        except (ValueError, RecursionError) as error:
            raise SealError(str(error)) from error


def _require_version(record: object) -> None:
    version = _require(record, "version", int)
    if version > _VERSION:
        raise NewerSealError("a newer version of Visavis wrote it")
    _require_right(version >= 1, "it has no version")


def _require_right(condition: bool, problem: str) -> None:
    if not condition:
        raise SealError(problem)


def _lock(record: object) -> KeyLock:
    kind = LockKind(_require(record, "kind", str))
    wrapped = _bytes(record, "wrapped", WRAPPED_BYTES)
    if kind is LockKind.KEYRING:
        return KeyLock(kind, wrapped)
    cost = ScryptCost(*(_require(record, name, int) for name in "nrp"))
    return KeyLock(kind, wrapped, _bytes(record, "salt", SALT_BYTES), cost)


def _bytes(record: object, name: str, length: int) -> bytes:
    value = base64.b64decode(_require(record, name, str), validate=True)
    if len(value) != length:
        raise SealError(f"{name} has another length")
    return value


def _require(record: object, name: str, kind: Callable[..., Any]) -> Any:
    value = record.get(name) if isinstance(record, dict) else None
    if type(value) is not kind:
        raise SealError(f"{name} is missing, or of another type")
    return value
