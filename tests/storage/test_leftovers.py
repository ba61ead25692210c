"""Leftovers of killed programs are noticed without a lock."""

import pytest

from visavis.storage import disk, leftovers


@pytest.mark.parametrize(
    "place",
    [
        "people/.litter-1/a.jpg",
        "strangers/.tmp-1",
        "trash/x/.tmp-1",
        "models/.staging-1/model/card.json",
        "models/.training/.tmp-1",
        "embeddings/tuned/.tmp-1",
        "forgetting/1.json",
        ".tmp-1",
    ],
)
def test_what_a_killed_program_leaves_is_noticed(folders, place):
    assert not leftovers.has_any(folders)
    disk.write_whole(folders.people / "Ada" / "person.json", b"")
    disk.write_whole(folders.models / ".training" / "state.npz", b"")
    assert not leftovers.has_any(folders)
    disk.write_whole(folders.data / place, b"")
    assert leftovers.has_any(folders)
