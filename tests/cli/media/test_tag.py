"""`visavis tag`: a line a file, and a folder of results."""

import contextlib
import csv
import json
import os
import re
import shutil
import subprocess
import sys
from types import SimpleNamespace

import pytest

from support.media_files import MP4_HEAD, corner_picture
from support.tagging.clips import write_clip
from support.tagging.face_logs import tags_of
from visavis.cli.command import Context, Parser
from visavis.cli.media import tag
from visavis.errors import DiskError, MissingExtraError, PictureError, StoreError
from visavis.imaging import codec
from visavis.imaging.video import h264
from visavis.process.extras import CLUSTER, VIDEO, Extra
from visavis.sources import VideoFile
from visavis.storage.paths import DataFolders


@pytest.fixture
def run(tmp_path, published_networks, capsys):
    """Runs the command with these arguments; gives the status, the lines, and what stands on stderr."""
    parser = Parser()
    tag.add(parser.add_subparsers(parser_class=Parser), Parser(add_help=False))
    context = Context(DataFolders(tmp_path / "data", published_networks.parent))

    def run(*arguments):
        parsed = parser.parse_args(["tag", "--out", str(tmp_path / "out"), *map(str, arguments)])
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


def test_xmp_marks_the_faces_of_pictures_beside_them(run, films):
    done = run(films, "--xmp")
    assert sorted(path.name for path in films.glob("*.xmp")) == ["b.png.xmp"]
    assert "Faces marked in .xmp files: 1, of 1 pictures." in done.told
    content = (films / "b.png.xmp").read_bytes()
    assert "notes.txt is neither" in run(films, "--xmp").told
    assert (films / "b.png.xmp").read_bytes() == content


def test_without_json_the_lines_are_for_people(run, films):
    assert run(films / "b.png").lines[:1] == [f"{films / 'b.png'}: nobody dominates"]


def test_it_is_said_when_nobody_dominates():
    summary = tag._summary(tags_of(("Ada", 0, 50), ("Bob", 51, 99), source="a.mp4"))
    assert summary.splitlines()[0] == "a.mp4: nobody dominates (most votes: Ada)"


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


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("made", [(), ("--clips", "--annotate", "--blur", "unknown")])
def test_several_processes_have_the_same_result_as_one(run, films, tmp_path, photos, qapp, made):
    for number in range(3):
        write_clip(films / f"c{number}.mp4", (photos[number % 2], 1))
    (films / "cut.mp4").write_bytes(MP4_HEAD)
    alone = run(films, "--json", *made)
    before = contents(tmp_path / "out")
    shutil.rmtree(tmp_path / "out")
    several = run(films, "--json", *made, "--workers", 2)
    assert (several.status, several.lines, several.told) == (alone.status, alone.lines, alone.told)
    assert contents(tmp_path / "out") == before


def test_what_processes_did_before_an_interrupt_is_not_done_again(run, films, tmp_path, monkeypatch):
    whole = run(films, "--json").lines
    before = contents(tmp_path / "out")
    shutil.rmtree(tmp_path / "out")
    with monkeypatch.context() as patch:
        patch.setattr(tag.OutputFolder, "begin", interrupt)
        with pytest.raises(KeyboardInterrupt):
            run(films, "--json", "--workers", 2)
    assert any((tmp_path / "out" / ".unfinished").iterdir())
    assert run(films, "--json", "--workers", 3).lines == whole
    assert contents(tmp_path / "out") == before


def interrupt(*_):
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    "words",
    [
        ["--engine", "dask"],
        ["--scheduler", "tcp://127.0.0.1:8786"],
        ["--engine", "dask", "--scheduler", "tcp://127.0.0.1:8786", "--workers", "2"],
        ["--workers", "0"],
        ["--engine", "spark"],
    ],
)
def test_options_of_engines_that_do_not_fit_are_wrong_usage(run, films, words):
    with pytest.raises(SystemExit) as end:
        run(films, *words)
    assert end.value.code == 2


