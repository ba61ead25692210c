"""Tagging clips with the published networks, made at run time from two photos."""

import struct
from fractions import Fraction

import av
import cv2
import numpy as np
import pytest

from support.tagging.clips import RATE, knowing, write_clip
from support.training.untrained import publish_untrained
from visavis.errors import PictureError, SourceNotFoundError
from visavis.factory.detectors import STILLS
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline, create_tagging_pipeline
from visavis.imaging import codec
from visavis.storage.paths import DataFolders
from visavis.tagging import tagger as tagger_module
from visavis.tagging.guests import GuestBook
from visavis.tagging.tagger import Tagger


@pytest.fixture
def create(tmp_path, published_networks, photos):
    """Creates a tagger that knows the astronaut, or nobody."""
    folders = DataFolders(tmp_path / "data", published_networks.parent)

    def create(*, knows=True, **options):
        pipeline = knowing(folders, **({"Eileen": photos[0]} if knows else {}))
        recognizer = pipeline.recognize

        def embed(image, faces):
            return recognizer.embed(recognizer.chips(image, faces))

        return Tagger(pipeline, embed, GuestBook(recognizer.names), tmp_path / "out", **options)

    return create


def spans(tags):
    return {person.name: [(span.start, span.end) for span in person.spans] for person in tags.people}


def test_who_is_in_a_clip_and_when(create, photos, tmp_path):
    eileen, grace = photos
    clip = write_clip(tmp_path / "a.mp4", (eileen, 2), (None, 2), (grace, 2), (eileen, 2))
    tags = create()(clip).tags
    found = spans(tags)
    assert found.keys() == {"Eileen", "Guest 1"}
    assert np.allclose(found["Eileen"], [(0, 2), (6, 8)], atol=0.3)
    assert np.allclose(found["Guest 1"], [(4, 6)], atol=0.3)
    assert tags.duration == pytest.approx(8.0, abs=1 / RATE)
    assert (tags.label, tags.most_votes, tags.frames) == ("Eileen", "Eileen", 8 * RATE)
    assert tags.people[0].screen_time == pytest.approx(4.0, abs=0.3)


def test_strangers_are_the_same_guests_in_all_files(create, photos, tmp_path):
    eileen, grace = photos
    tag = create(knows=False)
    codec.write(tmp_path / "grace.png", grace)
    first = tag(write_clip(tmp_path / "a.mp4", (eileen, 1), (grace, 1))).tags
    second = tag(write_clip(tmp_path / "b.mp4", (grace, 1), (None, 1))).tags
    picture = tag(tmp_path / "grace.png").tags
    assert spans(first).keys() == {"Guest 1", "Guest 2"}
    [[name, [(start, _)]]] = spans(second).items()
    assert (name, start) == ("Guest 2", 0)
    assert [person.name for person in picture.people] == ["Guest 2"]
    assert first.label is None


@pytest.mark.parametrize("threshold", [0.0, 1.0])
def test_a_network_whose_vectors_mean_nothing_by_themselves_groups_guests_by_the_published_one(
    tmp_path, published_networks, photos, threshold
):
    """As `cnn64` has: it names everybody at threshold 0, and nobody at 1."""
    folders = DataFolders(tmp_path / "data", published_networks.parent)
    publish_untrained(folders, "Ada", "Bob", threshold=threshold)
    loader = NetworkLoader(folders, "cpu")
    pipeline, embed = create_tagging_pipeline(create_pipeline(loader, STILLS), loader)
    assert pipeline.recognize.embedding_space is None
    tag = Tagger(pipeline, embed, GuestBook(pipeline.recognize.names), tmp_path / "out")
    eileen, grace = photos
    first = tag(write_clip(tmp_path / "a.mp4", (eileen, 1), (grace, 1))).tags
    second = tag(write_clip(tmp_path / "b.mp4", (grace, 1), (None, 1))).tags
    if threshold:
        assert spans(first).keys() == {"Guest 1", "Guest 2"}
        assert spans(second).keys() == {"Guest 2"}
    else:
        assert spans(first).keys() <= {"Ada", "Bob", "Guest 1", "Guest 2"}
    assert sum(person.screen_time for person in first.people) == pytest.approx(2.0, abs=0.3)


def test_what_was_seen_is_not_watched_again_until_all_is_done(create, photos, tmp_path, monkeypatch):
    clip = write_clip(tmp_path / "a.mp4", (photos[0], 1))
    before = create()(clip).tags.as_json()
    watch = tagger_module.watch_video
    monkeypatch.setattr(tagger_module, "watch_video", lambda *_: pytest.fail("it is watched again"))
    tag = create()
    assert tag(clip).tags.as_json() == before
    tag.finish()
    assert not any((tmp_path / "out").iterdir())
    monkeypatch.setattr(tagger_module, "watch_video", watch)
    assert tag(clip).tags.as_json() == before


