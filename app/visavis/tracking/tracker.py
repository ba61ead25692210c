"""The pipeline with memory: tracks faces from frame to frame, and searches and recognizes only where it pays."""

import itertools
from collections.abc import Callable
from dataclasses import replace

from visavis.detection.detector import FullSearch, LocalSearch, search_area
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image
from visavis.imaging.low_light import enhance
from visavis.liveness.hint import LivenessHint
from visavis.liveness.monitor import LivenessMonitor
from visavis.pipeline import Analysis, Answer, Pipeline
from visavis.recognition.match import NOBODY
from visavis.recognition.recognizer import Probe, Recognizer
from visavis.tracking import association, change_mask, reidentification, schedule
from visavis.tracking.budget import FixedBudget, TimeBudget
from visavis.tracking.change_mask import ChangeMask
from visavis.tracking.cut_detection import CutDetector
from visavis.tracking.glimpse import glimpse, is_similar_view
from visavis.tracking.name_hysteresis import NameState
from visavis.tracking.reidentification import EmbeddedFace
from visavis.tracking.schedule import SearchScope, WorkLimits
from visavis.tracking.timing import StageTimer
from visavis.tracking.track import Track
from visavis.tracking.tracks import Tracks

#: Range of a lost face's width, as shares of its last width.
_LOST_SIZES = (0.7, 1.4)


