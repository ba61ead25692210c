"""Watching a file: frames in, a `FaceLog` out."""

import array
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from visavis.faces.observation import FaceObservation
from visavis.imaging import codec, crop
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image
from visavis.imaging.low_light import enhance
from visavis.pipeline import Analysis, Answer, Pipeline
from visavis.recognition.match import Doubt, Match
from visavis.tagging.face_log import FaceLog, TrackSummary
from visavis.tagging.linkage import link
from visavis.tagging.spans import last_duration
from visavis.tagging.tracklets import EmbedFaces, TrackletCollector
from visavis.tracking import FixedBudget, Tracker, backfill_names
from visavis.tracking.cut_detection import CutDetector

#: Side of the picture of a person's best face, in pixels.
_PICTURE_SIDE = 160
#: Margin around the face in that picture, as a share of the box's width and height.
_PICTURE_MARGIN = 0.25
#: Width of a face from which more pixels make no better picture.
_GOOD_WIDTH = 160.0

Vector = NDArray[np.float32]


@dataclass(slots=True)
class _TrackNotes:
    """What is gathered about one track while its file is read."""

    attempts: int = 0
    observations: int = 0
    vector: Vector | None = None
    weights: list[float] = field(default_factory=list)
    rank: float = -1.0
    frame: int = 0
    box: Box = field(default_factory=lambda: Box(0, 0, 1, 1))
    picture: bytes = b""
    match: Match | None = None

    @property
    def is_undecided(self) -> bool:
        """Whether the face has no name, although neither the user nor another face of the frame forbids one."""
        match = self.match
        return match is not None and match.name is None and match.doubt not in {Doubt.TAKEN, Doubt.VETOED}

    def summary(self) -> TrackSummary:
        match = self.match
        is_open = match is not None and match.name is None and match.doubt is not Doubt.TAKEN
        quality = statistics.fmean(self.weights) if self.weights else 0.0
        may_be_guest = is_open and self.vector is not None
        is_shown = may_be_guest or (match is not None and match.name is not None)
        picture = self.picture if is_shown else b""
        return TrackSummary(self.vector, quality, may_be_guest, self.frame, self.box, self.rank, picture)


