"""An edit decision list: the scenes of each person, one after another (CMX 3600)."""

from pathlib import Path

from visavis.escaping import line
from visavis.tagging.file_tags import FileTags
from visavis.tagging.spans import Span

#: The reel of sources that are files. Names of reels have eight characters at most.
_REEL = "AX"


def frame_range(span: Span, rate: float) -> tuple[int, int]:
    """The first frame of a span and the one after its last, at a constant rate."""
    first = round(span.start * rate)
    return first, max(round(span.end * rate), first + 1)


def edl_text(tags: FileTags) -> str:
    """An event for each span of each person. Played in order, they are the scenes of one person after the other.

    Time codes count frames without drops, from 0, at the next whole rate: at 29.97, a second has 30 frames.
    """
    base = max(round(tags.rate), 1)
    clip = line(Path(tags.source).name)
    lines = [f"TITLE: {line(Path(tags.source).stem)[:70]}", "FCM: NON-DROP FRAME", ""]
    recorded, number = 0, 0
    for person in tags.people:
        for span in person.spans:
            number += 1
            first, end = frame_range(span, tags.rate)
            codes = [_time_code(frame, base) for frame in (first, end, recorded, recorded + end - first)]
            recorded += end - first
            lines += [f"{number:03}  {_REEL:8} V     C        {' '.join(codes)}", f"* FROM CLIP NAME: {clip}"]
            lines += [f"* COMMENT: {line(person.name)}", ""]
    return "\n".join(lines)


def _time_code(frame: int, base: int) -> str:
    seconds, frames = divmod(frame, base)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}:{frames:02}"
