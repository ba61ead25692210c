"""Subtitles that say who is there: SRT and WebVTT."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from visavis.escaping import srt_text, vtt_text
from visavis.tagging.file_tags import FileTags

#: Shortest cue, in milliseconds. The formats have no shorter ones.
_MIN_MS = 1


@dataclass(frozen=True, slots=True)
class Cue:
    """A time in which the same people are there."""

    start_ms: int
    end_ms: int
    names: tuple[str, ...]


def cues(tags: FileTags) -> Iterator[Cue]:
    """The cues of a file, in order. Wherever somebody comes or goes, a new one begins; with nobody, there is none."""
    spans = [
        (round(1000 * span.start), round(1000 * span.end), person.name)
        for person in tags.people
        for span in person.spans
    ]
    times = sorted({time for start, end, _ in spans for time in (start, end)})
    for start, end in itertools.pairwise(times):
        names = tuple(dict.fromkeys(name for first, last, name in spans if first <= start and last >= end))
        if names and end - start >= _MIN_MS:
            yield Cue(start, end, names)


def srt_subtitles(tags: FileTags) -> str:
    """The cues as SubRip, a name a line."""
    blocks = [
        f"{number}\n{_clock(cue.start_ms, ',')} --> {_clock(cue.end_ms, ',')}\n{_lines(map(srt_text, cue.names))}\n"
        for number, cue in enumerate(cues(tags), start=1)
    ]
    return "\n".join(blocks)


def vtt_subtitles(tags: FileTags) -> str:
    """The cues as WebVTT (W3C), a name a line."""
    blocks = [
        f"{_clock(cue.start_ms, '.')} --> {_clock(cue.end_ms, '.')}\n{_lines(map(vtt_text, cue.names))}\n"
        for cue in cues(tags)
    ]
    return "\n".join(["WEBVTT\n", *blocks])


def _lines(names: Iterator[str]) -> str:
    return "\n".join(names)


def _clock(milliseconds: int, separator: str) -> str:
    seconds, milliseconds = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{separator}{milliseconds:03}"
