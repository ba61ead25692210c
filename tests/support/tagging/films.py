"""Videos with sound."""

from fractions import Fraction

import av
import numpy as np

from support.fakes import picture

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
