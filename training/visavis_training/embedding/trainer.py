"""Training the `embedding` network's gallery: templates, where strangers lie, what it is worth, a published model.

No weight of the trunk is learned here: people become the weights of a last layer. What takes the time is embedding the
samples, once each; then every sample is tried as if it had not been enrolled, and as a stranger to the others.
"""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.errors import PictureError, TrainingError
from visavis.faces import alignment
from visavis.factory.embeddings import create_embedding_cache
from visavis.factory.networks import NetworkLoader
from visavis.messages import Message, join, to_record
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.store import NETWORK_FILE, TEMPLATES_FILE, ModelStore
from visavis.models.templates import save_templates
from visavis.networks import published as networks
from visavis.people.person import Person
from visavis.people.rejections import STRANGERS_SLUG, RejectionStore
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.recognition.decision import Decision, ScoredProbe
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.recognition.report import path_text
from visavis.scoring import thresholds
from visavis.scoring.confidence import Proportion, round_share
from visavis.scoring.thresholds import Strangers
from visavis.storage import disk
from visavis.storage.paths import DataFolders
from visavis.training_client.trainer import Event
from visavis_training import publishing
from visavis_training.data.grouping import Grouping, grouping
from visavis_training.embedding.leave_one_out import Trial, trial
from visavis_training.evaluation import comparison, trial_results
from visavis_training.options import Conduct, Options
from visavis_training.report.report import Report

Told = Callable[[Event], None]

#: Least cosine of two samples that are one shot: re-encoded or rescaled. Different frames of a webcam have 0.97-0.99.
_SAME_SHOT = 0.995
#: Least lead over the runner-up, in cosine, that is no "A or B?".
_MARGIN = 0.004


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """Everybody's samples as the network sees them."""

    people: tuple[Person, ...]
    samples: tuple[tuple[Sample, ...], ...]  #: of each person, in the order of `embedded`
    embedded: tuple[SampleEmbeddings, ...]
    strangers: NDArray[np.float32]  #: (n, 128) of faces the user said are nobody's who is enrolled
    unreadable: tuple[str, ...]

    @property
    def count(self) -> int:
        return sum(map(len, self.embedded))

    @property
    def manifest(self) -> dict[str, list[str]]:
        """Slug to the hashes of the samples."""
        return {person.slug: list(e.hashes) for person, e in zip(self.people, self.embedded, strict=True)}


def train(folders: DataFolders, options: Options, conduct: Conduct, told: Told) -> ModelCard:
    """Make a model of the people there are, and put it in use.

    Raises
    ------
    TrainingError
        If there is nobody.
    ModelRefusedError
        If it is clearly worse than the model in use, and not forced.
    """
    loader = NetworkLoader(
        folders, conduct.device, on_progress=lambda message: told({"event": "progress", **to_record(stage=message)})
    )
    material, device = gather(folders, loader, told)
    together = grouped(material)
    groups = by_person(together.groups, material)
    result = trial(material.embedded, groups)
    told({"event": "start", **described(material, together, _unmeasured(material, result)), "device": device})
    strangers = strangers_of(result, material)
    card = drafted(folders, material, strangers, options)
    metrics = measured(result, card, material, together)
    metrics |= to_record(measured_on=_measured_on(metrics, strangers, together))
    told({"event": "evaluated", "metrics": metrics})
    if not conduct.force:
        slugs = [person.slug for person in material.people]
        comparison.refuse_worse(ModelStore(folders.models), slugs, material.embedded, groups, card)
    suspects = suspects_of(material, result)
    told({"event": "progress", **to_record(stage=Message("Publishing"))})
    card = replace(card, metrics=metrics, measured_on=metrics["measured_on"])
    training = {"training": described(material, together, _unmeasured(material, result)), "metrics": metrics}
    report = reported(result, card, material, together, suspects)
    published = _publish(folders, card, result.templates, {**report, **training})
    told({"event": "published", "model": published.id, "metrics": metrics, "suspects": suspects})
    return published


