"""The pipeline with a memory: faces are followed from frame to frame, and searched and recognized where that pays."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from visavis.detection.detector import around
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Analysis, Answer, Pipeline
from visavis.recognition.recognizer import Recognizer
from visavis.tracking import change_mask, reidentification, schedule
from visavis.tracking.budget import FixedBudget, TimeBudget
from visavis.tracking.change_mask import ChangeMask
from visavis.tracking.cut_detection import CutDetector
from visavis.tracking.glimpse import glimpse
from visavis.tracking.name_hysteresis import NameState, apart
from visavis.tracking.reidentification import Embedding
from visavis.tracking.running_mean import Vector
from visavis.tracking.schedule import SearchScope
from visavis.tracking.timing import StageTimer
from visavis.tracking.track import Track, paired

#: Two boxes that share more than this, as a share of the smaller, are on one face.
_SAME = 0.5
#: From this overlap on, one face may slide to the other's: both are looked at again.
_CLOSE = 0.15
#: Least intersection over union of a face that a search found with where a track should be; a lost one may be further.
_NEAR, _LOST_NEAR = 0.3, 0.1
#: How wide a lost face may be, as a share of how wide it was.
_SIZES = (0.7, 1.4)


class Tracker:
    """Analyzes the frames of a source, one after the other; one thread calls it.

    Parameters
    ----------
    pipeline : Pipeline
        What finds and recognizes.
    governor : Governor
        What may be spent; the default spends the same on any computer, so that a file has one result.
    """

    def __init__(self, pipeline: Pipeline, governor: TimeBudget | None = None) -> None:
        self.pipeline = pipeline
        self._governor = governor or FixedBudget()
        self._tracks: Sequence[Track] = ()
        self._scene = CutDetector()
        self._last: Frame | None = None
        self._novelty = ChangeMask()
        self._searched: float | None = None  # when any search was last, and one of the whole frame
        self._whole: float | None = None
        self._number: Callable[[], int] = itertools.count(1).__next__

    def use(self, pipeline: Pipeline) -> None:
        """Go on with another pipeline: faces stay where they are.

        Where it has the same network, what was seen of them holds, and they are named by it at once; else they are
        asked for their names again.
        """
        before, after = self.pipeline.recognize, pipeline.recognize
        self.pipeline = pipeline
        if isinstance(before, Recognizer) and isinstance(after, Recognizer) and after.compares_with(before):
            forgotten = [replace(track, standing=NameState()) for track in self._tracks]
            known = [index for index, track in enumerate(forgotten) if track.evidence.mean is not None]
            self._tracks = _decided(forgotten, known, known, after)
        else:
            self._tracks = [track.restarted(track.id) for track in self._tracks]

    def __call__(self, frame: Frame) -> Analysis:
        spending = StageTimer()
        spending.counts["dropped"] = self._dropped(frame)
        with spending.on("cut"):
            if self._scene.begins_with(frame):
                self._tracks, self._searched, self._whole = (), None, None
        with spending.on("follow"):
            tracks = self._followed(frame, self._tracks, spending)
        with spending.on("search"):
            tracks = self._searched_for(frame, tracks, spending)
        self._tracks = [track for track in tracks if not track.over(frame.time)]  # also where recognizing fails
        tracks = self._tracks = self._recognized(frame, self._tracks, spending)
        self._governor.told(frame, spending)
        answers = tuple(_answer(track, frame.time) for track in tracks if track.shown(frame.time))
        return Analysis(frame, answers, spending.milliseconds, dict(spending.counts))

    def _dropped(self, frame: Frame) -> int:
        """How many frames of the source nobody analyzed since the last one."""
        last, self._last = self._last, frame
        return max(frame.index - last.index - 1, 0) if last is not None and last.source == frame.source else 0

    def _followed(self, frame: Frame, tracks: Sequence[Track], spending: StageTimer) -> list[Track]:
        """The tracks, those that are where they should be seen once more."""
        now = frame.time
        expected = [track.motion.at(now) for track in tracks]
        faces = self.pipeline.detect.follow(frame.image, expected)
        for index, (track, face) in enumerate(zip(tracks, faces, strict=True)):
            if face is None and track.shown(now):
                faces[index] = self._near(frame, track)
                spending.counts["near"] += 1
        return _unmixed(tracks, faces, now)

    def _near(self, frame: Frame, track: Track) -> Face | None:
        """The face of a track that is not quite where it should be."""
        box = track.motion.at(frame.time)
        found = self.pipeline.detect.within(frame.image, around(box), *(size * box.width for size in _SIZES))
        return max(found, key=lambda face: face.box.overlap(box), default=None)

    def _searched_for(self, frame: Frame, tracks: list[Track], spending: StageTimer) -> list[Track]:
        """The tracks after what searching is due."""
        image, now, pace = frame.image, frame.time, self._governor.pace
        kind = schedule.search(tracks, now, self._searched, self._whole, pace)
        everything = Box(0, 0, image.shape[1], image.shape[0])
        place: Box | None = everything
        if kind is SearchScope.NEWS:
            place = self._novelty.take(image, [track.face.box for track in tracks])
            if place is not None and not tracks:
                kind = SearchScope.WHOLE
        if kind is SearchScope.NOWHERE or place is None:
            return tracks
        first, detect = self._searched is None, self.pipeline.detect
        if pace.finest is None:
            faces = detect(image)
        else:
            shown = (
                image
                if kind is not SearchScope.NEWS
                else change_mask.without(image, [track.face.box for track in tracks])
            )
            faces = detect.glance(shown, pace.finest, None if kind is SearchScope.WHOLE else place)
        self._searched = now  # not where searching failed: it is tried again
        if kind is not SearchScope.NEWS:
            self._novelty.searched(image)
            self._whole = now
        spending.counts[kind.name.lower()] += 1
        return self._found(tracks, faces, now, first=first)

    def _found(self, tracks: Sequence[Track], faces: Sequence[Face], now: float, *, first: bool) -> list[Track]:
        """The tracks after a search that found these faces: some confirmed, some seen again, some new."""
        result = list(tracks)
        seen = [index for index, track in enumerate(tracks) if track.seen == now]
        there = paired([tracks[index].face.box for index in seen], [face.box for face in faces], _NEAR)
        for position in there:
            result[seen[position]] = replace(tracks[seen[position]], found=now)
        left = [
            face
            for index, face in enumerate(faces)
            if index not in there.values() and all(face.box.covers(tracks[i].face.box) <= _SAME for i in seen)
        ]
        lost = [index for index, track in enumerate(tracks) if track.seen < now]
        back = paired([tracks[index].motion.at(now) for index in lost], [face.box for face in left], _LOST_NEAR)
        for position, index in back.items():
            result[lost[position]] = replace(tracks[lost[position]].follows(left[index], now), found=now, doubtful=True)
        new = [face for index, face in enumerate(left) if index not in back.values()]
        # a still picture has no second frame that could agree
        return result + [Track.of(self._number(), face, now, born=True if first else None) for face in new]

    def _recognized(self, frame: Frame, tracks: Sequence[Track], spending: StageTimer) -> list[Track]:
        """The tracks, some of them looked at, and named by all that was seen of them."""
        recognizer, now = self.pipeline.recognize, frame.time
        if not isinstance(recognizer, Recognizer):
            return list(tracks)
        tracks = [
            track.glimpsed(glimpse(frame.image, track.face.box)) if track.seen == now else track for track in tracks
        ]
        asked = schedule.chosen(tracks, now, self._governor.pace)
        if asked:
            with spending.on("recognize"):
                faces = [tracks[index].face for index in asked]
                settled = [tracks[index].evidence.looks >= schedule.SETTLED for index in asked]
                vectors = _embedded(recognizer, recognizer.chips(frame.image, faces), settled)
                looks = [recognizer.measure(frame.image, face) for face in faces]
            spending.counts["looks"] += len(asked)
            seen = {index: Embedding(look, vector) for index, look, vector in zip(asked, looks, vectors, strict=True)}
            with spending.on("decide"):
                tracks = reidentification.sorted_out(
                    tracks, seen, recognizer.someone_else, now, self._number, recognizer.named
                )
                tracks = _named(tracks, recognizer, now)
        return _apart(tracks, now)


def _embedded(recognizer: Recognizer, chips: Vector, settled: Sequence[bool]) -> list[Vector]:
    """A vector for each chip; for faces that had several looks already the quick way."""
    groups = [
        ([row for row, old in enumerate(settled) if not old], recognizer.embed),
        ([row for row, old in enumerate(settled) if old], recognizer.sketch or recognizer.embed),
    ]
    vectors = {
        row: vector for rows, embed in groups if rows for row, vector in zip(rows, embed(chips[rows]), strict=True)
    }
    return [vectors[row] for row in range(len(chips))]


def _unmixed(tracks: Sequence[Track], faces: Sequence[Face | None], now: float) -> list[Track]:
    """The tracks with the faces followed; where two follow one face, it is that of the one who was nearer."""
    result = list(tracks)
    order = sorted(
        (index for index, face in enumerate(faces) if face is not None),
        key=lambda index: -_agreement(tracks[index], faces[index], now),
    )
    taken: list[int] = []
    for index in order:
        face = faces[index]
        assert face is not None
        rivals = [other for other in taken if face.box.covers(result[other].face.box) > _SAME]
        close = [other for other in taken if face.box.overlap(result[other].face.box) > _CLOSE]
        for other in {*rivals, *close}:
            result[other] = replace(result[other], doubtful=True)
        if rivals:
            result[index] = replace(tracks[index], doubtful=True)
            continue
        followed = tracks[index].follows(face, now)
        result[index] = replace(followed, doubtful=True) if close else followed
        taken.append(index)
    return result


def _agreement(track: Track, face: Face | None, now: float) -> float:
    return face.box.overlap(track.motion.at(now)) if face is not None else 0.0


def _named(tracks: Sequence[Track], recognizer: Recognizer, now: float) -> list[Track]:
    """The tracks, those just looked at called what their looks say, compared with all faces of the frame."""
    known = [index for index, track in enumerate(tracks) if track.seen == now and track.evidence.tries]
    asked = [index for index in known if tracks[index].asked == now and not tracks[index].strikes]
    return _decided(tracks, known, asked, recognizer)


def _decided(
    tracks: Sequence[Track], known: Sequence[int], asked: Sequence[int], recognizer: Recognizer
) -> list[Track]:
    """The tracks, of those that are `known` the ones `asked` called what their looks say beside all the others."""
    result = list(tracks)
    evidence = [tracks[index].evidence for index in known]
    means = [each.mean for each in evidence if each.mean is not None]
    if not means:
        return result
    proposals = recognizer.decide(
        np.stack(means), looks=[each.looks for each in evidence], flaws=[each.flaw for each in evidence]
    )
    for index, proposal in zip(known, proposals, strict=True):
        if index in asked:
            standing = tracks[index].standing.decided(proposal, recognizer.decision.threshold)
            result[index] = replace(tracks[index], standing=standing)
    return result


def _apart(tracks: Sequence[Track], now: float) -> list[Track]:
    """The tracks without a name that stands twice: whoever is there has it before whoever is not."""
    before = [track.standing if track.seen == now else NameState() for track in tracks]
    standings = apart([track.standing for track in tracks], before)
    return [
        track if standing is track.standing else replace(track, standing=standing)
        for track, standing in zip(tracks, standings, strict=True)
    ]


def _answer(track: Track, now: float) -> Answer:
    seen, motion = track.seen == now, track.motion
    face = track.face if seen else Face(motion.at(now))
    evidence = track.evidence
    return Answer(
        face,
        track.standing.match,
        track.id,
        (motion.dx, motion.dy),
        seen,
        track.began,
        evidence.tries,
        evidence.looks,
        evidence.newest,
    )