class _LogBuilder:
    """Gathers what a `FaceLog` consists of. `observe` needs the images; `add` takes analyses with final names."""

    def __init__(self, pipeline: Pipeline, embed: EmbedFaces | None) -> None:
        self._measure = pipeline.recognize.measure
        self._embed = embed
        self._recognizer = pipeline.recognize
        self._tracklets = TrackletCollector(pipeline.detect.search_candidates, embed or self._own_vectors)
        self._notes: dict[int, _TrackNotes] = {}
        self._times = array.array("d")
        self._faces = array.array("i")
        self._scores = array.array("f")
        self._names: dict[str, int] = {}
        self._size = (0, 0)
        self._cuts = array.array("i")
        self._is_cut = CutDetector().is_new_scene
        self.source = ""
        self.interval = 0.0

    def observe(self, analysis: Analysis) -> Analysis:
        """Take what needs the image; return the analysis."""
        frame = analysis.frame
        is_new_scene = self._is_cut(frame)
        if is_new_scene:
            self._cuts.append(frame.index)
        tracked = {answer.track: answer.face.box for answer in analysis.answers if answer.track is not None}
        self._tracklets.add(frame, tracked, is_new_scene=is_new_scene)
        self.source, self.interval = frame.source, frame.interval
        self._size = (frame.image.shape[1], frame.image.shape[0])
        for answer in analysis.answers:
            if answer.track is not None and answer.is_detected:
                notes = self._notes.setdefault(answer.track, _TrackNotes())
                if answer.attempts != notes.attempts or notes.rank < 0:
                    self._note(notes, answer, frame)
        return analysis

    def _note(self, notes: _TrackNotes, answer: Answer, frame: Frame) -> None:
        """Take note of a face that was recognized in this frame, or that is seen first."""
        face = answer.face
        observation = self._measure(frame.image, face)
        if answer.attempts != notes.attempts:
            notes.weights.append(observation.weight)
        if answer.observations > notes.observations and answer.vectors and observation.weight > 0:
            vector = answer.vectors[-1] if self._embed is None else self._embed(frame.image, [face])[0]
            weighted = np.asarray(vector * observation.weight, np.float32)
            notes.vector = weighted if notes.vector is None else notes.vector + weighted
        notes.attempts, notes.observations = answer.attempts, answer.observations
        if (rank := _rank(observation, face)) > notes.rank:
            notes.rank, notes.frame, notes.box = rank, frame.index, face.box
            notes.picture = _picture(frame.image, face.box)

    def add(self, analysis: Analysis) -> None:
        """Take a frame with the final names of its tracks."""
        frame_number = len(self._times)
        self._times.append(analysis.frame.time)
        for answer in analysis.answers:
            match, box = answer.match, answer.face.box
            if answer.track is None or answer.track not in self._notes:
                continue
            self._notes[answer.track].match = match
            name = -1 if match.name is None else self._names.setdefault(match.name, len(self._names))
            self._faces.extend((frame_number, answer.track, name, box.left, box.top, box.width, box.height))
            self._scores.append(match.score)

    def build(self, *, is_video: bool) -> FaceLog:
        times = np.array(self._times, np.float64)
        log = FaceLog(
            source=self.source,
            is_video=is_video,
            size=self._size,
            times=times,
            end=float(times[-1]) + last_duration(times, self.interval) if is_video and len(times) else 0.0,
            names=tuple(self._names),
            faces=np.array(self._faces, np.int32).reshape(-1, 7),
            scores=np.array(self._scores, np.float32),
            cuts=np.array(self._cuts, np.int32),
            tracks={track: notes.summary() for track, notes in self._notes.items()},
        )
        log = log.without_brief_names()
        undecided = {track for track, notes in self._notes.items() if notes.is_undecided}
        return link(log, self._tracklets.tracklets(), self._is_refused, undecided) if is_video else log

    def _own_vectors(self, image: Image, faces: Sequence[Face]) -> Vector:
        return self._recognizer.embed(self._recognizer.chips(enhance(image), faces))

    def _is_refused(self, vector: Vector, name: str) -> bool:
        """Whether the user said that this face is not that person; vectors of another network cannot tell."""
        vetoes = self._recognizer.vetoes
        if vetoes is None or self._embed is not None:
            return False
        return bool(vetoes(vector[None])[0, list(self._recognizer.names).index(name)])


def watch_video(frames: Iterable[Frame], pipeline: Pipeline, embed: EmbedFaces | None = None) -> FaceLog:
    """Follow the faces through a video.

    Parameters
    ----------
    frames : iterable of Frame
        Of one video, in order.
    embed : callable, optional
        Embeds the faces of unknown people where the vectors of the pipeline's network cannot be compared.
    """
    builder = _LogBuilder(pipeline, embed)
    tracker = Tracker(pipeline, FixedBudget())

    def analyses() -> Iterator[Analysis]:
        for frame in frames:
            yield builder.observe(tracker(frame))

    for analysis in backfill_names(analyses(), pipeline.final):
        builder.add(analysis)
    return builder.build(is_video=True)


def watch_picture(frame: Frame, pipeline: Pipeline, embed: EmbedFaces) -> FaceLog:
    """Find the faces of a picture. Each counts as a track of its own."""
    analysis = pipeline(frame)
    vectors = embed(frame.image, [answer.face for answer in analysis.answers]) if analysis.answers else ()
    answers = tuple(
        Answer(answer.face, answer.match, number, attempts=1, observations=1, vectors=(vector,))
        for number, (answer, vector) in enumerate(zip(analysis.answers, vectors, strict=True), start=1)
    )
    builder = _LogBuilder(pipeline, embed=None)
    builder.add(builder.observe(Analysis(frame, answers)))
    return builder.build(is_video=False)


def _rank(observation: FaceObservation, face: Face) -> float:
    """How good a picture of a person this face is, 0..1."""
    return observation.weight * min(face.box.width / _GOOD_WIDTH, 1.0)


def _picture(image: Image, box: Box) -> bytes:
    margin = round(_PICTURE_MARGIN * max(box.width, box.height))
    cut = crop.resize_square(crop.cut(image, box.expand(margin)), _PICTURE_SIDE)
    return bytes(codec.encode(cut))
