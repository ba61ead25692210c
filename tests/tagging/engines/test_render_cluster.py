"""Copies and scenes are made on a real Dask cluster: the same files as here, also if a worker dies."""

import os
import signal

import pytest

from support.tagging.clusters import Cluster
from support.tagging.reviewed_clip import tagged_clip, write_numbered_clip
from visavis.errors import PictureError
from visavis.tagging.engines import rendering
from visavis.tagging.engines.render_cluster import ClusterRenderer
from visavis.tagging.engines.rendering import RenderingPlan, is_rendered, render_record
from visavis.tagging.folder import OutputFolder
from visavis.tagging.redaction import HiddenFaces

pytestmark = pytest.mark.slow


@pytest.fixture
def cluster(tmp_path):
    cluster = Cluster(tmp_path)
    cluster.wait_for(2)
    yield cluster
    cluster.close()


def videos(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.mp4")}


def test_a_killed_worker_loses_nothing_and_what_is_written_is_what_is_written_here(cluster, tmp_path, qtbot):
    plan = RenderingPlan(tmp_path / "there", hidden=HiddenFaces(), clips=True)
    clips = [tagged_clip(write_numbered_clip(tmp_path / f"{number}.mp4")) for number in range(4)]
    here, there = OutputFolder(tmp_path / "here", options=plan.options()), OutputFolder(plan.folder)
    for clip in clips:
        here.write(clip)
        there.write(clip)
    renderer = ClusterRenderer(cluster.address, plan)
    pids = renderer._client.run(os.getpid)
    waits = [renderer.submit(render_record(clip, plan.folder, clip.path.stem)) for clip in clips]
    qtbot.waitUntil(lambda: any(renderer._client.processing().values()), timeout=60_000)
    [victim, *_] = [worker for worker, tasks in renderer._client.processing().items() if tasks]
    os.kill(pids[victim], signal.SIGKILL)
    assert all(is_rendered(wait()) for wait in waits)
    renderer.close()
    assert videos(tmp_path / "there") == videos(tmp_path / "here")


def test_what_a_worker_cannot_do_is_said_and_a_broken_video_is_an_error(cluster, tmp_path):
    clip = tagged_clip(write_numbered_clip(tmp_path / "film.mp4"))
    OutputFolder(tmp_path / "out").write(clip)
    renderer = ClusterRenderer(cluster.address, RenderingPlan(tmp_path / "other", clips=True))
    reply = renderer.submit(render_record(clip, tmp_path / "out", "film"))()
    assert not is_rendered(reply)
    assert "does not see" in str(rendering.refusal(reply))
    renderer.close()
    renderer = ClusterRenderer(cluster.address, RenderingPlan(tmp_path / "out", clips=True))
    record = render_record(clip, tmp_path / "out", "film")
    clip.path.write_bytes(bytes(record["size"]))
    with pytest.raises(PictureError):
        is_rendered(renderer.submit(record)())
    renderer.close()
