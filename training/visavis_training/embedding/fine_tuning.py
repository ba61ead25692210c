"""Fine-tunes the embedding network to the enrolled people, and publishes it only if it is clearly better.

A network easily overfits to few people, and strangers then resemble them more: on Labeled Faces in the Wild,
fine-tuning helped only with very poor pictures (docs/recognition.md). It is therefore compared with the published
network on samples and on strangers that it has not learned from (`cross_validation`).
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.faces import alignment
from visavis.factory.detectors import SampleFaceFinder
from visavis.factory.networks import NetworkLoader
from visavis.imaging import codec
from visavis.messages import Message, join, to_record
from visavis.models import threshold
from visavis.models.card import TRUNK_FILE, ModelCard
from visavis.models.store import NETWORK_FILE, TEMPLATES_FILE, TRUNK_COMPILED_FILE, ModelStore, digest
from visavis.models.templates import save_templates
from visavis.networks import keras_network, published
from visavis.recognition.embedder import Vectors, unit
from visavis.scoring import thresholds
from visavis.scoring.thresholds import Strangers
from visavis.storage import disk
from visavis.storage.paths import DataFolders
from visavis_training import publishing
from visavis_training.callbacks import EventCallback
from visavis_training.data.grouping import Grouping
from visavis_training.data.split import RowIndices
from visavis_training.distribution.replicas import Replicas
from visavis_training.embedding import cross_validation, imprinting, trainer
from visavis_training.embedding.cross_validation import CrossValidation, Fold
from visavis_training.embedding.dataset import EmbeddingDataset, group_dataset, load_dataset
from visavis_training.embedding.tuner import BATCH, RATE, BlockTuner, TuningEpoch
from visavis_training.embedding.tuning_evaluation import (
    FPIR,
    compare_scores,
    evaluate_epochs,
    find_eligible,
    refuse_unless_better,
)
from visavis_training.fitting.checkpoint import Checkpoint, FitState
from visavis_training.fitting.progress import FitProgress
from visavis_training.metrics.leave_one_out import HeldOutScores
from visavis_training.metrics.paired_result import PairedResult
from visavis_training.networks.layer_table import layer_record
from visavis_training.options import Options, RunOptions

#: Default number of epochs.
EPOCHS = 5

#: Smallest cosine of the compiled network's output with that of Keras. Measured for the published network: 0.998.
_MIN_COSINE = 0.99


def train(
    folders: DataFolders,
    options: Options,
    run_options: RunOptions,
    path: Path,
    on_event: EventCallback,
    replicas: Replicas | None = None,
) -> ModelCard | None:
    """Fine-tune, cross-validate, compare with the published network, and publish.

    Parameters
    ----------
    path : Path
        File of the checkpoint, which is written after each fold.
    replicas : Replicas, optional
        Copies of the network that learn together.

    Returns
    -------
    ModelCard, optional
        None if another computer of this training publishes the model.

    Raises
    ------
    TrainingError
        If there is too little to learn from, or the training diverges.
    ModelRefusedError
        If the network is not clearly better than the published one, and not forced. Resuming can force it.
    DiskError
        If something cannot be written. The current model stays.
    """
    loader = NetworkLoader(
        folders,
        run_options.device,
        on_progress=lambda message: on_event({"event": "progress", **to_record(stage=message)}),
    )
    dataset, device = load_dataset(folders, loader, on_event)
    grouping = group_dataset(dataset)
    eligible = find_eligible(dataset, grouping)
    truth = dataset.truth
    folds = cross_validation.assign_folds(truth, grouping.groups, eligible, options.seed)
    checkpoint = Checkpoint(path, {"options": options.as_dict(), "fingerprint": _fingerprint(dataset, folds)})
    is_chief = replicas is None or replicas.is_chief
    if replicas is not None:
        replicas.require_same(checkpoint.run["fingerprint"])
        device = f"{device}, {replicas.count} replicas"
    vectors = list(checkpoint.load().weights) if run_options.resume else []
    start = _start_record(dataset, grouping, eligible, options)
    on_event({"event": "start", **start, "device": device})
    tuner = cache(partial(build_tuner, folders, loader, dataset, options, on_event, replicas))
    for number in range(len(vectors), len(folds)):
        on_epoch = partial(_emit_epoch, on_event, number, options)
        vectors.append(train_fold(tuner(), folds[number].train, truth, options, on_epoch))
        if is_chief:
            checkpoint.save(FitState(FitProgress(epoch=number + 1), vectors, [], []))

    before, after, epochs = evaluate_epochs(dataset, folds, vectors)
    comparison = compare_scores(before.scores, after.scores)
    card, scores = _draft_card(folders, dataset, after, options)
    metrics = {**trainer.measure(scores, card, dataset, grouping), "compared": asdict(comparison)}
    metrics |= to_record(measured_on=_measured_on(metrics, comparison))
    card = replace(card, metrics=metrics, measured_on=metrics["measured_on"])
    on_event({"event": "evaluated", "metrics": metrics})
    if not run_options.force:
        refuse_unless_better(comparison)

    rows, pictures = np.arange(len(truth)), round(float(np.mean([len(fold.train) for fold in folds])))
    curve = []
    for epoch, result in enumerate(tuner().fit(rows, truth, epochs, _batch_size(options), pictures), start=1):
        _emit_epoch(on_event, len(folds), options, result, epoch)
        curve.append({"epoch": epoch, "loss": result.loss, "accuracy": result.accuracy})
    if not is_chief:
        return None
    everything = np.ones(len(truth), np.bool_)
    templates, suspects = cross_validation.build_templates(dataset.embedded, tuner().embeddings(), everything)
    scores = replace(scores, templates=templates, suspects=suspects)
    card = replace(card, recipe={**card.recipe, "epochs": epochs})
    on_event({"event": "progress", **to_record(stage=Message("Publishing"))})
    by_name = trainer.find_suspects(dataset, scores)
    same_person = [each.names for each in trainer.find_duplicates(folders, dataset)]
    built = trainer.build_report(scores, card, dataset, grouping, by_name)
    report = replace(built, same_person=same_person).to_record()
    card = _publish(
        folders,
        card,
        tuner(),
        templates,
        {**report, "training": start, "epochs": publishing.select_curve(curve), "metrics": metrics},
    )
    checkpoint.clear()
    on_event(
        {"event": "published", "model": card.id, "metrics": metrics, "suspects": by_name, "same_person": same_person}
    )
    return card


def _fingerprint(dataset: EmbeddingDataset, folds: Sequence[Fold]) -> str:
    network = published.NetworkCard.load(published.EMBEDDING).id
    content = [network, alignment.EMBEDDING_INPUT_VERSION, dataset.manifest, [fold.train.tolist() for fold in folds]]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _start_record(
    dataset: EmbeddingDataset, grouping: Grouping, eligible: Sequence[bool], options: Options
) -> dict[str, Any]:
    unmeasured = [person.name for person, is_eligible in zip(dataset.people, eligible, strict=True) if not is_eligible]
    return {
        **trainer.start_record(dataset, grouping, unmeasured),
        "recipe": "fine-tuned",
        "fine_tune": options.fine_tune,
        "epochs": _epochs(options) * (cross_validation.FOLDS + 1),
        "seed": options.seed,
    }


def build_tuner(
    folders: DataFolders,
    loader: NetworkLoader,
    dataset: EmbeddingDataset,
    options: Options,
    on_event: EventCallback,
    replicas: Replicas | None,
) -> BlockTuner:
    """Cut the chips of all samples, and let the fixed blocks see them and their copies."""
    samples = dataset.all_samples
    find, cut = SampleFaceFinder(loader), loader.load_embedder().chips
    chips = np.empty((len(samples), alignment.CHIP_SIDE, alignment.CHIP_SIDE, 3), np.uint8)
    for row, sample in enumerate(samples):
        image = codec.read(sample.path)
        chips[row] = cut(image, [find(image)[0]])[0]
        on_event(
            {
                "event": "progress",
                **to_record(stage=Message("Looking for faces")),
                "done": row + 1,
                "total": len(samples),
            }
        )

    def on_progress(done: int, total: int) -> None:
        on_event({"event": "progress", **to_record(stage=Message("Looking at copies")), "done": done, "total": total})

    assert options.fine_tune is not None
    trunk = imprinting.build_trunk()
    augment = not options.no_augment
    return BlockTuner(
        trunk,
        options.fine_tune,
        chips,
        augment=augment,
        seed=options.seed,
        on_progress=on_progress,
        replicas=replicas,
    )


def train_fold(
    tuner: BlockTuner,
    rows: RowIndices,
    truth: NDArray[np.intp],
    options: Options,
    on_epoch: Callable[[TuningEpoch, int], None],
) -> NDArray[np.float32]:
    """Train on `rows`. Returns the embeddings of all samples before and after each epoch: (1 + epochs, n, 128)."""
    tuner.reset()
    vectors = [tuner.embeddings()]
    results = tuner.fit(rows, truth[rows], _epochs(options), _batch_size(options))
    for epoch, result in enumerate(results, start=1):
        on_epoch(result, epoch)
        vectors.append(tuner.embeddings())
    return np.stack(vectors)


def _epochs(options: Options) -> int:
    return options.epochs or EPOCHS


def _batch_size(options: Options) -> int:
    return options.batch_size or BATCH


def _emit_epoch(on_event: EventCallback, fold: int, options: Options, result: TuningEpoch, epoch: int) -> None:
    on_event(
        {
            "event": "epoch",
            "epoch": fold * _epochs(options) + epoch,
            "epochs": _epochs(options) * (cross_validation.FOLDS + 1),
            "loss": result.loss,
            "accuracy": result.accuracy,
            "val_loss": None,
            "val_accuracy": None,
            "lr": RATE,
            "seconds": result.seconds,
        }
    )


def _draft_card(
    folders: DataFolders, dataset: EmbeddingDataset, tuned: CrossValidation, options: Options
) -> tuple[ModelCard, HeldOutScores]:
    """The model's card, and the scores of the fine-tuned networks in cosines, as the card's calibration takes them.

    The shipped thresholds, in units of the impostor distribution, were measured with the published network. For another
    network they hold only if its own impostors do not reach higher. If they do, the deviation is enlarged accordingly.
    """
    distribution, people = tuned.strangers, len(dataset.people)
    reached = cross_validation.threshold_at(tuned.scores, FPIR)
    factor = max(1.0, reached / thresholds.deviations(people - 1, FPIR))
    enlarged = Strangers(distribution.mean, distribution.deviation * factor)
    card = trainer.draft_card(folders, dataset, enlarged, options)
    note = (
        "The last blocks of its network were fine-tuned on its people. Where strangers lie for it was estimated from "
        f"them alone, each held out in turn, and their spread counts {factor:.2f} times."
    )
    recipe = {**card.recipe, "fine_tune": options.fine_tune}
    scores = replace(
        tuned.scores,
        similarities=distribution.mean + distribution.deviation * tuned.scores.similarities,
        impostor_similarities=distribution.mean + distribution.deviation * tuned.scores.impostor_similarities,
    )
    card = replace(card, recipe=recipe, notes=(note,))
    nobody = np.zeros((0, people))  # marked strangers were embedded by the published network
    return threshold.fit_threshold(card, scores.impostor_similarities, scores.truth.tolist(), nobody), scores


def _measured_on(metrics: dict[str, Any], comparison: PairedResult) -> Message:
    return join(
        Message(
            "Each of {samples} samples was searched for without what was taken with it, and each of {impostors} in the "
            "gallery without its person, by one of {networks} networks that had not learned from it.",
            samples=metrics["test"],
            impostors=metrics["impostors"],
            networks=cross_validation.FOLDS,
        ),
        Message(
            "With {fpir} of strangers let in, {won} are right that the published network gets wrong, and {lost} are "
            "wrong that it gets right.",
            fpir=f"{FPIR:.0%}",
            won=comparison.won,
            lost=comparison.lost,
        ),
    )


def _publish(
    folders: DataFolders, card: ModelCard, tuner: BlockTuner, templates: Vectors, report: dict[str, Any]
) -> ModelCard:
    store = ModelStore(folders.models)
    notes = []
    with store.staging_folder() as folder, disk.translate_errors(folder):
        path, compiled = folder / TRUNK_FILE, folder / TRUNK_COMPILED_FILE
        tuner.trunk.save(path)
        network = keras_network.extract(tuner.trunk, published.parse(published.EMBEDDING))
        expected = np.asarray(tuner.trunk(published.check_input(alignment.CHIP_SIDE)))[0]
        if not published.write_compiled(network.name, lambda: network, compiled, partial(_agrees, expected)):
            notes.append("The compiled network did not agree with Keras on this computer, so there is none.")
        whole = imprinting.imprint(tuner.trunk, templates, card.calibration)
        whole.save(folder / NETWORK_FILE)
        slugs = [person.slug for person in card.people]
        save_templates(folder / TEMPLATES_FILE, dict(zip(slugs, templates, strict=True)))
        disk.write_json(folder / publishing.REPORT, {**report, **layer_record(whole)})
        network_id = f"{card.network_id}-tuned-{digest(path)[:16]}"
        return store.publish(folder, replace(card, network_id=network_id, notes=(*card.notes, *notes)))


def _agrees(expected: NDArray[np.float32], output: NDArray[np.float32]) -> bool:
    return bool(unit(expected) @ unit(output) >= _MIN_COSINE)
