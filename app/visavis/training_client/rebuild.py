"""Build the Keras networks that models lack.

A new model is published without one, and forgetting removes it, because its last layer contains the template.
"""

import logging
import subprocess
import threading
import time
from collections.abc import Callable, Sequence

from visavis.models.change import ModelChange, ModelOutcome
from visavis.models.store import ModelStore
from visavis.process import child, key_pipe
from visavis.process.extras import TRAIN
from visavis.storage import logs
from visavis.storage.paths import DataFolders

_log = logging.getLogger(__name__)

#: Seconds after which the process is ended; it takes about eight.
_TIMEOUT_S = 300.0
#: Seconds between two looks at whether it should stop.
_LOOK_S = 0.1


def imprint_command(folders: DataFolders) -> Sequence[str]:
    """Return the command line of the process that adds the templates to the network as its last layer."""
    return child.command("imprint", "--data", str(folders.data))


def rebuild_networks(
    folders: DataFolders,
    command: Callable[[DataFolders], Sequence[str]] = imprint_command,
    stop: threading.Event | None = None,
) -> tuple[ModelChange, ...]:
    """Build the missing Keras networks of models with templates, in a process of its own.

    The models name people without it, too: the network is for use in other programs. Where Keras is not installed,
    nothing is done, and the cards say so until it is.

    Parameters
    ----------
    command : callable
        Returns the command line of the process; tests replace it.
    stop : threading.Event, optional
        Ends the process soon once it is set. What is missing then is built another time.

    Returns
    -------
    tuple of ModelChange
        One for each model whose network could not be built; none if it was stopped.
    """
    stop = stop or threading.Event()
    store = ModelStore(folders.models)
    if not TRAIN.is_installed or not store.ids_without_network():
        return ()
    with (
        logs.open_process_log(folders.logs, "imprint") as log,
        key_pipe.hand_over(folders.data) as (variables, handles),
    ):
        try:
            with subprocess.Popen(
                command(folders),
                env={**child.environment(folders.cache), **variables},
                pass_fds=handles,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            ) as process:
                _follow(process, stop)
        except (OSError, subprocess.SubprocessError) as error:
            _log.warning("Imprinting failed: %s", error)
    if stop.is_set():
        return ()
    return tuple(ModelChange(model_id, ModelOutcome.INCOMPLETE) for model_id in store.ids_without_network())


def _follow(process: subprocess.Popen[bytes], stop: threading.Event) -> None:
    """Wait until a process has ended, or end it: when it should stop, takes too long, or this program is interrupted.

    Raises
    ------
    subprocess.SubprocessError
        If it failed or took too long.
    """
    end = time.monotonic() + _TIMEOUT_S
    try:
        while process.poll() is None:
            if stop.wait(_LOOK_S):
                return
            if time.monotonic() > end:
                raise subprocess.TimeoutExpired(process.args, _TIMEOUT_S)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
