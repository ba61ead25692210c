"""One training from start to end: locks the models, selects the device, trains, and cleans up."""

import logging
import os
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
from visavis_training.distribution.worker_role import read_role
from visavis_training.embedding import trainer
from visavis_training.fitting.checkpoint import Checkpoint, load_run
from visavis_training.options import Options, PictureOptions, RunOptions
from visavis_training.whole_pictures.picture_set import collect_pictures
from visavis_training.whole_pictures.plan import PicturePlan

if TYPE_CHECKING:
    from visavis.training_client.trainer import Event
    from visavis_training.distribution.replicas import Replicas

#: The years that ZIP archives have.
_ZIP_YEARS = range(1980, 2108)
#: The options that a training of a denoiser takes.
_DENOISER_OPTIONS = frozenset({"epochs", "batch_size", "seed", "device"})

_log = logging.getLogger(__name__)


def train(folders: DataFolders, given: Mapping[str, Any], on_event: EventCallback) -> ModelCard | None:
    """Train and publish a model.

    Parameters
    ----------
    given : mapping
        The options given on the command line; others are absent.

    Returns
    -------
    ModelCard, optional
        None if another computer of this training publishes the model, or only a preview was asked for.

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
    if is_of_pictures(folders, given):
        return _train_whole(folders, given, run_options, on_event)
    _require_known(Options, given)
    model_options = _select(Options, given)
    if run_options.strategy == "multiworker" and not read_role(os.environ).is_chief:
        _help(folders, run_options, model_options)
        return None
    path = folders.models / UNFINISHED_FILE
    with disk.lock(path.parent, wait_s=0):
        if run_options.resume:
            options = Options.resume_from(load_run(path)["options"], model_options)
        else:
            options = Options(**model_options)
        _require_extra(options, run_options)
        on_event = StepCounter(on_event, is_fitted=options.network != "embedding" or options.fine_tune is not None)
        slugs = _known_slugs(folders)
        try:
            if options.fine_tune is not None:
                card = _fine_tune(folders, options, run_options, path, on_event)
            elif options.network == "embedding":
                card = trainer.train(folders, options, run_options, on_event)
            else:
                card = _train_cnn64(folders, options, run_options, path, on_event)
            assert card is not None  # of the chief
        finally:
            if slugs - _known_slugs(folders):  # someone was forgotten; the checkpoint may have been written since
                path.unlink(missing_ok=True)
        _forget_missing_people(folders, card)
        embedding_cache.delete_stale(folders.embeddings, ModelStore(folders.models).trunk_ids())
    forgetting.recover(folders)  # forgettings wait in their journal until no training can publish what it learned
    return card


def is_of_pictures(folders: DataFolders, given: Mapping[str, Any]) -> bool:
    """Whether a training is one on whole pictures: it was asked for, or the interrupted training is one."""
    if "whole" in given or "resume" not in given:
        return "whole" in given
    return "whole" in load_run(folders.models / UNFINISHED_FILE)["options"]


def _train_whole(
    folders: DataFolders, given: Mapping[str, Any], run_options: RunOptions, on_event: EventCallback
) -> ModelCard | None:
    """Train on whole pictures, and publish a model of their classes; None if only a preview was asked for."""
    _require_known(PictureOptions, given)
    TRAIN.require(Message("Training on whole pictures"))
    path = folders.models / UNFINISHED_FILE
    on_event = StepCounter(on_event, is_fitted=True)
    with disk.lock(path.parent, wait_s=0):
        chosen = _select(PictureOptions, given)
        if "whole" in chosen:
            chosen["whole"] = str(chosen["whole"])  # the checkpoint keeps it
        if run_options.resume:
            options = PictureOptions.resume_from(load_run(path)["options"], chosen)
        else:
            options = PictureOptions(**chosen)
        device = _select_device(run_options.device)

        from visavis_training.whole_pictures import trainer as picture_trainer  # imports Keras, as `_train_cnn64` does
        from visavis_training.whole_pictures.network import side_of

        def on_progress(done: int, total: int) -> None:
            stage = Message("Reading pictures")
            on_event({"event": "progress", **to_record(stage=stage), "done": done, "total": total})

        pictures = collect_pictures(Path(options.whole), options.resize, side_of(options), folders.cache, on_progress)
        plan = PicturePlan.from_pictures(pictures, options)
        if run_options.preview is not None:
            from visavis_training.whole_pictures.preview import write_preview

            write_preview(run_options.preview, plan)
            on_event({"event": "preview", "file": str(run_options.preview)})
            return None
        checkpoint = Checkpoint(path, {"options": options.as_dict(), "fingerprint": plan.fingerprint})
        state = checkpoint.load() if run_options.resume else None
        card = picture_trainer.train(plan, folders, checkpoint, state, device, on_event)
    forgetting.recover(folders)
    return card


def train_denoiser(folders: DataFolders, given: Mapping[str, Any], on_event: EventCallback) -> None:
    """Train a network that removes noise, from the chips of the people there are.

    Raises
    ------
    TrainingError
        If another option is given that has no meaning here, there are too few faces, or the training diverges.
    DeviceError
        If a GPU is required and there is none.
    MissingExtraError
        If Keras or TensorFlow is not installed.
    DiskError
        If something cannot be written, or another training is running.
    """
    require_clock(datetime.now(UTC))
    known = {field.name for kind in (Options, PictureOptions, RunOptions) for field in fields(kind)}
    for name in sorted(given.keys() & known):
        if name not in _DENOISER_OPTIONS:
            raise TrainingError(
                "--denoise does not go with --{option}.",
                option=name.replace("_", "-"),
                hint="It goes with --epochs, --batch-size, --seed and --device.",
            )
    TRAIN.require(Message("Training a denoiser"))
    with disk.lock((folders.models / UNFINISHED_FILE).parent, wait_s=0):
        _select_device(given.get("device", "auto"))
        from visavis_training.denoising import trainer  # imports Keras, which must not see the devices before

        trainer.train(folders, given, StepCounter(on_event, is_fitted=True))
    forgetting.recover(folders)  # forgettings wait in their journal until no training can publish what it learned


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


def _help(folders: DataFolders, run_options: RunOptions, given: Mapping[str, Any]) -> None:
    """Learn together with the chief, which publishes the model. This computer writes nothing of it and says nothing.

    Raises
    ------
    TrainingError, DeviceError, MissingExtraError
        See `train`.
    """
    path = folders.models / UNFINISHED_FILE
    options = Options.resume_from(load_run(path)["options"], given) if run_options.resume else Options(**given)
    _require_extra(options, run_options)
    if options.fine_tune is not None:
        _fine_tune(folders, options, run_options, path, _ignore_event)
    else:
        _train_cnn64(folders, options, run_options, path, _ignore_event)


def _ignore_event(event: "Event") -> None:
    """The callback of a computer that helps."""


def _require_extra(options: Options, run_options: RunOptions) -> None:
    """Check that what the options ask for is installed: templates need nothing, learning weights needs Keras."""
    if run_options.strategy is not None and options.network == "embedding" and options.fine_tune is None:
        raise TrainingError(
            "--strategy is for training cnn64 and for fine-tuning.",
            hint="Learning people as templates takes seconds: leave it out, or add --fine-tune N or --network cnn64.",
        )
    if run_options.folds is not None and options.fine_tune is not None:
        raise TrainingError(
            "--folds does not go with --fine-tune.",
            hint="Fine-tuning measures in three folds of its own; leave --folds out.",
        )
    if options.network == "cnn64":
        TRAIN.require(Message("Training cnn64"))
    elif options.fine_tune is not None:
        TRAIN.require(Message("Fine-tuning"))
    elif run_options.folds is not None:
        TRAIN.require(Message("Measuring in folds"))


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
) -> ModelCard | None:
    _select_device(run_options.device)
    replicas = _create_replicas(run_options)
    from visavis_training.embedding import fine_tuning

    return fine_tuning.train(folders, options, run_options, path, on_event, replicas)


def _train_cnn64(
    folders: DataFolders, options: Options, run_options: RunOptions, path: Path, on_event: EventCallback
) -> ModelCard | None:
    people = PeopleStore(folders.people).people()
    if len(people) < 2:
        raise too_few_people([person.name for person in people])
    device = _select_device(run_options.device)
    replicas = _create_replicas(run_options)
    detector = create_detector(NetworkLoader(folders), options.cascade or STILLS)
    strangers = collect_strangers(RejectionStore(folders.strangers), detector)
    faces = _collect_faces(folders, detector, on_event)
    plan = replace(TrainingPlan.from_faces(faces, options, run_options.folds), strangers=strangers)
    checkpoint = Checkpoint(path, {"options": options.as_dict(), "fingerprint": plan.fingerprint})
    state = checkpoint.load() if run_options.resume else None
    if replicas is not None:
        replicas.require_same(plan.fingerprint)
        device = f"{device}, {replicas.count} replicas"

    from visavis_training.cnn64 import trainer  # imports Keras, which must not see the devices before one is selected

    kept = checkpoint if replicas is None or replicas.is_chief else None
    return trainer.train(plan, folders, kept, state, device, on_event, force=run_options.force, replicas=replicas)


def _create_replicas(run_options: RunOptions) -> "Replicas | None":
    """The replicas that the options ask for, before TensorFlow computes anything; None if there is one network."""
    if run_options.strategy is None:
        return None
    from visavis_training.distribution.replicas import Replicas

    return Replicas.create(run_options.strategy)


def _collect_faces(folders: DataFolders, detector: FaceFinder, on_event: EventCallback) -> Faces:
    def on_progress(done: int, total: int) -> None:
        on_event({"event": "progress", **to_record(stage=Message("Looking for faces")), "done": done, "total": total})

    return collect(PeopleStore(folders.people), folders.cache, detector, on_progress)


def _select(kind: type[Options] | type[PictureOptions] | type[RunOptions], given: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the given options that belong to one class."""
    return {field.name: given[field.name] for field in fields(kind) if field.name in given}


def _require_known(kind: type[Options] | type[PictureOptions], given: Mapping[str, Any]) -> None:
    """Check that the given options are of this kind of training: one without effect would mislead.

    Raises
    ------
    TrainingError
        If one is of the other kind only.
    """
    own, others = (
        {field.name for field in fields(each)} for each in (kind, Options if kind is PictureOptions else PictureOptions)
    )
    foreign = {"strategy", "force", "folds"} if kind is PictureOptions else {"preview"}
    for name in sorted(given.keys() & ((others - own) | foreign)):
        option = f"--{name.replace('_', '-')}"
        if kind is PictureOptions:
            raise TrainingError("{option} does not go with --whole.", option=option, hint="Leave it out.")
        raise TrainingError("{option} is for training on whole pictures: --whole DIR.", option=option, hint="")


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
