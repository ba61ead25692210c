"""A process that works on files for this one. It ends with it, however that ends."""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from visavis.storage.paths import DataFolders
from visavis.tagging.engines.engine import ShareCallback, ignore_share
from visavis.tagging.engines.file_task import EngineError, Reply
from visavis.tagging.engines.program_version import program_versions

FileTask = Callable[..., Reply]
"""Takes what `watch_file` takes: what is common to all files, a record of one, and who asks."""

#: Seconds that a process has to end by itself, after it was told to.
_PATIENCE_S = 5.0


class WorkerProcess:
    """One process, and the file that it has."""

    def __init__(self, common: object, folders: DataFolders, threads: int, task: FileTask) -> None:
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
            self.connection.send((common, program_versions()))

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    def begin(self, path: Path, record: Mapping[str, Any]) -> None:
        """Give it a file. If it is dead, the next look at the connection tells."""
        self.path = path
        with contextlib.suppress(OSError):
            self.connection.send(record)

    def finish(self, on_share: ShareCallback = ignore_share) -> Reply:
        """Wait for what comes of its file.

        Raises
        ------
        EOFError, OSError
            If it is dead.
        EngineError
            If it has a bug.
        """
        path = self.path
        assert path is not None
        while True:
            kind, value = self.connection.recv()
            if kind == "share":
                on_share(path, value)
            elif kind == "bug":
                raise EngineError("The process for {path} failed: {reason}.", path=path, reason=value)
            elif kind == "done":
                self.path = None
                reply: Reply = value
                return reply

    def kill(self) -> None:
        """End it while another thread waits for it; that one is told, and must `stop` it."""
        self._process.kill()

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
        common, versions = connection.recv()
        connection.send(("ready", None))
        while True:
            file = connection.recv()
            try:
                reply = task(common, file, versions, str(os.getpid()), folders, _sender(connection))
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
