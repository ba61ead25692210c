"""`visavis frames`: pictures out of a video."""

import json

import cv2
import numpy as np
import pytest

from support.fakes import picture
from visavis.cli.command import Context, Parser
from visavis.cli.media import frames
from visavis.cli.media.frames import Step
from visavis.errors import DiskError, SourceNotFoundError
from visavis.factory import detectors
from visavis.imaging import codec
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.sources import VideoFile
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
        (["--every", "0.2s"], [0, 5]),  # at 25 frames a second
        (["--every", "0.1s"], [0, 2, 5, 7]),  # 2.5 frames: the nearest ones
        (["--every", "0.04s"], list(range(10))),
        (["--every", "2s"], [0]),
        (["--every", "0.12s", "--max", 2], [0, 3]),
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


@pytest.mark.parametrize("rate", [7, 24, 29.97, 60])
def test_seconds_are_kept_on_the_whole_at_any_rate(rate):
    frames = [Frame(picture(0), 0.0, index, index / rate, interval=1 / rate) for index in range(int(20 * rate))]
    taken = [frame.time for frame in Step(seconds=1.0).select(frames)]
    assert taken == pytest.approx(range(len(taken)), abs=0.51 / rate)
    assert len(taken) in {20, 21}


def test_pictures_can_be_png_which_loses_nothing(run, tmp_path):
    path = tmp_path / "noise.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 25, (64, 48))
    writer.write(np.random.default_rng(0).integers(0, 255, (48, 64, 3)).astype(np.uint8))
    writer.release()
    assert run(path, "--out", tmp_path / "out", "--format", "png") == 0
    [written] = (tmp_path / "out").iterdir()
    [frame] = VideoFile(path, paced=False)
    assert written.suffix == ".png"
    assert (codec.read(written) == frame.image).all()


def test_faces_alone_are_cut_out_and_frames_without_one_are_counted(run, tmp_path, capsys, monkeypatch):
    path = tmp_path / "two.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 25, (320, 240))
    for value in (100, 0, 200):
        writer.write(picture(value, 320, 240))
    writer.release()
    faces = [Face(Box(200, 100, 20, 20)), Face(Box(100, 100, 20, 20))]
    monkeypatch.setattr(detectors, "create_detector", lambda *_: lambda image: faces if image.mean() > 50 else [])
    assert run(path, "--out", tmp_path / "out", "--faces", "--json") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out) == {"folder": str(tmp_path / "out"), "pictures": 4, "without_face": 1}
    assert "No face was found in 1 frame." in printed.err
    written = sorted((tmp_path / "out").iterdir())
    assert [each.name for each in written] == [f"two-{frame:06}-{face}.jpg" for frame in (0, 2) for face in (1, 2)]
    assert {codec.read(each).shape for each in written} == {(60, 60, 3)}
    assert run(path, "--out", tmp_path / "few", "--faces", "--max", 3) == 0
    assert len(list((tmp_path / "few").iterdir())) == 3


@pytest.mark.parametrize(
    "wrong", [["--every", "0s"], ["--every", "xs"], ["--every", "-1s"], ["--every", "infs"], ["--format", "bmp"]]
)
def test_wrong_steps_and_formats_are_wrong_usage(run, video, tmp_path, wrong):
    with pytest.raises(SystemExit, match="2"):
        run(video, "--out", tmp_path, *wrong)


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
