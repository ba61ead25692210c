"""An OpenTimelineIO timeline with a track a person, for video editors."""

import json
import math
from pathlib import Path
from typing import Any

from visavis.escaping import line
from visavis.tagging.file_tags import FileTags, TaggedPerson
from visavis.tagging.outputs.edit_list import frame_range

_Object = dict[str, Any]

#: The name under which a clip has its only media.
_MEDIA = "DEFAULT_MEDIA"


def otio_text(tags: FileTags) -> str:
    """A timeline as JSON (schemas Timeline.1, Stack.1, Track.1, Clip.2 and Gap.1 of OpenTimelineIO).

    Each person's track has their spans where they are in the video, with gaps between them.
    """
    frames = max(math.ceil(tags.duration * tags.rate), 1)
    media = {
        "OTIO_SCHEMA": "ExternalReference.1",
        "target_url": Path(tags.source).absolute().as_uri(),
        "available_range": _range(0, frames, tags.rate),
    }
    tracks = [_track(person, media, tags.rate) for person in tags.people]
    timeline = {
        "OTIO_SCHEMA": "Timeline.1",
        "name": line(Path(tags.source).name),
        "global_start_time": None,
        "tracks": {"OTIO_SCHEMA": "Stack.1", "name": "tracks", "children": tracks},
    }
    return json.dumps(timeline, ensure_ascii=False, indent=1) + "\n"


def _track(person: TaggedPerson, media: _Object, rate: float) -> _Object:
    children: list[_Object] = []
    at = 0
    for span in person.spans:
        first, end = frame_range(span, rate)
        first = max(first, at)
        if first > at:
            children.append({"OTIO_SCHEMA": "Gap.1", "name": "", "source_range": _range(0, first - at, rate)})
        end = max(end, first + 1)
        children.append(
            {
                "OTIO_SCHEMA": "Clip.2",
                "name": line(person.name),
                "source_range": _range(first, end - first, rate),
                "active_media_reference_key": _MEDIA,
                "media_references": {_MEDIA: media},
            }
        )
        at = end
    metadata = {"visavis": {"guest": person.is_guest, "confidence": round(person.confidence, 4)}}
    return {
        "OTIO_SCHEMA": "Track.1",
        "name": line(person.name),
        "kind": "Video",
        "metadata": metadata,
        "children": children,
    }


def _range(first: int, count: int, rate: float) -> _Object:
    return {"OTIO_SCHEMA": "TimeRange.1", "start_time": _time(first, rate), "duration": _time(count, rate)}


def _time(frames: int, rate: float) -> _Object:
    return {"OTIO_SCHEMA": "RationalTime.1", "value": float(frames), "rate": rate}
