"""Which sources are open at once: no camera twice, and no two names alike."""

import itertools
import threading
from collections.abc import Hashable

from visavis.errors import SourceError
from visavis.messages import Message
from visavis.sources.source import Source
from visavis.sources.video_capture import Camera

_HINT = Message("A camera can be shown once. Choose another source.")


class SourceRoster:
    """The open sources by channel. Any thread may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: dict[int, tuple[str, Hashable]] = {}

    def add(self, channel: int, source: Source) -> str:
        """Note the source of a channel in place of an earlier one; return its name, with a number if it needs one.

        Raises
        ------
        SourceError
            If another channel has the same camera.
        """
        with self._lock:
            others = [each for other, each in self._open.items() if other != channel]
            key: Hashable = None
            if isinstance(source, Camera) and (key := source.id or source.number) in {other for _, other in others}:
                self._open.pop(channel, None)
                raise SourceError("{name} is shown already.", hint=_HINT, name=source.title)
            names = {name for name, _ in others}
            numbered = (f"{source.name} ({number})" for number in itertools.count(2))
            name = next(each for each in itertools.chain([source.name], numbered) if each not in names)
            self._open[channel] = name, key
            return name

    def name(self, channel: int) -> str:
        """The name of the source of a channel; empty if it has none."""
        with self._lock:
            return self._open.get(channel, ("", None))[0]

    def remove(self, channel: int) -> None:
        """The channel has no source any more."""
        with self._lock:
            self._open.pop(channel, None)
