"""Keys behind passphrases: only the right one opens them, and a file cannot ask for endless work."""

import hashlib

import pytest

from visavis.encryption.stream import SealError
from visavis.encryption.wrapping import ScryptCost, derive_key, new_key, unwrap, wrap

CHEAP = ScryptCost(n=2)


def test_a_key_comes_back_with_the_key_that_encrypted_it_and_with_no_other():
    key, by = new_key(), new_key()
    wrapped = wrap(key, by)
    assert unwrap(wrapped, by) == key
    assert key not in wrapped
    for other in (new_key(), key):
        with pytest.raises(SealError):
            unwrap(wrapped, other)
    for changed in (wrapped[:-1], wrapped[:-1] + bytes([wrapped[-1] ^ 1]), b""):
        with pytest.raises(SealError):
            unwrap(changed, by)


def test_a_passphrase_is_the_same_however_its_accents_are_typed():
    composed, decomposed = "caf\u00e9 noir", "cafe\u0301 noir"
    assert derive_key(composed, b"salt", CHEAP) == derive_key(decomposed, b"salt", CHEAP)
    assert derive_key(composed, b"salt", CHEAP) != derive_key("cafe noir", b"salt", CHEAP)
    assert derive_key(composed, b"salt", CHEAP) != derive_key(composed, b"other", CHEAP)


def test_the_key_is_that_of_scrypt_with_the_cost_of_the_file():
    expected = hashlib.scrypt(b"pleaseletmein", salt=b"SodiumChloride", n=16384, r=8, p=1, maxmem=1 << 26, dklen=32)
    assert derive_key("pleaseletmein", b"SodiumChloride", ScryptCost(n=16384)) == expected
    assert expected.hex().startswith("7023bdcb3afd7348461c06cd81fd38eb")  # RFC 7914, section 12


@pytest.mark.parametrize("cost", [(3, 8, 1), (1, 8, 1), (0, 8, 1), (-2, 8, 1), (2, 0, 1), (2, 8, 0), (2, 8, 17)])
def test_impossible_costs_are_refused(cost):
    with pytest.raises(ValueError, match="impossible"):
        ScryptCost(*cost)


@pytest.mark.parametrize("cost", [(1 << 21, 8, 1), (1 << 40, 1, 1), (2, 1 << 30, 1)])
def test_costs_that_would_take_all_memory_are_refused(cost):
    with pytest.raises(ValueError, match="too high"):
        ScryptCost(*cost)
