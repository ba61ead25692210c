"""Work done over and over leaves nothing behind; `make soak` does it far more often."""

import threading

import pytest

from visavis.bench.cast import enroll_cast
from visavis.bench.endurance import EnduranceResult, EnduranceRun
from visavis.storage.paths import DataFolders


@pytest.fixture(scope="module")
def run(published_networks, tmp_path_factory):
    """A run with two enrolled people and a model of them."""
    place = tmp_path_factory.mktemp("endurance")
    return EnduranceRun(enroll_cast(DataFolders(place / "user", published_networks.parent), place))


@pytest.mark.parametrize(
    ("work", "count"), [("analyze_frames", 60), ("swap_models", 5), ("cancel_trainings", 2), ("capture", 40)]
)
def test_nothing_is_left(run, work, count):
    threads = threading.active_count()
    result = getattr(run, work)(count)
    assert result.count == count
    assert max(result.more_threads, result.more_handles, result.more_files) <= 0
    assert threading.active_count() <= threads


def test_faces_come_and_go_and_are_named(run):
    result = run.analyze_frames(240)  # more than a period of the demo
    faces, named = (int(words.split()[0]) for words in result.details.split(", "))
    assert 240 < faces < 480
    assert named > faces * 0.9


@pytest.mark.parametrize(
    "change", [{"memory_mb": (100, 105)}, {"more_threads": 1}, {"more_handles": 1}, {"more_files": 1}]
)
def test_growth_or_anything_left_is_not_sound(change):
    sound = {"memory_mb": (100, 104), "more_threads": 0, "more_handles": 0, "more_files": -1}
    assert EnduranceResult("frames", 1, **sound).is_sound
    assert not EnduranceResult("frames", 1, **{**sound, **change}).is_sound
