"""One training from start to end: locks the models, selects the device, trains, and cleans up."""

import logging
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from visavis import forgetting
from visavis.errors import TrainingError
from visavis.factory.detectors import STILLS, create_detector
from visavis.factory.networks import NetworkLoader
from visavis.imaging.geometry import FaceFinder
from visavis.messages import Message, to_record
from visavis.models.card import ModelCard
from visavis.models.store import UNFINISHED_FILE, ModelStore
from visavis.networks import engine
from visavis.networks.engine import Device
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.process.extras import TRAIN
from visavis.recognition import embedding_cache
from visavis.storage import disk
from visavis.storage.paths import DataFolders
from visavis.training_client.rebuild import rebuild_networks
from visavis_training.callbacks import EventCallback, StepCounter
from visavis_training.data.faces import Faces, collect, collect_strangers
from visavis_training.data.plan import TrainingPlan, too_few_people
from visavis_training.embedding import trainer
from visavis_training.fitting.checkpoint import Checkpoint, load_run
from visavis_training.options import Options, RunOptions

#: The years that ZIP archives have.
_ZIP_YEARS = range(1980, 2108)

_log = logging.getLogger(__name__)


def train(folders: DataFolders, given: Mapping[str, Any], on_event: EventCallback) -> ModelCard:
    """Train and publish a model.

    Parameters
    ----------
    given : mapping
        The options given on the command line; others are absent.

    Raises
    ------
    TrainingError
        If there is nothing to learn from, the options do not fit, or the training diverges.
    ModelRefusedError
        If the model is clearly worse than the one in use, and not forced.
    DeviceError
        If a GPU is required and there is none.
    MissingExtraError
        If `cnn64` or fine-tuning is asked for, and Keras or TensorFlow is not installed.
    DiskError
        If something cannot be written, or another training is running. The model in use stays.
    """
    require_clock(datetime.now(UTC))
    run_options = RunOptions(**_select(RunOptions, given))
    model_options = _select(Options, given)
    path = folders.models / UNFINISHED_FILE
    with disk.lock(path.parent, wait_s=0):
        if run_options.resume:
            options = Options.resume_from(load_run(path)["options"], model_options)
        else:
            options = Options(**model_options)
        _require_extra(options)
        on_event = StepCounter(on_event, is_fitted=options.network != "embedding" or options.fine_tune is not None)
        slugs = _known_slugs(folders)
        rebuild_networks(folders)  # a program that forgot someone may have been killed before it rebuilt the models
        try:
            if options.fine_tune is not None:
                card = _fine_tune(folders, options, run_options, path, on_event)
            elif options.network == "embedding":
                card = trainer.train(folders, options, run_options, on_event)
            else:
                card = _train_cnn64(folders, options, run_options, path, on_event)
        finally:
            if slugs - _known_slugs(folders):  # someone was forgotten; the checkpoint may have been written since
                path.unlink(missing_ok=True)
        _forget_missing_people(folders, card)
        embedding_cache.delete_stale(folders.embeddings, ModelStore(folders.models).trunk_ids())
    forgetting.recover(folders)  # forgettings wait in their journal until no training can publish what it learned
    return card


def require_clock(now: datetime) -> None:
    """Check that the clock has a year that the archives of Keras can hold.

    Raises
    ------
    TrainingError
        If it has not: the model could not be written at the end.
    """
    if now.year not in _ZIP_YEARS:
        hint = Message("Set the clock of this computer, then try again.")
        raise TrainingError("The clock is at {year}: no model can be written then.", hint=hint, year=now.year)


def _require_extra(options: Options) -> None:
    """Check that what the options ask for is installed: templates need nothing, learning weights needs Keras."""
    if options.network == "cnn64":
        TRAIN.require(Message("Training cnn64"))
    elif options.fine_tune is not None:
        TRAIN.require(Message("Fine-tuning"))


def _forget_missing_people(folders: DataFolders, card: ModelCard) -> None:
    """Remove people from the new model who were forgotten during the training."""
    slugs = _known_slugs(folders)
    missing = [member for member in card.people if member.slug not in slugs]
    for member in missing:
        for change in ModelStore(folders.models).forget_person(member.slug):
            _log.info("Someone was forgotten in the meantime. %s", change.message)
    if missing:
        rebuild_networks(folders)


def _known_slugs(folders: DataFolders) -> set[str]:
    """The slugs of all people, including those in the trash, who can be restored."""
    trashed = Trash(folders.trash, folders.people).entries()
    return PeopleStore(folders.people).slugs() | {entry.slug for entry in trashed}


def _fine_tune(
    folders: DataFolders, options: Options, run_options: RunOptions, path: Path, on_event: EventCallback
) -> ModelCard:
    _select_device(run_options.device)
    from visavis_training.embedding import fine_tuning

    return fine_tuning.train(folders, options, run_options, path, on_event)


def _train_cnn64(
    folders: DataFolders, options: Options, run_options: RunOptions, path: Path, on_event: EventCallback
) -> ModelCard:
    people = PeopleStore(folders.people).people()
    if len(people) < 2:
        raise too_few_people([person.name for person in people])
    device = _select_device(run_options.device)
    detector = create_detector(NetworkLoader(folders), options.cascade or STILLS)
    strangers = collect_strangers(RejectionStore(folders.strangers), detector)
    plan = replace(TrainingPlan.from_faces(_collect_faces(folders, detector, on_event), options), strangers=strangers)
    checkpoint = Checkpoint(path, {"options": options.as_dict(), "fingerprint": plan.fingerprint})
    state = checkpoint.load() if run_options.resume else None

    from visavis_training.cnn64 import trainer  # imports Keras, which must not see the devices before one is selected

    return trainer.train(plan, folders, checkpoint, state, device, on_event, force=run_options.force)


def _collect_faces(folders: DataFolders, detector: FaceFinder, on_event: EventCallback) -> Faces:
    def on_progress(done: int, total: int) -> None:
        on_event({"event": "progress", **to_record(stage=Message("Looking for faces")), "done": done, "total": total})

    return collect(PeopleStore(folders.people), folders.cache, detector, on_progress)


def _select(kind: type[Options] | type[RunOptions], given: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the given options that belong to one class."""
    return {field.name: given[field.name] for field in fields(kind) if field.name in given}


def _select_device(requested: Device) -> str:
    """Set the device before TensorFlow starts, and return its name for messages.

    Raises
    ------
    DeviceError
        If a GPU is required and there is none.
    """
    gpu = engine.find_gpu()
    if requested == "cpu":
        import tensorflow

        tensorflow.config.set_visible_devices([], "GPU")
        return "CPU"
    if gpu is None and requested == "gpu":
        raise engine.no_gpu_error()
    return gpu or "CPU"
