"""`visavis frames`: pictures out of a video."""

import json

import cv2
import pytest

from support.fakes import picture
from visavis.cli.command import Context, Parser
from visavis.cli.media import frames
from visavis.errors import DiskError, SourceNotFoundError
from visavis.imaging import codec
from visavis.storage.paths import DataFolders


@pytest.fixture
def run(tmp_path):
    """Runs the command with these arguments."""
    parser = Parser()
    frames.add(parser.add_subparsers(parser_class=Parser), Parser(add_help=False))
    context = Context(DataFolders(tmp_path / "data", tmp_path / "cache"))

    def run(*arguments):
        parsed = parser.parse_args(["frames", *map(str, arguments)])
        return parsed.command(context, parsed)

    return run


@pytest.fixture
def video(tmp_path):
    path = tmp_path / "clip.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 25, (64, 48))
    for value in range(10):
        writer.write(picture(20 * value))
    writer.release()
    return path


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        ([], list(range(10))),
        (["--every", 4], [0, 4, 8]),
        (["--max", 2], [0, 1]),
        (["--every", 3, "--max", 3], [0, 3, 6]),
        (["--every", 100, "--max", 100], [0]),
    ],
)
def test_the_frames_asked_for_are_written(run, video, tmp_path, capsys, options, numbers):
    out = tmp_path / "deep" / "pictures"
    assert run(video, "--out", out, *options) == 0
    paths = sorted(out.iterdir())
    assert [path.name for path in paths] == [f"clip-{number:06}.jpg" for number in numbers]
    brightness = [codec.read(path).mean() for path in paths]
    assert brightness == pytest.approx([20 * number for number in numbers], abs=3)
    assert capsys.readouterr().out.startswith(f"{len(numbers)} picture")


def test_a_file_that_is_not_a_video_leaves_no_pictures(run, tmp_path):
    (tmp_path / "film.mp4").write_text("hello")
    for name in ("film.mp4", "missing.mp4", "."):
        with pytest.raises(SourceNotFoundError):
            run(tmp_path / name, "--out", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_one_sentence(run, video):
    with pytest.raises(DiskError, match="Cannot write"):
        run(video, "--out", video)


@pytest.mark.parametrize("wrong", [["--every", "0"], ["--max", "0"], ["--max", "x"]])
def test_wrong_numbers_are_wrong_usage(run, video, tmp_path, wrong):
    with pytest.raises(SystemExit, match="2"):
        run(video, "--out", tmp_path, *wrong)


def test_the_result_in_json(run, video, tmp_path, capsys):
    assert run(video, "--out", tmp_path / "out", "--max", 2, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"folder": str(tmp_path / "out"), "pictures": 2}


def test_an_argument_that_is_no_number_is_explained(run, video, tmp_path, capsys):
    with pytest.raises(SystemExit):
        run(video, "--out", tmp_path / "out", "--max", "x")
    assert "must be a whole number, not 'x'" in capsys.readouterr().err
