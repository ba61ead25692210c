"""Files are watched in processes: each once, whoever dies, and with the same result as in one process."""

import contextlib
import os
import signal
import subprocess
import sys

import psutil
import pytest

from support.places import ROOT
from support.tagging.clips import write_clip
from support.tagging.file_tasks import ENDING, Unstartable, read_slowly
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipeline_snapshot import PipelineSnapshot
from visavis.factory.pipelines import create_tagging_pipeline
from visavis.imaging import codec
from visavis.storage.paths import DataFolders
from visavis.tagging import log_file
from visavis.tagging.engines.file_task import EngineError
from visavis.tagging.engines.processes import ProcessEngine
from visavis.tagging.tagger import watch


@pytest.fixture
def files(tmp_path):
    """Creates files with these names, and returns their paths."""

    def create(*names):
        for name in names:
            (tmp_path / name).write_text(name)
        return [tmp_path / name for name in names]

    return create


def engine(folders, workers=2, **options):
    return ProcessEngine(b"", workers, folders, task=read_slowly, **options)


def logs(results):
    return {done.path: done.log for done in results}


def test_each_file_is_yielded_once(files, folders):
    paths = files(*map(str, range(7)))
    shares = []
    done = list(engine(folders, on_share=lambda path, share: shares.append((path, share)))(paths))
    assert sorted(each.path for each in done) == paths
    assert logs(done) == {path: str(path).encode() + ENDING for path in paths}
    assert sorted(shares) == [(path, 0.5) for path in paths]


def test_a_killed_process_is_replaced_and_its_file_begun_again(files, folders):
    paths = files(*(f"slow {number}" for number in range(6)))
    watched = engine(folders)
    results = watched(paths)
    done = [next(results)]
    [other] = [pid for path, pid in watched.busy.items() if path != done[0].path]
    os.kill(other, signal.SIGKILL)
    done += results
    assert sorted(each.path for each in done) == paths
    assert logs(done) == {path: str(path).encode() + ENDING for path in paths}


def test_a_file_that_kills_its_process_is_given_up_and_the_others_are_done(files, folders):
    paths = files("a", "deadly", "b")
    done = {each.path: each for each in engine(folders)(paths)}
    assert done.keys() == set(paths)
    assert str(done[paths[1]].error) == f"The process that read {paths[1]} died 3 times."
    assert done[paths[0]].error is done[paths[2]].error is None


def test_what_cannot_be_read_is_said_of_that_file(files, folders):
    [done] = engine(folders)(files("unreadable"))
    assert str(done.error) == "It is odd."


@pytest.mark.parametrize(("name", "error"), [("refused", "No."), ("buggy", "ZeroDivisionError: a bug")])
def test_a_process_that_cannot_work_ends_it(files, folders, name, error, capfd):
    with pytest.raises(EngineError, match=error):
        list(engine(folders)(files("a", name)))


def test_processes_that_never_start_are_an_error(files, folders):
    with pytest.raises(EngineError, match="end before they start to work"):
        list(ProcessEngine(b"", 2, folders, task=Unstartable())(files("a", "b")))


def test_stopping_ends_the_iteration_and_the_processes(files, folders):
    watched = engine(folders)
    results = watched(files(*(f"slow {number}" for number in range(6))))
    next(results)
    pids = list(watched.busy.values())
    watched.stop()
    assert list(results) == []
    assert not any(map(psutil.pid_exists, pids))


KILLED = """
import os, signal, sys
from pathlib import Path
from support.tagging.file_tasks import read_slowly
from visavis.storage.paths import DataFolders
from visavis.tagging.engines.processes import ProcessEngine

if __name__ == "__main__":
    paths = [Path(name) for name in sys.argv[1:]]
    engine = ProcessEngine(b"", 2, DataFolders(Path("data"), Path("cache")), task=read_slowly)
    results = engine(paths)
    next(results)
    print(*engine.busy.values(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name != "posix", reason="has no SIGKILL")
def test_processes_end_with_the_program_that_started_them(files, tmp_path):
    (tmp_path / "killed.py").write_text(KILLED)
    paths = files(*(f"slow {number}" for number in range(4)))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(str(ROOT / each) for each in ("app", "tests"))}
    command = [sys.executable, str(tmp_path / "killed.py"), *map(str, paths)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    for pid in map(int, done.stdout.split()):
        with contextlib.suppress(psutil.NoSuchProcess):  # it is gone already
            psutil.Process(pid).wait(timeout=20)


def test_the_logs_are_those_of_one_process(tmp_path, published_networks, photos):
    folders = DataFolders(tmp_path / "data", published_networks.parent)
    snapshot = PipelineSnapshot("live", "cpu")
    paths = [write_clip(tmp_path / f"{number}.mp4", (photos[number % 2], 1), (None, 0.3)) for number in range(3)]
    codec.write(tmp_path / "c.png", photos[0])
    paths.append(tmp_path / "c.png")
    loader = NetworkLoader(folders, "cpu")
    pipeline, embed = create_tagging_pipeline(snapshot.build(loader), loader)
    here = {path: log_file.encode(watch(path, pipeline, embed, lambda frames, _: frames)) for path in paths}
    assert logs(ProcessEngine(snapshot.encode(), 2, folders)(paths)) == here
