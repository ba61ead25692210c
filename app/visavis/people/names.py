"""Names of people: what may be one, which are the same, and what folder they live in."""

import unicodedata
from collections.abc import Iterable

from visavis.errors import PersonNameError

#: Most characters in a name: longer than any, and still one line in a dialog.
LONGEST = 300

#: Most bytes of a slug in UTF-8; file systems end at 255, Windows' old limit for whole paths at 260 characters.
_SLUG_BYTES = 80
#: What is left of them for the name itself: the rest is for a prefix and a number.
_STEM_BYTES = 72

#: Categories that cannot stand in a name: control characters, lone surrogates (file names that are not text),
#: and the separators of lines and paragraphs.
_FORBIDDEN = frozenset({"Cc", "Cs", "Zl", "Zp"})
#: First letters of the categories that show something: letters, numbers, punctuation, symbols ...
_VISIBLE = frozenset("LNPS")
#: ... but for these: the Hangul fillers and the empty Braille cell, and "_", which counts as a space.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0_")

#: Characters that Windows refuses in file names; the slash is the others' separator too.
_UNSAFE = frozenset('<>:"/\\|?*')
#: Names that Windows keeps for devices, whatever extension follows.
_RESERVED = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$"}).union(
    f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"
)


def key(name: str) -> str:
    """What two writings of one name have in common: names are the same where their keys are equal.

    Unicode's canonical caseless match, in NFC; "_" equals a space; white space does not count around a name, and inside
    counts as one space.
    """
    folded = unicodedata.normalize("NFD", name).casefold()  # decomposed first, or some accents would hinder the folding
    return " ".join(unicodedata.normalize("NFC", folded).replace("_", " ").split())


def cleaned(name: str) -> str:
    """The name as it is kept: unchanged but for white space around it.

    Raises
    ------
    PersonNameError
        If it is empty, has nothing visible, is longer than `LONGEST` characters, or holds line breaks,
        control characters, or bytes that are not text.
    """
    stripped = name.strip()
    if not _shows(stripped):
        raise PersonNameError("A name needs at least one letter, digit or sign that can be seen.")
    if len(stripped) > LONGEST:
        raise PersonNameError(
            "A name can have at most {limit} characters, not {count}.", limit=LONGEST, count=len(stripped)
        )
    if any(unicodedata.category(character) in _FORBIDDEN for character in stripped):
        raise PersonNameError(
            "The name {name} holds line breaks or other characters that are not text.", name=ascii(stripped)
        )
    return stripped


def slug(name: str, taken: Iterable[str] = ()) -> str:
    """A folder name for `name`, safe on Linux, macOS and Windows: the name itself wherever that is.

    Letters of every script stay, in NFC, so that people find their folders. What a file system might refuse or hide
    becomes "_"; 80 bytes at most, in UTF-8; where the `key` is that of one of `taken`, a number follows.
    """
    text = "".join(_safe(character) for character in unicodedata.normalize("NFC", name))
    text = " ".join(unicodedata.normalize("NFC", text).split())  # again: a dropped character may have kept two apart
    text = text.encode()[:_STEM_BYTES].decode(errors="ignore").strip(". ")
    if not _shows(text):
        text = "person"
    if text.partition(".")[0].rstrip().casefold() in _RESERVED:
        text = f"_{text}"
    others = {key(other) for other in taken}
    candidate, number = text, 1
    while key(candidate) in others:
        number += 1
        candidate = f"{text}-{number}"
    return candidate


def _shows(text: str) -> bool:
    return any(unicodedata.category(character)[0] in _VISIBLE and character not in _BLANK for character in text)


def _safe(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category == "Cf":  # invisible: joiners, marks of direction
        return ""
    return "_" if character in _UNSAFE or category[0] not in "LMNPS" else character
