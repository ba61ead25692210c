"""Linkage: what resembles a track of the same scene, at another time and near it, is a part of it."""

import numpy as np
import pytest

from support.fakes import picture
from support.tagging.face_logs import direction, face_log
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box
from visavis.tagging.face_log import FRAME, NAME, TRACK
from visavis.tagging.linkage import link
from visavis.tagging.tracklets import Tracklet

#: Where the first and the second track of `face_log` are.
FIRST, SECOND = Box(10, 5, 20, 20), Box(20, 5, 20, 20)


def like(track, cosine, other=9):
    """A vector with this cosine to that of a track."""
    return np.asarray(cosine * direction(track) + (1 - cosine**2) ** 0.5 * direction(other), np.float32)


def tracklet(frames, vector, box=FIRST):
    made = Tracklet()
    for frame in frames:
        made.add(Frame(picture(10), 0.0, frame, frame / 10), box, None, vector)
    return made


def never(vector, name):
    return False


def frames_of(log, name):
    return log.faces[log.faces[:, NAME] == log.names.index(name), FRAME].tolist()


def test_a_tracklet_becomes_a_part_of_the_track_that_it_resembles():
    log = link(face_log(("Ada", 0, 9)), [tracklet([14, 15, 17], like(1, 0.6))], never)
    assert frames_of(log, "Ada") == [*range(10), 14, 15, 16, 17]
    assert log.faces[:, TRACK].tolist() == [1] * 14
    assert len(log.scores) == 14
    assert set(log.scores.tolist()) == {np.float32(0.9)}
    assert np.all(np.diff(log.faces[:, FRAME]) >= 0)


def test_one_before_its_track_does_so_too():
    assert frames_of(link(face_log(("Ada", 20, 29)), [tracklet([14, 16], like(1, 0.6))], never), "Ada")[:3] == [
        14,
        15,
        16,
    ]


@pytest.mark.parametrize(
    "given",
    [
        tracklet([14, 15], like(1, 0.4)),
        tracklet([8, 9], like(1, 0.9)),
        tracklet([45, 46], like(1, 0.9)),
        tracklet([12, 13], like(1, 0.9), Box(120, 5, 20, 20)),
        tracklet([12, 13], like(1, 0.9), Box(10, 5, 60, 60)),
    ],
    ids=["unlike", "in the same frames", "much later", "far away", "much larger"],
)
def test_what_cannot_be_the_same_person_is_left_out(given):
    log = face_log(("Ada", 0, 9))
    assert frames_of(link(log, [given], never), "Ada") == [*range(10)]


def test_a_new_scene_has_other_people():
    log = face_log(("Ada", 0, 9), cuts=[0, 12])
    assert frames_of(link(log, [tracklet([14, 15], like(1, 0.9))], never), "Ada") == [*range(10)]


def test_what_resembles_two_people_is_nobody():
    log = face_log(("Ada", 0, 9), ("Bob", 0, 9))
    both, ada = direction(1) + direction(2), direction(1) + 0.5 * direction(2)
    assert len(link(log, [tracklet([14, 15], both)], never).faces) == len(log.faces)
    assert frames_of(link(log, [tracklet([14, 15], ada)], never), "Ada") == [*range(10), 14, 15]


def test_the_user_said_that_it_is_somebody_else():
    given = [tracklet([14, 15], like(1, 0.9))]
    asked = []
    log = link(face_log(("Ada", 0, 9)), given, lambda vector, name: asked.append(name) or True)
    assert (frames_of(log, "Ada"), asked[:1]) == ([*range(10)], ["Ada"])


def test_of_two_faces_in_one_frame_the_more_similar_one_is_linked():
    given = [tracklet([14, 15], like(1, 0.6)), tracklet([15, 16], like(1, 0.7))]
    assert frames_of(link(face_log(("Ada", 0, 9)), given, never), "Ada") == [*range(10), 15, 16]


def test_what_was_linked_brings_nearer_what_comes_later():
    far, near = tracklet([50, 52], like(1, 0.9)), tracklet([22, 35], like(1, 0.6))
    assert frames_of(link(face_log(("Ada", 0, 9)), [far], never), "Ada") == [*range(10)]
    assert frames_of(link(face_log(("Ada", 0, 9)), [far, near], never), "Ada")[-3:] == [50, 51, 52]


def test_an_undecided_track_gets_the_name_of_a_person_of_its_scene():
    log = face_log(("Ada", 0, 9), (None, 14, 20, {"vector": like(1, 0.6)}))
    named = link(log, [], never, undecided=[2])
    assert frames_of(named, "Ada") == [*range(10), *range(14, 21)]
    assert not named.tracks[2].may_be_guest
    assert frames_of(link(log, [], never), "Ada") == [*range(10)]


def test_the_tracklets_of_a_guest_belong_to_the_guest():
    log = link(face_log((None, 0, 9)), [tracklet([14, 15], like(1, 0.6))], never)
    assert log.frames_of(1).tolist() == [*range(10), 14, 15]
    assert set(log.faces[:, NAME].tolist()) == {-1}