def gather(folders: DataFolders, loader: NetworkLoader, told: Told) -> tuple[Material, str]:
    """The material, and where it was embedded."""
    store = PeopleStore(folders.people)
    planned = [(person, store.samples(person)) for person in store.people()]
    total = sum(len(samples) for _, samples in planned)
    if not total:
        raise TrainingError(
            "There is nobody to learn.", hint="Capture someone: visavis enroll NAME --source 0, or visavis import DIR."
        )
    embedder = loader.load_embedder()
    cache = create_embedding_cache(loader, embedder)
    unreadable: list[str] = []
    kept: list[tuple[Person, tuple[Sample, ...], SampleEmbeddings]] = []
    done = 0
    for person, samples in planned:
        embedded = cache.load(person.slug, samples, lambda _, error: unreadable.append(str(error)))
        done += len(samples)
        told({"event": "progress", **to_record(stage=Message("Looking for faces")), "done": done, "total": total})
        if len(embedded):
            by_hash = {key: sample for sample in samples if (key := _hash(sample)) in embedded.hashes}
            kept.append((person, tuple(by_hash[key] for key in embedded.hashes), embedded))
    if not kept:
        raise TrainingError("None of the samples can be read.", hint="See them: visavis people show NAME.")
    material = Material(
        people=tuple(person for person, _, _ in kept),
        samples=tuple(samples for _, samples, _ in kept),
        embedded=tuple(embedded for _, _, embedded in kept),
        strangers=_known_strangers(folders, loader),
        unreadable=tuple(unreadable),
    )
    return material, embedder.network.device


def _hash(sample: Sample) -> str | None:
    try:
        return sample.hash
    except PictureError:
        return None


def _without_face(material: Material) -> list[Sample]:
    return [
        sample
        for samples, embedded in zip(material.samples, material.embedded, strict=True)
        for sample, found in zip(samples, embedded.found, strict=True)
        if not found
    ]


def _known_strangers(folders: DataFolders, loader: NetworkLoader) -> NDArray[np.float32]:
    """Embeddings of the faces that are nobody's; those that are only not a certain person may be another's."""
    rejections = RejectionStore(folders.strangers).rejections()
    if not rejections:
        return np.zeros((0, 128), np.float32)
    cache = create_embedding_cache(loader, loader.load_embedder())
    embedded = cache.load(STRANGERS_SLUG, [rejection.sample for rejection in rejections])
    nobodys = {rejection.sample.hash for rejection in rejections if not rejection.people}
    return embedded.vectors[[key in nobodys for key in embedded.hashes]]


def grouped(material: Material) -> Grouping:
    """Sessions, and samples that are one shot, also across people."""
    vectors = np.concatenate([embedded.vectors for embedded in material.embedded])
    links: list[tuple[int, int]] = []
    for start in range(0, len(vectors), 1024):
        first, second = np.nonzero(np.triu(vectors[start : start + 1024] @ vectors[start:].T >= _SAME_SHOT, 1))
        links += zip((start + first).tolist(), (start + second).tolist(), strict=True)
    return grouping(material.people, [sample for samples in material.samples for sample in samples], links)


def by_person(groups: Sequence[int], material: Material) -> list[Sequence[int]]:
    bounds = np.cumsum([0, *map(len, material.embedded)])
    return [groups[start:end] for start, end in itertools.pairwise(bounds)]


def strangers_of(result: Trial, material: Material) -> Strangers:
    """Where strangers lie: everybody is one to the others, and those in the strangers' folder are to all."""
    known = (material.strangers @ result.templates.T).ravel()
    impostors = np.concatenate([result.others.ravel(), known])
    return thresholds.estimate_strangers(
        impostors, len(material.people), float(np.median([len(e) for e in material.embedded]))
    )


def drafted(folders: DataFolders, material: Material, strangers: Strangers, options: Options) -> ModelCard:
    calibration = strangers.calibration
    card = ModelCard(
        id=ModelStore(folders.models).new_id("embedding"),
        network="embedding",
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        people=tuple(Member(person.slug, person.name) for person in material.people),
        input=InputSpec("aligned chip", alignment.EMBEDDING_INPUT_VERSION, alignment.CHIP_SIDE),
        threshold=0.5,
        margin=_MARGIN * calibration.slope,
        calibration=calibration,
        recipe={"network": "embedding", "seed": options.seed},
        data=material.manifest,
        software=publishing.software(),
        network_id=networks.NetworkCard.load(networks.EMBEDDING).id,
        strangers=strangers,
    )
    return replace(card, threshold=card.threshold_for(len(material.people)))


