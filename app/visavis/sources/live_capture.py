"""Frames of a live source through OpenCV, whatever its driver does: it may raise, block, or give odd pictures."""

import contextlib
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import cv2

from visavis.errors import SourceBusyError, SourceError, SourceLostError, SourceNotFoundError
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.messages import Message
from visavis.process.driver_thread import CallStoppedError, DriverThread
from visavis.sources.raw_picture import PictureConverter, UnusableReason
from visavis.sources.source import Stoppable

_log = logging.getLogger(__name__)

#: Maximum number of threads of one source whose driver does not return. No further one is started then.
_MAX_BLOCKED = 3
#: Reasons that trying again does not change.
_FORMATS = {UnusableReason.UNKNOWN, UnusableReason.SIZE}
#: Share of the announced frames from which a film is complete, since some containers only estimate the number.
COMPLETE = 0.9
#: Properties of drivers beyond this are nonsense.
_MAX_PROPERTY = 2.0**53
#: Maximum seconds to wait for a driver to release a camera.
_RELEASE_S = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a live source waits for its driver."""

    open_s: float = 30.0  #: seconds for opening: some drivers on Windows take 20
    silence_s: float = 5.0  #: seconds for one picture, or without a usable one
    failures: int = 10  #: failed reads in a row after which the source is lost
    pause_s: float = 0.05  #: seconds after a failed read or an unusable picture


class LiveSource(Stoppable):
    """Base of live sources that are read through OpenCV.

    Parameters
    ----------
    name : str
        Display name, without user name and password.
    is_private : bool
        Whether what the driver says may have a password, and must not be shown.
    """

    live = True

    def __init__(self, name: str, patience: Patience, *, is_private: bool = False) -> None:
        super().__init__()
        self.name = name
        self.skipped: Counter[UnusableReason] = Counter()
        """Number of pictures that could not be used, by reason."""
        self._patience = patience
        self._is_private = is_private
        self._blocked: list[DriverThread] = []

    def skip(self, reason: UnusableReason) -> None:
        """Count a picture that cannot be used. The first one of each reason is logged."""
        if not self.skipped[reason]:
            _log.warning("%s: %s are skipped, and counted.", self.title, reason.value)
        self.skipped[reason] += 1

    def read(self, open_: Callable[[], Any]) -> Iterator[Frame]:
        """Open a capture, and yield its frames until the source is stopped; release it at the end.

        Parameters
        ----------
        open_
            Opens and configures the capture; None if it cannot be opened. It may raise a `SourceError`. Called on
            another thread, as all methods of the capture are.

        Raises
        ------
        SourceNotFoundError
            If it gives only pictures in formats that are not known.
        SourceBusyError
            If it cannot be opened, or gives no frame, though it is there.
        SourceLostError
            If it stops delivering after the first frame.
        """
        self._blocked = [thread for thread in self._blocked if thread.is_alive()]
        if len(self._blocked) >= _MAX_BLOCKED:
            raise self.failure(self.silence(), is_first=True)
        session = _Session(self, self._patience, open_)
        try:
            session.open()
            yield from session.frames()
        except CallStoppedError:
            return
        finally:
            if not session.close():
                self._blocked.append(session.thread)

    def failure(self, message: Message, *, is_first: bool) -> SourceError:
        """The error after which the source is tried again: it is there, but never gave a frame, or was lost."""
        return SourceBusyError(message) if is_first else SourceLostError(message)

    def silence(self) -> Message:
        """That the source, which is there, does not deliver."""
        return Message("{name} is in use by another program, or does not answer.", name=self.title)

    def driver_failure(self, error: Exception) -> Message:
        """That the driver raised an error."""
        if self._is_private:
            _log.info("The driver of %s failed: %s", self.name, type(error).__name__)
            return Message("{name} stopped delivering pictures.", name=self.title)
        _log.info("The driver of %s failed: %s: %s", self.name, type(error).__name__, error)
        lines = str(error).strip().splitlines()
        reason = (lines[0] if lines else type(error).__name__).rstrip(".")
        return Message("{name} failed: {reason}.", name=self.title, reason=reason)

    @property
    def title(self) -> str:
        """The name at the beginning of a sentence: "camera 3" becomes "Camera 3"; addresses are unchanged."""
        return self.name if "://" in self.name else self.name[:1].upper() + self.name[1:]


class _Session:
    """One opened capture of a live source, and the thread that makes its calls."""

    def __init__(self, source: LiveSource, patience: Patience, open_: Callable[[], Any]) -> None:
        self.thread = DriverThread(f"driver of {source.name}", lambda: source.stopped)
        self._source = source
        self._patience = patience
        self._open = open_
        self._capture: Any = None  # set and used on the thread
        self._error: Exception | None = None  # of the last failed read
        self._convert = PictureConverter(self._property)

    def open(self) -> None:
        """Open the capture; see `LiveSource.read` for the errors."""
        source = self._source
        try:
            opened = self.thread.call(self._open_on_thread, self._patience.open_s)
        except (SourceError, CallStoppedError):
            raise
        except TimeoutError:
            raise source.failure(source.silence(), is_first=True) from None
        except Exception as error:
            raise source.failure(source.driver_failure(error), is_first=True) from error
        if not opened:
            raise source.failure(source.silence(), is_first=True)

    def frames(self) -> Iterator[Frame]:
        """The frames until the source is stopped; see `LiveSource.read` for the errors."""
        first = None
        for index, image in enumerate(self._images()):
            now = time.monotonic()
            first = now if first is None else first
            yield Frame(image, now, index, now - first, self._source.name)

    def close(self) -> bool:
        """Release the capture and end the thread; return whether it has ended."""
        return self.thread.close(self._release_on_thread, _RELEASE_S)

    def _images(self) -> Iterator[Image]:
        source, patience = self._source, self._patience
        failures, count, last_at = 0, 0, time.monotonic()
        while not source.stopped:
            outcome = self._read(count)
            if not isinstance(outcome, UnusableReason):
                failures, count = 0, count + 1
                yield outcome
                last_at = time.monotonic()  # the reader's time does not count
                continue
            if outcome is UnusableReason.FAILED:
                failures += 1
                if self._has_ended(count):
                    return
            else:
                failures = 0
            if failures >= patience.failures:
                raise source.failure(self._loss(), is_first=not count)
            source.skip(outcome)
            if time.monotonic() - last_at > patience.silence_s:
                message = Message("{name} delivers no usable picture: {what}.", name=source.title, what=outcome.value)
                if not count and outcome in _FORMATS:
                    raise SourceNotFoundError(message)
                raise source.failure(message, is_first=not count)
            source.wait(patience.pause_s)

    def _read(self, count: int) -> Image | UnusableReason:
        source, seconds = self._source, round(self._patience.silence_s)
        try:
            return self.thread.call(self._read_on_thread, self._patience.silence_s)
        except TimeoutError:
            message = Message("{name} has sent no picture for {seconds} seconds.", name=source.title, seconds=seconds)
            raise source.failure(message, is_first=not count) from None

    def _has_ended(self, count: int) -> bool:
        """Whether these are all frames. An address can be that of a video file, which has a length and an end."""
        announced = self.thread.call(lambda: self._property(cv2.CAP_PROP_FRAME_COUNT), self._patience.silence_s)
        return 0 < COMPLETE * announced <= count

    def _loss(self) -> Message:
        """Why reading failed again and again."""
        if self._error is not None:
            return self._source.driver_failure(self._error)
        return Message("{name} stopped delivering pictures.", name=self._source.title)

    def _open_on_thread(self) -> bool:
        self._capture = self._open()
        return self._capture is not None and bool(self._capture.isOpened())

    def _read_on_thread(self) -> Image | UnusableReason:
        assert self._capture is not None
        self._error = None
        try:
            delivered, array = self._capture.read()
            return self._convert(array) if delivered else UnusableReason.FAILED
        except Exception as error:  # noqa: BLE001  drivers raise anything
            self._error = error
            return UnusableReason.FAILED

    def _property(self, key: int) -> float:
        """A property of the capture; 0 if it has none. Called on the thread."""
        with contextlib.suppress(Exception):
            value = float(self._capture.get(key)) if self._capture is not None else 0.0
            return value if abs(value) < _MAX_PROPERTY else 0.0
        return 0.0

    def _release_on_thread(self) -> None:
        try:
            if self._capture is not None:
                self._capture.release()
        except Exception as error:  # noqa: BLE001  drivers raise anything
            _log.info("%s was not released cleanly: %s", self._source.name, type(error).__name__)
