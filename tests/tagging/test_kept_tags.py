"""What tag keeps of a video is taken over as it was, for that video only, and by nobody who changed it."""

import shutil

import numpy as np
import pytest

from support.tagging.face_logs import direction
from support.tagging.reviewed_clip import tagged_clip, write_numbered_clip
from visavis.errors import DamagedFileError, FileError, NewerFileError, SourceError
from visavis.storage import arrays
from visavis.tagging import kept_tags
from visavis.tagging.folder import OutputFolder


@pytest.fixture
def clip(tmp_path):
    return write_numbered_clip(tmp_path / "film.mp4", frames=10)


@pytest.fixture
def kept(clip, tmp_path):
    """The path of what is kept of the clip, as tagging it writes it."""
    OutputFolder(tmp_path / "out").write(tagged_clip(clip))
    return tmp_path / "out" / "film.tags.npz"


def test_it_has_the_people_spans_and_guests_of_the_results(clip, kept):
    found = kept_tags.read(kept)
    assert found.of(clip).tags.as_json() == tagged_clip(clip).tags.as_json()
    assert found.of(clip).guests == tagged_clip(clip).guests
    assert found.video == clip


def test_nobody_can_be_recognized_by_it(kept):
    assert all(summary.vector is None for summary in kept_tags.read(kept).tagged.log.tracks.values())
    assert direction(1).tobytes() not in kept.read_bytes()


def test_it_is_found_beside_the_video_and_in_folders_there(clip, kept, tmp_path):
    assert kept_tags.find(clip).path == kept
    assert kept_tags.files_in(tmp_path / "out") == [kept]
    shutil.move(kept, tmp_path / "film.tags.npz")
    assert kept_tags.find(clip).path == tmp_path / "film.tags.npz"


def test_it_is_not_taken_for_another_video_of_that_name(clip, kept):
    write_numbered_clip(clip, frames=11)
    assert kept_tags.find(clip) is None
    with pytest.raises(SourceError, match=r"is not at .* any more, or was changed"):
        kept_tags.video_of(kept_tags.read(kept))


def test_a_video_that_was_moved_with_its_results_is_found(clip, kept, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    for path in (clip, kept.parent):
        shutil.move(path, tmp_path / "elsewhere" / path.name)
    found = kept_tags.read(tmp_path / "elsewhere" / "out" / kept.name)
    assert kept_tags.video_of(found) == tmp_path / "elsewhere" / "film.mp4"


def test_what_is_damaged_is_no_hindrance(clip, kept):
    kept.write_bytes(kept.read_bytes()[:-200])
    with pytest.raises(FileError):
        kept_tags.read(kept)
    assert kept_tags.find(clip) is None


#: Changes to the arrays of the log, each of which makes it contradict itself.
CHANGES = {
    "a face of no frame": ("faces", (0, 0), 10_000),
    "a frame before the first": ("faces", (0, 0), -1),
    "a face of no track": ("faces", (0, 1), 99),
    "a name that there is not": ("faces", (0, 2), 7),
    "a face without pixels": ("faces", (0, 5), 0),
    "a time that goes back": ("times", (3,), 0.0),
    "a best frame that there is not": ("tracks", (0, 1), 10_000),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_log_that_contradicts_itself_is_damaged(kept, change):
    name, place, value = CHANGES[change]
    whole = arrays.read(kept)
    log = arrays.decode(whole["log"].tobytes())
    log[name][place] = value
    arrays.write(kept, {**whole, "log": np.frombuffer(arrays.encode(log), np.uint8)})
    with pytest.raises(DamagedFileError):
        kept_tags.read(kept)


def test_a_newer_version_is_refused(kept):
    whole = arrays.read(kept)
    facts = whole["facts"].tobytes().replace(b'"version": 1', b'"version": 2')
    arrays.write(kept, {**whole, "facts": np.frombuffer(facts, np.uint8)})
    with pytest.raises(NewerFileError, match="newer version"):
        kept_tags.read(kept)
