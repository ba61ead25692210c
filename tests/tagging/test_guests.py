"""Unknown people: who is alike is one guest, over all files; two faces of one frame are two."""

import itertools
import time

import numpy as np
import pytest

from support.tagging.face_logs import direction
from visavis.tagging.guests import SAME_PERSON_COSINE, GuestBook, GuestTrack


def track(number, vector, first=0, last=9):
    return GuestTrack(number, np.asarray(vector, np.float32), (first, last))


def mixed(cosine, other=1):
    """A vector with this cosine to `direction(0)`."""
    return cosine * direction(0) + (1 - cosine**2) ** 0.5 * direction(other)


def test_who_is_alike_is_one_guest():
    tracks = [track(7, direction(0)), track(8, direction(1), 20, 29), track(9, mixed(0.9, 2), 40, 49)]
    assert GuestBook()(tracks) == {7: "Guest 1", 8: "Guest 2", 9: "Guest 1"}


@pytest.mark.parametrize(("cosine", "count"), [(SAME_PERSON_COSINE + 0.01, 1), (SAME_PERSON_COSINE - 0.01, 2)])
def test_the_threshold_decides(cosine, count):
    assert len(set(GuestBook()([track(1, direction(0)), track(2, mixed(cosine), 20, 29)]).values())) == count


def test_two_faces_of_one_frame_are_two_people():
    assert GuestBook()([track(1, direction(0), 0, 9), track(2, direction(0), 9, 19)]) == {1: "Guest 1", 2: "Guest 2"}


def test_two_faces_of_one_frame_stay_two_when_a_third_joins_one():
    tracks = [track(1, direction(0), 0, 9), track(2, mixed(0.95), 5, 19), track(3, direction(0), 30, 39)]
    names = GuestBook()(tracks)
    assert names[1] != names[2]
    assert names[3] == names[1]


def test_a_guest_is_known_again_in_the_next_file():
    group = GuestBook()
    assert group([track(1, direction(0)), track(2, direction(1))]) == {1: "Guest 1", 2: "Guest 2"}
    assert group([track(1, direction(2)), track(2, mixed(0.9, 3))]) == {1: "Guest 3", 2: "Guest 1"}


def test_guests_of_earlier_files_never_become_one():
    group = GuestBook()
    group([track(1, direction(0)), track(2, mixed(0.47, 1))])
    names = group([track(1, direction(0) + mixed(0.47, 1))])
    assert names == {1: "Guest 1"}
    assert group([track(1, mixed(0.47, 1))]) == {1: "Guest 2"}


def test_a_guest_gets_no_name_that_somebody_has():
    assert GuestBook(["guest_1"])([track(1, direction(0))]) == {1: "Guest 2"}


def test_nobody_is_grouped_without_tracks():
    assert GuestBook()([]) == {}


def test_many_tracks_of_few_people():
    """Also beyond the number that is compared at once."""
    people = np.linalg.qr(np.random.default_rng(0).normal(size=(128, 20)))[0].T
    noise = np.random.default_rng(1).normal(0, 0.04, (900, 128))
    tracks = [track(n, people[n % 20] + noise[n], 10 * n, 10 * n + 9) for n in range(900)]
    started = time.process_time()
    names = GuestBook()(tracks)
    assert time.process_time() - started < 20
    assert {frozenset(n for n in names if names[n] == name) for name in names.values()} == {
        frozenset(range(person, 900, 20)) for person in range(20)
    }


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_tracks_does_not_matter(order):
    tracks = [track(1, direction(0)), track(2, direction(1), 20, 29), track(3, mixed(0.8), 40, 49)]
    assert GuestBook()([tracks[index] for index in order]) == {1: "Guest 1", 2: "Guest 2", 3: "Guest 1"}
