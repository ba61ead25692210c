"""`visavis tag`: a line a file, and a folder of results."""

import csv
import json
from types import SimpleNamespace

import pytest

from support.media_files import MP4_HEAD, corner_picture
from support.tagging.clips import write_clip
from visavis.cli.command import Context, Parser
from visavis.cli.media import tag
from visavis.errors import PictureError, StoreError
from visavis.imaging import codec, h264
from visavis.storage.paths import DataFolders


@pytest.fixture
def run(tmp_path, published_networks, capsys):
    """Runs the command with these arguments; gives the status, the lines, and what stands on stderr."""
    parser = Parser()
    tag.add(parser.add_subparsers(parser_class=Parser), Parser(add_help=False))
    context = Context(DataFolders(tmp_path / "data", published_networks.parent))

    def run(*arguments):
        parsed = parser.parse_args(["tag", *map(str, arguments), "--out", str(tmp_path / "out")])
        status = parsed.command(context, parsed)
        captured = capsys.readouterr()
        return SimpleNamespace(status=status, lines=captured.out.splitlines(), told=captured.err)

    return run


@pytest.fixture
def films(tmp_path, photos):
    """A folder with a video, a picture and a text."""
    folder = tmp_path / "films"
    folder.mkdir()
    write_clip(folder / "a.mp4", (photos[0], 1), (None, 2), (photos[1], 1))
    codec.write(folder / "b.png", photos[1])
    (folder / "notes.txt").write_text("no picture")
    return folder


def test_a_line_a_file_and_the_results(run, films, tmp_path):
    done = run(films, "--json")
    lines = [json.loads(line) for line in done.lines]
    assert [line["source"] for line in lines] == [str(films / "a.mp4"), str(films / "b.png")]
    assert [person["name"] for person in lines[0]["people"]] == ["Guest 1", "Guest 2"]
    assert [person["name"] for person in lines[1]["people"]] == ["Guest 2"]
    assert "No model is in use" in done.told
    assert "notes.txt is neither a picture nor a video" in done.told
    written = json.loads((tmp_path / "out" / "tags.json").read_text("utf-8"))
    assert written == {"version": 1, "files": lines}
    with (tmp_path / "out" / "tags.csv").open(encoding="utf-8", newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["Guest 1", "Guest 2", "Guest 2"]


def test_without_json_the_lines_are_for_people(run, films):
    assert run(films / "b.png").lines[:1] == [f"{films / 'b.png'}: nobody in particular"]


def test_one_bad_file_does_not_hinder_the_others(run, films, tmp_path):
    (films / "cut.mp4").write_bytes(MP4_HEAD)
    done = run(films / "cut.mp4", films / "gone.mp4", films / "b.png", "--json")
    first, second, third = map(json.loads, done.lines)
    assert done.status == 0
    assert first.keys() == second.keys() == {"source", "error"}
    assert "people" in third
    assert json.loads((tmp_path / "out" / "tags.json").read_text("utf-8"))["files"] == [first, second, third]


def test_nothing_readable_is_an_error(run, films):
    with pytest.raises(PictureError, match="Nothing could be read"):
        run(films / "notes.txt", "--json")


def test_results_in_the_folder_are_not_tagged(run, tmp_path):
    codec.write(tmp_path / "a.png", corner_picture())
    codec.write(tmp_path / "out" / "b.png", corner_picture())
    assert len(run(tmp_path / "a.png", tmp_path, "--json").lines) == 2


def test_a_repeated_call_has_the_same_result(run, films):
    assert run(films, "--json").lines == run(films, "--json").lines


@pytest.mark.parametrize(
    ("words", "blur"),
    [
        (["--blur", "all"], ("all", "")),
        (["--blur", "unknown"], ("unknown", "")),
        (["--blur", "except", "Ada B"], ("except", "Ada B")),
        (["--blur", "except Ada"], ("except", "Ada")),
        (["--blur", "except", "all"], ("except", "all")),
    ],
)
def test_whose_faces_are_blurred(words, blur):
    parser = Parser()
    tag.add(parser.add_subparsers(parser_class=Parser), Parser(add_help=False))
    parsed = parser.parse_args(["tag", *words, "a.mp4", "--out", "out"])
    assert parsed.blur == blur
    assert [str(path) for path in parsed.paths] == ["a.mp4"]


@pytest.mark.parametrize("words", [["--blur"], ["--blur", "some"], ["--blur", "except"], ["--blur", "all Ada"]])
def test_a_wrong_word_is_wrong_usage(words):
    parser = Parser()
    tag.add(parser.add_subparsers(parser_class=Parser), Parser(add_help=False))
    with pytest.raises(SystemExit) as end:
        parser.parse_args(["tag", "a.mp4", "--out", "out", *words])
    assert end.value.code == 2


def test_nobody_of_that_name_is_an_error(run, films):
    with pytest.raises(StoreError, match="nobody called Eve"):
        run(films, "--blur", "except", "Eve")


def test_copies_and_scenes(run, films, tmp_path):
    assert run(films, "--clips", "--annotate", "--blur", "all").status == 0
    made = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.[mp][pn][4g]")}
    assert made == {
        "a.labeled.mp4",
        "a.redacted.mp4",
        "b.labeled.png",
        "b.redacted.png",
        "clips/Guest 1/a-001.mp4",
        "clips/Guest 2/a-001.mp4",
    }
    assert not (tmp_path / "out" / ".unfinished").exists()


def test_without_the_extra_it_is_said_once(run, films, monkeypatch):
    monkeypatch.setattr(h264, "is_available", lambda: False)
    assert run(films, "--clips").told.count("visavis[video]") == 1
    assert "visavis[video]" not in run(films).told
