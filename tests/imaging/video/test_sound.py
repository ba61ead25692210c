"""The sound of a video stays with its pictures, also in a part of it."""

import av
import numpy as np
import pytest

from support.fakes import picture
from support.tagging.films import FPS, write_film
from visavis.imaging.frames import Frame
from visavis.imaging.video.h264 import H264Video


def loudness(path):
    """The codec of the sound, and by tenth of a second how loud it is."""
    with av.open(str(path)) as container:
        [stream] = container.streams.audio
        heard = np.zeros(200)
        for frame in container.decode(stream):
            values = frame.to_ndarray().astype(float)
            peak = np.abs(values).max() / (1.0 if values.dtype.kind == "f" and np.abs(values).max() <= 1.5 else 32768)
            heard[int(frame.time * 10)] = max(heard[int(frame.time * 10)], peak)
        return stream.codec_context.name, heard


def copy(source, target, start=0.0, end=4.0):
    video = H264Video(target, source, start)
    for n in range(4 * FPS):
        if start <= n / FPS < end:
            video.add(Frame(picture(90), 0.0, n, n / FPS, str(source)), picture(90))
    video.close()
    return target


@pytest.mark.parametrize(
    ("name", "codec", "kept"),
    [("a.mp4", "aac", "aac"), ("a.mkv", "flac", "flac"), ("a.avi", "pcm_s16le", "aac"), ("a.mkv", "aac", "aac")],
)
def test_the_sound_is_where_it_was(tmp_path, name, codec, kept):
    found, heard = loudness(copy(write_film(tmp_path / name, 4, codec), tmp_path / "copy.mp4"))
    assert found == kept
    assert (heard[11:19] > 0.3).all()
    assert (heard[:9] < 0.1).all()
    assert (heard[22:] < 0.1).all()


@pytest.mark.parametrize(("name", "codec"), [("a.mp4", "aac"), ("a.avi", "pcm_s16le")])
def test_a_part_has_its_sound(tmp_path, name, codec):
    """From 1.5 to 3 s: half a second of the beep."""
    target = copy(write_film(tmp_path / name, 4, codec), tmp_path / "copy.mp4", 1.5, 3.0)
    _, heard = loudness(target)
    assert (heard[1:4] > 0.3).all()
    assert (heard[8:] < 0.1).all()
    with av.open(str(target)) as container:
        assert container.duration / av.time_base == pytest.approx(1.5, abs=0.15)


def test_a_video_without_sound_has_none(tmp_path):
    target = copy(tmp_path / "gone.mp4", tmp_path / "copy.mp4")
    with av.open(str(target)) as container:
        assert len(container.streams.audio) == 0


def test_damaged_sound_does_not_hinder_the_pictures(tmp_path):
    source = write_film(tmp_path / "a.avi", 4, "pcm_s16le")
    source.write_bytes(source.read_bytes()[: source.stat().st_size // 2])
    with av.open(str(copy(source, tmp_path / "copy.mp4"))) as container:
        assert sum(1 for _ in container.decode(video=0)) == 4 * FPS


def test_sound_without_a_description_of_its_codec_is_encoded_anew(tmp_path):
    """FLAC in MP4 cannot do without; the frames of a FLAC say enough to decode them."""
    source = write_film(tmp_path / "a.mkv", 4, "flac")
    source.write_bytes(source.read_bytes().replace(b"\x63\xa2", b"\x63\xa3"))  # CodecPrivate, and an element of nobody
    codec, heard = loudness(copy(source, tmp_path / "b.mp4"))
    assert codec == "aac"
    assert heard[10:20].max() > 0.5
