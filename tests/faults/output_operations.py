"""The operations that write what others read: tags, copies of videos, pictures of a network, reports."""

import contextlib
import io
from argparse import Namespace
from dataclasses import replace
from types import SimpleNamespace

from faults.operation import Operation
from support.faulty_world import EVE, noise
from support.tagging.face_logs import face_log
from support.tagging.reviewed_clip import write_numbered_clip
from support.training import insight
from visavis.cli.media import frames as frame_extraction
from visavis.imaging.frames import Frame
from visavis.imaging.recorder import Recorder
from visavis.imaging.video.plain import PlainVideo
from visavis.insight.gallery_files import InsightFiles
from visavis.tagging import log_file, reviewed
from visavis.tagging.file_tags import tag
from visavis.tagging.folder import OutputFolder
from visavis.tagging.guests import GuestBook
from visavis.tagging.redaction import HiddenFaces
from visavis.tagging.renditions import RenditionOptions
from visavis.tagging.tagger import TaggedFile, Tagger
from visavis_training.report.report import write_report

#: Number of frames of the videos that are read and written.
_FRAMES = 6
#: All that is made of a file: a labeled copy, one with hidden faces, and the scenes of each person.
_RENDITIONS = RenditionOptions(lambda analysis: analysis.frame.image.copy(), HiddenFaces("all"), clips=True)
#: Who is in the video, and in which frames.
_TRACKS = (("Ada", 0, 5), ("Bob", 2, 5))


def _tagged(world, path, *, is_video):
    """What was found in a file; it is kept in the folder of the outputs."""
    log = face_log(*_TRACKS, frames=_FRAMES, source=str(path), is_video=is_video)
    tags, guests = tag(log, GuestBook(["Ada", "Bob"]))
    return TaggedFile(path, log, tags, guests, world.outputs / ".unfinished" / f"{path.stem}.npz")


def _tag(world):
    video = _tagged(world, write_numbered_clip(world.root / "film.mp4", _FRAMES), is_video=True)
    picture = _tagged(world, world.root / "import" / EVE / "0.jpg", is_video=False)
    names = SimpleNamespace(names=("Ada", "Bob"), decision=None)
    pipeline = SimpleNamespace(recognize=names, model="model", device="CPU")

    def run():
        outputs = OutputFolder(world.outputs, [video.path, picture.path], _RENDITIONS)
        tagger = Tagger(pipeline, None, None, world.outputs)
        for each in (video, picture):
            log_file.write(each.notes, each.log)
            tagger.keep(each.path, log_file.encode(each.log))  # as if another process had seen it
            outputs.write(each)
        outputs.finish()
        tagger.finish()

    return run


def _review(world):
    video = _tagged(world, write_numbered_clip(world.root / "film.mp4", _FRAMES), is_video=True)
    return lambda: reviewed.export(video, world.outputs, RenditionOptions(), lambda share: True)


def _frames(count=_FRAMES):
    return [Frame(noise(index), index / 10, index, index / 10, "film.mp4") for index in range(count)]


def _annotate(world):
    write_numbered_clip(world.root / "film.mp4", _FRAMES)

    def run():
        with Recorder(world.outputs) as recorder:
            recorder.add(_frames()[0], noise(0), is_still=True)
            for frame in _frames():
                recorder.add(replace(frame, source=str(world.root / "film.mp4")), frame.image, is_still=False)

    return run


def _annotate_without_pyav(world):
    world.outputs.mkdir(exist_ok=True)

    def run():
        video = PlainVideo(world.outputs / "film.mp4")
        try:
            for frame in _frames():
                video.add(frame, frame.image)
            video.close()
        except BaseException:
            video.discard()
            raise

    return run


def _extract(world):
    video = write_numbered_clip(world.root / "film.mp4", _FRAMES)
    given = {"faces": False, "every": frame_extraction.Step(), "max": 3, "format": "png", "json": True}
    arguments = Namespace(video=video, out=world.outputs, **given)

    def run():
        with contextlib.redirect_stdout(io.StringIO()):
            frame_extraction.run(SimpleNamespace(folders=world.folders), arguments)

    return run


def _look(world):
    def run():
        files = InsightFiles("Eve.jpg", insight.subject())
        for answer in insight.answers(files.subject):
            files.add(answer)
        if not (world.outputs / "look").exists():
            files.write(world.outputs / "look")

    return run


def _report(world):
    if not world.outputs.exists():
        write_report(world.outputs, {"version": 1, "number": 0}, "<p>0</p>")
    return lambda: write_report(world.outputs, {"version": 1, "number": 1}, "<p>1</p>")


OUTPUT_OPERATIONS = [
    Operation("tag", _tag, is_gradual=True),
    Operation("export a reviewed video", _review, is_gradual=True),
    Operation("annotate", _annotate, is_gradual=True),
    Operation("annotate without PyAV", _annotate_without_pyav),
    Operation("extract frames", _extract, is_gradual=True),
    Operation("write a look into a network", _look),
    Operation("write a report", _report, is_gradual=True),
]
