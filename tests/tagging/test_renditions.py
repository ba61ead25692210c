"""What is made of a video: copies as long as it, and the scenes of each person."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from support.fakes import picture
from support.tagging.face_logs import face_log
from visavis.errors import DiskError
from visavis.imaging.frames import Frame
from visavis.imaging.video import h264
from visavis.sources import VideoFile
from visavis.tagging.file_tags import tag
from visavis.tagging.guests import GuestBook
from visavis.tagging.redaction import HiddenFaces
from visavis.tagging.renditions import RenditionOptions, analysis_of, render_picture, render_video
from visavis.tagging.tagger import TaggedFile


def tagged(*tracks, **options):
    log = face_log(*tracks, **options)
    tags, guests = tag(log, GuestBook())
    return TaggedFile(Path("film.mp4"), log, tags, guests, Path("notes.npz"))


def frames(count=100, rate=10.0):
    return [Frame(picture(n), 0.0, n, n / rate, "film.mp4", 1 / rate) for n in range(count)]


def names(analysis):
    return [answer.match.name for answer in analysis.answers]


@pytest.fixture(params=["PyAV", "OpenCV"])
def writer(request, monkeypatch):
    """With and without the extra."""
    monkeypatch.setattr(h264, "is_available", lambda: request.param == "PyAV")


def duration(path):
    images = list(VideoFile(path, paced=False))
    return images[-1].time + images[-1].interval


@pytest.mark.usefixtures("writer")
def test_copies_last_as_long_and_clips_as_their_spans(tmp_path):
    file = tagged(("Ada", 0, 19), ("Ada", 60, 69), (None, 10, 29))
    options = RenditionOptions(lambda analysis: analysis.frame.image, HiddenFaces(), clips=True)
    render_video(file, frames(), tmp_path, "film", options)
    found = {path.relative_to(tmp_path).as_posix(): duration(path) for path in tmp_path.rglob("*.mp4")}
    assert found == pytest.approx(
        {
            "film.labeled.mp4": 10.0,
            "film.redacted.mp4": 10.0,
            "clips/Ada/film-001.mp4": 2.0,
            "clips/Ada/film-002.mp4": 1.0,
            "clips/Guest 1/film-001.mp4": 2.0,
        },
        abs=0.1,
    )
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.usefixtures("writer")
def test_a_failure_leaves_nothing_unfinished(tmp_path):
    def fail():
        yield from frames(15)
        raise DiskError("It fails.")

    file = tagged(("Ada", 0, 9), ("Ada", 30, 99))
    with pytest.raises(DiskError):
        render_video(file, fail(), tmp_path, "film", RenditionOptions(lambda a: a.frame.image, clips=True))
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["film-001.mp4"]  # it was finished


def test_clips_of_a_redacted_video_are_redacted(tmp_path):
    noise = np.random.default_rng(0).integers(0, 255, (360, 640, 3), np.uint8)
    given = [Frame(noise, 0.0, n, n / 10, "film.mp4", 0.1) for n in range(10)]
    options = RenditionOptions(hidden=HiddenFaces(), clips=True)
    render_video(tagged(("Ada", 0, 9), frames=10), given, tmp_path, "film", options)
    frame = next(iter(VideoFile(tmp_path / "clips" / "Ada" / "film-001.mp4", paced=False)))
    assert cv2.Laplacian(frame.image[8:22, 12:28], cv2.CV_64F).var() < 0.05 * cv2.Laplacian(noise, cv2.CV_64F).var()


def test_names_with_one_folder_name_get_two_folders(tmp_path):
    render_video(tagged(("a/b", 0, 9), ("a:b", 20, 29)), frames(), tmp_path, "film", RenditionOptions(clips=True))
    assert len([path for path in (tmp_path / "clips").iterdir() if path.is_dir()]) == 2


def test_labels_have_final_names_and_guests():
    file = tagged(("Ada", 0, 9), (None, 5, 14), (None, 40, 40, {"vector": None}))
    given = frames()
    assert names(analysis_of(file, given[7])) == ["Ada", None]
    assert [answer.guest for answer in analysis_of(file, given[7]).answers] == [None, "Guest 1"]
    assert names(analysis_of(file, given[40])) == [None]
    assert names(analysis_of(file, given[60])) == []


def test_copies_of_a_picture():
    file = tagged(("Ada", 0, 0), frames=1, is_video=False)
    image = np.random.default_rng(0).integers(0, 255, (360, 640, 3), np.uint8)
    options = RenditionOptions(lambda analysis: analysis.frame.image, HiddenFaces(), clips=True)
    made = render_picture(file, Frame(image, 0.0), options)
    assert made.keys() == {".labeled", ".redacted"}
    assert np.array_equal(made[".labeled"], image)
    assert not np.array_equal(made[".redacted"], image)
