"""Small pictures for lists: read off the GUI thread, what was asked for last first, and no more kept than fit."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from visavis.imaging.image import Image
from visavis.ui.threads import Worker
from visavis.ui.widgets.images import as_pixmap

#: Bytes of pictures that are kept: about 900 of 132 pixels, four screens full of them.
_KEPT = 64 << 20
#: How many may be waiting: more than a screen shows. What was scrolled past longer ago is asked for again when seen.
_WAITING = 160


class Thumbnails(QObject):
    """A cache of pictures by any key.

    Parameters
    ----------
    worker : Worker
        Reads pictures, one at a time; not the one that saves.
    kept : int
        Bytes of pictures that are kept.
    """

    arrived = Signal(object)  #: the key of a picture that can be had now

    def __init__(self, worker: Worker, parent: QObject | None = None, kept: int = _KEPT) -> None:
        super().__init__(parent)
        self._worker = worker
        self._limit = kept
        self._bytes = 0
        self._pictures: OrderedDict[Hashable, QPixmap | None] = OrderedDict()  # None: cannot be read
        self._waiting: OrderedDict[Hashable, tuple[Callable[[], Image], float]] = OrderedDict()
        self._reading: Hashable | None = None

    @property
    def size(self) -> int:
        """Bytes of the pictures that are kept."""
        return self._bytes

    def get(self, key: Hashable, read: Callable[[], Image], rounding: float = 0.0) -> QPixmap | None:
        """The picture, or None: then it is on its way, unless it cannot be read, and `arrived` says when it is there.

        Parameters
        ----------
        read : callable
            Gives the picture, in the worker's thread.
        rounding : float
            Of its corners, as a share of its width.
        """
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        if key != self._reading:
            self._waiting[key] = (read, rounding)
            self._waiting.move_to_end(key)
            if len(self._waiting) > _WAITING:
                self._waiting.popitem(last=False)
            self._next()
        return None

    def clear(self) -> None:
        """Keep none, nor the one that is being read: somebody was forgotten."""
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
        if key != self._reading:  # cleared meanwhile
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
