"""A look as files: a page that loads nothing else, the same as data, private, and whole or absent."""

import json
import re
import stat

import pytest

from support.training.insight import answers, subject
from visavis.errors import DiskError
from visavis.imaging import codec
from visavis.insight import gallery_files
from visavis.insight.gallery_files import InsightFiles, check_new
from visavis.recognition.match import Match

MARKUP = '<script>alert("Bob")</script>'


def collected(**more):
    of = subject(classes=("Ada", MARKUP), **more)
    files = InsightFiles("some/face.jpg", of, Match("Ada", 0.93, "Ada", (MARKUP, 0.04)))
    for answer in answers(of):
        files.add(answer)
    return files


def test_everything_is_in_a_new_folder(tmp_path):
    folder = tmp_path / "new" / "out"
    collected().write(folder)
    names = {path.name for path in folder.iterdir()}
    assert names == {
        *("index.html", "insight.json", "chip.png", "heat_map.png", "filters.png"),
        *("activations-1.png", "activations-2.png", "patterns-stem.png"),
        *("fooling-1.png", "fooling-2.png", "dream-1.png", "dream-2.png", "learned.png", "augmented.png"),
    }
    for path in folder.glob("*.png"):
        assert min(codec.read(path).shape[:2]) >= 48, path.name
    assert [path for path in folder.parent.iterdir() if path != folder] == []


def test_only_the_user_may_read_it(tmp_path):
    collected().write(tmp_path / "out")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "out").iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700


def test_the_page_shows_every_picture_and_loads_nothing_else(tmp_path):
    collected().write(tmp_path / "out")
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    shown = re.findall(r'src="([^"]+)"', page)
    assert set(shown) == {path.name for path in (tmp_path / "out").glob("*.png")}
    assert not re.search(r"https?://|url\(", page)
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_the_page_warns_and_says_what_the_decision_is(tmp_path):
    collected().write(tmp_path / "out")
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    for sentence in (
        "A network can be sure of a picture in which nobody sees anything.",
        "this is why a softmax names strangers",
        "Decision: Ada, score 0.970; the detector takes it for a face.",
        "Decision: unknown, score 0.310; the detector finds no face in it.",
        "Gradient ascent from gray noise",
        "How convolutional neural networks see the world",
        "Grad-CAM",
        "Filters 7, 1, 4 of 32",
        "Computed in 0.5 s.",
    ):
        assert sentence in page, sentence


def test_an_embedding_network_is_not_said_to_have_a_softmax(tmp_path):
    of = subject("embedding")
    files = InsightFiles("face.jpg", of)
    for answer in answers(of):
        files.add(answer)
    files.write(tmp_path / "out")
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "softmax" not in page
    assert "cosine 2.50" in page


def test_the_data_say_the_same(tmp_path):
    files = collected()
    files.write(tmp_path / "out")
    data = json.loads((tmp_path / "out" / "insight.json").read_text("utf-8"))
    assert data == json.loads(json.dumps({"version": 1, **files.record(tmp_path / "out")}))
    assert data["recognized"]["name"] == "Ada"
    assert [(made["kind"], made["class"], made["decision"]["name"], made["has_face"]) for made in data["made"]] == [
        ("fooling", "Ada", "Ada", True),
        ("fooling", MARKUP, None, False),
        ("dream", "Ada", None, False),
        ("dream", MARKUP, "Ada", True),
    ]
    assert data["seconds"] == {
        name: [0.5, 0.7]
        for name in ("activations", "heat map", "made pictures", "samples as in training", "filters of stem")
    }


def test_a_folder_with_something_in_it_is_refused(tmp_path):
    (tmp_path / "out").mkdir()
    check_new(tmp_path / "out")
    (tmp_path / "out" / "mine.txt").touch()
    for place in (tmp_path / "out", tmp_path / "out" / "mine.txt"):
        with pytest.raises(DiskError, match="something in"):
            check_new(place)
    with pytest.raises(DiskError, match="something in"):
        collected().write(tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_if_writing_fails_nothing_is_left(tmp_path, monkeypatch):
    def fail(*_):
        raise DiskError("The disk is full.")

    monkeypatch.setattr(gallery_files, "insight_page", fail)
    with pytest.raises(DiskError):
        collected().write(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_without_samples_and_augmentation_the_page_says_less(tmp_path):
    of = subject(learned=0)
    files = InsightFiles("face.jpg", of)
    files.write(tmp_path / "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"index.html", "insight.json", "chip.png"}