class Tracker:
    """Analyzes the frames of a source, one after another, on one thread.

    Parameters
    ----------
    pipeline : Pipeline
        Detects and recognizes faces.
    budget : TimeBudget, optional
        Decides how much work a frame may take. The default is the same on any computer, so that a file has one result.
    liveness : LivenessMonitor, optional
        Watches faces that have a name. None: answers have no liveness hint.
    new_id : callable, optional
        Gives the number of the next track. Default: they are numbered from 1.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        budget: TimeBudget | None = None,
        liveness: LivenessMonitor | None = None,
        *,
        new_id: Callable[[], int] | None = None,
    ) -> None:
        self.pipeline = pipeline
        self.liveness = liveness
        self._budget = budget or FixedBudget()
        self._next_number = new_id or itertools.count(1).__next__
        self._on_new_track: Callable[[int], object] | None = None
        self._clear()

    @property
    def limits(self) -> WorkLimits:
        """How much work the next frame may take."""
        return self._budget.limits

    def restart(self, on_new_track: Callable[[int], object] | None = None) -> None:
        """Forget all tracks, as if the next frame were the first one. The numbers of tracks go on.

        Parameters
        ----------
        on_new_track : callable, optional
            Gets the number of each new track from now on.
        """
        self._clear()
        self._on_new_track = on_new_track
        if self.liveness is not None:
            self.liveness = LivenessMonitor()

    def _clear(self) -> None:
        self._tracks = Tracks()
        self._cuts = CutDetector()
        self._changes = ChangeMask()
        self._previous: Frame | None = None
        self._last_search: float | None = None
        self._last_frame_search: float | None = None  # of the whole frame

    def _number_track(self) -> int:
        number = self._next_number()
        if self._on_new_track is not None:
            self._on_new_track(number)
        return number

    def use(self, pipeline: Pipeline) -> None:
        """Continue with another pipeline and keep the tracks.

        If it has the same network, the embeddings remain valid, and the new pipeline decides on them at once.
        Otherwise all faces are recognized anew.
        """
        before, after = self.pipeline.recognize, pipeline.recognize
        self.pipeline = pipeline
        if after.can_compare_with(before):
            unnamed = Tracks(replace(track, name_state=NameState()) for track in self._tracks)
            observed = [track for track in unnamed if track.embedding.mean is not None]
            self._tracks = unnamed.replace(*_decide(observed, after))
        else:
            self._tracks = Tracks(track.restart(track.id) for track in self._tracks)

    def __call__(self, frame: Frame) -> Analysis:
        timer, now = StageTimer(), frame.time
        timer.counts.dropped_frames = self._dropped_frames(frame)
        with timer.measure("cut"):
            if self._cuts.is_new_scene(frame):
                self._tracks, self._last_search, self._last_frame_search = Tracks(), None, None
        with timer.measure("follow"):
            enhanced = enhance(frame.image)  # for what networks and cascades see; the rest compares frames as they are
            tracks = self._follow(frame, enhanced, self._tracks, timer)
        with timer.measure("search"):
            tracks = self._search(frame, enhanced, tracks, timer).active(now)
        # kept even if recognition fails
        self._tracks = tracks.replace(
            *(track.with_glimpse(glimpse(frame.image, track.face.box)) for track in tracks.seen_at(now))
        )
        self._tracks = self._recognize(frame, enhanced, self._tracks, timer)
        hints = self._watch_liveness(frame, self._tracks)
        self._budget.record(frame, timer)
        answers = tuple(_answer(track, now, hints.get(track.id)) for track in self._tracks if _is_shown(track, frame))
        if not self.pipeline.recognize.has_network:  # it decides on nothing, so no answer is pending
            answers = tuple(replace(answer, match=NOBODY) for answer in answers)
        space = self.pipeline.recognize.embedding_space
        return Analysis(frame, answers, timer.milliseconds, timer.counts, space)

    def _dropped_frames(self, frame: Frame) -> int:
        """How many frames of the source were not analyzed since the previous one."""
        previous, self._previous = self._previous, frame
        if previous is None or previous.source != frame.source:
            return 0
        return max(frame.index - previous.index - 1, 0)

    def _follow(self, frame: Frame, enhanced: Image, tracks: Tracks, timer: StageTimer) -> Tracks:
        """Find the faces of the tracks near their predicted positions."""
        predicted = tracks.boxes_at(frame.time)
        found = self.pipeline.detect.redetect(enhanced, list(predicted.values()))
        faces: dict[int, Face] = {}
        for track, followed in zip(tracks, found, strict=True):
            face = followed
            if face is None and track.is_visible(frame.time):
                face = self._search_near(enhanced, predicted[track.id])
                timer.counts.local_searches += 1
            if face is not None:
                faces[track.id] = face
        return association.assign_followed(tracks, faces, frame.time)

    def _search_near(self, enhanced: Image, box: Box) -> Face | None:
        """The face of about the same size nearest to a predicted box."""
        search = LocalSearch(search_area(box), *(size * box.width for size in _LOST_SIZES))
        found = self.pipeline.detect.search_locally(enhanced, search)
        return max(found, key=lambda face: face.box.iou(box), default=None)

    def _search(self, frame: Frame, enhanced: Image, tracks: Tracks, timer: StageTimer) -> Tracks:
        """Search for faces where that is due."""
        image, now, limits = frame.image, frame.time, self._budget.limits
        scope = schedule.search_scope(tracks, now, self._last_search, self._last_frame_search, limits)
        region: Box | None = Box(0, 0, image.shape[1], image.shape[0])
        if scope is SearchScope.CHANGES:
            region = self._changes.take_changed_region(image, tracks.boxes.values())
            if region is not None and not len(tracks):
                scope = SearchScope.FULL
        if scope is SearchScope.NONE or region is None:
            return tracks
        is_first = self._last_search is None
        if limits.smallest_face_px is None:
            faces = self.pipeline.detect.search(enhanced, FullSearch())
        else:
            searched = enhanced
            if scope is SearchScope.CHANGES:
                searched = change_mask.hide_boxes(enhanced, tracks.boxes.values())
            place = None if scope is SearchScope.FULL else region
            faces = self.pipeline.detect.search(searched, FullSearch(limits.smallest_face_px, place))
        self._last_search = now  # not reached if the search failed, so that it is repeated
        match scope:
            case SearchScope.FULL:
                timer.counts.full_searches += 1
            case SearchScope.COARSE:
                timer.counts.coarse_searches += 1
            case SearchScope.CHANGES:
                timer.counts.changed_region_searches += 1
        if scope is not SearchScope.CHANGES:
            self._changes.mark_searched(image)
            self._last_frame_search = now
        # a still image has no second frame that could confirm a track
        return association.assign_detected(tracks, faces, now, self._number_track, confirmed=True if is_first else None)

    def _recognize(self, frame: Frame, enhanced: Image, tracks: Tracks, timer: StageTimer) -> Tracks:
        """Recognize the faces that are due, and name the tracks from all their observations."""
        recognizer, now = self.pipeline.recognize, frame.time
        if not recognizer.has_network:
            return tracks
        due = schedule.due_for_recognition(tracks, now, self._budget.limits)
        if due:
            with timer.measure("recognize"):
                faces = _embed(recognizer, enhanced, due)
            timer.counts.recognitions += len(due)
            with timer.measure("decide"):
                tracks = reidentification.reidentify(
                    tracks, faces, recognizer.outlier_threshold, now, self._number_track, recognizer.name_of
                )
                observed = [track for track in tracks.seen_at(now) if track.embedding.attempts]
                tracks = tracks.replace(
                    *(
                        track
                        for track in _decide(observed, recognizer)
                        if track.recognized_at == now and not track.mismatches
                    )
                )
        return tracks.with_unique_names(now)

    def _watch_liveness(self, frame: Frame, tracks: Tracks) -> dict[int, LivenessHint]:
        """The liveness hints of the faces that have a name, by track ID."""
        if self.liveness is None:
            return {}
        named = [track for track in tracks.seen_at(frame.time) if track.confirmed and track.name_state.name is not None]
        doubtful = {track.id for track in named if track.doubtful}
        return self.liveness.update(frame.image, frame.time, {track.id: track.face for track in named}, doubtful)


def _embed(recognizer: Recognizer, image: Image, tracks: list[Track]) -> dict[int, EmbeddedFace]:
    """Embed the faces of these tracks, by track ID."""
    faces = [track.face for track in tracks]
    vectors = recognizer.embed(recognizer.chips(image, faces))
    observations = [recognizer.measure(image, face) for face in faces]
    return {
        track.id: EmbeddedFace(seen, vector) for track, seen, vector in zip(tracks, observations, vectors, strict=True)
    }


def _decide(tracks: list[Track], recognizer: Recognizer) -> list[Track]:
    """The tracks of one frame, each with the decision on its mean embedding beside those of the others."""
    embeddings = [track.embedding for track in tracks]
    proposals = recognizer.decide(
        [Probe(each.mean, each.observations, each.issue) for each in embeddings if each.mean is not None]
    )
    threshold = recognizer.decision.threshold
    return [
        replace(track, name_state=track.name_state.with_decision(proposal, threshold))
        for track, proposal in zip(tracks, proposals, strict=True)
    ]


def _is_shown(track: Track, frame: Frame) -> bool:
    """Whether a track has an answer: its face is in the frame, or was a moment ago and the picture there is similar."""
    if not track.is_visible(frame.time):
        return False
    return track.seen_at == frame.time or is_similar_view(
        track.glimpse, glimpse(frame.image, track.motion.box_at(frame.time))
    )


def _answer(track: Track, now: float, liveness: LivenessHint | None) -> Answer:
    is_seen, motion, embedding = track.seen_at == now, track.motion, track.embedding
    return Answer(
        face=track.face if is_seen else Face(motion.box_at(now)),
        match=track.name_state.match,
        track=track.id,
        velocity=(motion.dx, motion.dy),
        is_detected=is_seen,
        started_at=track.started_at,
        attempts=embedding.attempts,
        observations=embedding.observations,
        vectors=embedding.newest,
        liveness=liveness,
    )
