"""The folder of the results: names that repeat, that replace no source, and what is made only once."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
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
    folder.write(tagged(write_clip(tmp_path / "film.mp4", (None, 1)), ("Ada", 0, 9)))
    folder.finish()
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        *(f"film.tags.{ending}" for ending in ("srt", "vtt", "edl", "otio", "html", "npz")),
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


KILLED = '''
"""Tags a folder of videos again and again, each time killed at another file operation and then repeated."""
import os, random, shutil, signal, sys
from pathlib import Path

import numpy as np

from support.fakes import FakeDetector, recognizing
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Pipeline
from visavis.tagging.folder import OutputFolder
from visavis.tagging.guests import GuestBook
from visavis.tagging.redaction import HiddenFaces
from visavis.tagging.renditions import RenditionOptions
from visavis.tagging.tagger import Tagger

films, place, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod"}


def pipeline():
    """A face in the middle of each bright picture: Ada in the brightest, a stranger in the others."""

    def vectors_of(image, faces):
        return [[1, 0, 0] if image[100, 100, 0] > 200 else [0, 0, 1] for _ in faces]

    def find(image):
        return [Face(Box(60, 60, 80, 80), None, 1.0)] if image[100, 100, 0] > 100 else []

    return Pipeline(FakeDetector(find), recognizing(vectors_of, ["Ada"]))


def tag(folder):
    tagger = Tagger(pipeline(), lambda image, faces: np.eye(3, dtype=np.float32)[: len(faces)], GuestBook(), folder)
    options = RenditionOptions(lambda analysis: analysis.frame.image, HiddenFaces(), clips=True)
    output = OutputFolder(folder, sorted(films.iterdir()), options)
    for path in sorted(films.iterdir()):
        output.write(tagger(path))
    output.finish()
    tagger.finish()


def run(folder, limit=None):
    """Tag in a process of its own, killed at this operation; give its status and how many there were."""
    counted, said = os.pipe()
    child = os.fork()
    if not child:
        os.close(counted)
        done = 0

        def observe(event, arguments):
            nonlocal done
            if event in EVENTS and str(folder) in str(arguments[0]):
                done += 1
                if done == limit:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(observe)
        tag(folder)
        os.write(said, str(done).encode())
        os._exit(0)
    os.close(said)
    with os.fdopen(counted) as file:
        text = file.read()
    return os.waitpid(child, 0)[1], int(text or 0)


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


status, operations = run(place / "undisturbed")
assert status == 0 and operations > 60, (status, operations)
expected = contents(place / "undisturbed")
for limit in sorted(random.Random(0).sample(range(1, operations), count)):
    folder = place / f"killed-{limit}"
    status, _ = run(folder, limit)
    assert status == signal.SIGKILL, (limit, status)
    assert run(folder)[0] == 0
    found = contents(folder)
    assert found.keys() == expected.keys(), (limit, found.keys() ^ expected.keys())
    assert found == expected, (limit, [name for name in found if found[name] != expected[name]])
    shutil.rmtree(folder)
print("the same", count)
'''


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot fork here")
def test_a_killed_call_that_is_repeated_has_the_same_results(tmp_path, request):
    films = tmp_path / "films"
    films.mkdir()
    bright, gray = (np.full((240, 320, 3), value, np.uint8) for value in (230, 150))
    write_clip(films / "a.mp4", (bright, 0.8), (None, 1.4), (gray, 0.6))
    write_clip(films / "b.mp4", (gray, 0.8))
    count = 20 if request.config.getoption("whole") else 5
    command = [sys.executable, "-c", KILLED, str(films), str(tmp_path / "out"), str(count)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert (done.stdout.split(), done.returncode) == (["the", "same", str(count)], 0), done.stderr
