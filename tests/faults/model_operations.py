"""The operations that write networks, what is computed on the way to them, and packages."""

import io
import json
import posix
import sys
from unittest import mock

import numpy as np

from faults.operation import Operation
from support.faulty_world import ADA, BOB, vector
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.networks import published
from visavis.process.extra_installation import ExtraInstallation
from visavis.process.extras import Extra
from visavis.storage import disk, logs
from visavis_training import publishing
from visavis_training.embedding import trainer
from visavis_training.fitting.checkpoint import Checkpoint, FitState
from visavis_training.fitting.progress import FitProgress

#: What pip unpacks, by paths in the environment.
_PACKAGES = {
    "lib/part/__init__.py": b"VERSION = 1",
    "lib/part/data.bin": bytes(100),
    "lib/part-1.0.dist-info/METADATA": b"Name: part",
    "bin/part-tool": b"#!",
}
#: An extra that Python has.
_EXTRA = Extra("part", "a test", {"json": "JSON"}, 1, 1)


def _card(world, network, number):
    people = tuple(Member(each.slug, each.name) for each in map(world.find, (ADA, BOB)))
    model_id = f"2026010{number}-000000-{network}"
    values = {"created": "2026-01-01T00:00:00Z", "input": InputSpec("chip", 1, 64), "threshold": 0.5}
    return ModelCard(id=model_id, network=network, people=people, **values)


class _Network:
    """A network of Keras as far as publishing knows it."""

    def save(self, path):
        with path.open("wb") as file:
            file.write(b"weights")


def _publish_network(world):
    card = _card(world, "cnn64", 8)

    def run():
        if card.id in world.models.ids():
            world.models.use(card.id)
            return
        with (
            mock.patch.object(publishing.litert, "compile_model", return_value=b"compiled"),
            mock.patch.object(publishing, "_matches_keras", return_value=True),
        ):
            publishing.publish_network(world.models, _Network(), card, None, report={"notes": []})

    return run


def _publish_templates(world):
    card = _card(world, "embedding", 7)
    templates = np.stack([vector(1), vector(2)])

    def run():
        if card.id in world.models.ids():
            world.models.use(card.id)
        else:
            trainer._publish(world.folders, card, templates, {"version": 1})

    return run


def _add_network(world):
    """The network of a model that was published without one is built."""
    if not world.models.ids_without_network():
        _publish_templates(world)()
    [model_id] = world.models.ids_without_network()

    def run():
        with world.models.staging_folder() as folder, disk.translate_errors(folder):
            path = folder / "model.keras"
            _Network().save(path)
            world.models.add_network(world.models.card(model_id), path)

    return run


def _save_checkpoint(world):
    checkpoint = Checkpoint(world.folders.models / ".training" / "state.npz", {"options": {}})

    def save(epoch):
        checkpoint.save(FitState(FitProgress(epoch), [np.arange(5)], [np.zeros(2)], []))

    if not checkpoint.path.exists():
        save(1)
    return lambda: save(2)


def _prepare_networks(world):
    return lambda: published.ensure(world.folders.networks, (published.LANDMARKS,))


def begin_log(world):
    """A process is started that writes a log."""

    def run():
        with logs.open_process_log(world.folders.logs, "training"):
            pass

    return run


def _unpack(command, staging):
    """Do what pip does, whose own writes do not count: say what is missing, or unpack it."""
    if "--report" in command:
        install = [{"metadata": {"name": "part", "version": "1.0"}}]
        contents = {staging / "report.json": json.dumps({"install": install}).encode()}
    else:
        contents = {staging / "packages" / name: content for name, content in _PACKAGES.items()}
    for path, content in contents.items():
        for folder in reversed(path.relative_to(staging).parents):
            if not (staging / folder).is_dir():
                posix.mkdir(staging / folder)
        with io.FileIO(path, "w") as file:
            file.write(content)
    return iter(())


def _install(world):
    if not world.environment.exists():
        (world.environment / "lib").mkdir(parents=True)
        (world.environment / "lib" / "there.py").write_bytes(b"")

    def run():
        with (
            mock.patch.object(sys, "prefix", str(world.environment)),
            mock.patch.object(ExtraInstallation, "refusal", return_value=None),
            mock.patch.object(ExtraInstallation, "_run", lambda self, command, staging: _unpack(command, staging)),
        ):
            if not (world.environment / "lib" / "part-1.0.dist-info" / "METADATA").exists():
                list(ExtraInstallation(_EXTRA, ["part"]))

    return run


MODEL_OPERATIONS = [
    Operation("publish a network", _publish_network, is_gradual=True),
    Operation("publish templates", _publish_templates, is_gradual=True),
    Operation("add the network of a model", _add_network),
    Operation("save a checkpoint", _save_checkpoint, is_gradual=True),
    Operation("prepare the networks", _prepare_networks, is_gradual=True),
    Operation("start the log of a process", begin_log),
    Operation("install an extra", _install, is_gradual=True),
]
