"""Sources of frames: cameras, streams, videos, pictures and the demo.

Every room above `imaging` may import it.
Start at `open_source`, which takes the text that the user typed, and `source.Source`.
"""

from visavis.sources.cameras import CameraInfo, cameras
from visavis.sources.persistent import Persistent
from visavis.sources.resolver import default_source, open_source
from visavis.sources.source import Source
from visavis.sources.video_capture import VideoFile

__all__ = [
    "CameraInfo",
    "Persistent",
    "Source",
    "VideoFile",
    "cameras",
    "default_source",
    "open_source",
]
