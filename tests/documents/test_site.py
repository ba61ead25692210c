"""The documentation as a site: it builds without a warning, has all commands and settings, and a browser reads it."""

import argparse
import dataclasses
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from support.browsing import browse
from support.places import ROOT
from visavis.cli.arguments import create_parser
from visavis.settings import Settings
from visavis.sources.camera_settings import CameraSettings

pytest.importorskip("furo", reason="no Sphinx to build the site with")

#: Lowest contrast of a text and its ground: WCAG 2.2, level AA.
MIN_CONTRAST = 4.5
#: What is searched for, and a page that must be found.
SEARCHES = {
    "threshold": "Tune the threshold",
    "sightings_days": "sightings_days",
    "blur": "visavis-tag.--blur",
    "camera": "Use several cameras",
    "gdpr": "Law in plain words",
}


def build(source, out):
    """Build a site with the configuration of ours, as `make docs` does."""
    options = ["--quiet", "--nitpicky", "--fail-on-warning", "--keep-going", "-c", str(ROOT / "docs")]
    command = [sys.executable, "-m", "sphinx", *options, str(source), str(out)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The built site."""
    out = tmp_path_factory.mktemp("site")
    done = build(ROOT / "docs", out)
    assert (done.returncode, done.stderr) == (0, "")
    return out


@pytest.fixture(scope="module")
def inventory(site):
    """The names of the objects of the site, by their kind."""
    from sphinx.util.inventory import InventoryFile

    loaded = InventoryFile.loads((site / "objects.inv").read_bytes(), uri="")
    return {kind: {entry for entry, _ in names.items()} for kind, names in loaded.data.items()}


def test_what_leads_nowhere_fails_the_build(tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    page = "# Page\n\n[a](no.html) [b](#nowhere) ![c](no.png) {option}`--no` {doc}`nothing`\n"
    (source / "index").with_suffix(".md").write_text(page, encoding="utf-8")
    done = build(source, tmp_path / "out")
    assert done.returncode == 1
    for target in ("no.html", "'nowhere'", "no.png", "--no", "nothing"):
        assert target in done.stderr


def parsers(parser):
    """A parser and those of all its commands and their actions."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from parsers(each)


def test_the_reference_has_every_command_and_option(site, inventory):
    page = (site / "reference/commands.html").read_text(encoding="utf-8")
    headings = {re.sub(r"<[^>]+>", "", each) for each in re.findall(r"<h\d>(.*?)<a class=\"headerlink\"", page)}
    options = set()
    shared = {option for action in create_parser("--version")._actions for option in action.option_strings}
    for parser in parsers(create_parser()):
        program = parser.prog.replace(" ", "-")
        if parser.prog != "visavis":
            assert parser.prog in headings
        options |= {
            f"{program}.{option}"
            for action in parser._actions
            if action.help != argparse.SUPPRESS
            for option in action.option_strings
            if option not in shared
        }
    assert len(options) > 100
    assert options - inventory["std:cmdoption"] == set()
    assert {"visavis.--data", "visavis.--verbose", "visavis.--version"} <= inventory["std:cmdoption"]


def test_the_reference_has_every_setting(site, inventory):
    named = {row.name for row in dataclasses.fields(Settings)}
    named |= {f"cameras.ID.{row.name}" for row in dataclasses.fields(CameraSettings)}
    assert inventory["std:confval"] == named


def test_the_reference_has_every_call(inventory):
    import visavis
    from visavis.api import FaceStore

    calls = {f"visavis.{name}" for name in visavis.__all__ if not name.startswith("__")}
    calls |= {f"visavis.FaceStore.{name}" for name in vars(FaceStore) if not name.startswith("_")}
    assert calls <= inventory["py:function"] | inventory["py:class"] | inventory["py:method"] | inventory["py:property"]


def test_every_variable_of_the_environment_is_described():
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "app/visavis").rglob("*.py")]
    used = {each for text in sources for each in re.findall(r'"(VISAVIS_[A-Z_]+)"', text)} - {"VISAVIS_KEY_PIPE"}
    page = (ROOT / "docs/reference/environment.md").read_text(encoding="utf-8")
    assert used == set(re.findall(r"^\| `(VISAVIS_[A-Z_]+)` \|", page, re.MULTILINE))


@pytest.fixture(scope="module")
def seen(site):
    """What a real browser, as narrow as a phone, makes of every page."""
    return browse("site", site, *SEARCHES)


def test_a_browser_has_nothing_to_complain_about(seen):
    assert len(seen["pages"]) > 60
    assert {name: page["console"] for name, page in seen["pages"].items() if page["console"]} == {}
    assert all(page["opened"] for page in seen["pages"].values())
    assert seen["search_console"] == []


def test_nothing_comes_from_elsewhere(seen):
    assert len(seen["asked"]) > len(seen["pages"])
    assert {address for address in seen["asked"] if not address.startswith(("file:", "data:", "blob:"))} == set()


def test_no_page_is_wider_than_a_phone(seen):
    for name, page in seen["pages"].items():
        assert page["wide"] <= page["view"] <= 360, name
        assert page["beyond"] == [], name


def test_every_picture_is_there(seen):
    assert {name: page["broken"] for name, page in seen["pages"].items() if page["broken"]} == {}


def test_every_text_can_be_read_in_either_scheme(seen):
    faint = {
        (name, theme): found
        for name, page in seen["pages"].items()
        for theme, found in page["contrast"].items()
        if found[0] < MIN_CONTRAST
    }
    assert faint == {}
    assert all(page["grounds"]["dark"] < 0.1 < 0.9 < page["grounds"]["light"] for page in seen["pages"].values())


def test_every_link_leads_to_a_place(site, seen):
    anchors = {name: {*page["anchors"], ""} for name, page in seen["pages"].items()}
    astray = set()
    for name, page in seen["pages"].items():
        for link in page["links"]:
            address = urlsplit(link)
            if address.scheme != "file":
                assert address.scheme in {"https", "http"}, (name, link)
                continue
            target = Path(unquote(address.path))
            place = target.relative_to(site).as_posix()
            if not target.is_file() or unquote(address.fragment) not in anchors.get(place, {""}):
                astray.add((name, link))
    assert astray == set()


@pytest.mark.parametrize(("word", "page"), SEARCHES.items())
def test_the_search_finds_pages_without_a_network(seen, word, page):
    assert page in seen["found"][word]


def test_decisions_come_after_the_pages_for_users(seen):
    assert seen["found"]["threshold"].index("Tune the threshold") == 0
