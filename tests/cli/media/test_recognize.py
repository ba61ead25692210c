"""`visavis recognize` on a video: a line a frame, and at the end who appeared when."""

import json

import pytest

from support.tagging.clips import RATE, knowing, write_clip
from visavis.cli.command import Context, Parser
from visavis.cli.media import recognize
from visavis.imaging import codec
from visavis.storage.paths import DataFolders


@pytest.fixture
def run(tmp_path, published_networks, photos, monkeypatch):
    """Runs the command with a pipeline that knows the astronaut."""
    parser = Parser()
    recognize.add(parser.add_subparsers(parser_class=Parser), Parser(add_help=False))
    folders = DataFolders(tmp_path / "data", published_networks.parent)
    pipeline = knowing(folders, Eileen=photos[0])
    monkeypatch.setattr(recognize, "create_pipeline", lambda *_: pipeline)

    def run(*arguments):
        parsed = parser.parse_args(["recognize", *map(str, arguments)])
        return parsed.command(Context(folders), parsed)

    return run


@pytest.mark.parametrize("as_json", [False, True])
def test_a_video_ends_with_who_appeared_when(run, photos, tmp_path, capsys, as_json):
    clip = write_clip(tmp_path / "a.mp4", (photos[0], 2), (None, 2), (photos[1], 1), (photos[0], 1))
    assert run(clip, *["--json"] * as_json) == 0
    captured = capsys.readouterr()
    lines = captured.out.splitlines()
    assert len(lines) == 6 * RATE
    if as_json:
        assert [face["name"] for face in json.loads(lines[0])["faces"]] == ["Eileen"]
    assert f"{clip}: Eileen 0.0-2.0 s, 5.0-6.0 s." in captured.err


def test_nobody_is_said_to_be_nobody(run, photos, tmp_path, capsys):
    clip = write_clip(tmp_path / "a.mp4", (None, 1))
    run(clip)
    assert f"{clip}: nobody who is known." in capsys.readouterr().err


def test_a_picture_has_no_times(run, photos, tmp_path, capsys):
    codec.write(tmp_path / "a.png", photos[0])
    run(tmp_path / "a.png")
    assert "0.0" not in capsys.readouterr().err


def test_the_best_candidates_are_listed_only_when_asked_for(run, photos, tmp_path, capsys):
    codec.write(tmp_path / "a.png", photos[0])
    lines = {}
    for options in ((), ("--top", 3)):
        run(tmp_path / "a.png", "--json", *options)
        [face] = json.loads(capsys.readouterr().out)["faces"]
        lines[options] = face
    plain, listed = lines[()], lines["--top", 3]
    assert "candidates" not in plain
    assert listed == {**plain, "candidates": [["Eileen", plain["score"]]]}
    run(tmp_path / "a.png", "--top", 3)
    assert "[Eileen " in capsys.readouterr().out
