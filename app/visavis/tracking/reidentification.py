"""Re-identification: whether a track still shows the same person after faces crossed or changed places."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from visavis.faces.observation import FaceObservation, QualityIssue
from visavis.tracking.running_mean import Vector
from visavis.tracking.track import Track
from visavis.tracking.tracks import Tracks

#: Consecutive mismatches after which a track is taken to show another person.
_MAX_MISMATCHES = 2
#: Cosine by which an observation must lie below the threshold to count as a clear mismatch: one such is enough. A
#: blurred or dark observation only counts as a mismatch from there, and it takes two. Measured on LFW, 20 people: of
#: sharp pictures, 0.02 % were below 0.30 with one picture of the same person, none with the mean of two or more, and
#: 98 % of those of other people. Of 414 pictures blurred, shaken or darkened until they had a quality issue, 6 % were
#: below it with the mean of the person's sharp pictures, and 99 % with those of other people.
_CLEAR_MARGIN = 0.10


@dataclass(frozen=True, slots=True, eq=False)
class EmbeddedFace:
    """One observation of a face, and its embedding."""

    observation: FaceObservation
    vector: Vector

    @property
    def is_clear(self) -> bool:
        """Whether the embedding is reliable: the face is of good quality, or only turned away."""
        return self.observation.weight > 0 or self.observation.issue is QualityIssue.TURNED


def _no_name(_: Vector) -> str | None:
    return None


def reidentify(
    tracks: Tracks,
    faces: Mapping[int, EmbeddedFace],
    threshold: float | None,
    now: float,
    new_id: Callable[[], int],
    name_in_still: Callable[[Vector], str | None] = _no_name,
) -> Tracks:
    """Continue each track where its person is.

    An observation that matches its track is added to it. A mismatch may show the person of another, lost track: that
    track then continues here. Where it shows a person without a track, a new one starts in its place, at once if the
    mismatch is clear and else at the second one.

    Parameters
    ----------
    faces : mapping
        By track ID, what was observed at time `now`.
    threshold : float or None
        Cosine similarity with a track's mean below which an embedding shows someone else. None where the network's
        embeddings do not tell.
    new_id
        Returns the ID of a new track.
    name_in_still
        Returns the name that an embedding by itself would get in a still. An observation that would get the track's
        name is no mismatch, however much the view changed. It is called for observations without quality issues only.
    """
    mismatched: set[int] = set()
    owners: dict[int, int] = {}
    if threshold is not None:
        mismatched = {
            track_id
            for track_id, face in faces.items()
            if _is_mismatch(tracks[track_id], face, threshold, name_in_still)
        }
        owners = _owners(tracks, faces, mismatched, threshold, now)
    result: list[Track] = []
    for track_id, face in faces.items():
        track = tracks[track_id]
        if track_id in owners:
            owner = tracks[owners[track_id]].in_place_of(track)
            result.append(owner.with_observation(face.observation, face.vector, now))
        elif track_id not in mismatched:
            result.append(track.with_observation(face.observation, face.vector, now))
        elif track_id in owners.values() or _is_someone_else(track, face, threshold):
            result.append(track.restart(new_id()).with_observation(face.observation, face.vector, now))
        else:
            result.append(track.with_mismatch(now))
    displaced = mismatched & owners.keys() - set(owners.values())  # another track continues at their positions
    result += [tracks[track_id].without_face(now) for track_id in displaced]
    return tracks.without(faces.keys()).replace(*result)


def _is_mismatch(
    track: Track, face: EmbeddedFace, threshold: float, name_in_still: Callable[[Vector], str | None]
) -> bool:
    """Whether an observation seems to show someone else. Faces that are too small never do."""
    issue = face.observation.issue
    if not track.embedding.observations or issue is QualityIssue.SMALL:
        return False
    if track.embedding.similarity(face.vector) >= (threshold if face.is_clear else threshold - _CLEAR_MARGIN):
        return False
    name = track.name_state.name
    return name is None or issue is not None or name_in_still(face.vector) != name


def _is_someone_else(track: Track, face: EmbeddedFace, threshold: float | None) -> bool:
    """Whether a mismatch is enough to conclude that the track shows another person by now."""
    clear = face.is_clear and track.embedding.similarity(face.vector) < (threshold or 0.0) - _CLEAR_MARGIN
    return clear or track.mismatches + 1 >= _MAX_MISMATCHES


def _owners(
    tracks: Tracks, faces: Mapping[int, EmbeddedFace], mismatched: set[int], threshold: float, now: float
) -> dict[int, int]:
    """Match faces that mismatch their track, or whose track has just started, with tracks that are lost or mismatched.

    Returns
    -------
    dict
        ID of the track at whose position the face is to ID of the track that continues there. The most similar pair is
        matched first, each track at most once.
    """
    places = [track_id for track_id in faces if track_id in mismatched or not tracks[track_id].embedding.attempts]
    missing = [
        track for track in tracks if track.embedding.observations and (track.id in mismatched or track.seen_at < now)
    ]
    pairs = sorted(
        (-similarity, place, track.id)
        for place in places
        for track in missing
        if place != track.id and (similarity := track.embedding.similarity(faces[place].vector)) >= threshold
    )
    owners: dict[int, int] = {}
    for _, place, owner in pairs:
        if place not in owners and owner not in owners.values():
            owners[place] = owner
    return owners
