"""A capture without a window: the accepted pictures of an enrollment, saved at its end."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from visavis.enrollment.session import Enrollment
from visavis.imaging import codec
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image
from visavis.people.names import PersonName
from visavis.people.samples import NewPicture
from visavis.people.store import PeopleStore, Session


class Capture:
    """The accepted pictures of an enrollment. They are saved at the end, when outliers can be told."""

    def __init__(self, enrollment: Enrollment) -> None:
        self.enrollment = enrollment
        self._pictures: list[tuple[bytes, datetime]] = []
        self.outliers = 0  #: number of pictures left out because they are unlike the others

    def take(self, frames: Iterable[Frame], detect: Callable[[Image], Sequence[Face]]) -> None:
        """Offer frames until there are enough pictures, or the frames end.

        Parameters
        ----------
        frames : iterable of Frame
            Of a source.
        detect : callable
            Finds the faces in a BGR picture.

        Raises
        ------
        SourceError
            If the source fails. What was accepted until then is kept.
        """
        for frame in frames:
            if self.enrollment.is_due(frame):
                self.offer(frame, detect(frame.image))
            if self.enrollment.is_complete and not self.replace_outliers():
                break

    def offer(self, frame: Frame, faces: Sequence[Face]) -> None:
        """Judge a frame, and keep its sample if it is accepted."""
        verdict = self.enrollment.offer(frame, faces)
        if verdict is not None and verdict.sample is not None and verdict.taken is not None:
            self._pictures.append((codec.encode(verdict.sample), verdict.taken))

    def leave_out_outliers(self) -> None:
        """Drop the pictures that are unlike the others."""
        outliers = set(self.enrollment.outliers)
        self.outliers += len(outliers)
        self.enrollment.drop(outliers)
        self._pictures = [picture for index, picture in enumerate(self._pictures) if index not in outliers]

    def replace_outliers(self) -> bool:
        """Leave out outliers, so that others are taken in their place; false if there is none, or after many."""
        if self.outliers < self.enrollment.wanted:
            self.leave_out_outliers()
        return not self.enrollment.is_complete

    def save(self, store: PeopleStore, name: PersonName) -> None:
        """Add the pictures, if there are any, to the person with that name, who may be new."""
        if not self._pictures:
            return
        session = Session(self.enrollment.started, self.enrollment.ended)
        store.enroll(name, [NewPicture(picture, taken) for picture, taken in self._pictures], session)
