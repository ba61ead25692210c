"""`visavis classify`: one line a picture or frame."""

import json

import pytest

from support.models import publish
from support.training.whole_pictures import COLORS, plain, publish_colors
from visavis.cli import main
from visavis.imaging import codec
from visavis.models.store import ModelStore


@pytest.fixture
def run(folders, capsys, monkeypatch):
    """Runs the command; gives its status, its output and its messages."""
    monkeypatch.setenv("VISAVIS_CACHE", str(folders.cache))

    def run_command(*arguments):
        status = main(["--data", str(folders.data), "classify", *map(str, arguments)])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run_command


@pytest.fixture
def pictures(folders, tmp_path):
    publish_colors(ModelStore(folders.models))
    folder = tmp_path / "pictures"
    for color, value in COLORS.items():
        codec.write(folder / color / "1.png", plain(value))
    return folder


def test_each_picture_below_a_folder_is_one_line(run, pictures):
    (pictures / "notes.txt").write_text("no picture")
    (pictures / "torn.jpg").write_bytes(b"\xff\xd8\xff\xe0 torn")
    status, out, err = run("--json", pictures)
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [answer.keys() for answer in answers] == [{"source", "label", "score", "best", "runner_up"}] * 3
    assert [(answer["source"], answer["label"]) for answer in answers] == [
        (str(pictures / color / "1.png"), color) for color in sorted(COLORS)
    ]
    assert "notes.txt is neither a picture nor a video" in err
    assert "1 file of" in err
    assert "torn.jpg" in err
    assert "1 picture could not be read" in err


def test_people_get_a_table(run, pictures, tmp_path):
    codec.write(tmp_path / "gray.png", plain((90, 100, 80)))
    status, out, _ = run(pictures / "red", tmp_path / "gray.png")
    first, second = out.splitlines()
    assert status == 0
    assert first.startswith("red ")
    assert "then" in first
    assert second.startswith("unknown ")
    assert "most like green" in second


def test_frames_of_a_source_are_classified_without_looking_for_faces(run, pictures):
    status, out, _ = run("--source", pictures / "red", "--max-frames", "1", "--json")
    [answer] = map(json.loads, out.splitlines())
    assert status == 0
    assert (answer["frame"], answer["time"], answer["label"]) == (0, 0, "red")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere.png"], "Nothing could be read"),
        ([], "one of the two"),
        (["a.png", "--source", "demo"], "one of the two"),
        (["a.png", "--model", "20260103-000000-cnn64"], "knows faces"),
        (["a.png", "--model", "none"], "There is no model 'none'"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(run, pictures, folders, arguments, sentence):
    publish(ModelStore(folders.models), "20260103-000000-cnn64")
    status, out, err = run(*arguments)
    assert (status, out) == (1, "")
    assert sentence in err


def test_without_a_model_it_says_how_to_make_one(run, tmp_path):
    status, _, err = run(tmp_path)
    assert status == 1
    assert "There is no model of whole pictures yet." in err
    assert "visavis train --whole DIR" in err
