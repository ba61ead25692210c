"""The engine that uses processes of this computer. A process that dies is replaced, and its file is started again."""

import contextlib
import multiprocessing
import os
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from multiprocessing.connection import wait
from pathlib import Path

from visavis.storage.paths import DataFolders
from visavis.tagging.engines.engine import MAX_ATTEMPTS, ShareCallback, WatchedFile, ignore_share
from visavis.tagging.engines.file_task import EngineError, file_record, given_up, to_watched, watch_file
from visavis.tagging.engines.worker_process import FileTask, WorkerProcess


class ProcessEngine:
    """Watches files in processes of this computer.

    Parameters
    ----------
    snapshot : bytes
        Of the pipeline (`PipelineSnapshot.encode`).
    workers : int
        How many processes.
    folders : DataFolders
        Where the published networks are.
    on_share : callable
        Is told how far each file is.
    task : callable
        Seam for tests: what a process does for a file, a function of a module.
    """

    def __init__(
        self,
        snapshot: bytes,
        workers: int,
        folders: DataFolders,
        on_share: ShareCallback = ignore_share,
        task: FileTask = watch_file,
    ) -> None:
        self._snapshot = snapshot
        self._workers = workers
        self._folders = folders
        self._on_share = on_share
        self._stopped, self._stop = multiprocessing.Pipe(duplex=False)
        self._task = task
        self._failed_starts = 0
        self.busy: dict[Path, int] = {}
        """The processes that have a file, by that file."""

    def stop(self) -> None:
        with contextlib.suppress(OSError):
            self._stop.close()

    def __call__(self, paths: Sequence[Path]) -> Iterator[WatchedFile]:
        waiting = deque(paths)
        attempts: Counter[Path] = Counter()
        workers = [self._start() for _ in range(min(self._workers, len(waiting)))]
        try:
            while waiting or any(worker.path for worker in workers):
                for worker in workers:
                    if worker.path is None and waiting:
                        file = waiting.popleft()
                        worker.begin(file, file_record(file))
                self.busy = {worker.path: worker.pid for worker in workers if worker.path is not None}
                ready = wait([self._stopped, *(worker.connection for worker in workers)])
                if self._stopped in ready:
                    return
                for worker in [worker for worker in workers if worker.connection in ready]:
                    path = worker.path
                    try:
                        done = self._receive(worker)
                    except (EOFError, OSError):
                        done = None
                        workers.remove(worker)
                        self._bury(worker)
                        if path is not None:
                            attempts[path] += 1
                            done = given_up(path) if attempts[path] >= MAX_ATTEMPTS else None
                        if path is not None and done is None:
                            waiting.appendleft(path)
                        if waiting:
                            workers.append(self._start())
                    if done is not None:
                        yield done
        finally:
            for worker in workers:
                worker.stop()
            self.busy = {}

    def _start(self) -> WorkerProcess:
        threads = max((os.cpu_count() or 1) // self._workers, 1)
        return WorkerProcess(self._snapshot, self._folders, threads, self._task)

    def _bury(self, worker: WorkerProcess) -> None:
        """Take note of a death.

        Raises
        ------
        EngineError
            If none of these processes ever gets to work.
        """
        worker.stop()
        self._failed_starts = 0 if worker.is_ready else self._failed_starts + 1
        if self._failed_starts >= MAX_ATTEMPTS:
            raise EngineError(
                "The processes end before they start to work.",
                hint="Try it without --workers; perhaps memory is short.",
            )

    def _receive(self, worker: WorkerProcess) -> WatchedFile | None:
        """What a process has to say: how far it is, or what came of its file.

        Raises
        ------
        EOFError, OSError
            If it is dead.
        EngineError
            If it cannot work.
        """
        kind, value = worker.connection.recv()
        worker.is_ready = True
        path = worker.path
        if path is None or kind == "ready":
            return None
        if kind == "share":
            self._on_share(path, value)
            return None
        worker.path = None
        if kind == "bug":
            raise EngineError("The process for {path} failed: {reason}.", path=path, reason=value)
        return to_watched(path, value)
