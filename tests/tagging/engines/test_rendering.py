"""A worker makes of a video what this process makes of it, or says why it cannot."""

from dataclasses import replace

import pytest

from support.tagging.reviewed_clip import tagged_clip, write_numbered_clip
from visavis.errors import DiskError, PictureError
from visavis.tagging.engines.program_version import program_versions
from visavis.tagging.engines.rendering import RenderingPlan, is_rendered, refusal, render_file, render_record
from visavis.tagging.folder import OutputFolder
from visavis.tagging.redaction import HiddenFaces
from visavis.ui.live.annotator import Annotator


@pytest.fixture
def tagged(tmp_path):
    return tagged_clip(write_numbered_clip(tmp_path / "film.mp4", frames=100))


def plan_for(folder, **options):
    return RenderingPlan(folder, **{"create_label": Annotator, "hidden": HiddenFaces(), "clips": True, **options})


@pytest.fixture
def request_in(tagged):
    """Writes the results of the clip into a folder, and returns what a worker is told then."""

    def request_in(folder):
        OutputFolder(folder).write(tagged)
        return render_record(tagged, folder, "film")

    return request_in


def videos(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.mp4")}


def test_it_makes_what_is_made_here(tagged, request_in, tmp_path, qapp):
    plan = plan_for(tmp_path / "there")
    assert is_rendered(render_file(plan, request_in(plan.folder), program_versions(), "w"))
    OutputFolder(tmp_path / "here", options=plan.options()).write(tagged)
    assert videos(tmp_path / "there") == videos(tmp_path / "here")
    assert len(videos(tmp_path / "there")) == 2 + sum(len(person.spans) for person in tagged.tags.people)


def test_no_embedding_is_sent(request_in, tagged, tmp_path):
    vector = next(summary.vector for summary in tagged.log.tracks.values() if summary.vector is not None)
    assert vector.tobytes() not in request_in(tmp_path / "out")["log"]


def test_a_worker_that_does_not_see_the_folder_refuses(request_in, tmp_path):
    record = request_in(tmp_path / "out")
    reply = render_file(plan_for(tmp_path / "other"), record, program_versions(), "tcp://w")
    assert not is_rendered(reply)
    assert str(refusal(reply)) == f"Worker tcp://w does not see {tmp_path / 'other'}."


def test_a_worker_without_qt_refuses(request_in, tmp_path):
    reply = render_file(
        plan_for(tmp_path / "out", create_label=without_qt), request_in(tmp_path / "out"), program_versions(), "w"
    )
    assert not is_rendered(reply)
    assert str(refusal(reply)) == "Worker w cannot write names: No module named 'PySide6'."


def without_qt():
    raise ImportError("No module named 'PySide6'")


def test_a_worker_with_another_version_refuses(request_in, tmp_path):
    versions = {**program_versions(), "Visavis": "9.9"}
    assert "9.9" in str(refusal(render_file(plan_for(tmp_path / "out"), request_in(tmp_path / "out"), versions, "w")))


def test_a_video_that_cannot_be_read_any_more_is_said(request_in, tmp_path, qapp):
    record = request_in(tmp_path / "out")
    (tmp_path / "film.mp4").write_bytes(bytes(record["size"]))
    with pytest.raises(PictureError):
        is_rendered(render_file(plan_for(tmp_path / "out"), record, program_versions(), "w"))


def test_a_full_disk_is_said(request_in, tmp_path, qapp):
    record = request_in(tmp_path / "out")
    (tmp_path / "out" / "film.labeled.mp4").mkdir()
    with pytest.raises(DiskError):
        is_rendered(render_file(plan_for(tmp_path / "out"), record, program_versions(), "w"))


def test_nothing_to_make_is_an_empty_plan(tmp_path):
    assert RenderingPlan(tmp_path).is_empty
    assert not replace(RenderingPlan(tmp_path), clips=True).is_empty
