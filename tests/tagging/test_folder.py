"""The folder of the results: names that repeat, that replace no source, and what is made only once."""

import shutil
from pathlib import Path

import pytest

from support.tagging.clips import write_clip
from support.tagging.face_logs import face_log
from visavis.imaging import codec
from visavis.tagging import folder as folder_module
from visavis.tagging.file_tags import tag
from visavis.tagging.folder import OutputFolder
from visavis.tagging.guests import GuestBook
from visavis.tagging.renditions import RenditionOptions
from visavis.tagging.tagger import TaggedFile


def tagged(path, *tracks, **options):
    log = face_log(*tracks, source=str(path), **options)
    tags, guests = tag(log, GuestBook())
    return TaggedFile(path, log, tags, guests, path.with_name(".notes.npz"))


@pytest.mark.parametrize("_", range(2))
def test_sources_with_the_same_name_get_different_ones(tmp_path, _):
    folder = OutputFolder(tmp_path)
    paths = [Path(name) for name in ("x/a.mp4", "y/a.mp4", "z/a.mov", "z/a-2.mp4", "b.mp4")]
    assert [folder.stem(path) for path in paths] == ["a", "a-2", "a-3", "a-2-2", "b"]


@pytest.mark.parametrize("source", ["a.labeled.mp4", "a.redacted.png", "clips/Ada/a-001.mp4"])
def test_no_source_is_replaced(tmp_path, source):
    folder = OutputFolder(tmp_path, [tmp_path / "a.mp4", tmp_path / source])
    assert folder.stem(tmp_path / "a.mp4") == "a-2"


def test_the_files_about_a_video(tmp_path):
    folder = OutputFolder(tmp_path / "out")
    folder.write(tagged(tmp_path / "film.mp4", ("Ada", 0, 9)))
    folder.finish()
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        *(f"film.tags.{ending}" for ending in ("srt", "vtt", "edl", "otio", "html")),
        "tags.json",
        "tags.csv",
    }


def test_what_was_made_is_not_made_again_after_a_kill(tmp_path, monkeypatch):
    clip = write_clip(tmp_path / "film.mp4", (None, 1))
    file = tagged(clip, ("Ada", 0, 9), frames=15, rate=15)
    made = []
    render = folder_module.render_video
    monkeypatch.setattr(folder_module, "render_video", lambda *given: made.append(1) or render(*given))

    def write(**options):
        OutputFolder(tmp_path / "out", options=RenditionOptions(**options)).write(file)
        return len(made)

    assert write(clips=True) == 1
    assert write(clips=True) == 1
    assert write(label=lambda analysis: analysis.frame.image) == 2
    assert (tmp_path / "out" / "film.labeled.mp4").exists()


def test_copies_of_a_picture_have_its_format(tmp_path, photos):
    codec.write(tmp_path / "a.png", photos[0])
    shutil.copy(tmp_path / "a.png", tmp_path / "b")
    folder = OutputFolder(tmp_path / "out", options=RenditionOptions(lambda analysis: analysis.frame.image))
    for name in ("a.png", "b"):
        folder.write(tagged(tmp_path / name, ("Ada", 0, 0), frames=1, is_video=False))
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"a.labeled.png", "b.labeled.jpg"}
