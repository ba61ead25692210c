"""The sound of a video stays with its pictures, also in a part of it."""

from fractions import Fraction

import av
import numpy as np
import pytest

from support.fakes import picture
from visavis.imaging.frames import Frame
from visavis.imaging.video.h264 import H264Video

#: Sampling rate, in Hz.
RATE = 16000
#: Frames per second.
FPS = 10


def write_film(path, seconds, codec):
    """A video whose sound is a beep in the second second: (low, loud, low)."""
    with av.open(str(path), "w") as output:
        video = output.add_stream("mpeg4", rate=FPS)
        video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        sound = output.add_stream(codec, rate=RATE, layout="mono")
        for n in range(seconds * FPS):
            frame = av.VideoFrame.from_ndarray(picture(50), format="bgr24")
            frame.pts, frame.time_base = n, Fraction(1, FPS)
            output.mux(video.encode(frame))
        samples = np.sin(np.arange(seconds * RATE) * 0.3)
        samples *= np.where((np.arange(len(samples)) // RATE) == 1, 0.9, 0.001)
        for start in range(0, len(samples), 800):
            chunk = (32000 * samples[None, start : start + 800]).astype(np.int16)
            frame = av.AudioFrame.from_ndarray(chunk, format="s16", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = RATE, start, Fraction(1, RATE)
            output.mux(sound.encode(frame))
        output.mux(video.encode(None))
        output.mux(sound.encode(None))
    return path


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
