"""Contents of files: pictures in every format, videos, and what is neither."""

import io
import struct
import tempfile
import zlib
from pathlib import Path

import cv2
import numpy as np
from PIL import Image as Pillow

#: The beginning of an MP4 file. It says what the file is, and has no frame.
MP4_HEAD = b"\x00\x00\x00\x1cftypisom\x00\x00\x02\x00isomiso2mp41" + bytes(40)
#: The beginning of an MPEG transport stream.
STREAM_HEAD = (b"G\x40\x11\x10" + bytes(184)) * 4

#: Blue, green, red and white.
CORNERS = np.array([[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [255, 255, 255]]], np.uint8)

#: Contents that are neither a picture nor a video.
NEITHER = {
    "text": b"this is no picture\n" * 40,
    "a text like a film": b"the free movie of the year\n",
    "a text like a bitmap": b"BMW is a car\n" * 9,
    "zeros": bytes(2000),
    "a song": b"ID3\x04\x00\x00\x00\x00\x00\x00" + bytes(400),
    "a song with a cover": b"ID3\x04\x00\x00\x00\x00\x0f\x00APIC\x00\x00\x0f\x00image/jpeg\x00\x03\x00\xff\xd8\xff\xe0",
    "a song of Apple's": b"\x00\x00\x00\x1cftypM4A \x00\x00\x02\x00M4A mp42isom" + bytes(40),
    "a sound": b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(40),
    "Ogg with sound only": b"OggS\x00\x02" + bytes(22) + b"\x01\x1e\x01vorbis" + bytes(40),
    "a document": b"%PDF-1.7\n" + bytes(40),
    "an archive": b"PK\x03\x04" + bytes(40),
    "a drawing": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    "a playlist": b"#EXTM3U\nhttp://127.0.0.1:9/\n",
    "a list for FFmpeg": b"ffconcat version 1.0\nfile /etc/passwd\n",
    "a camera's raw data": b"\x00\x00\x00\x18ftypcrx \x00\x00\x00\x01crx isom" + bytes(40),
}


def corner_picture(height=40, width=30):
    """Four flat corners, which survive JPEG: (height, width, 3) uint8, BGR."""
    return cv2.resize(CORNERS, (width, height), interpolation=cv2.INTER_NEAREST)


def corners(image):
    """The colors of the corners, each channel as off or on."""
    return (image[[0, 0, -1, -1], [0, -1, 0, -1]] > 127).tolist()


def encode_with_pillow(image, kind, **options):
    """The content of a picture file; `image` is BGR or an image of Pillow."""
    if isinstance(image, np.ndarray):
        image = Pillow.fromarray(np.ascontiguousarray(image[..., ::-1]))
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def exif(orientation):
    tags = Pillow.Exif()
    tags[0x0112] = orientation
    return tags


def png_of_size(width, height):
    """A black PNG: some kilobytes that ask for gigabytes."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)  # one bit a pixel, gray
    rows = zlib.compress(bytes(min((width + 15) // 8 * height, 40_000_000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def video(extension=".mp4", frames=6, rate=10, width=64, height=48):
    """The content of a small video."""
    codec = {".avi": "MJPG", ".webm": "VP80"}.get(extension, "mp4v")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"video{extension}"
        writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*codec), rate, (width, height))
        for index in range(frames):
            writer.write(np.full((height, width, 3), 20 * index % 256, np.uint8))
        writer.release()
        return path.read_bytes()