def test_without_dask_it_is_said_how_to_install_it(run, films, monkeypatch):
    monkeypatch.setattr(Extra, "missing", ("Dask",))
    with pytest.raises(MissingExtraError, match="Tagging on a cluster needs packages") as told:
        run(films, "--engine", "dask", "--scheduler", "tcp://127.0.0.1:8786")
    assert CLUSTER.command in str(told.value.hint)


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


def test_copies_and_scenes(run, films, tmp_path, qapp):
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
    assert run(films, "--clips").told.count(VIDEO.command) == 1
    assert VIDEO.command not in run(films).told


def test_an_interrupt_keeps_what_is_done(run, films, tmp_path, monkeypatch, capsys):
    given = iter([tag.Tagger.__call__])

    def interrupt(*arguments):
        call = next(given, None)
        if call is None:
            raise KeyboardInterrupt
        return call(*arguments)

    whole = run(films, "--json").lines
    with monkeypatch.context() as patch:
        patch.setattr(tag.Tagger, "__call__", interrupt)
        with pytest.raises(KeyboardInterrupt):
            run(films, "--json")
    captured = capsys.readouterr()
    assert captured.out.splitlines() == whole[:1]
    assert "Interrupted: 1 of 2 files are done." in captured.err
    assert len(json.loads((tmp_path / "out" / "tags.json").read_text("utf-8"))["files"]) == 1
    assert run(films, "--json").lines == whole


def test_a_closed_pipe_keeps_what_is_done(run, films, tmp_path, monkeypatch):
    whole = run(films, "--json").lines
    shutil.rmtree(tmp_path / "out")
    monkeypatch.setattr(tag, "emit", refuse_to_print)
    with pytest.raises(BrokenPipeError):
        run(films, "--json")
    assert json.loads((tmp_path / "out" / "tags.json").read_text("utf-8"))["files"] == [json.loads(whole[0])]
    monkeypatch.undo()


def refuse_to_print(_):
    raise BrokenPipeError


@pytest.mark.parametrize("free", [4, 20, 60, 120, 200])
def test_on_a_full_disk_each_file_is_whole_or_absent(run, films, small_disk, monkeypatch, qapp, free):
    """`free` is the room for the results, in KB."""
    (small_disk / "other").write_bytes(bytes((256 - free) * 1024 - 8192))
    with pytest.raises(DiskError, match=r"[Nn]o space left"):
        run(films, "--clips", "--annotate", "--blur", "all", "--out", small_disk / "out")
    for path in (path for path in small_disk.rglob("*") if path.is_file() and path.name != "other"):
        assert not path.name.startswith(".tmp-")
        if path.suffix == ".mp4":
            assert VideoFile(path, paced=False).frame_count() == len(list(VideoFile(path, paced=False)))
        elif path.suffix == ".png":
            codec.read(path)
        elif path.suffix in ENDS:
            assert path.read_text("utf-8").rstrip().endswith(ENDS[path.suffix])


#: How whole files of texts end.
ENDS = {".html": "</html>", ".json": "}", ".otio": "}"}


@pytest.mark.skipif(os.name == "nt", reason="a terminal of POSIX")
@pytest.mark.parametrize(("words", "named"), [([], "a.mp4"), (["--workers", "2"], "0 of 2 files")])
def test_on_a_terminal_a_bar_says_how_much_is_done_and_how_much_time_is_left(
    films, tmp_path, published_networks, words, named
):
    import termios

    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    command = [sys.executable, "-m", "visavis", "--data", str(tmp_path / "data"), "tag", str(films), "--json", *words]
    process = subprocess.Popen(
        [*command, "--out", str(tmp_path / "out")],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "VISAVIS_CACHE": str(published_networks.parent)},
    )
    os.close(theirs)
    told = b""
    with contextlib.suppress(OSError):  # how a terminal ends
        while part := os.read(ours, 4096):
            told += part
    lines, _ = process.communicate()
    os.close(ours)
    assert process.returncode == 0
    assert [json.loads(line)["source"] for line in lines.splitlines()] == [str(films / "a.mp4"), str(films / "b.png")]
    assert named in told.decode()
    assert re.search(r"\d+%\|.*\[\d\d:\d\d<(\d\d:\d\d|\?)", told.decode())
