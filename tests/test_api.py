"""The door for other programs: what docs/python.md shows runs, and importing it costs nothing."""

import re
import subprocess
import sys

import cv2
import numpy as np
import pytest

import visavis
from support.places import ROOT
from visavis.errors import PersonNameError, PictureError, SourceError, StoreError
from visavis.imaging import codec
from visavis.sources import open_source

EXAMPLES = re.findall(
    r"^```python\n(.*?)^```", (ROOT / "docs/python.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
)


def test_importing_imports_nothing_heavy():
    code = "import sys, visavis; dir(visavis); print({'cv2', 'numpy', 'PySide6', 'keras'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_what_is_said_to_be_there_is_there():
    assert all(getattr(visavis, name) for name in visavis.__all__)
    with pytest.raises(AttributeError):
        _ = visavis.no_such_thing


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with a video of one person, and a picture of her among others."""
    folder = tmp_path_factory.mktemp("python")
    writer = None
    for frame in open_source("demo", paced=False):
        height, width = frame.image.shape[:2]
        writer = writer or cv2.VideoWriter(
            str(folder / "ada.avi"), cv2.VideoWriter.fourcc(*"MJPG"), 10, (width // 2, height)
        )
        writer.write(frame.image[:, : width // 2])
        if frame.index == 0:
            (folder / "group.jpg").write_bytes(codec.encode(frame.image))
        if frame.index == 90:
            break
    writer.release()
    return folder


def test_the_examples_run(place, published_networks, monkeypatch, capsys):
    monkeypatch.chdir(place)
    monkeypatch.setenv("VISAVIS_CACHE", str(published_networks.parent))
    assert len(EXAMPLES) == 3
    for example in EXAMPLES:
        exec(compile(example, "docs/python.md", "exec"), {})
    said = capsys.readouterr().out
    assert re.search(r"^Ada [01]\.\d+ Box\(", said, re.MULTILINE)
    assert re.search(r"^None 0\.\d+ Box\(", said, re.MULTILINE)
    assert re.search(r"^Ada is there at \d\.\d\d s$", said, re.MULTILINE)
    assert "no such file.jpg" in said

    store = visavis.open_store(place / "faces")
    assert store.people == ["Ada"]
    pixels = codec.read(place / "group.jpg")
    named = {answer.match.name for answer in store.recognize(pixels).answers}
    assert named == {"Ada", None}


def test_what_cannot_be_done_is_an_error_and_leaves_nothing(folders, tmp_path, published_networks, monkeypatch):
    monkeypatch.setenv("VISAVIS_CACHE", str(published_networks.parent))
    store = visavis.open_store(folders.data)
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "wall.jpg").write_bytes(codec.encode(np.full((240, 320, 3), 128, np.uint8)))
    for name, source, error in (
        ("\u200b", "demo", PersonNameError),
        ("Ada", tmp_path / "nothing.mp4", SourceError),
        ("Ada", tmp_path / "pictures", StoreError),
    ):
        with pytest.raises(error):
            store.enroll(name, source, count=1)
    with pytest.raises(PictureError):
        store.recognize(tmp_path / "nothing.jpg")
    assert store.people == []


@pytest.mark.parametrize(
    "picture",
    [
        np.zeros((5, 5), np.uint8),
        np.zeros((0, 5, 3), np.uint8),
        np.zeros((5, 5, 4), np.uint8),
        np.zeros((5, 5, 3)),
        None,
        3,
    ],
    ids=["gray", "empty", "with alpha", "of float", "none", "number"],
)
def test_what_is_no_picture_is_said_to_be_none(folders, picture):
    with pytest.raises(PictureError, match="no picture") as caught:
        visavis.open_store(folders.data).recognize(picture)
    assert "(height, width, 3)" in str(caught.value.hint)


def test_a_count_that_is_no_count_says_what_is_usual(tmp_path):
    with pytest.raises(StoreError, match="not 0") as told:
        visavis.open_store(tmp_path).enroll("Ada", "demo", count=0)
    assert "20" in str(told.value.hint)
