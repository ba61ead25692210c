"""A training from its options to its end: who is there, where it runs, and whether it goes on where another ended."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from visavis.factory.detectors import STILLS, create_detector
from visavis.factory.networks import NetworkLoader
from visavis.messages import Message, to_record
from visavis.models.card import ModelCard
from visavis.models.store import UNFINISHED_FILE, ModelStore
from visavis.networks import engine
from visavis.networks.engine import Device
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.recognition import embedding_cache
from visavis.storage import disk
from visavis.storage.paths import DataFolders
from visavis.training_client.rebuild import rebuild_networks
from visavis.training_client.trainer import Event
from visavis_training.cnn64.checkpoint import Checkpoint, interrupted
from visavis_training.data.faces import Faces, collect
from visavis_training.data.plan import TrainingPlan, too_few
from visavis_training.embedding import trainer
from visavis_training.options import Conduct, Options

Told = Callable[[Event], None]

_log = logging.getLogger(__name__)


def train(folders: DataFolders, given: Mapping[str, Any], told: Told) -> ModelCard:
    """Train and publish a model.

    Parameters
    ----------
    given : mapping
        The options on the command line, of which only those in it were given.
    told : callable
        Hears the events (docs/formats.md).

    Raises
    ------
    TrainingError
        If there is nothing to learn from, the options do not fit, or the training diverges.
    ModelRefusedError
        If the model is clearly worse than the one in use, and not forced.
    DeviceError
        If there is no GPU and one is wanted.
    DiskError
        If something cannot be written, or another training is going on; the model in use stays.
    """
    conduct = Conduct(**_chosen(Conduct, given))
    shaping = _chosen(Options, given)
    path = folders.models / UNFINISHED_FILE
    with disk.lock(path.parent, wait_s=0):
        options = Options.resumed(interrupted(path)["options"], shaping) if conduct.resume else Options(**shaping)
        here = _kept(folders)
        rebuild_networks(folders)  # a program that forgot someone may have been killed before it did
        try:
            if options.fine_tune is not None:
                card = _fine_tuned(folders, options, conduct, path, told)
            elif options.network == "embedding":
                card = trainer.train(folders, options, conduct, told)
            else:
                card = _cnn64(folders, options, conduct, path, told)
        finally:
            if here - _kept(folders):  # someone was forgotten, and the state may have been written since
                path.unlink(missing_ok=True)
        _forget_gone(folders, card)
        embedding_cache.delete_stale(folders.embeddings, ModelStore(folders.models).trunk_ids())
        return card


def _forget_gone(folders: DataFolders, card: ModelCard) -> None:
    """Whoever was forgotten while the model was made is forgotten by it, too."""
    here = _kept(folders)
    gone = [member for member in card.people if member.slug not in here]
    for member in gone:
        for change in ModelStore(folders.models).forget_person(member.slug):
            _log.info("Someone was forgotten in the meantime. %s", change.message)
    if gone:
        rebuild_networks(folders)


def _kept(folders: DataFolders) -> set[str]:
    """The slugs of whoever is not forgotten: who is in the trash may come back."""
    thrown = Trash(folders.trash, folders.people).entries()
    return {person.slug for person in PeopleStore(folders.people).people()} | {entry.slug for entry in thrown}


def _fine_tuned(folders: DataFolders, options: Options, conduct: Conduct, path: Path, told: Told) -> ModelCard:
    _device(conduct.device)
    from visavis_training.embedding import fine_tuning

    return fine_tuning.train(folders, options, conduct, path, told)


def _cnn64(folders: DataFolders, options: Options, conduct: Conduct, path: Path, told: Told) -> ModelCard:
    people = PeopleStore(folders.people).people()
    if len(people) < 2:
        raise too_few([person.name for person in people])
    device = _device(conduct.device)
    plan = TrainingPlan.of(_faces(folders, told), options)
    checkpoint = Checkpoint(path, {"options": options.as_dict(), "fingerprint": plan.fingerprint})
    state = checkpoint.load() if conduct.resume else None

    from visavis_training.cnn64 import trainer  # Keras may only look around once the device is chosen

    return trainer.train(plan, folders, checkpoint, state, device, told, force=conduct.force)


def _faces(folders: DataFolders, told: Told) -> Faces:
    def found(done: int, total: int) -> None:
        told({"event": "progress", **to_record(stage=Message("Looking for faces")), "done": done, "total": total})

    return collect(PeopleStore(folders.people), folders.cache, create_detector(NetworkLoader(folders), STILLS), found)


def _chosen(kind: type[Options] | type[Conduct], given: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the given options that are of one kind."""
    return {field.name: given[field.name] for field in fields(kind) if field.name in given}


def _device(wanted: Device) -> str:
    """Where TensorFlow runs, for people; decided before it does anything.

    Raises
    ------
    DeviceError
        If there is no GPU and one is wanted.
    """
    gpu = engine.find_gpu()
    if wanted == "cpu":
        import tensorflow

        tensorflow.config.set_visible_devices([], "GPU")
        return "CPU"
    if gpu is None and wanted == "gpu":
        raise engine.no_gpu_error()
    return gpu or "CPU"
