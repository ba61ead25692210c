"""Visavis names the faces in front of a webcam. This is the core, free of Qt; `visavis.ui` is the window.

`open_store` is the door for other programs (`visavis.api`).
"""

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from visavis.api import FaceStore, open_store

__all__ = ["FaceStore", "__version__", "open_store"]

# OpenCV reads these when it is loaded. It and FFmpeg would write addresses with passwords to stderr; what fails is said
# by our errors. With hardware transforms, a camera on Windows takes up to a minute to open.
os.environ["OPENCV_LOG_LEVEL"] = "OFF"
os.environ["OPENCV_FFMPEG_LOGLEVEL"] = "-8"  # AV_LOG_QUIET
os.environ["OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS"] = "0"
os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = str(2**28)  # a bomb of a few kilobytes may not ask for gigabytes

# NumPy's products are too small to share among threads, which wait for each other spinning: comparing a face with
# 10,000 people took 8 ms of processor with two, 0.2 with one. Who knows better may say otherwise.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def __getattr__(name: str) -> Any:
    """What takes longer than all of this package's start is looked up when it is asked for."""
    if name in {"FaceStore", "open_store"}:
        from visavis import api

        return getattr(api, name)
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("visavis")
    except PackageNotFoundError:  # run as `python app` from a checkout that was never installed
        return "0+checkout"
