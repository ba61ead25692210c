"""Every parser ends with a result or its own error, whatever it is given: some seconds of `make fuzz`."""

import logging

import pytest
from hypothesis import HealthCheck, given, settings

from fuzz.inputs import contents
from fuzz.parsers.everything import parsers
from fuzz.run import CRASHES, attempt

NAMES = [
    "person.json",
    "pictures.json",
    "distinct.json",
    "rejections.json",
    "entry.json",
    "forgetting",
    "name",
    "card.json",
    "report.json",
    "description of a network",
    "current",
    "history",
    "preset",
    "templates.npz",
    "embeddings.npz",
    "any arrays",
    "model.keras",
    "compiled network",
    "look into a network",
    "report of training",
    "state.npz",
    "pairs.txt",
    "events",
    "TF_CONFIG",
    "picture",
    "header of a picture",
    "HEIF boxes",
    "camera's picture",
    "XMP",
    "video's size",
    "video",
    "sound of a video",
    "MP4's times",
    "address",
    "recording.json",
    "faces of a video",
    "tags of a video",
    "mark of a tagged file",
    "snapshot",
    "sightings",
    "copy of sightings",
    "backup",
    "audit.jsonl",
    "key file",
    "sealed file",
    "log",
    "settings.toml",
    "update feed",
    "passphrase",
    "passphrase of a backup",
]


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    return {parser.name: parser for parser in parsers(tmp_path_factory.mktemp("right"))}


@pytest.fixture(autouse=True)
def quiet():
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def test_all_parsers_are_named(known):
    assert list(known) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_what_is_right_is_read(known, place, name):
    parser = known[name]
    for content in parser.right:
        (place / parser.file).write_bytes(content)
        parser.parse(place / parser.file)


@pytest.mark.parametrize("name", NAMES)
def test_any_input_ends_with_a_result_or_an_error_of_the_parser(known, place, name):
    parser = known[name]

    @settings(
        max_examples=40,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
    )
    @given(contents(parser.right))
    def check(content):
        attempt(parser, place / parser.file, content)

    check()


@pytest.mark.parametrize("path", sorted(CRASHES.glob("*/*")), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_crashed_once_does_not_any_more(known, place, path):
    parser = known[path.parent.name]
    attempt(parser, place / parser.file, path.read_bytes())
