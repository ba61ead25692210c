"""A short video with known faces, as the video reviewer has it."""

import cv2
import numpy as np

from support.tagging.face_logs import face_log
from visavis.tagging.file_tags import tag
from visavis.tagging.guests import GuestBook
from visavis.tagging.tagger import TaggedFile

#: Frames per second of the clip, and number of frames.
RATE, FRAMES = 10.0, 100
#: Ada twice, Bob once, and a guest.
TRACKS = (("Ada", 0, 29), ("Bob", 35, 54), (None, 20, 89), ("Ada", 70, 89))


def write_numbered_clip(path, frames=FRAMES):
    """A video whose frames differ: each has its number as its brightness."""
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"mp4v"), RATE, (320, 240))
    rng = np.random.default_rng(0)
    texture = cv2.resize(rng.integers(60, 180, (15, 20, 3), np.uint8), (320, 240), interpolation=cv2.INTER_CUBIC)
    for number in range(frames):
        writer.write(cv2.add(texture, (number // 2,) * 4))
    writer.release()
    return path


def tagged_clip(path, *tracks):
    """What is known of the clip."""
    log = face_log(*(tracks or TRACKS), frames=FRAMES, rate=RATE, source=str(path))
    tags, guests = tag(log, GuestBook(["Ada", "Bob"]))
    return TaggedFile(path, log, tags, guests, path.with_name("notes.npz"))
