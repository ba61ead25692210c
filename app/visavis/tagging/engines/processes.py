"""The engine that uses processes of this computer. A process that dies is replaced, and its file is started again."""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from visavis.storage.paths import DataFolders
from visavis.tagging.engines.engine import MAX_ATTEMPTS, ShareCallback, WatchedFile, ignore_share
from visavis.tagging.engines.file_task import (
    EngineError,
    FileRecord,
    Reply,
    file_record,
    given_up,
    to_watched,
    watch_file,
)
from visavis.tagging.engines.program_version import program_versions

FileTask = Callable[..., Reply]
"""Takes what `watch_file` takes."""

#: Seconds that a process has to end by itself, after it was told to.
_PATIENCE_S = 5.0


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
                        worker.begin(waiting.popleft())
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

    def _start(self) -> "_Worker":
        threads = max((os.cpu_count() or 1) // self._workers, 1)
        return _Worker(self._snapshot, self._folders, threads, self._task)

    def _bury(self, worker: "_Worker") -> None:
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

    def _receive(self, worker: "_Worker") -> WatchedFile | None:
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


class _Worker:
    """One process, and the file that it has."""

    def __init__(self, snapshot: bytes, folders: DataFolders, threads: int, task: FileTask) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would share locks that threads of OpenCV hold
        self.connection, theirs = context.Pipe()
        self.path: Path | None = None
        self.is_ready = False  #: whether it has said anything
        self._process = context.Process(
            target=_serve,
            args=(theirs, task, str(folders.data), str(folders.cache), threads),
            name="tagging",
            daemon=True,
        )
        with _interrupts_blocked():
            self._process.start()
        theirs.close()  # so that its death is the end of the connection
        with contextlib.suppress(OSError):  # it is dead: the next look at the connection tells
            self.connection.send((snapshot, program_versions()))

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    def begin(self, path: Path) -> None:
        """Give it a file. If it is dead, the next look at the connection tells."""
        self.path = path
        with contextlib.suppress(OSError):
            self.connection.send(file_record(path))

    def stop(self) -> None:
        """End it, whatever it does."""
        self.connection.close()
        self._process.terminate()
        self._process.join(_PATIENCE_S)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


@contextlib.contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Around the start of a process, which takes this over: Ctrl-C is for the program that was started."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: "Connection[Any, Any]", task: FileTask, data: str, cache: str, threads: int) -> None:
    """The work of a process: files in, replies out, until the connection ends."""
    _end_with_parent()
    import cv2

    cv2.setNumThreads(threads)
    folders = DataFolders(Path(data), Path(cache))
    with contextlib.suppress(EOFError, OSError):
        snapshot, versions = connection.recv()
        connection.send(("ready", None))
        while True:
            file: FileRecord = connection.recv()
            try:
                reply = task(snapshot, file, versions, str(os.getpid()), folders, _sender(connection))
            except Exception as error:
                connection.send(("bug", f"{type(error).__name__}: {error}"))
                raise
            connection.send(("done", reply))


def _sender(connection: "Connection[Any, Any]") -> Callable[[float], None]:
    return lambda share: connection.send(("share", share))


def _end_with_parent() -> None:
    """End this process at once when the program that started it is gone, however that ended."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch_parent(sentinel: int) -> None:
        wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch_parent, args=(parent.sentinel,), name="parent", daemon=True).start()
