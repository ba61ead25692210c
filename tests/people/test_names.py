"""The rules of names, for any text."""

import json
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from visavis.errors import PersonNameError
from visavis.people.names import MAX_LENGTH, UNKNOWN, PersonName, comparison_key, shown_name, slug_of

ANY_TEXT = st.text(st.characters(), max_size=400)

RESERVED = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}


def acceptable(name):
    try:
        return PersonName(name)
    except PersonNameError:
        assume(False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alejandro_Toledo", "alejandro toledo"),
        ("Zoë", "Zoe\u0308"),
        ("STRASSE", "straße"),
        ("  Ada \t  Lovelace ", "Ada_Lovelace"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("\u200eAda\u200b Love\u00adlace\ufeff", "Ada Lovelace"),  # invisible: direction, space, hyphen, byte order
        ("❤\ufe0f", "❤"),  # emoji style
        ("e\u034f\u0301", "é"),  # a grapheme joiner keeps an accent apart
        ("Ada\u2800", "Ada"),  # an empty Braille cell
        ("Ada\u2800Lovelace", "Ada Lovelace"),
        ("\ufff9Ada\ufffb", "Ada"),  # marks of an annotation
        ("Ada\U000e0041\U000e007f", "Ada"),  # tags
        ("Ada\u3164\uffa0\u115f\u1160", "Ada"),  # Hangul fillers
        ("\u2066Ada\u2069\u202c", "Ada"),  # isolates
    ],
)
def test_writings_of_one_name_compare_equal(one, other):
    assert comparison_key(one) == comparison_key(other)


@pytest.mark.parametrize(("one", "other"), [("Ada", "Adá"), ("AdaLovelace", "Ada Lovelace"), ("王伟", "王韦")])
def test_different_names_do_not(one, other):
    assert comparison_key(one) != comparison_key(other)


@given(ANY_TEXT)
def test_comparison_does_not_depend_on_form_case_or_underscores(name):
    key = comparison_key(name)

    assert comparison_key(key) == key
    for form in ("NFC", "NFD"):
        assert comparison_key(unicodedata.normalize(form, name)) == key
    assert comparison_key(name.casefold()) == key
    assert comparison_key(name.replace(" ", "_")) == key
    assert comparison_key("\u200f".join(name)) == key


@given(ANY_TEXT)
def test_a_name_is_kept_unchanged_or_refused(name):
    cleaned = acceptable(name)

    assert cleaned == name.strip()
    assert PersonName(cleaned) == cleaned
    assert len(cleaned.splitlines()) == 1
    assert len(cleaned) <= MAX_LENGTH
    assert comparison_key(cleaned)
    cleaned.encode()  # no lone surrogate: it can be stored
    assert PersonName.from_disk(f" {cleaned}") == f" {cleaned}"  # a folder's name stays as it is


def test_a_name_is_text_with_a_key_and_a_slug():
    name = PersonName(" a/B ")

    assert (f"{name}", json.dumps({name: name}), name == "a/B") == ("a/B", '{"a/B": "a/B"}', True)
    assert (name.key, name.slug(), name.slug(["A b"])) == ("a/b", "a_B", "a_B-2")


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "\t",
        "_",
        " __ ",
        "\u200b",
        "\u2800",
        "\u3164",
        "\u202e",
        "\u0301",
        "a\nb",
        "a\u2028b",
        "a\0b",
        "x" * 301,
        "\udce9",
    ],
)
def test_texts_that_cannot_be_a_name(name):
    with pytest.raises(PersonNameError) as refused:
        PersonName(name)
    str(refused.value).encode()  # the sentence can be printed


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "a/b",
        "CON",
        ".hidden",
        "x" * 300,
        "محمد",
        "王伟",
        "👩\u200d🚀",
        "-",
        "O'Neill",
        "Anne-Marie \u202b(שרה)\u202c",
        "007",
    ],
)
def test_texts_that_can_be_a_name(name):
    assert PersonName(name) == name


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("Alejandro_Toledo", "Alejandro_Toledo"),
        ("王伟", "王伟"),
        ("محمد", "محمد"),
        ("Zoe\u0308", "Zoë"),
        ("../x", "_x"),
        ("a/b", "a_b"),
        ("a\\b: c?", "a_b_ c_"),
        (".hidden", "hidden"),
        ("...", "person"),
        ("CON", "_CON"),
        ("nul.tar.gz", "_nul.tar.gz"),
        ("Com1 .x", "_Com1 .x"),
        ("🦊", "🦊"),
        ("👩\u200d🚀", "👩🚀"),
        ("trailing. . ", "trailing"),
        ("x" * 300, "x" * 72),
        ("", "person"),
        ("?", "person"),
    ],
)
def test_slugs(name, slug):
    assert slug_of(name) == slug


def test_a_slug_is_unlike_those_taken():
    assert slug_of("a/b", ["A B"]) == "a_b-2"
    assert slug_of("Ada", ["ada", "ADA-2", ".lock"]) == "Ada-3"


@given(ANY_TEXT)
def test_a_slug_is_a_file_name_everywhere(name):
    slug = slug_of(name)

    assert slug
    assert not set(slug) & set('<>:"/\\|?*')
    assert not any(unicodedata.category(character)[0] in "CZ" and character != " " for character in slug)
    assert slug[0] not in ". "
    assert slug[-1] not in ". "
    assert slug.partition(".")[0].rstrip().casefold() not in RESERVED
    assert len(slug.encode()) <= 80
    assert unicodedata.is_normalized("NFC", slug)
    assert PersonName(slug)  # a folder that can itself be a person's


@given(st.lists(ANY_TEXT, max_size=8))
def test_slugs_are_unique_whatever_the_case(everybody):
    slugs = []
    for name in everybody:
        slugs.append(slug_of(name, slugs))

    assert len({comparison_key(slug) for slug in slugs}) == len(slugs)


@given(ANY_TEXT)
def test_a_slug_of_a_slug_is_itself(name):
    slug = slug_of(name)

    assert slug_of(slug) == slug


#: Default_Ignorable_Code_Point in DerivedCoreProperties.txt of Unicode 15.1.
IGNORABLE = """
    00AD 034F 061C 115F..1160 17B4..17B5 180B..180D 180E 180F 200B..200F 202A..202E 2060..2064 2065 2066..206F 3164
    FE00..FE0F FEFF FFA0 FFF0..FFF8 1BCA0..1BCA3 1D173..1D17A E0000 E0001 E0002..E001F E0020..E007F E0080..E00FF
    E0100..E01EF E01F0..E0FFF
"""


def test_no_ignorable_character_of_unicode_makes_another_person():
    ends = [[int(end, 16) for end in entry.split("..")] for entry in IGNORABLE.split()]
    points = [point for first, *last in ends for point in range(first, (last or [first])[0] + 1)]
    assert len(points) == 4174
    assert {comparison_key(f"A{chr(point)}da") for point in points} == {"ada"}


@pytest.mark.parametrize("name", ["unknown", "Unknown", "UNKNOWN", "un\u200bknown", "unknown_"])
def test_somebody_called_unknown_is_told_from_unknown(name):
    assert shown_name(name) == f"“{name}”"
    assert shown_name(None) == UNKNOWN
    assert shown_name(name, "Unbekannt") == name
    assert shown_name("unbekannt", "Unbekannt") == "“unbekannt”"
    assert shown_name("Ada") == "Ada"
