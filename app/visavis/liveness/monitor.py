"""Watches tracked faces for signs of life. The entry point of this room."""

import random
from collections.abc import Collection, Mapping

import numpy as np

from visavis.imaging.geometry import Face
from visavis.imaging.image import Image
from visavis.liveness.blink import BlinkDetector
from visavis.liveness.head_turn import HeadTurnChallenge
from visavis.liveness.hint import ConfirmCue, DenyCue, LivenessHint, decide
from visavis.liveness.picture_signs import PictureSigns
from visavis.liveness.view import LivenessView

#: Least distance of the eyes, in pixels. In smaller faces, errors of the landmarks are as large as what is measured.
MIN_EYE_DISTANCE = 24.0
#: Least seconds between two views of a face: 30 a second are enough to see a blink.
_MIN_INTERVAL_S = 0.03
#: Seconds without the face after which what confirmed it no longer counts: it may be another one.
_MAX_GAP_S = 0.5
#: Seconds after which a face that is gone is forgotten.
_FORGOTTEN_AFTER_S = 5.0


class _Watch:
    """What is known of one face."""

    def __init__(self, draw: random.Random) -> None:
        self._blinks = BlinkDetector()
        self._challenge = HeadTurnChallenge(draw)
        self._signs = PictureSigns()
        self._confirmed_by: set[ConfirmCue] = set()
        self._denied_by: set[DenyCue] = set()
        self.seen_at: float | None = None

    @property
    def hint(self) -> LivenessHint:
        return decide(self._confirmed_by, self._denied_by, self._challenge.asked)

    def forget_confirmation(self) -> None:
        """The face may be another one since: what confirmed it no longer counts, and what denied it does."""
        self._confirmed_by.clear()
        self._blinks.clear()
        self._signs.clear()
        self._challenge.interrupt()

    def see(self, view: LivenessView) -> None:
        if self.seen_at is not None and view.time - self.seen_at > _MAX_GAP_S:
            self.forget_confirmation()
        self.seen_at = view.time
        self._denied_by.update(self._signs.find(view))
        if self._denied_by:
            return
        if self._blinks.is_blink(view):
            self._confirmed_by.add(ConfirmCue.BLINKED)
        if not self._confirmed_by and self._challenge.is_followed(view.parallax[0], view.time):
            self._confirmed_by.add(ConfirmCue.TURNED)


class LivenessMonitor:
    """Gives a hint for each tracked face. On one thread; times are seconds of the source.

    Parameters
    ----------
    draw : random.Random, optional
        Draws the sides of challenges. The default cannot be predicted.
    """

    def __init__(self, draw: random.Random | None = None) -> None:
        self._draw = draw or random.SystemRandom()
        self._watches: dict[int, _Watch] = {}

    def update(
        self, image: Image, now: float, faces: Mapping[int, Face], doubtful: Collection[int] = ()
    ) -> dict[int, LivenessHint]:
        """Look at the faces of a frame.

        Parameters
        ----------
        image : ndarray of uint8, shape (height, width, 3)
            BGR.
        faces : mapping
            By track ID.
        doubtful : collection of int
            IDs of tracks that may have slid to another face: what confirmed them no longer counts.

        Returns
        -------
        dict
            By track ID. Faces that are too small to judge, or have no landmarks, are undecided.
        """
        self._watches = {id_: watch for id_, watch in self._watches.items() if _is_kept(watch, now)}
        hints = {}
        for track_id, face in faces.items():
            watch = self._watches.setdefault(track_id, _Watch(self._draw))
            if track_id in doubtful:
                watch.forget_confirmation()
            if face.landmarks is not None and _eye_distance(face) >= MIN_EYE_DISTANCE and _is_due(watch, now):
                watch.see(LivenessView.of(image, face.landmarks, now))
            hints[track_id] = watch.hint
        return hints


def _is_kept(watch: _Watch, now: float) -> bool:
    return watch.seen_at is not None and 0 <= now - watch.seen_at <= _FORGOTTEN_AFTER_S


def _is_due(watch: _Watch, now: float) -> bool:
    return watch.seen_at is None or now - watch.seen_at >= _MIN_INTERVAL_S


def _eye_distance(face: Face) -> float:
    assert face.landmarks is not None
    return float(np.hypot(*(face.landmarks[1] - face.landmarks[0])))
