"""The layers of a network as a table: what reports keep, and what `python -m visavis_training layers` prints."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from visavis.cli.command import Commands, emit
from visavis.errors import VisavisError
from visavis.messages import Message, to_record
from visavis.networks import engine
from visavis.process.extras import TRAIN

if TYPE_CHECKING:
    import keras


def add_command(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("layers", help="the layers of a network")
    parser.add_argument("file", metavar="FILE", type=Path, help="a Keras file")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the layers as one JSON line. The exit status is 1 if the network cannot be loaded."""
    os.environ["CUDA_VISIBLE_DEVICES"] = "-1"  # nothing is computed
    try:
        TRAIN.require(Message("The table of a network's layers"))
        emit({"event": "layers", **layer_record(engine.load_keras(arguments.file))})
    except VisavisError as error:
        emit({"event": "failed", **to_record(error=error.message, hint=error.hint)})
        return 1
    return 0


def layer_record(model: keras.Model) -> dict[str, Any]:
    """The layers of a network and the number of its parameters, as report.json keeps them.

    Returns
    -------
    dict
        `layers`: a list of {"name", "type", "output", "parameters"} in the order of the network. `output` is the shape
        for one picture. A network within the network is replaced by its layers; inputs are left out. `parameters`: of
        the whole network, those that no training changes included.
    """
    return {"layers": _rows(model), "parameters": model.count_params()}


def _rows(model: keras.Model) -> list[dict[str, Any]]:
    import keras

    rows = []
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            rows += _rows(layer)
        elif not isinstance(layer, keras.layers.InputLayer):
            rows.append(
                {
                    "name": layer.name,
                    "type": type(layer).__name__,
                    "output": list(layer.output.shape[1:]),
                    "parameters": layer.count_params(),
                }
            )
    return rows
