"""Trains the gallery of the `embedding` network: templates, impostor distribution, metrics and a published model.

No weight of the trunk changes: the people's templates become the weights of a last layer. Embedding each sample once
takes most of the time. Then each sample is searched for as if it had not been enrolled, and as a stranger.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.factory.embedding_card import draft_embedding_card
from visavis.factory.migration import retire_outdated
from visavis.factory.networks import NetworkLoader
from visavis.messages import Message, join, to_record
from visavis.models import threshold
from visavis.models.card import ModelCard
from visavis.models.store import TEMPLATES_FILE, ModelStore
from visavis.models.templates import save_templates
from visavis.people.distinct_pairs import DistinctPairs
from visavis.recognition import duplicate_enrollment, gallery
from visavis.recognition.decision import Decision, ScoredProbe
from visavis.recognition.duplicate_enrollment import DuplicateEnrollment, duplicate_matrix
from visavis.recognition.report import path_text
from visavis.scoring.confidence import Proportion, round_share
from visavis.scoring.thresholds import Strangers
from visavis.storage import disk
from visavis.storage.paths import DataFolders
from visavis_training import publishing
from visavis_training.callbacks import EventCallback
from visavis_training.data.grouping import Grouping
from visavis_training.embedding import fold_search
from visavis_training.embedding.dataset import EmbeddingDataset, group_dataset, load_dataset, readable_hash
from visavis_training.metrics import held_out, model_comparison
from visavis_training.metrics.leave_one_out import HeldOutScores, leave_one_out
from visavis_training.options import Options, RunOptions
from visavis_training.report.report import Report


def train(folders: DataFolders, options: Options, run_options: RunOptions, on_event: EventCallback) -> ModelCard:
    """Train a model of all people, and make it the current one.

    Raises
    ------
    TrainingError
        If there are no samples.
    ModelRefusedError
        If it is clearly worse than the current model, and not forced.
    """
    loader = NetworkLoader(
        folders,
        run_options.device,
        on_progress=lambda message: on_event({"event": "progress", **to_record(stage=message)}),
    )
    dataset, device = load_dataset(folders, loader, on_event)
    grouping = group_dataset(dataset)
    groups = dataset.split_by_person(grouping.groups)
    duplicates = find_duplicates(folders, dataset)
    scores = leave_one_out(dataset.embedded, groups, duplicate_matrix(dataset.people, duplicates))
    folds = fold_search.split_dataset(dataset, grouping, run_options.folds, options.seed) if run_options.folds else []
    start = start_record(dataset, grouping, _unmeasured_names(dataset, scores))
    on_event({"event": "start", **start, "device": device})
    strangers = estimate_strangers(scores, dataset)
    card = draft_card(folders, dataset, strangers, options)
    marked = dataset.strangers @ scores.templates.T
    card = threshold.fit_threshold(card, scores.impostor_similarities, scores.truth.tolist(), marked)
    metrics = measure(scores, card, dataset, grouping)
    metrics |= to_record(measured_on=_measured_on(metrics, strangers, grouping))
    notes = []
    if folds:
        in_folds = fold_search.cross_validate(dataset, folds, card)
        metrics["folds"] = in_folds.to_record()
        notes = [str(note) for note in in_folds.notes()]
    on_event({"event": "evaluated", "metrics": metrics})
    if not run_options.force:
        slugs = [person.slug for person in dataset.people]
        model_comparison.refuse_if_worse(ModelStore(folders.models), slugs, dataset.embedded, groups, card)
    suspects = find_suspects(dataset, scores)
    on_event({"event": "progress", **to_record(stage=Message("Publishing"))})
    card = replace(card, metrics=metrics, measured_on=metrics["measured_on"])
    same_person = [each.names for each in duplicates]
    built = build_report(scores, card, dataset, grouping, suspects)
    report = replace(built, same_person=same_person, notes=[*built.notes, *notes]).to_record()
    card = _publish(folders, card, scores.templates, {**report, "training": start, "metrics": metrics})
    retire_outdated(ModelStore(folders.models))
    found = {"suspects": suspects, "same_person": same_person}
    on_event({"event": "published", "model": card.id, "metrics": metrics, **found})
    return card


def estimate_strangers(scores: HeldOutScores, dataset: EmbeddingDataset) -> Strangers:
    """Estimate the impostor distribution: each person is an impostor to all others."""
    traits = gallery.gallery_traits(dataset.embedded)
    return threshold.estimate_strangers(scores.impostor_similarities, len(dataset.embedded), traits)


def draft_card(folders: DataFolders, dataset: EmbeddingDataset, strangers: Strangers, options: Options) -> ModelCard:
    """The model's card, still without a threshold and metrics."""
    model_id = ModelStore(folders.models).new_id("embedding")
    card = draft_embedding_card(model_id, dataset.people, dataset.manifest, strangers)
    return replace(card, recipe={**card.recipe, "seed": options.seed}, software=publishing.software_versions())


