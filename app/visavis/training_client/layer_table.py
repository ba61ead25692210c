"""The layers of a network, from a process of training: for models whose report does not list them."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from visavis.errors import ModelError
from visavis.messages import Message, from_record
from visavis.models.description import NetworkLayers
from visavis.process import child
from visavis.process.extras import TRAIN
from visavis.storage.paths import DataFolders

_log = logging.getLogger(__name__)


def read_layers(
    folders: DataFolders, network: Path, command: Callable[..., Sequence[str]] = child.command
) -> NetworkLayers:
    """Read the layers of a Keras file. It takes some seconds.

    Parameters
    ----------
    command : callable
        Returns the command line of the process; tests replace it.

    Raises
    ------
    MissingExtraError
        If Keras is not installed.
    ModelError
        If the file is no network.
    """
    TRAIN.require(Message("The table of a network's layers"))
    run = child.ChildProcess(folders, "insight", command("layers", str(network)))
    for _ in run:
        pass
    if run.last.get("event") == "failed":
        raise ModelError(from_record(run.last, "error"), hint=from_record(run.last, "hint"))
    try:
        return NetworkLayers.from_record(run.last)
    except ValueError as error:
        _log.warning("The layers of a network cannot be read: %s", error)
        raise ModelError(
            "The layers of the network could not be read.", hint="The log says why: {log}", log=run.log
        ) from error
