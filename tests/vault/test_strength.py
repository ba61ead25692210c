"""The hint about a new passphrase: what is guessed first counts for little, words count as words."""

import pytest

from visavis.vault.strength import Strength, estimate_strength


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", Strength.TOO_SHORT),
        ("seven77", Strength.TOO_SHORT),
        ("      a ", Strength.TOO_SHORT),
        ("password", Strength.WEAK),
        ("Password123456", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("abcdefghijklmnop", Strength.WEAK),
        ("1234567890123456", Strength.WEAK),
        ("sunshine2024", Strength.WEAK),
        ("horse horse horse horse horse", Strength.WEAK),
        ("correct horse battery staple", Strength.FAIR),
        ("correct horse battery staple violin", Strength.STRONG),
        ("k7#wQ9z!mR2p", Strength.STRONG),
        ("Fünf alte Bäume schlafen im Nebel", Strength.STRONG),
        ("三只蓝色的猫在屋顶上跳舞", Strength.STRONG),
    ],
)
def test_the_estimate(passphrase, strength):
    assert estimate_strength(passphrase) is strength
