"""Data association: which face belongs to which track."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from visavis.imaging.geometry import Box, Face
from visavis.tracking.track import Track
from visavis.tracking.tracks import Tracks

#: Share of the smaller of two boxes that lies in the other one, above which both are on one face.
_SAME_FACE = 0.5
#: Intersection over union above which a track may slide to the other face. Both tracks are then recognized again.
_CLOSE = 0.15
#: Minimum intersection over union of a detected face with the face of a track that was found in the same frame.
_MIN_OVERLAP = 0.3
#: Minimum intersection over union of a detected face with the predicted box of a lost track.
_MIN_LOST_OVERLAP = 0.1


def match_boxes(boxes: Mapping[int, Box], others: Mapping[int, Box], min_overlap: float) -> dict[int, int]:
    """Match boxes greedily by overlap: the pair that overlaps most first, each box at most once.

    Parameters
    ----------
    min_overlap : float
        Minimum intersection over union of a pair, 0..1.

    Returns
    -------
    dict
        Key in `boxes` to key in `others`. Boxes without a partner are missing.
    """
    overlaps = sorted(
        (-overlap, key, other_key)
        for key, box in boxes.items()
        for other_key, other in others.items()
        if (overlap := box.iou(other)) >= min_overlap
    )
    pairs: dict[int, int] = {}
    for _, key, other_key in overlaps:
        if key not in pairs and other_key not in pairs.values():
            pairs[key] = other_key
    return pairs


def assign_followed(tracks: Tracks, faces: Mapping[int, Face], now: float) -> Tracks:
    """Update tracks with the faces that were followed into the frame of time `now`.

    Where two tracks followed one face, the track whose prediction was nearer gets it. Tracks that come close to each
    other become doubtful.

    Parameters
    ----------
    faces : mapping
        By track ID, in the order of the IDs. Tracks whose face was not found are missing.
    """
    predicted = tracks.boxes_at(now)
    assigned: dict[int, Track] = {}
    rejected: dict[int, Track] = {}
    for track_id in sorted(faces, key=lambda track_id: -faces[track_id].box.iou(predicted[track_id])):
        face, track = faces[track_id], tracks[track_id]
        rivals = [id_ for id_, other in assigned.items() if face.box.containment(other.face.box) > _SAME_FACE]
        close = [id_ for id_, other in assigned.items() if face.box.iou(other.face.box) > _CLOSE]
        for id_ in {*rivals, *close}:
            assigned[id_] = replace(assigned[id_], doubtful=True)
        if rivals:
            rejected[track_id] = replace(track, doubtful=True)
            continue
        track = track.with_face(face, now)
        assigned[track_id] = replace(track, doubtful=True) if close else track
    return tracks.replace(*assigned.values(), *rejected.values())


def assign_detected(
    tracks: Tracks, faces: Sequence[Face], now: float, new_id: Callable[[], int], *, confirmed: bool | None = None
) -> Tracks:
    """Update tracks with the faces that a search of the frame of time `now` found.

    A face on a track that was found in this frame confirms it. Another face continues a lost track near it, or starts
    a new one.

    Parameters
    ----------
    confirmed : bool, optional
        Whether new tracks are confirmed at once. None: those of sufficiently probable faces are.
    """
    seen, lost = tracks.seen_at(now), tracks.lost_at(now)
    detections = match_boxes(seen.boxes, _boxes(faces), _MIN_OVERLAP)
    remaining = [
        face
        for index, face in enumerate(faces)
        if index not in detections.values()
        and all(face.box.containment(box) <= _SAME_FACE for box in seen.boxes.values())
    ]
    returns = match_boxes(lost.boxes_at(now), _boxes(remaining), _MIN_LOST_OVERLAP)
    return tracks.replace(
        *(replace(tracks[track_id], detected_at=now) for track_id in detections),
        *(
            replace(tracks[track_id].with_face(remaining[index], now), detected_at=now, doubtful=True)
            for track_id, index in returns.items()
        ),
        *(
            Track.start(new_id(), face, now, confirmed=confirmed)
            for index, face in enumerate(remaining)
            if index not in returns.values()
        ),
    )


def _boxes(faces: Sequence[Face]) -> dict[int, Box]:
    return {index: face.box for index, face in enumerate(faces)}
