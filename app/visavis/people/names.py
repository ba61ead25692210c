"""Names of people: which texts can be a name, which names are the same, and which folder a person gets."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Self

from visavis.errors import PersonNameError

#: Maximum number of characters in a name: longer than any real name, and still one line in a dialog.
MAX_LENGTH = 300

#: Maximum length of a slug, in bytes of UTF-8. File systems allow 255, and Windows' old limit for a whole path is 260
#: characters.
_SLUG_BYTES = 80
#: The part of `_SLUG_BYTES` for the name itself; the rest is for a prefix and a number.
_STEM_BYTES = 72

#: Unicode categories that a name cannot contain: control characters, lone surrogates (file names that are not text),
#: and line and paragraph separators.
_FORBIDDEN = frozenset({"Cc", "Cs", "Zl", "Zp"})
#: First letters of the categories of visible characters: letters, numbers, punctuation, symbols.
_VISIBLE = frozenset("LNPS")
#: Exceptions to `_VISIBLE`: the Hangul fillers, the empty Braille cell, and "_", which equals a space.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0_")

#: Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties.txt, Unicode 15): direction marks, zero-width spaces
#: and joiners, the byte order mark, variation selectors, tags; and U+FFF9-FFFB, the marks of annotations, which are not
#: shown either. Python's `unicodedata` does not have this property.
_IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)

#: What else looks like a space: "_", as the store writes it in folders, and the empty Braille cell.
_SPACES = str.maketrans("_\u2800", "  ")

#: What stands for a name where there is none, in English.
UNKNOWN = "unknown"

#: Characters that Windows refuses in file names. The slash separates folders on the other systems, too.
_UNSAFE = frozenset('<>:"/\\|?*')
#: Names that Windows reserves for devices, with any extension.
_RESERVED = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$"}).union(
    f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"
)


class PersonName(str):
    """A valid name of a person: the text as people see it, without white space around it.

    Make one where the user enters a name. Functions that take a `PersonName` need not check it again. It is a `str`, so
    it is displayed, formatted and written to JSON as one.

    Raises
    ------
    PersonNameError
        If the text is empty, has nothing visible, is longer than `MAX_LENGTH` characters, or contains line breaks,
        control characters, or bytes that are not text.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        stripped = text.strip()
        if not _is_visible(stripped):
            raise PersonNameError("A name needs at least one visible letter, digit or symbol.")
        if len(stripped) > MAX_LENGTH:
            raise PersonNameError(
                "A name can have at most {limit} characters, not {count}.", limit=MAX_LENGTH, count=len(stripped)
            )
        if any(unicodedata.category(character) in _FORBIDDEN for character in stripped):
            raise PersonNameError(
                "The name {name} contains line breaks or other characters that are not text.", name=ascii(stripped)
            )
        return super().__new__(cls, stripped)

    @classmethod
    def from_disk(cls, text: str) -> Self:
        """A name that was not typed but read from disk: checked, and kept with the white space around it."""
        cls(text)
        return super().__new__(cls, text)

    @property
    def key(self) -> str:
        """See `comparison_key`."""
        return comparison_key(self)

    def slug(self, taken: Iterable[str] = ()) -> str:
        """See `slug_of`."""
        return slug_of(self, taken)


def comparison_key(text: str) -> str:
    """The form in which names are compared: two names are the same if their keys are equal.

    Unicode's canonical caseless match in NFC, without default-ignorable characters and the marks of annotations, which
    nobody sees. "_" and the empty Braille cell equal a space, white space around the name is dropped, and white space
    inside equals one space.
    """
    text = unicodedata.normalize("NFD", _IGNORABLE.sub("", text))  # decomposed, or some accents would hinder folding
    return " ".join(unicodedata.normalize("NFC", text.casefold()).translate(_SPACES).split())


def shown_name(name: str | None, unknown: str = UNKNOWN) -> str:
    """An answer in words: the name, or `unknown` where there is none.

    Someone whose name reads as that word is put in quotation marks, so that everybody sees that it is a name.
    """
    if name is None:
        return unknown
    return f"“{name}”" if comparison_key(name) == comparison_key(unknown) else name


def spaced_name(name: str) -> str:
    """A name as it is read: the underscores of a folder's name are spaces. Both compare equal (`comparison_key`)."""
    return " ".join(name.replace("_", " ").split()) or name


def slug_of(text: str, taken: Iterable[str] = ()) -> str:
    """A folder name for a name, safe on Linux, macOS and Windows: the name itself wherever possible.

    Letters of every script stay, in NFC, so that users find the folder. Characters that a file system might refuse or
    hide become "_". The slug has at most 80 bytes of UTF-8. A number follows if its `comparison_key` equals that of one
    of `taken`.
    """
    text = "".join(_file_name_character(character) for character in unicodedata.normalize("NFC", text))
    text = " ".join(unicodedata.normalize("NFC", text).split())  # a dropped character may have separated two others
    text = text.encode()[:_STEM_BYTES].decode(errors="ignore").strip(". ")
    if not _is_visible(text):
        text = "person"
    if text.partition(".")[0].rstrip().casefold() in _RESERVED:
        text = f"_{text}"
    others = {comparison_key(other) for other in taken}
    candidate, number = text, 1
    while comparison_key(candidate) in others:
        number += 1
        candidate = f"{text}-{number}"
    return candidate


def _is_visible(text: str) -> bool:
    return any(unicodedata.category(character)[0] in _VISIBLE and character not in _BLANK for character in text)


def _file_name_character(character: str) -> str:
    """What stands for a character in a slug."""
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category == "Cf":  # invisible: joiners, direction marks
        return ""
    return "_" if character in _UNSAFE or category[0] not in "LMNPS" else character