@pytest.mark.parametrize("change", ["file", "people"])
def test_what_has_changed_is_watched_again(create, photos, tmp_path, monkeypatch, change):
    clip = write_clip(tmp_path / "a.mp4", (photos[0], 1))
    create(people="1")(clip)
    if change == "file":
        write_clip(clip, (photos[1], 1.2))
    watched = []
    watch = tagger_module.watch_video
    monkeypatch.setattr(tagger_module, "watch_video", lambda *given: watched.append(1) or watch(*given))
    create(people="1" if change == "file" else "2")(clip)
    assert watched == [1]


def test_a_damaged_note_is_watched_again(create, photos, tmp_path):
    clip = write_clip(tmp_path / "a.mp4", (photos[0], 1))
    before = create()(clip).tags.as_json()
    [kept] = (tmp_path / "out" / ".unfinished").iterdir()
    kept.write_bytes(b"PK")
    assert create()(clip).tags.as_json() == before


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [("gone.mp4", None, PictureError), ("empty.mp4", b"", PictureError), ("text.mp4", b"hello" * 99, PictureError)],
)
def test_what_cannot_be_read_is_an_error(create, tmp_path, name, content, error):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(error):
        create()(tmp_path / name)


def test_a_video_without_a_frame_is_an_error(create, photos, tmp_path):
    clip = write_clip(tmp_path / "a.mp4", (photos[0], 1))
    clip.write_bytes(clip.read_bytes()[:60])
    with pytest.raises(SourceNotFoundError):
        create()(clip)


def write_film(path, image, times, *, start=0.0, codec="mpeg4"):
    """A video of one picture whose frames come at these times, by a clock that starts at `start`."""
    with av.open(str(path), "w") as output:
        stream = output.add_stream(codec, rate=25)
        stream.width, stream.height, stream.pix_fmt = image.shape[1], image.shape[0], "yuv420p"
        stream.codec_context.time_base = Fraction(1, 1000)
        for time in times:
            frame = av.VideoFrame.from_ndarray(image, format="bgr24")
            frame.pts, frame.time_base = round(1000 * (start + time)), Fraction(1, 1000)
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return path


def turned(path, degrees):
    """A video of MP4 that players turn clockwise (ISO/IEC 14496-12, the matrix of tkhd)."""
    upright, side = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30), {90: (0, 1, -1, 0)}[degrees]
    a, b, c, d = (value << 16 for value in side)
    content = path.read_bytes()
    at = content.index(b"tkhd")
    place = content.index(upright, at)
    path.write_bytes(
        content[:place] + struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 1 << 30) + content[place + len(upright) :]
    )
    return path


@pytest.fixture
def portrait(photos):
    """The astronaut, (240, 240, 3)."""
    return cv2.resize(photos[0], (240, 240), interpolation=cv2.INTER_AREA)


@pytest.mark.parametrize(
    ("times", "duration"),
    [
        ([*np.arange(0, 2, 0.04)], 2.0),
        ([*np.arange(0, 1, 0.04), 4.0, *np.arange(6, 7, 0.1)], 6.94),  # the rate varies
        ([0.0], None),
    ],
)
def test_durations_follow_the_clock_of_the_file(create, portrait, tmp_path, times, duration):
    tags = create()(write_film(tmp_path / "a.mkv", portrait, times)).tags
    duration = duration or 1 / 25
    assert tags.frames == len(times)
    assert tags.duration == pytest.approx(duration, abs=0.07)
    assert spans(tags) == {"Eileen": [(0, pytest.approx(tags.duration, abs=0.01))]} or len(times) == 1


@pytest.mark.parametrize("start", [0.0, 100.0])
def test_times_begin_with_the_first_frame(create, portrait, tmp_path, start):
    clip = write_film(tmp_path / "a.ts", portrait, np.arange(0, 2, 0.04), start=start, codec="libx264")
    tags = create()(clip).tags
    assert tags.duration == pytest.approx(2.0, abs=0.1)
    [(first, last)] = spans(tags)["Eileen"]
    assert (first, last) == pytest.approx((0, tags.duration), abs=0.1)


def test_a_turned_video_is_upright(create, portrait, tmp_path):
    lying = cv2.copyMakeBorder(cv2.rotate(portrait, cv2.ROTATE_90_COUNTERCLOCKWISE), 0, 0, 0, 80, cv2.BORDER_CONSTANT)
    clip = turned(write_film(tmp_path / "a.mp4", lying, np.arange(0, 1, 0.04)), 90)
    tags = create()(clip).tags
    assert tags.size == (240, 320)
    assert spans(tags).keys() == {"Eileen"}


def test_a_cut_video_is_tagged_as_far_as_it_goes(create, portrait, tmp_path):
    clip = write_film(tmp_path / "a.mkv", portrait, np.arange(0, 4, 0.04))
    clip.write_bytes(clip.read_bytes()[: clip.stat().st_size // 2])
    tags = create()(clip).tags
    assert 1 < tags.duration < 3.5
    assert spans(tags)["Eileen"] == [(0, pytest.approx(tags.duration, abs=0.1))]
