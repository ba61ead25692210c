"""Parsers of videos and recordings, and of what is known of them."""

import itertools

import numpy as np

from fuzz.parsers.parser import Parser, encode
from support.fakes import FakeDetector
from support.media_files import video
from support.tagging.face_logs import face_log
from support.tagging.films import FPS, write_film
from support.tagging.recordings import index_of
from visavis.errors import VisavisError
from visavis.factory.pipeline_snapshot import PipelineSnapshot
from visavis.factory.recognizer_parts import RecognizerParts
from visavis.imaging.frames import Frame
from visavis.imaging.video.h264 import H264Video
from visavis.imaging.video.mp4_times import write_times
from visavis.people.names import comparison_key
from visavis.pipeline import Pipeline
from visavis.recognition.decision import Decision
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.recognition.gallery import Gallery
from visavis.recordings.store import RecordingStore
from visavis.scoring.calibration import Calibration
from visavis.sources import open_source
from visavis.sources.resolver import public_address
from visavis.sources.video_size import announced_size, edited_duration
from visavis.tagging import file_tags, folder, kept_tags, log_file
from visavis.tagging.file_tags import tag
from visavis.tagging.guests import GuestBook
from visavis.tagging.tagger import TaggedFile
from visavis.tracking import RecordedBudget, Tracker

_NOTHING = SampleEmbeddings((), np.zeros((0, 128), np.float32), np.zeros(0, np.bool_), np.zeros(0, np.float32))
"""Embeddings of no face."""
_IMAGE = np.zeros((48, 64, 3), np.uint8)
_DONE = {"version": 1, "fingerprint": "a", "options": {"blur": None}}


def parsers(home, _):
    return [
        Parser("video's size", _announced, tuple(video(ending, frames=1) for ending in (".mp4", ".avi", ".mkv"))),
        Parser("video", _frames, tuple(video(ending, frames=3) for ending in (".mp4", ".avi", ".mkv"))),
        Parser("sound of a video", _copy_sound, tuple(_films(home)), ()),
        Parser("MP4's times", lambda path: write_times(path, [0.0], 1.0), (video(frames=1),), (ValueError,)),
        Parser("address", _address, (b"rtsp://me:secret@cam/1?token=a", b"http://cam/%73")),
        Parser("recording.json", _recording, tuple(_recording_files(home)), file="recording.json"),
        Parser("faces of a video", _face_log, (_logged_faces(home),), (VisavisError, ValueError)),
        Parser("tags of a video", _kept_tags, (_kept_file(home),), file="film.tags.npz"),
        Parser("mark of a tagged file", lambda path: folder._is_marked(path, _DONE), (encode(_DONE),)),
        Parser("snapshot", _snapshot, (_sent_snapshot(),)),
    ]


def _announced(path):
    return announced_size(path), edited_duration(path)


def _frames(path):
    """Read the first frames, whose times rise."""
    times = [frame.time for frame in itertools.islice(open_source(str(path), paced=False), 20)]
    assert times == sorted(set(times))


def _copy_sound(path):
    """Write a video with this sound: whatever is wrong with that, it is written."""
    copy = H264Video(path.with_name("copy.mp4"), path, 0.0)
    for number in range(5):
        copy.add(Frame(_IMAGE, 0.0, number, number / FPS, "film"), _IMAGE)
    copy.close()
    path.with_name("copy.mp4").unlink()


def _films(home):
    for name, codec in (("film.mp4", "aac"), ("film.mkv", "flac"), ("film.avi", "pcm_s16le")):
        yield write_film(home / name, 1, codec).read_bytes()


def _address(path):
    text = path.read_bytes().decode(errors="surrogateescape")
    assert "secret" not in public_address(f"rtsp://me:secret{text}@cam")


def _recording(path):
    """Read it, extend it, and replay the videos that are not there."""
    store = RecordingStore(path.parent.parent)
    for recording in store.recordings():
        str((recording.size, recording.index and (recording.index.duration, recording.index.track_numbers()())))
    store.add_name("Ada", "Bob", comparison_key)
    source = open_source(str(path.parent), paced=False)
    tracker = Tracker(
        Pipeline(FakeDetector(lambda image: [])), RecordedBudget(source.index.limits, source.index.frames)
    )
    return list(map(tracker, source))


def _recording_files(folder):
    for count in (0, 2):
        index_of(*["Ada", "Zoë"][:count], has_unknown=not count).save(folder)
        yield (folder / "recording.json").read_bytes()


def _face_log(path):
    return file_tags.tag(log_file.read(path), GuestBook())


def _logged_faces(folder):
    log_file.write(folder / "log", face_log(("Ada", 0, 5), (None, 4, 9), frames=12, cuts=(3,)))
    return (folder / "log").read_bytes()


def _kept_tags(path):
    """Take over what is known of a video, as the reviewer does, and give it on."""
    found = kept_tags.find(path.with_name("film.mp4"))
    assert found is None or found.path == path
    kept = kept_tags.read(path)
    tagged = kept.of(path)
    str((kept.time, kept.is_of(path), tagged.tags.people))
    kept_tags.encode(tagged)


def _kept_file(home):
    film = home / "film.mp4"
    film.write_bytes(b"a film")
    tags, guests = tag(log := face_log(("Ada", 0, 5), (None, 4, 9), frames=12, cuts=(3,)), GuestBook())
    return kept_tags.encode(TaggedFile(film, log, tags, guests, film))


def _snapshot(path):
    return PipelineSnapshot.decode(path.read_bytes()).encode()


def _sent_snapshot():
    gallery = Gallery(("ada",), ("Ada",), np.eye(1, 128, dtype=np.float32))
    parts = RecognizerParts("embedding", gallery.with_rejections((), _NOTHING), Calibration(2.0, -1.0), Decision(0.5))
    return PipelineSnapshot("live", "cpu", "1", parts, {"trunk.tflite": b"network"}).encode()