def measure(scores: HeldOutScores, card: ModelCard, dataset: EmbeddingDataset, grouping: Grouping) -> dict[str, Any]:
    """The metrics of the held-out samples, each searched for as enrolled and as a stranger."""
    calibrated = np.nan_to_num(card.calibration(scores.similarities), nan=0.0)
    probes = np.flatnonzero(scores.is_probe)
    minimum = card.threshold_for(len(card.people))
    right = calibrated.argmax(axis=1) == scores.truth
    recognized = right & _is_named(calibrated, minimum, card.margin)
    fnir = Proportion(int((~recognized)[probes].sum()), len(probes))
    accuracy = Proportion(int(right[probes].sum()), len(probes))
    impostor_threshold = card.threshold_for(max(len(card.people) - 1, 1))
    accepted = _is_named(card.calibration(scores.impostor_similarities), impostor_threshold, card.margin)
    fpir = Proportion(int(accepted.sum()), len(accepted))
    per_person: dict[str, dict[str, Any]] = {}
    for index, person in enumerate(dataset.people):
        own = probes[scores.truth[probes] == index]
        if len(own):
            per_person[person.name] = {
                "probes": len(own),
                "accuracy": round_share(Proportion(int(right[own].sum()), len(own)).share),
                "fnir": round_share(Proportion(int((~recognized)[own].sum()), len(own)).share),
                "one_session": person.slug in grouping.one_session,
            }
    return {
        "gallery": len(card.people),
        "test": len(probes),
        "impostors": len(accepted),
        "threshold": round_share(minimum),
        "accuracy": round_share(accuracy.share),
        "fnir": round_share(fnir.share),
        "fpir": round_share(fpir.share),
        "confidence_95": {"accuracy": accuracy.interval, "fnir": fnir.interval, "fpir": fpir.interval},
        "per_person": dict(sorted(per_person.items(), key=lambda item: item[1]["accuracy"] - item[1]["fnir"])),
    }


def _is_named(scores: NDArray[np.float64], threshold: float, margin: float) -> NDArray[np.bool_]:
    """(rows,) whether each row of scores gets a name. Empty if there are no columns."""
    decide = Decision(threshold, margin)
    names = [""] * scores.shape[1]
    return np.array([decide([ScoredProbe(row)], names)[0].name is not None for row in scores if len(row)], np.bool_)


def _measured_on(metrics: dict[str, Any], strangers: Strangers, grouping: Grouping) -> Message:
    searches = Message(
        "Each of {samples} samples was searched for without itself, and each of {impostors} in the gallery without its "
        "person. Strangers have a similarity of {mean} ± {deviation} (cosine).",
        samples=metrics["test"],
        impostors=metrics["impostors"],
        mean=f"{strangers.mean:.3f}",
        deviation=f"{strangers.deviation:.3f}",
    )
    if not grouping.one_session:
        return searches
    few = Message(
        "{count} people were captured in fewer than three sessions: their figures are optimistic.",
        one="{count} person was captured in fewer than three sessions: their figures are optimistic.",
        count=len(grouping.one_session),
    )
    return join(searches, few)


def _unmeasured_names(dataset: EmbeddingDataset, scores: HeldOutScores) -> list[str]:
    measured = set(scores.truth[scores.is_probe].tolist())
    return [person.name for index, person in enumerate(dataset.people) if index not in measured]


def start_record(dataset: EmbeddingDataset, grouping: Grouping, unmeasured: Sequence[str]) -> dict[str, Any]:
    """The fields of the event "start" and of the report. `unmeasured` are names."""
    return {
        "network": "embedding",
        "recipe": "imprinted",
        "people": len(dataset.people),
        "samples": dataset.count,
        "whole": [str(sample.path) for sample in dataset.whole],
        "faceless": [str(sample.path) for sample in dataset.faceless],
        "unreadable": list(dataset.unreadable),
        "unmeasured": list(unmeasured),
        "one_session": [person.name for person in dataset.people if person.slug in grouping.one_session],
        "suspects": [[str(one), str(other)] for one, other in grouping.cross_person_duplicates],
    }


def build_report(
    scores: HeldOutScores,
    card: ModelCard,
    dataset: EmbeddingDataset,
    grouping: Grouping,
    suspects: dict[str, list[str]],
) -> Report:
    """The model's report."""
    return Report(
        kind="training",
        model=card.id,
        network=card.network,
        gallery=len(card.people),
        threshold=card.threshold,
        asked=card.target_fpir,
        expected=str(card.stranger_rate(len(card.people)).description),
        metrics=held_out.search_metrics(scores, card, [sample.path for sample in dataset.all_samples]),
        suspects=suspects,
        doubled=[(path_text(one), path_text(other)) for one, other in grouping.cross_person_duplicates],
        notes=[card.measured_on, *dataset.unreadable],
    )


def find_duplicates(folders: DataFolders, dataset: EmbeddingDataset) -> list[DuplicateEnrollment]:
    """The people who look like one, by the embeddings of the published network."""
    templates = np.stack([gallery.template(own)[0] for own in dataset.embedded])
    counts = [len(own) for own in dataset.embedded]
    distinct = DistinctPairs(folders.people).pairs()
    return duplicate_enrollment.find_duplicates(dataset.people, templates, counts, distinct)


def find_suspects(dataset: EmbeddingDataset, scores: HeldOutScores) -> dict[str, list[str]]:
    """The paths of samples that may show someone else, by person."""
    by_name: dict[str, list[str]] = {}
    for person, samples, suspects in zip(dataset.people, dataset.samples, scores.suspects, strict=True):
        if suspects:
            by_name[person.name] = [path_text(sample.path) for sample in samples if readable_hash(sample) in suspects]
    return by_name


def _publish(
    folders: DataFolders, card: ModelCard, templates: NDArray[np.float32], report: dict[str, Any]
) -> ModelCard:
    """Publish the model without its Keras network, which takes seconds and is not needed to name people."""
    store = ModelStore(folders.models)
    with store.staging_folder() as folder, disk.translate_errors(folder):
        slugs = [person.slug for person in card.people]
        save_templates(folder / TEMPLATES_FILE, dict(zip(slugs, templates, strict=True)))
        disk.write_json(folder / publishing.REPORT, report)
        return store.publish(folder, card)
