"""Sealed content: it comes back whole, and nothing can be changed, cut off, reordered or exchanged unnoticed."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.encryption.stream import (
    CHUNK_BYTES,
    HEADER_BYTES,
    MAGIC,
    NewerSealError,
    SealError,
    SealingWriter,
    UnsealingReader,
    is_sealed,
    seal,
    unseal,
)

KEY = bytes(range(32))
TAG_BYTES = 16
LENGTHS = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES]


@pytest.mark.parametrize("length", LENGTHS)
def test_content_comes_back_and_is_not_in_what_is_sealed(length):
    content = bytes(number % 251 for number in range(length))
    sealed = seal(KEY, content, b"name")
    assert is_sealed(sealed)
    assert unseal(KEY, sealed, b"name") == content
    assert length < 8 or content[:8] not in sealed


def test_the_same_content_is_sealed_differently_each_time():
    assert seal(KEY, b"face", b"name") != seal(KEY, b"face", b"name")


@given(parts=st.lists(st.binary(max_size=300), max_size=6), reads=st.lists(st.integers(0, 400), max_size=6))
def test_it_does_not_matter_in_which_parts_content_is_written_and_read(parts, reads):
    sealed = io.BytesIO()
    writer = SealingWriter(sealed, KEY, b"name")
    for part in parts:
        writer.write(part)
    writer.close()
    reader = UnsealingReader(io.BytesIO(sealed.getvalue()), KEY, b"name")
    assert b"".join([*(reader.read(count) for count in reads), reader.read()]) == b"".join(parts)


@pytest.mark.parametrize("length", [5, CHUNK_BYTES, 2 * CHUNK_BYTES + 5])
def test_every_change_of_a_byte_is_noticed(length):
    sealed = seal(KEY, bytes(length), b"name")
    for at in {*range(60), len(sealed) // 2, len(sealed) - 1}:
        changed = bytearray(sealed)
        changed[at] ^= 1
        with pytest.raises(SealError):
            unseal(KEY, bytes(changed), b"name")


@pytest.mark.parametrize("length", LENGTHS)
def test_every_cut_is_noticed_also_between_chunks(length):
    sealed = seal(KEY, bytes(length), b"name")
    chunk = CHUNK_BYTES + TAG_BYTES
    for end in {0, 3, HEADER_BYTES, HEADER_BYTES + chunk, HEADER_BYTES + 2 * chunk, len(sealed) - 1}:
        if end < len(sealed):
            with pytest.raises(SealError):
                unseal(KEY, sealed[:end], b"name")
    with pytest.raises(SealError):
        unseal(KEY, sealed + b"x", b"name")


def test_chunks_cannot_be_exchanged_within_a_file_or_between_files():
    one, other = (bytearray(seal(KEY, bytes(3 * CHUNK_BYTES), b"name")) for _ in range(2))
    first = slice(HEADER_BYTES, HEADER_BYTES + CHUNK_BYTES + TAG_BYTES)
    second = slice(first.stop, first.stop + CHUNK_BYTES + TAG_BYTES)
    reordered = bytearray(one)
    reordered[first], reordered[second] = one[second], one[first]
    mixed = bytearray(one)
    mixed[first] = other[first]
    for changed in (reordered, mixed):
        with pytest.raises(SealError):
            unseal(KEY, bytes(changed), b"name")


def test_another_label_or_another_key_does_not_open_it():
    sealed = seal(KEY, b"face", b"name")
    with pytest.raises(SealError):
        unseal(KEY, sealed, b"other")
    with pytest.raises(SealError):
        unseal(bytes(32), sealed, b"name")


def test_a_newer_version_is_told_from_damage():
    sealed = bytearray(seal(KEY, b"face", b"name"))
    sealed[len(MAGIC)] = 2
    with pytest.raises(NewerSealError):
        unseal(KEY, bytes(sealed), b"name")
