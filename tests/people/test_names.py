"""The rules of names, for any text."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from visavis.errors import PersonNameError
from visavis.people import names

ANY_TEXT = st.text(st.characters(), max_size=400)

RESERVED = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}


def acceptable(name):
    try:
        return names.cleaned(name)
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
    ],
)
def test_writings_of_one_name_compare_equal(one, other):
    assert names.key(one) == names.key(other)


@pytest.mark.parametrize(("one", "other"), [("Ada", "Adá"), ("AdaLovelace", "Ada Lovelace"), ("王伟", "王韦")])
def test_different_names_do_not(one, other):
    assert names.key(one) != names.key(other)


@given(ANY_TEXT)
def test_comparison_does_not_depend_on_form_case_or_underscores(name):
    key = names.key(name)

    assert names.key(key) == key
    for form in ("NFC", "NFD"):
        assert names.key(unicodedata.normalize(form, name)) == key
    assert names.key(name.casefold()) == key
    assert names.key(name.replace(" ", "_")) == key


@given(ANY_TEXT)
def test_a_name_is_kept_unchanged_or_refused(name):
    cleaned = acceptable(name)

    assert cleaned == name.strip()
    assert names.cleaned(cleaned) == cleaned
    assert len(cleaned.splitlines()) == 1
    assert len(cleaned) <= names.LONGEST
    assert names.key(cleaned)
    cleaned.encode()  # no lone surrogate: it can be stored


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
def test_what_cannot_be_a_name(name):
    with pytest.raises(PersonNameError) as refused:
        names.cleaned(name)
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
def test_what_can_be_a_name(name):
    assert names.cleaned(name) == name


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
    assert names.slug(name) == slug


def test_a_slug_is_unlike_those_taken():
    assert names.slug("a/b", ["A B"]) == "a_b-2"
    assert names.slug("Ada", ["ada", "ADA-2", ".lock"]) == "Ada-3"


@given(ANY_TEXT)
def test_a_slug_is_a_file_name_everywhere(name):
    slug = names.slug(name)

    assert slug
    assert not set(slug) & set('<>:"/\\|?*')
    assert not any(unicodedata.category(character)[0] in "CZ" and character != " " for character in slug)
    assert slug[0] not in ". "
    assert slug[-1] not in ". "
    assert slug.partition(".")[0].rstrip().casefold() not in RESERVED
    assert len(slug.encode()) <= 80
    assert unicodedata.is_normalized("NFC", slug)
    assert names.cleaned(slug)  # a folder that can itself be a person's


@given(st.lists(ANY_TEXT, max_size=8))
def test_slugs_are_unique_whatever_the_case(everybody):
    slugs = []
    for name in everybody:
        slugs.append(names.slug(name, slugs))

    assert len({names.key(slug) for slug in slugs}) == len(slugs)


@given(ANY_TEXT)
def test_a_slug_of_a_slug_is_itself(name):
    slug = names.slug(name)

    assert names.slug(slug) == slug
