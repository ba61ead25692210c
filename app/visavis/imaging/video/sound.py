"""The sound of a video, copied into another one through PyAV."""

import logging
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)

#: Codecs that MP4 takes as they are; others are encoded as AAC.
_COPIED = frozenset({"aac", "mp3", "ac3", "eac3", "opus", "flac", "alac"})
#: Those of which the file must say, apart from the packets, how they are decoded: MP4 takes them with that only.
_DESCRIBED = frozenset({"opus", "flac", "alac"})
#: Codec of sound that is encoded.
_ENCODED = "aac"
#: Seconds before the beginning from which a file is read, so that nothing is missed.
_SEEK_MARGIN_S = 1.0


class SoundCopy:
    """Copies the sound of a video, as far as its frames are written. Use `open`.

    What of it cannot be read is left out, and the log says so: the pictures matter more.
    """

    def __init__(self, container: Any, output: Any, start: float) -> None:
        self._container = container
        self._output = output
        self._stream = container.streams.audio[0]
        self._begin = start + _start_of(container.streams.video)
        if start > _SEEK_MARGIN_S:
            container.seek(int((self._begin - _SEEK_MARGIN_S) * 1_000_000))
        codec = self._stream.codec_context
        is_copied = codec.name in _COPIED and (codec.name not in _DESCRIBED or bool(codec.extradata))
        self._target = (
            output.add_stream_from_template(self._stream)
            if is_copied
            else output.add_stream(_ENCODED, rate=self._stream.rate)
        )
        self._packets = self._copy() if is_copied else self._encode()
        self._next: tuple[float, Any] | None = None

    @classmethod
    def open(cls, source: Path, output: Any, start: float) -> "SoundCopy | None":
        """Open the sound of a file from a time on, in seconds since its first frame; None if there is none.

        Parameters
        ----------
        output : av.container.OutputContainer
            Of the video to be written. A stream is added to it.
        """
        import av

        try:
            container = av.open(str(source))
        except (av.error.FFmpegError, OSError, ValueError) as error:
            _log.info("The sound of %s cannot be read: %s", source, error)
            return None
        if container.streams.audio and container.streams.audio[0].codec_context is not None:
            try:
                return cls(container, output, start)
            except (av.error.FFmpegError, ValueError) as error:
                _log.warning("The sound of %s is left out: %s", source, error)
        container.close()
        return None

    def copy_until(self, time: float) -> None:
        """Copy what is heard before a time, in seconds since the beginning."""
        while True:
            if self._next is None:
                self._next = next(self._packets, None)
            if self._next is None or self._next[0] >= time:
                return
            packet, self._next = self._next[1], None
            try:
                self._output.mux(packet)
            except ValueError as error:  # what FFmpeg raises about the packet; about the disk, it raises an OSError
                _log.warning("The sound of %s ends early: %s", self._container.name, error)
                self._packets = iter(())

    def close(self) -> None:
        self._container.close()

    def _copy(self) -> Iterator[tuple[float, Any]]:
        """The packets as they are, each with its time."""
        base = self._stream.time_base
        shift = round(self._begin / base)
        for packet in self._demux():
            if packet.pts is None or packet.dts is None:
                continue
            packet.pts, packet.dts = packet.pts - shift, packet.dts - shift
            if packet.pts >= 0:
                packet.stream = self._target
                yield float(packet.pts * base), packet

    def _encode(self) -> Iterator[tuple[float, Any]]:
        """The sound encoded anew, in packets with their times."""
        encoder = self._target.codec_context
        tick = Fraction(1, self._stream.rate)
        for packet in self._demux():
            for frame in self._decode(packet):
                if frame.pts is None:
                    continue
                ticks = round((frame.pts * frame.time_base - Fraction(self._begin)) / tick)
                if ticks >= 0:
                    frame.pts, frame.time_base = ticks, tick
                    yield from self._with_times(encoder.encode(frame))
        yield from self._with_times(encoder.encode(None))

    def _with_times(self, packets: list[Any]) -> Iterator[tuple[float, Any]]:
        for packet in packets:
            packet.stream = self._target
            yield float((packet.pts or 0) * packet.time_base), packet

    def _demux(self) -> Iterator[Any]:
        import av

        try:
            yield from self._container.demux(self._stream)
        except av.error.FFmpegError as error:
            _log.warning("The sound of %s ends early: %s", self._container.name, error)

    def _decode(self, packet: Any) -> list[Any]:
        import av

        try:
            return list(packet.decode())
        except av.error.FFmpegError:
            return []  # a damaged packet is silence


def _start_of(streams: Any) -> float:
    """When the first frame is shown, in seconds of the file's clock."""
    if not streams or streams[0].start_time is None:
        return 0.0
    return float(streams[0].start_time * streams[0].time_base)
