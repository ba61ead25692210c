"""Sources of frames: cameras, streams, videos, pictures and the demo.

Every room above `imaging` may import it.
Start at `open_source`, which takes the text that the user typed, and `source.Source`.
"""

from visavis.sources.cameras import CameraInfo, cameras
from visavis.sources.capture import VIDEO_EXTENSIONS, VideoFile
from visavis.sources.opening import default_source, open_source
from visavis.sources.persistent import Persistent
from visavis.sources.source import Source

__all__ = [
    "VIDEO_EXTENSIONS",
    "CameraInfo",
    "Persistent",
    "Source",
    "VideoFile",
    "cameras",
    "default_source",
    "open_source",
]
