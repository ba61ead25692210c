"""`python -m visavis_training insight`: looks into networks, for `visavis.insight.inspection`.

Each part is written to a file of its own as soon as it is there, and announced by an event.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from visavis.cli.command import Commands, emit
from visavis.errors import ModelError, VisavisError
from visavis.insight.exchange import INPUT_FILE, AugmentationRanges, Question, to_arrays
from visavis.insight.parts import AugmentedChips, InsightPart
from visavis.messages import Message, to_record
from visavis.networks import engine, keras_network, published
from visavis.networks.cnn64_input import CNN64_SIDE
from visavis.process.extras import TRAIN
from visavis.storage import arrays, tempdirs
from visavis_training.recipe import Augmentation

if TYPE_CHECKING:
    import keras

    from visavis_training.insight.inspected_network import InspectedNetwork

#: Number of layers whose filters are maximized if no layer is chosen, spread over the network.
LAYERS = 4
#: Number of filters that are maximized for each layer, for inputs of `cnn64`'s size; half of them for larger ones.
FILTERS = 16
#: The same of a chosen layer.
CHOSEN_FILTERS = 32

Progress = Callable[[int, int], None]


def add_command(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("insight", help="what networks see of a picture, and what they look for")
    parser.add_argument(
        "networks", metavar="NAME=FILE", nargs="+", help="a network and its Keras file; embedding alone is as published"
    )
    parser.add_argument("--into", metavar="DIR", type=Path, required=True, help="folder of questions and answers")
    parser.add_argument("--layer", metavar="NAME", help="maximize the filters of this layer only")
    parser.add_argument("--filter", metavar="N", type=int, help="maximize this filter only, counted from 0")
    parser.add_argument("--json", action="store_true", help="report an error as a JSON line on stdout")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Answer the questions. The exit status is 1 if a network cannot be looked into.

    If the folder is gone, the program that asked was killed and its folder was removed: nothing is left to do.
    """
    os.environ["CUDA_VISIBLE_DEVICES"] = "-1"  # a few pictures need no GPU
    try:
        questions = arrays.read(arguments.into / INPUT_FILE)
    except FileNotFoundError:
        return 0
    try:
        TRAIN.require(Message("A look into the networks"))
        for text in arguments.networks:
            name, _, path = text.partition("=")
            question = Question.from_arrays(name, questions)
            for number, (part, taken) in enumerate(_parts(question, path, arguments)):
                file = f"{name}-{number}.npz"
                with tempdirs.hold(arguments.into) as exists:
                    if not exists:
                        return 0
                    arrays.write(arguments.into / file, to_arrays(part))
                emit({"event": "part", "network": name, "file": file, **taken})
    except VisavisError as error:
        if not arguments.json:
            raise
        missing = {"extra": error.extra} if error.extra else {}
        emit({"event": "failed", **to_record(error=error.message, hint=error.hint), **missing})
        return 1
    return 0


def _parts(
    question: Question, path: str, arguments: argparse.Namespace
) -> Iterator[tuple[InsightPart, dict[str, float]]]:
    """Yield each part, and how many seconds it took: elapsed, and of all processors together."""
    model = _load_model(path)
    began, used = time.monotonic(), time.process_time()
    for part in look_into(question, model, arguments.layer, arguments.filter):
        elapsed, processor = time.monotonic() - began, time.process_time() - used
        yield part, {"seconds": round(elapsed, 2), "cpu_seconds": round(processor, 2)}
        began, used = time.monotonic(), time.process_time()


def look_into(
    question: Question, model: keras.Model, layer_name: str | None = None, filter_number: int | None = None
) -> Iterator[InsightPart]:
    """Look into one network.

    Parameters
    ----------
    model : keras.Model
        A classifier, or a network that embeds faces if the question has templates.

    Raises
    ------
    ModelError
        If there is no such layer or filter.
    """
    from visavis_training.insight import class_pictures, heat_map, patterns
    from visavis_training.insight.activations import inspect_activations
    from visavis_training.insight.inspected_network import InspectedNetwork

    network = (
        InspectedNetwork.of_classifier(model)
        if question.templates is None
        else InspectedNetwork.of_embedder(model, question.templates)
    )
    layers = _chosen_layers(network, layer_name)
    chip = np.divide(question.chip[..., ::-1], 255, dtype=np.float32)
    yield inspect_activations(network, chip)
    if question.targets:
        yield heat_map.inspect_class(network, chip, question.targets[0])
        on_step = _announce(question.network, Message("Pictures of classes"))
        yield class_pictures.maximize_classes(network, question.targets, on_step)
    if len(question.learned) and question.augmentation is not None:
        yield _augment(question.learned, question.augmentation)
    for layer in layers:
        numbers = patterns.strongest_filters(network, layer, chip)
        if filter_number is not None:
            if filter_number not in numbers:
                raise ModelError(
                    "Layer {layer} has no filter {number}.",
                    hint=Message("It has {count}, counted from 0.", count=len(numbers)),
                    layer=layer.name,
                    number=filter_number,
                )
            numbers = [filter_number]
        most = FILTERS if layer_name is None else CHOSEN_FILTERS
        shown = numbers[: most if network.side <= CNN64_SIDE else most // 2]
        on_step = _announce(question.network, Message("Filters of layer {layer}", layer=layer.name))
        yield patterns.maximize_filters(network, layer, shown, on_step)


def _chosen_layers(network: InspectedNetwork, name: str | None) -> list[Any]:
    """The layer of that name, or some convolutions spread over the network."""
    if name is None:
        layers = network.convolutions
        return [layers[index] for index in sorted({int(i) for i in np.linspace(0, len(layers) - 1, LAYERS)})]
    named = {layer.name: layer for layer in network.spatial_layers}
    if name not in named:
        raise ModelError(
            "The network has no layer {name} whose filters can be shown.",
            hint=Message("It has: {names}.", names=", ".join(layer.name for layer in network.convolutions)),
            name=name,
        )
    return [named[name]]


def _augment(chips: NDArray[np.uint8], ranges: AugmentationRanges) -> AugmentedChips:
    """Chips as the network got them in training: rotated, moved and so on at random."""
    import tensorflow as tf

    from visavis_training.cnn64.augmentation import build_augmenter
    from visavis_training.insight.ascent import to_bytes

    augment = build_augmenter(Augmentation(**asdict(ranges)), 0, tf.Variable(1.0))
    pictures = np.divide(chips[..., ::-1], 255, dtype=np.float32)
    return AugmentedChips(to_bytes(np.asarray(augment(tf.convert_to_tensor(pictures)))))


def _announce(network: str, stage: Message) -> Progress:
    """What prints how far an ascent is."""

    def on_step(done: int, total: int) -> None:
        emit({"event": "progress", "network": network, **to_record(stage=stage), "done": done, "total": total})

    return on_step


def _load_model(path: str) -> Any:
    """Load a Keras file, or build the published embedding network if the path is empty."""
    return engine.load_keras(Path(path)) if path else keras_network.build(published.parse(published.EMBEDDING))
