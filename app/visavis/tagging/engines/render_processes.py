"""The renderer that uses processes of this computer. A process that dies is replaced, and its video begun again."""

import os
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from visavis.storage.paths import DataFolders
from visavis.tagging.engines.engine import MAX_ATTEMPTS
from visavis.tagging.engines.file_task import EngineError, Reply, given_up
from visavis.tagging.engines.rendering import RenderingPlan, RenderRecord, Wait, render_file
from visavis.tagging.engines.worker_process import FileTask, WorkerProcess


class ProcessRenderer:
    """Makes copies and scenes in processes of this computer, which start when they are needed.

    Parameters
    ----------
    workers : int
        How many processes.
    task : callable
        Seam for tests: what a process does for a video, a function of a module.
    """

    def __init__(self, plan: RenderingPlan, workers: int, folders: DataFolders, task: FileTask = render_file) -> None:
        self._plan = plan
        self._folders = folders
        self._task = task
        self._threads = max((os.cpu_count() or 1) // workers, 1)
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="rendering")
        self._lock = threading.Lock()
        self._idle: list[WorkerProcess] = []
        self._closed = threading.Event()
        self.busy: dict[Path, WorkerProcess] = {}
        """The processes that have a video, by that video."""

    def submit(self, record: RenderRecord) -> Wait:
        future: Future[Reply] = self._pool.submit(self._render, record)
        return future.result

    def close(self) -> None:
        with self._lock:
            self._closed.set()
            for worker in self.busy.values():
                worker.kill()
        self._pool.shutdown(cancel_futures=True)
        for worker in self._idle:
            worker.stop()

    def _render(self, record: RenderRecord) -> Reply:
        path = Path(record["path"])
        for _ in range(MAX_ATTEMPTS):
            worker = self._begin(path, record)
            try:
                reply = worker.finish()
            except (EOFError, OSError):
                self._end(path)
                worker.stop()
                continue
            except EngineError:
                self._end(path)
                worker.stop()
                raise
            self._end(path, worker)
            return reply
        gone = given_up(path).error
        assert gone is not None
        return {"error": gone.message.to_json(), "hint": gone.hint.to_json()}

    def _begin(self, path: Path, record: RenderRecord) -> WorkerProcess:
        """Give a video to a process.

        Raises
        ------
        EngineError
            If the work was ended.
        """
        with self._lock:
            if self._closed.is_set():
                raise EngineError("The work was ended.")
            worker = self._idle.pop() if self._idle else None
        worker = worker or WorkerProcess(self._plan, self._folders, self._threads, self._task)
        with self._lock:
            if not self._closed.is_set():
                self.busy[path] = worker
                worker.begin(path, record)
                return worker
        worker.stop()
        raise EngineError("The work was ended.")

    def _end(self, path: Path, worker: WorkerProcess | None = None) -> None:
        with self._lock:
            self.busy.pop(path, None)
            if worker is not None:
                self._idle.append(worker)
