"""The thumbnail cache of lists: pictures are read off the GUI thread, newest request first, within a memory limit."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from visavis.imaging.image import Image
from visavis.ui.threads import Worker
from visavis.ui.widgets.images import as_pixmap

#: Memory limit, in bytes: about 900 pictures of 132 pixels, four full screens.
_MEMORY_LIMIT = 64 << 20
#: Maximum number of pending requests, more than a screen shows. Dropped ones are requested again when seen.
_MAX_PENDING = 160


class Thumbnails(QObject):
    """Caches pictures by any key.

    Parameters
    ----------
    worker : Worker
        Reads pictures, one at a time; another worker than the one that saves.
    kept : int
        Memory limit, in bytes.
    """

    arrived = Signal(object)  #: key of a picture that is available now

    def __init__(self, worker: Worker, parent: QObject | None = None, kept: int = _MEMORY_LIMIT) -> None:
        super().__init__(parent)
        self._worker = worker
        self._limit = kept
        self._bytes = 0
        self._pictures: OrderedDict[Hashable, QPixmap | None] = OrderedDict()  # None: cannot be read
        self._waiting: OrderedDict[Hashable, tuple[Callable[[], Image], float]] = OrderedDict()
        self._reading: Hashable | None = None

    @property
    def size(self) -> int:
        """Bytes of the cached pictures."""
        return self._bytes

    @property
    def is_reading(self) -> bool:
        """Whether a picture that was requested is not read yet."""
        return self._reading is not None

    def get(self, key: Hashable, read: Callable[[], Image], rounding: float = 0.0) -> QPixmap | None:
        """Return a cached picture, or request it and return None; `arrived` announces it unless it cannot be read.

        Parameters
        ----------
        read : callable
            Reads the picture, on the worker's thread.
        rounding : float
            Corner radius, as a share of the width.
        """
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        if key != self._reading:
            self._waiting[key] = (read, rounding)
            self._waiting.move_to_end(key)
            if len(self._waiting) > _MAX_PENDING:
                self._waiting.popitem(last=False)
            self._next()
        return None

    def find(self, key: Hashable) -> QPixmap | None:
        """Return a picture if it is cached, and request nothing."""
        return self._pictures.get(key)

    def clear(self) -> None:
        """Drop all pictures, and the one being read: somebody was forgotten."""
        self._reading = None
        self._pictures.clear()
        self._waiting.clear()
        self._bytes = 0

    def _next(self) -> None:
        if self._reading is None and self._waiting:
            key, (read, rounding) = self._waiting.popitem()
            self._reading = key
            self._worker.submit(
                read, lambda image: self._done(key, as_pixmap(image, rounding)), lambda _: self._fail(key)
            )

    def _fail(self, key: Hashable) -> None:
        self._done(key, None)

    def _done(self, key: Hashable, picture: QPixmap | None) -> None:
        if key != self._reading:  # cleared in the meantime
            return
        self._reading = None
        self._pictures[key] = picture
        self._bytes += _size(picture)
        while self._bytes > self._limit and len(self._pictures) > 1:
            _, old = self._pictures.popitem(last=False)
            self._bytes -= _size(old)
        self.arrived.emit(key)
        self._next()


def _size(picture: QPixmap | None) -> int:
    return picture.width() * picture.height() * 4 if picture is not None else 0
