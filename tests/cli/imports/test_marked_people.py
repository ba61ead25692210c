"""`visavis import --xmp`: a library that was tagged elsewhere becomes people."""

import json
from types import SimpleNamespace

import numpy as np
import pytest

from support.media_files import encode_with_pillow
from support.tagging.xmp import mwg, packet
from visavis.cli.command import Context, Parser
from visavis.cli.imports import folders
from visavis.errors import StoreError
from visavis.imaging.geometry import Box, Face
from visavis.people.store import PeopleStore
from visavis.storage.paths import DataFolders

#: Where faces are marked, around their centers. One is found on the left only.
LEFT, RIGHT = (0.2, 0.35, 0.3, 0.45), (0.8, 0.35, 0.2, 0.3)
FOUND = Face(Box(12, 16, 24, 24))


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs the command with these options; gives the lines, and what stands on stderr."""
    parser = Parser()
    folders.add(parser.add_subparsers(parser_class=Parser), Parser(add_help=False))
    monkeypatch.setattr("visavis.factory.detectors.create_detector", lambda *_: lambda image: [FOUND])

    def run(*arguments):
        parsed = parser.parse_args(["import", str(tmp_path / "library"), *arguments])
        assert parsed.command(Context(DataFolders(tmp_path / "data", tmp_path / "cache")), parsed) == 0
        captured = capsys.readouterr()
        return SimpleNamespace(lines=captured.out.splitlines(), told=captured.err)

    return run


@pytest.fixture
def library(tmp_path):
    """Pictures in two folders: Ada by a sidecar, Bob where no face is, nobody, and a text."""
    library = tmp_path / "library"
    (library / "2024").mkdir(parents=True)
    marks = {"a.jpg": [("Ada", LEFT), ("Bob", RIGHT)], "2024/b.jpg": [(None, LEFT)], "2024/c.jpg": []}
    for seed, (name, regions) in enumerate(marks.items()):
        image = np.random.default_rng(seed).integers(0, 256, (80, 120, 3), np.uint8)
        (library / name).write_bytes(encode_with_pillow(image, "JPEG"))
        if regions:
            (library / f"{name}.xmp").write_bytes(packet(mwg(*regions, size=(120, 80))))
    (library / "notes.txt").write_text("no picture")
    return library


def test_everybody_marked_becomes_a_person_and_what_is_passed_over_is_named(run, library, tmp_path):
    done = run("--xmp")
    assert [line.split()[-1] for line in done.lines] == ["name", "Ada", "Bob"]
    assert f"{library / 'a.jpg'}: no face was found where Bob is marked. The part is set aside." in done.told
    assert f"{library / '2024' / 'b.jpg'}: 1 face has no name." in done.told
    assert f"{library / '2024' / 'c.jpg'}: nobody is marked." in done.told
    assert "is marked in 2 of the pictures" in done.told
    assert "notes.txt is neither a picture nor a video. It is passed over." in done.told
    assert ".xmp is neither" not in done.told
    store = PeopleStore(tmp_path / "data" / "people")
    assert [str(person.name) for person in store.people()] == ["Ada", "Bob"]


def test_json_has_a_line_a_person_and_one_for_what_is_passed_over(run, library):
    (library / "a.jpg.xmp").write_bytes(packet(mwg(("Ada", LEFT), ("Bob", (3, 3, 1, 1)), size=None)))
    *people, rest = map(json.loads, run("--xmp", "--json").lines)
    assert [(person["name"], person["imported"]) for person in people] == [("Ada", 1)]
    assert rest == {
        "name": None,
        "unnamed": [str(library / "2024" / "b.jpg"), str(library / "2024" / "c.jpg")],
        "passed_over": [{"path": str(library / "a.jpg"), "problem": "Bob is marked outside of the picture"}],
    }


def test_without_marks_there_is_a_sentence(run, library):
    (library / "a.jpg.xmp").unlink()
    with pytest.raises(StoreError, match="Nobody is marked with a name") as told:
        run("--xmp")
    assert ".xmp files" in str(told.value.hint)


def test_one_persons_folder_is_no_library(run, library, capsys):
    with pytest.raises(SystemExit) as ended:
        run("--xmp", "--as", "Ada")
    assert ended.value.code == 2


def test_a_picture_that_cannot_be_decoded_is_named_once(run, library):
    bad = library / "bad.jpg"
    bad.write_bytes((library / "a.jpg").read_bytes()[:60])
    [told] = [line for line in run("--xmp").told.splitlines() if "bad.jpg" in line]
    assert told.count(str(bad)) == 1
