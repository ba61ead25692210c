"""How long guessing a passphrase takes: a hint while it is typed, and no promise.

Whoever has the files can try passphrases. One try costs 0.3 s of a processor core and 128 MB (scrypt, as in
`encryption.wrapping.ScryptCost`), so 10,000 tries a second need thousands of cores. 2^40 guesses then take three years,
2^55 a hundred thousand.
"""

import itertools
import math
import re
from enum import Enum

from visavis.vault.key_store import MIN_LENGTH

#: Bits below which a passphrase is guessed within weeks.
_WEAK_BITS = 40.0
#: Bits from which guessing is hopeless.
_STRONG_BITS = 55.0
#: Bits of a word that people choose: one of some 2,000 (EFF's short lists have 1,296).
_WORD_BITS = 11.0
#: Least number of letters in a row that count as a word.
_WORD_LENGTH = 3
#: Bits of any other character that does not follow from the one before: one of some 30 that people take.
_CHARACTER_BITS = 5.0
#: What is tried first: the beginnings of the most frequent passwords, and of what belongs to this program.
_FREQUENT = re.compile(r"pass\s?wor[dt]|qwert[yz]?|letmein|iloveyou|welcome|admin|visavis|kennwort|geheim|secret")


class Strength(Enum):
    """How hard a passphrase is to guess."""

    TOO_SHORT = "too short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def estimate_strength(passphrase: str) -> Strength:
    """Estimate how hard a new passphrase is to guess."""
    if len(passphrase.strip()) < MIN_LENGTH:
        return Strength.TOO_SHORT
    bits = _bits(passphrase)
    if bits < _WEAK_BITS:
        return Strength.WEAK
    return Strength.FAIR if bits < _STRONG_BITS else Strength.STRONG


def _bits(passphrase: str) -> float:
    """Bits of information, estimated: words count as words, repetitions and sequences for little."""
    text = _FREQUENT.sub("", passphrase.strip().casefold())
    words = {word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= _WORD_LENGTH}
    bits = sum(min(_WORD_BITS, _CHARACTER_BITS * _new_characters(word)) for word in words if word.isascii())
    rest = re.sub(rf"[^\W\d_]{{{_WORD_LENGTH},}}", "", text)
    unlike_latin = [word for word in words if not word.isascii()]
    bits += sum(_CHARACTER_BITS * _new_characters(word) for word in unlike_latin)
    bits += _CHARACTER_BITS * _new_characters(re.sub(r"\s", "", rest))
    capitals = sum(character.isupper() for character in passphrase)
    return bits + math.log2(1 + min(capitals, 4))


def _new_characters(text: str) -> int:
    """Number of characters that neither repeat the one before nor continue a sequence such as "123"."""
    steps = [ord(after) - ord(before) for before, after in itertools.pairwise(text)]
    return bool(text) + sum(abs(step) > 1 for step in steps)
