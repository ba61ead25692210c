"""The engine for a Dask cluster, given by the address of its scheduler. Dask repeats the work of a dead worker.

Pictures and embeddings of faces go to that scheduler and its workers, and nowhere else. Dask sends Python objects:
anybody who can reach a scheduler can run code on it, on its workers, and on its clients.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

import cv2

from visavis.errors import VisavisError
from visavis.messages import Message
from visavis.process.extras import CLUSTER
from visavis.tagging.engines.engine import ShareCallback, WatchedFile, ignore_share
from visavis.tagging.engines.file_task import (
    EngineError,
    FileRecord,
    Reply,
    file_record,
    given_up,
    require_file,
    require_versions,
    to_watched,
    watch_file,
)
from visavis.tagging.engines.program_version import program_versions

if TYPE_CHECKING:
    from distributed import Client, Future

#: What a worker without the program does not have.
_PACKAGE = "visavis"
#: What needs the extra "cluster", for its message.
TAGGING_ON_A_CLUSTER = Message("Tagging on a cluster")
#: Seconds within which a scheduler must answer.
_ANSWER_S = 10
#: What to do about an address that is none.
_ADDRESS_HINT = Message("Start one (dask scheduler), and give the address that it prints, such as tcp://HOST:8786.")
#: What to do about missing certificates.
_TLS_HINT = Message("Name them in Dask's configuration: distributed.comm.tls.ca-file, client.cert and client.key.")
#: Topic of the events by which workers say how far a file is.
_TOPIC = "visavis-share"


class ClusterEngine:
    """Watches files on the workers of a Dask cluster, which must see them under the same paths.

    Parameters
    ----------
    address : str
        Of the scheduler: tcp://HOST:PORT, or tls://HOST:PORT with the certificates that Dask's configuration names.
    snapshot : bytes
        Of the pipeline (`PipelineSnapshot.encode`). It is sent to each worker.
    on_share : callable
        Is told how far each file is.

    Raises
    ------
    MissingExtraError
        If Dask is not installed.
    EngineError
        If no scheduler answers there, it has no workers, or one of them has another program.
    """

    def __init__(self, address: str, snapshot: bytes, on_share: ShareCallback = ignore_share) -> None:
        CLUSTER.require(TAGGING_ON_A_CLUSTER)
        self._address = address
        self._snapshot = snapshot
        self._on_share = on_share
        self._done: SimpleQueue[Any] = SimpleQueue()  # futures that are done; None: stop
        self._client = connect(address)
        try:
            self._require_workers()
        except BaseException:
            self._client.close()
            raise

    @property
    def workers(self) -> int:
        """How many workers the cluster has now."""
        return len(self._client.scheduler_info(n_workers=-1)["workers"])

    def stop(self) -> None:
        self._done.put(None)

    def __call__(self, paths: Sequence[Path]) -> Iterator[WatchedFile]:
        files = {str(path.absolute()): path for path in paths}
        records = [file_record(path) for path in paths]
        submitted: dict[Any, Path] = {}
        try:
            if records:
                self._require_file(records[0])
            self._client.subscribe_topic(_TOPIC, lambda event: self._tell_share(event, files))
            snapshot = self._client.scatter(self._snapshot, broadcast=True)
            for record in records:
                future = self._client.submit(_watch, snapshot, record, program_versions(), pure=False)
                submitted[future] = files[record["path"]]
                future.add_done_callback(self._done.put)
            while submitted:
                future = self._done.get()
                if future is None:
                    return
                path = submitted.pop(future)
                yield self._receive(path, future)
                future.release()
        except OSError as error:  # of Dask's own, when the scheduler is gone
            raise self._loss_error() from error
        finally:
            for future in submitted:
                future.release()
            with contextlib.suppress(Exception):  # the scheduler may be gone
                self._client.close()

    def _receive(self, path: Path, future: Future) -> WatchedFile:
        """What came of a file.

        Raises
        ------
        EngineError
            If the worker could not do it.
        """
        from distributed import KilledWorker

        if future.status == "cancelled":
            raise self._loss_error()
        try:
            return to_watched(path, future.result())
        except KilledWorker:
            return given_up(path)
        except VisavisError:
            raise
        except Exception as error:
            reason = str(error) or type(error).__name__
            raise EngineError("The cluster failed at {path}: {reason}.", path=path, reason=reason) from error

    def _require_workers(self) -> None:
        """Check that there are workers, and that each has this program."""
        if not self.workers:
            raise EngineError(
                "The cluster at {address} has no workers.",
                hint="Start some: dask worker {address}",
                address=self._address,
            )
        answers = self._client.run(_check, program_versions(), None, on_error="return")
        _raise_first(answers)

    def _require_file(self, record: FileRecord) -> None:
        """Check that each worker sees the first file: if one does not, it will see none."""
        _raise_first(self._client.run(_check, program_versions(), record, on_error="return"))

    def _tell_share(self, event: tuple[Any, Any], by_path: dict[str, Path]) -> None:
        _, said = event
        path = by_path.get(said["path"])
        if path is not None:
            self._on_share(path, said["share"])

    def _loss_error(self) -> EngineError:
        return EngineError(
            "The scheduler at {address} does not answer any more.",
            hint="Finished files are kept. Run the same command again to continue.",
            address=self._address,
        )


def connect(address: str) -> Client:
    """A client of the scheduler at an address.

    Raises
    ------
    EngineError
        If none answers there.
    """
    from distributed import Client

    for name in ("distributed", "tornado"):  # what they have to say is said here
        logging.getLogger(name).setLevel(logging.CRITICAL)
    _require_address(address)
    try:
        return Client(address, timeout=_ANSWER_S, set_as_default=False, name="visavis")
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise EngineError(
            "No Dask scheduler answers at {address}: {reason}.",
            hint=_ADDRESS_HINT,
            address=address,
            reason=reason.rstrip("."),
        ) from error


def _require_address(address: str) -> None:
    """Check that a scheduler can be asked at an address: Dask itself waits long before it says what is wrong.

    Raises
    ------
    EngineError
        If it is none, or one of TLS without certificates.
    """
    from distributed.comm.addressing import parse_address, parse_host_port
    from distributed.comm.registry import get_backend
    from distributed.security import Security

    try:
        scheme, place = parse_address(address)
        get_backend(scheme)
        parse_host_port(place)
    except ValueError as error:
        raise EngineError(
            "{address} is not the address of a scheduler.", hint=_ADDRESS_HINT, address=address
        ) from error
    if scheme == "tls":
        try:
            is_complete = Security().get_connection_args("client").get("ssl_context") is not None
        except OSError as error:
            raise EngineError(
                "The certificates for {address} cannot be read.", hint=_TLS_HINT, address=address
            ) from error
        if not is_complete:
            raise EngineError("There are no certificates for {address}.", hint=_TLS_HINT, address=address)


def _raise_first(answers: dict[str, Any]) -> None:
    """Raise what a worker answered that cannot do the work."""
    for worker, answer in sorted(answers.items()):
        if isinstance(answer, BaseException):
            raise _worker_error(worker, answer) from answer
        to_watched(Path(), answer)


def _worker_error(worker: str, error: BaseException) -> EngineError:
    """What it means that a worker raised something."""
    if f"No module named '{_PACKAGE}" in str(error):
        return EngineError(
            "Worker {worker} does not have this version of Visavis.",
            hint="Install it on all computers of the cluster: pip install 'visavis[cluster]'",
            worker=worker,
        )
    return EngineError("Worker {worker} failed: {reason}.", worker=worker, reason=str(error) or type(error).__name__)


def _check(versions: dict[str, str], record: FileRecord | None, dask_worker: Any = None) -> Reply:
    """On a worker, which Dask gives: whether it has this program, and sees a file."""
    try:
        require_versions(versions, dask_worker.address)
        if record is not None:
            require_file(record, dask_worker.address)
    except VisavisError as error:
        return {"refused": error.message.to_json(), "hint": error.hint.to_json()}
    return {"log": b""}


def _watch(snapshot: bytes, record: FileRecord, versions: dict[str, str]) -> Reply:
    """On a worker: watch one file, on one thread, as Dask counts the threads of its workers."""
    from distributed import get_worker

    cv2.setNumThreads(1)
    worker = get_worker()

    def report(share: float) -> None:
        worker.log_event(_TOPIC, {"path": record["path"], "share": share})

    return watch_file(snapshot, record, versions, worker.address, report=report)
