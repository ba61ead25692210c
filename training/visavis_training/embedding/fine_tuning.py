"""Fine-tuning the network that embeds faces to the people there are; published only if it is clearly better for it.

Few people are easily learned by heart, and strangers then resemble them more: on Labeled Faces in the Wild it never
paid (docs/recognition.md). So what counts is what the network does with samples and with strangers that it has not
learned from (`crossing`), next to the network as published on the same ones.
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

from visavis.errors import ModelRefusedError, TrainingError
from visavis.faces import alignment
from visavis.factory.detectors import SampleFaceFinder
from visavis.factory.networks import NetworkLoader
from visavis.imaging import codec
from visavis.messages import Message, join, to_record
from visavis.models.card import TRUNK_FILE, ModelCard
from visavis.models.store import NETWORK_FILE, TEMPLATES_FILE, TRUNK_COMPILED_FILE, ModelStore, digest
from visavis.models.templates import save_templates
from visavis.networks import published as networks
from visavis.networks.engine import silence_stderr
from visavis.recognition.embedder import Vectors
from visavis.scoring import thresholds
from visavis.scoring.thresholds import TARGET_FPIR, Strangers
from visavis.storage import disk
from visavis.storage.paths import DataFolders
from visavis.training_client.trainer import Event
from visavis_training import publishing
from visavis_training.cnn64.checkpoint import Checkpoint, State
from visavis_training.cnn64.paired_comparison import Contest
from visavis_training.cnn64.progress import FitProgress
from visavis_training.data.grouping import LEAST_GROUPS, Grouping
from visavis_training.data.split import Rows
from visavis_training.embedding import cross_validation, imprinting, trainer
from visavis_training.embedding.cross_validation import Crossed, Fold
from visavis_training.embedding.leave_one_out import Trial
from visavis_training.embedding.trainer import Material
from visavis_training.embedding.tuning import BATCH, RATE, Tuner, TuningEpoch
from visavis_training.evaluation import comparison
from visavis_training.networks import litert
from visavis_training.options import Conduct, Options

Told = Callable[[Event], None]

#: Of whom there must be so many, with so many samples each: with fewer than a hundred searches, what one stranger in a
#: hundred does cannot be counted.
LEAST_PEOPLE, LEAST_SAMPLES = 10, 10
#: How often everything is learned, at most.
EPOCHS = 5
#: What it is compared with.
AS_PUBLISHED = "the network as published"
_LOOKING = Message("Looking for faces")

_FPIR = TARGET_FPIR["balanced"]
#: Chips on which the compiled network is checked.
_COMPARED = 50


def train(folders: DataFolders, options: Options, conduct: Conduct, state: Path, told: Told) -> ModelCard:
    """Fine-tune, measure, compare, and publish.

    Parameters
    ----------
    state : Path
        Where it is kept how far the training came, until the model is published: a fold at a time.

    Raises
    ------
    TrainingError
        If there is too little to learn from, or the training diverges.
    ModelRefusedError
        If the network is not clearly better than as published, and not forced; resuming can force it.
    DiskError
        If something cannot be written; the model in use stays.
    """
    loader = NetworkLoader(
        folders, conduct.device, on_progress=lambda message: told({"event": "progress", **to_record(stage=message)})
    )
    material, device = trainer.gather(folders, loader, told)
    together = trainer.grouped(material)
    able = enough(material, together)
    truth = np.repeat(np.arange(len(material.people)), [len(each) for each in material.embedded])
    dealt = cross_validation.folds(truth, together.groups, able, options.seed)
    checkpoint = Checkpoint(state, {"options": options.as_dict(), "fingerprint": _fingerprint(material, dealt)})
    seen = list(checkpoint.load().weights) if conduct.resume else []
    described = _described(material, together, able, options)
    told({"event": "start", **described, "device": device})
    tuner = cache(partial(_tuner, folders, loader, material, options, told))
    for number in range(len(seen), len(dealt)):
        heard = partial(_tell, told, number, options)
        seen.append(_learned(tuner(), dealt[number].learned, truth, options, heard))
        checkpoint.save(State(FitProgress(epoch=number + 1), seen, [], []))

    published, tuned, epochs = judged(material, dealt, seen)
    contest = compared(published.trial, tuned.trial)
    card, result = _drafted(folders, material, tuned, options)
    metrics = {**trainer.measured(result, card, material, together), "compared": asdict(contest)}
    metrics |= to_record(measured_on=_measured_on(metrics, contest))
    card = replace(card, metrics=metrics, measured_on=metrics["measured_on"])
    told({"event": "evaluated", "metrics": metrics})
    if not conduct.force:
        refuse_unless_better(contest)

    rows, few = np.arange(len(truth)), round(float(np.mean([len(fold.learned) for fold in dealt])))
    for epoch, lesson in enumerate(tuner().fit(rows, truth, epochs, _amount(options)[1], few), start=1):
        _tell(told, len(dealt), options, lesson, epoch)
    templates, suspects = cross_validation.made(material.embedded, tuner().embeddings(), np.ones(len(truth), np.bool_))
    result = replace(result, templates=templates, suspects=suspects)
    card = replace(card, recipe={**card.recipe, "epochs": epochs})
    told({"event": "progress", **to_record(stage=Message("Publishing"))})
    found = trainer.suspects_of(material, result)
    report = trainer.reported(result, card, material, together, found)
    card = _publish(folders, card, tuner(), templates, {**report, "training": described, "metrics": metrics})
    checkpoint.clear()
    told({"event": "published", "model": card.id, "metrics": metrics, "suspects": found})
    return card


def enough(material: Material, together: Grouping) -> list[bool]:
    """Of each person, whether they can be searched on samples that were not learned.

    Raises
    ------
    TrainingError
        If there are too few of them.
    """
    able = [
        person.slug not in together.one_session and len(embedded) >= LEAST_SAMPLES and len(set(groups)) >= LEAST_GROUPS
        for person, embedded, groups in zip(
            material.people, material.embedded, trainer.by_person(together.groups, material), strict=True
        )
    ]
    if sum(able) < LEAST_PEOPLE:
        raise TrainingError(
            "Fine-tuning takes {least_people} people with {least_samples} samples each, "
            "from {least_groups} sessions; {able} of {people} have that.",
            hint="Leave --fine-tune out: without it, a few samples are enough.",
            least_people=LEAST_PEOPLE,
            least_samples=LEAST_SAMPLES,
            least_groups=LEAST_GROUPS,
            able=sum(able),
            people=len(able),
        )
    return able


def judged(material: Material, dealt: Sequence[Fold], seen: Sequence[NDArray[Any]]) -> tuple[Crossed, Crossed, int]:
    """The network as published, fine-tuned, and for how many epochs.

    Each fold's number of epochs is chosen by the others, so that its figures are of what had no part in choosing.

    Parameters
    ----------
    seen : sequence of ndarray, each of shape (1 + epochs, samples, 128)
        All samples as each fold's network embeds them, before and after each epoch.
    """

    def after(epochs: Sequence[int]) -> Crossed:
        vectors = [each[epoch] for each, epoch in zip(seen, epochs, strict=True)]
        return cross_validation.crossed(material.embedded, dealt, vectors)

    trials = [after([epoch] * len(dealt)).trial for epoch in range(1, len(seen[0]))]
    chosen = [1 + cross_validation.best(trials, _FPIR, fold) for fold in dealt]
    return after([0] * len(dealt)), after(chosen), 1 + cross_validation.best(trials, _FPIR)


def compared(published: Trial, tuned: Trial) -> Contest:
    """How both answered the same searches, where as many strangers are let in."""
    before, after = (cross_validation.right(each, cross_validation.line(each, _FPIR)) for each in (published, tuned))
    return Contest(AS_PUBLISHED, len(before), int((before & ~after).sum()), int((after & ~before).sum()))


def refuse_unless_better(contest: Contest) -> None:
    """Refuse a network that is not clearly better.

    Raises
    ------
    ModelRefusedError
        If it is not.
    """
    if not comparison.clear_loss(lost=contest.won, won=contest.lost, searches=contest.searches):  # were it taken back
        raise ModelRefusedError(
            "Fine-tuning does not clearly help: of {searches} searches on pictures that were not "
            "learned from, with {fpir} of strangers let in, {won} are right that were wrong, "
            "and {lost} wrong that were right.",
            hint="Leave --fine-tune out; to publish it nevertheless, add --resume --force.",
            searches=contest.searches,
            fpir=f"{_FPIR:.0%}",
            won=contest.won,
            lost=contest.lost,
        )


def _fingerprint(material: Material, dealt: Sequence[Fold]) -> str:
    network = networks.NetworkCard.load(networks.EMBEDDING).id
    learned = [fold.learned.tolist() for fold in dealt]
    content = [network, alignment.EMBEDDING_INPUT_VERSION, material.manifest, learned]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _described(material: Material, together: Grouping, able: Sequence[bool], options: Options) -> dict[str, Any]:
    pairs = zip(material.people, able, strict=True)
    return {
        **trainer.described(material, together, [person.name for person, judged in pairs if not judged]),
        "recipe": "fine-tuned",
        "fine_tune": options.fine_tune,
        "epochs": (options.epochs or EPOCHS) * (cross_validation.FOLDS + 1),
        "seed": options.seed,
    }


def _tuner(folders: DataFolders, loader: NetworkLoader, material: Material, options: Options, told: Told) -> Tuner:
    samples = [sample for samples in material.samples for sample in samples]
    find, cut = SampleFaceFinder(loader), loader.load_embedder().chips
    chips = np.empty((len(samples), alignment.CHIP_SIDE, alignment.CHIP_SIDE, 3), np.uint8)
    for row, sample in enumerate(samples):
        image = codec.read(sample.path)
        chips[row] = cut(image, [find(image)[0]])[0]
        told(
            {
                "event": "progress",
                **to_record(stage=Message("Looking for faces")),
                "done": row + 1,
                "total": len(samples),
            }
        )

    def seen(done: int, total: int) -> None:
        told({"event": "progress", **to_record(stage=Message("Looking at copies")), "done": done, "total": total})

    assert options.fine_tune is not None
    trunk = imprinting.trunk(folders)
    return Tuner(trunk, options.fine_tune, chips, vary=not options.no_augment, seed=options.seed, told=seen)


def _learned(
    tuner: Tuner, rows: Rows, truth: NDArray[np.intp], options: Options, told: Callable[[TuningEpoch, int], None]
) -> NDArray[np.float32]:
    """All samples as the network embeds them before and after each epoch of learning `rows`: (1 + epochs, n, 128)."""
    tuner.reset()
    seen = [tuner.embeddings()]
    for epoch, lesson in enumerate(tuner.fit(rows, truth[rows], *_amount(options)), start=1):
        told(lesson, epoch)
        seen.append(tuner.embeddings())
    return np.stack(seen)


def _amount(options: Options) -> tuple[int, int]:
    """Epochs, and pictures in a batch."""
    return options.epochs or EPOCHS, options.batch_size or BATCH


def _tell(told: Told, fold: int, options: Options, lesson: TuningEpoch, epoch: int) -> None:
    planned = _amount(options)[0]
    told(
        {
            "event": "epoch",
            "epoch": fold * planned + epoch,
            "epochs": planned * (cross_validation.FOLDS + 1),
            "loss": lesson.loss,
            "accuracy": lesson.accuracy,
            "val_loss": None,
            "val_accuracy": None,
            "lr": RATE,
            "seconds": lesson.seconds,
        }
    )


def _drafted(folders: DataFolders, material: Material, tuned: Crossed, options: Options) -> tuple[ModelCard, Trial]:
    """The card, and the fine-tuned networks' answers in cosines as it understands them.

    The shipped lines, in units of the strangers' spread, were measured on the network as published. For another one
    they count only where they lie no lower than what the strangers that it was tried on reach: else the spread is
    taken for wider.
    """
    at, people = tuned.strangers, len(material.people)
    wider = max(1.0, cross_validation.line(tuned.trial, _FPIR) / thresholds.deviations(people - 1, _FPIR))
    card = trainer.drafted(folders, material, Strangers(at.mean, at.deviation * wider), options)
    note = (
        "The last blocks of its network were fine-tuned on its people. Where strangers lie for it was estimated from "
        f"them alone, each held out in turn, and their spread counts {wider:.2f} times."
    )
    recipe = {**card.recipe, "fine_tune": options.fine_tune}
    similarities, others = (at.mean + at.deviation * each for each in (tuned.trial.similarities, tuned.trial.others))
    result = replace(tuned.trial, similarities=similarities, others=others)
    return replace(card, recipe=recipe, notes=(note,)), result


def _measured_on(metrics: dict[str, Any], contest: Contest) -> Message:
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
            fpir=f"{_FPIR:.0%}",
            won=contest.won,
            lost=contest.lost,
        ),
    )


def _publish(
    folders: DataFolders, card: ModelCard, tuner: Tuner, templates: Vectors, report: dict[str, Any]
) -> ModelCard:
    store = ModelStore(folders.models)
    notes = []
    with store.staging() as folder, disk.translate_errors(folder):
        path, compiled = folder / TRUNK_FILE, folder / TRUNK_COMPILED_FILE
        tuner.trunk.save(path)
        with silence_stderr():
            disk.write_whole(compiled, litert.compiled(tuner.trunk, half=True))
        if not litert.agrees(compiled, tuner.trunk, tuner.chips[:_COMPARED].astype(np.float32)):
            compiled.unlink()
            notes.append("The compiled network did not agree with Keras on this computer, so there is none.")
        imprinting.imprinted(tuner.trunk, templates, card.calibration).save(folder / NETWORK_FILE)
        slugs = [person.slug for person in card.people]
        save_templates(folder / TEMPLATES_FILE, dict(zip(slugs, templates, strict=True)))
        disk.write_json(folder / publishing.REPORT, report)
        network = f"{card.network_id}-tuned-{digest(path)[:16]}"
        return store.publish(folder, replace(card, network_id=network, notes=(*card.notes, *notes)))