def measured(result: Trial, card: ModelCard, material: Material, together: Grouping) -> dict[str, Any]:
    """The figures of leaving each sample out: as an enrolled person's, and as a stranger's."""
    scores = card.calibration(result.similarities)
    probes = np.flatnonzero(result.probes)
    line = card.threshold_for(len(card.people))
    rows = np.nan_to_num(scores, nan=0.0)
    right = rows.argmax(axis=1) == result.truth
    named = _named(rows, line, card.margin)
    missed = Proportion(int((~(right & named))[probes].sum()), len(probes))
    closed = Proportion(int(right[probes].sum()), len(probes))
    accepted = _named(card.calibration(result.others), card.threshold_for(max(len(card.people) - 1, 1)), card.margin)
    admitted = Proportion(int(accepted.sum()), len(accepted))
    per_person: dict[str, dict[str, Any]] = {}
    for index, person in enumerate(material.people):
        own = probes[result.truth[probes] == index]
        if len(own):
            per_person[person.name] = {
                "probes": len(own),
                "accuracy": round_share(Proportion(int(right[own].sum()), len(own)).share),
                "fnir": round_share(Proportion(int((~(right & named))[own].sum()), len(own)).share),
                "one_session": person.slug in together.one_session,
            }
    return {
        "gallery": len(card.people),
        "test": len(probes),
        "impostors": len(accepted),
        "threshold": round_share(line),
        "accuracy": round_share(closed.share),
        "fnir": round_share(missed.share),
        "fpir": round_share(admitted.share),
        "confidence_95": {"accuracy": closed.interval, "fnir": missed.interval, "fpir": admitted.interval},
        "per_person": dict(sorted(per_person.items(), key=lambda item: item[1]["accuracy"] - item[1]["fnir"])),
    }


def _named(scores: NDArray[np.float64], threshold: float, margin: float) -> NDArray[np.bool_]:
    """For each row of scores, whether it gets a name; none if there is nobody."""
    decide = Decision(threshold, margin)
    names = [""] * scores.shape[1]
    return np.array([decide([ScoredProbe(row)], names)[0].name is not None for row in scores if len(row)], np.bool_)


def _measured_on(metrics: dict[str, Any], strangers: Strangers, together: Grouping) -> Message:
    searches = Message(
        "Each of {samples} samples was searched for without itself, and each of {impostors} in the gallery without its "
        "person. Strangers have a similarity of {mean} +- {deviation} (cosine).",
        samples=metrics["test"],
        impostors=metrics["impostors"],
        mean=f"{strangers.mean:.3f}",
        deviation=f"{strangers.deviation:.3f}",
    )
    if not together.one_session:
        return searches
    few = Message(
        "{count} people were captured in fewer than three sessions: their figures are optimistic.",
        one="{count} person was captured in fewer than three sessions: their figures are optimistic.",
        count=len(together.one_session),
    )
    return join(searches, few)


def _unmeasured(material: Material, result: Trial) -> list[str]:
    judged = set(result.truth[result.probes].tolist())
    return [person.name for index, person in enumerate(material.people) if index not in judged]


def described(material: Material, together: Grouping, unmeasured: list[str]) -> dict[str, Any]:
    """The training as the event "start" and the report have it; `unmeasured` are names."""
    return {
        "network": "embedding",
        "recipe": "imprinted",
        "people": len(material.people),
        "samples": material.count,
        "whole": [str(sample.path) for sample in _without_face(material)],
        "unreadable": list(material.unreadable),
        "unmeasured": unmeasured,
        "one_session": [person.name for person in material.people if person.slug in together.one_session],
        "suspects": [[str(one), str(other)] for one, other in together.doubled],
    }


def reported(
    result: Trial, card: ModelCard, material: Material, together: Grouping, suspects: dict[str, list[str]]
) -> dict[str, Any]:
    """What the report has for whoever draws it."""
    return Report(
        kind="training",
        model=card.id,
        network=card.network,
        gallery=len(card.people),
        threshold=card.threshold,
        figures=trial_results.figures(
            result, card, [sample.path for samples in material.samples for sample in samples]
        ),
        suspects=suspects,
        doubled=[(path_text(one), path_text(other)) for one, other in together.doubled],
        notes=[card.measured_on, *material.unreadable],
    ).record()


def suspects_of(material: Material, result: Trial) -> dict[str, list[str]]:
    """By person, the samples that may show someone else."""
    found: dict[str, list[str]] = {}
    for person, samples, suspects in zip(material.people, material.samples, result.suspects, strict=True):
        if suspects:
            found[person.name] = [path_text(sample.path) for sample in samples if _hash(sample) in suspects]
    return found


def _publish(
    folders: DataFolders, card: ModelCard, templates: NDArray[np.float32], report: dict[str, Any]
) -> ModelCard:
    from visavis_training.embedding.imprinting import imprinted, trunk

    store = ModelStore(folders.models)
    with store.staging() as folder, disk.translate_errors(folder):
        imprinted(trunk(folders), templates, card.calibration).save(folder / NETWORK_FILE)
        slugs = [person.slug for person in card.people]
        save_templates(folder / TEMPLATES_FILE, dict(zip(slugs, templates, strict=True)))
        disk.write_json(folder / publishing.REPORT, report)
        return store.publish(folder, card)
