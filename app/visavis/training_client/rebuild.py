"""Making anew what forgetting took from models: the Keras network that ends in templates, without theirs."""

import logging
import subprocess
from collections.abc import Callable, Sequence

from visavis.models.change import ModelChange, ModelOutcome
from visavis.models.store import ModelStore
from visavis.process import child
from visavis.storage import logs
from visavis.storage.paths import DataFolders

_log = logging.getLogger(__name__)

#: Seconds after which the process is given up; it takes some eight.
_PATIENCE_S = 300


def imprinting(folders: DataFolders) -> Sequence[str]:
    """The command line of the process that puts templates back on top of the network."""
    return child.command("imprint", "--data", str(folders.data))


def renew(
    folders: DataFolders, command: Callable[[DataFolders], Sequence[str]] = imprinting
) -> tuple[ModelChange, ...]:
    """Give models of templates that lost their Keras network a new one, in a process of its own.

    They name people without it, too: it is for other programs.

    Parameters
    ----------
    command : callable
        Says what to start; a seam for tests.

    Returns
    -------
    tuple of ModelChange
        One for each model that remains without.
    """
    store = ModelStore(folders.models)
    if not store.ids_without_network():
        return ()
    with logs.open_process_log(folders.logs, "imprint") as told:
        try:
            subprocess.run(
                command(folders),
                env=child.environment(folders.cache),
                stdin=subprocess.DEVNULL,
                stdout=told,
                stderr=told,
                timeout=_PATIENCE_S,
                check=True,
            )
        except (OSError, subprocess.SubprocessError) as error:
            _log.warning("Imprinting failed: %s", error)
    return tuple(ModelChange(model_id, ModelOutcome.INCOMPLETE) for model_id in store.ids_without_network())
