"""Files behind a passphrase: a wrong one is told from a damaged file, and nothing in them is readable without it."""

import io

import pytest

from visavis.encryption.passphrase import MAGIC, WrongPassphraseError, is_locked, open_locked, start_locked
from visavis.encryption.stream import CHUNK_BYTES, NewerSealError, SealError
from visavis.encryption.wrapping import ScryptCost

CHEAP = ScryptCost(n=2)
CONTENT = b"somebody's face" * 10_000


@pytest.fixture(scope="module")
def locked():
    file = io.BytesIO()
    writer = start_locked(file, "five words", b"test", CHEAP)
    writer.write(CONTENT)
    writer.close()
    return file.getvalue()


def test_it_comes_back_with_the_passphrase_alone(locked):
    assert len(CONTENT) > 2 * CHUNK_BYTES
    assert is_locked(locked)
    assert b"face" not in locked
    assert open_locked(io.BytesIO(locked), "five words", b"test").read() == CONTENT
    for wrong in ("five  words", "Five words", ""):
        with pytest.raises(WrongPassphraseError):
            open_locked(io.BytesIO(locked), wrong, b"test")
    with pytest.raises(SealError):
        open_locked(io.BytesIO(locked), "five words", b"something else").read()


@pytest.mark.parametrize("at", range(0, 88, 3))
def test_a_changed_header_opens_nothing_and_asks_for_no_endless_work(locked, at):
    changed = bytearray(locked)
    changed[at] ^= 0x40
    with pytest.raises(SealError):
        open_locked(io.BytesIO(bytes(changed)), "five words", b"test").read()


def test_a_file_that_was_cut_off_or_is_newer_is_refused(locked):
    for length in (0, 5, len(MAGIC) + 3, 90, len(locked) - 1):
        with pytest.raises(SealError):
            open_locked(io.BytesIO(locked[:length]), "five words", b"test").read()
    newer = locked[: len(MAGIC)] + b"\x02" + locked[len(MAGIC) + 1 :]
    with pytest.raises(NewerSealError):
        open_locked(io.BytesIO(newer), "five words", b"test")
