"""Files that an engine works on while the results of earlier files are written."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from visavis.errors import PictureError, VisavisError
from visavis.tagging.engines.engine import TaggingEngine, WatchedFile
from visavis.tagging.tagger import Tagger


class WatchAhead:
    """What an engine sees in the files of a call, kept as it comes in, whatever its order.

    Give `await_log` to the tagger, then call `start`. A thread waits for the engine, so that it never waits for what is
    made of a file.

    Parameters
    ----------
    on_done : callable
        Takes each file that is done, on that thread.
    """

    def __init__(self, engine: TaggingEngine, on_done: Callable[[Path], None] = lambda _: None) -> None:
        self._engine = engine
        self._on_done = on_done
        self._changed = threading.Condition()
        self._waiting: set[Path] = set()
        self._errors: dict[Path, VisavisError] = {}
        self._failure: BaseException | None = None
        self._thread: threading.Thread | None = None

    def start(self, files: Sequence[Path], tagger: Tagger) -> None:
        """Begin with files, each once (`unwatched_files`)."""
        self._waiting = set(files)
        self._thread = threading.Thread(target=self._run, args=(files, tagger), name="engine", daemon=True)
        self._thread.start()

    def await_log(self, path: Path) -> None:
        """Wait until a file is done.

        Raises
        ------
        PictureError
            If it cannot be read.
        EngineError
            If the engine cannot go on.
        DiskError
            If the outputs' folder cannot be written to.
        """
        with self._changed:
            self._changed.wait_for(lambda: path not in self._waiting or self._failure is not None)
            if path in self._waiting and self._failure is not None:
                raise self._failure
            if path in self._errors:
                raise self._errors[path]

    def close(self) -> None:
        """End the work. What is done is kept."""
        self._engine.stop()
        if self._thread is not None:
            self._thread.join()

    def _run(self, files: Sequence[Path], tagger: Tagger) -> None:
        try:
            for done in self._engine(files):
                if done.error is None:
                    tagger.keep(done.path, done.log)
                self._take(done)
        except BaseException as failure:  # noqa: BLE001  raised on the thread that waits
            with self._changed:
                self._failure = failure
                self._changed.notify_all()

    def _take(self, done: WatchedFile) -> None:
        self._on_done(done.path)
        with self._changed:
            self._waiting.discard(done.path)
            if done.error is not None:
                self._errors[done.path] = done.error
            self._changed.notify_all()


def unwatched_files(files: Sequence[Path], tagger: Tagger) -> list[Path]:
    """The files that were not watched before, each once. Those that are gone are left to the tagger, which says so."""
    return [file for file in dict.fromkeys(files) if _is_unwatched(file, tagger)]


def _is_unwatched(path: Path, tagger: Tagger) -> bool:
    try:
        return not tagger.is_watched(path)
    except PictureError:
        return False
