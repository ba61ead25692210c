"""The best picture of each visitor, kept until it is stored."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

from visavis.imaging import codec
from visavis.imaging.crop import cut, resize_square
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image
from visavis.people.samples import sample_cut

#: Side of a stored picture, in pixels: about 10 kB each.
_SIDE = 160
#: Margin around the box of a face in it, as a share of the box's width and height.
_MARGIN = 0.3
#: Maximum number of visitors whose picture is kept: most faces that pass by never become a visit.
_LIMIT = 32


@dataclass(frozen=True, slots=True, eq=False)
class BestPicture:
    """What is kept of a visitor. Both are BGR."""

    face: Image
    sample: Image | None = None
    """With the wide margin of a sample: by it, the face can be learned when the user says whose it is."""

    @property
    def chip(self) -> bytes:
        """As it is stored: a small square, as a JPEG."""
        return codec.encode(resize_square(self.face, _SIDE))


class BestPictures:
    """Cut out of frames on the analysis thread. Any thread may take them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._best: OrderedDict[Hashable, tuple[float, BestPicture | None]] = OrderedDict()

    def offer(self, visitor: Hashable, image: Image, face: Face, rank: float) -> None:
        """Keep a copy of a face if it is better than what there is of its visitor.

        Parameters
        ----------
        image : ndarray of uint8, shape (height, width, 3)
            The frame, in BGR.
        rank : float
            How good it is.
        """
        with self._lock:
            if visitor in self._best and rank <= self._best[visitor][0]:
                return
            box = face.box
            close = cut(image, box.expand(round(box.width * _MARGIN), round(box.height * _MARGIN)))
            has_sample = box.clip(image.shape[1], image.shape[0]) is not None
            self._best[visitor] = rank, BestPicture(close, sample_cut(image, face) if has_sample else None)
            self._best.move_to_end(visitor)
            if len(self._best) > _LIMIT:
                self._best.popitem(last=False)

    def take(self, visitor: Hashable, *, has_left: bool) -> BestPicture | None:
        """The best picture of a visitor; None if there is none, or it was taken before and there is no better one.

        Parameters
        ----------
        has_left : bool
            Whether the visitor is forgotten with it: the next visit has a best picture of its own.
        """
        with self._lock:
            rank, picture = self._best.get(visitor, (0.0, None))
            if has_left:
                self._best.pop(visitor, None)
            elif picture is not None:
                self._best[visitor] = rank, None
            return picture
