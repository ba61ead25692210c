"""Training `cnn64`, from people's folders to a published model."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from visavis.messages import Message, to_record
from visavis.models.card import ModelCard
from visavis.models.store import ModelStore
from visavis.networks import cnn64_input
from visavis.recognition.decision import Decision, ScoredProbe
from visavis.recognition.report import SearchResult, path_text
from visavis.scoring.confidence import round_share
from visavis.scoring.log_odds import SOFTMAX_CLIP, log_odds
from visavis.storage.paths import DataFolders
from visavis.training_client.trainer import Event
from visavis_training import publishing
from visavis_training.cnn64 import network, strangers, threshold
from visavis_training.cnn64.checkpoint import Checkpoint, State
from visavis_training.cnn64.fit import EpochResult, TrainingSet, answers, fit
from visavis_training.cnn64.paired_comparison import contest
from visavis_training.cnn64.threshold import Line
from visavis_training.data.plan import TrainingPlan
from visavis_training.data.split import Split
from visavis_training.evaluation import comparison
from visavis_training.evaluation.figures import Figures
from visavis_training.report.report import Report

Told = Callable[[Event], None]

#: Chips on which the compiled network is compared with Keras.
_COMPARED = 64


def train(
    plan: TrainingPlan,
    folders: DataFolders,
    checkpoint: Checkpoint,
    state: State | None,
    device: str,
    told: Told,
    *,
    force: bool = False,
) -> ModelCard:
    """Fit, find the threshold, measure, compare with the model in use, and publish.

    Parameters
    ----------
    checkpoint : Checkpoint
        Where the state of the fit is saved, until the model is published.
    state : State, optional
        Where to go on.
    device : str
        Where it runs, for people.
    told : callable
        Hears the events (docs/formats.md).
    force : bool
        Publish even what is worse than the model in use.

    Raises
    ------
    TrainingError
        If the training diverges.
    ModelRefusedError
        If it is clearly worse than the model in use, and not forced; its state is kept, so that resuming can force it.
    DiskError
        If something cannot be written; the model in use stays.
    """
    faces, used = plan.faces, plan.used
    keras.utils.set_random_seed(plan.seed)
    model = network.build(plan.recipe, len(faces.people))
    told({"event": "start", **plan.described(), "parameters": model.count_params(), "device": device})
    lesson = _lesson(plan, used)
    epochs = fit(model, plan.recipe, lesson, plan.seed, lambda epoch: told(_event(epoch)), checkpoint, state)
    line = _line(plan, model, epochs, told)
    figures = _judged(plan, model, used, line)
    store = ModelStore(folders.models)
    compared = contest(store, plan, lambda rows: answers(model, faces.chips, rows))
    metrics = {
        **_metrics(plan, figures, line),
        **_accuracies(plan, figures, told),
        "compared": asdict(compared) if compared else None,
    }
    told({"event": "evaluated", "metrics": metrics})
    if compared and not force:
        comparison.refuse_loss(compared.model, compared.lost, compared.won, compared.searches)
    card = publishing.publish(
        store,
        model,
        faces,
        used.test,
        plan.recipe,
        cnn64_input.normalize(faces.chips[:: max(len(faces) // _COMPARED, 1)]),
        line=line,
        metrics=metrics,
        report={"training": plan.described(), "metrics": metrics, **_report(plan, figures, line).record()},
    )
    checkpoint.clear()
    told({"event": "published", "model": card.id, "metrics": metrics})
    return card


def _lesson(plan: TrainingPlan, split: Split) -> TrainingSet:
    faces = plan.faces
    return TrainingSet(faces.chips, faces.labels, len(faces.people), split.train, split.validation)


def _line(plan: TrainingPlan, model: keras.Model, epochs: int, told: Told) -> Line:
    """Where *unknown* begins: by people who are left out, where there are enough."""
    faces, rows = plan.faces, plan.used.validation
    similarities, truth = _similarities(model, plan, rows), faces.labels[rows]
    folds = strangers.left_out(len(faces.people), plan.seed)
    if not folds:
        return threshold.by_validation(similarities, truth)

    def tried(done: int) -> None:
        told({"event": "progress", **to_record(stage=Message("Trying strangers")), "done": done, "total": len(folds)})

    impostors = strangers.searched(faces, plan.used, plan.recipe, epochs, plan.seed, folds, tried)
    trained = Message(
        "{people} people who were each left out of one of {trainings} short trainings",
        people=len(faces.people),
        trainings=len(folds),
    )
    return threshold.by_strangers(similarities[np.arange(len(truth)), truth], impostors, trained)


def _similarities(model: keras.Model, plan: TrainingPlan, rows: NDArray[np.intp]) -> NDArray[np.float64]:
    return log_odds(answers(model, plan.faces.chips, rows), SOFTMAX_CLIP)


def _judged(plan: TrainingPlan, model: keras.Model, split: Split, line: Line) -> Figures:
    """The test part, answered as the app would."""
    names = [person.name for person in plan.faces.people]
    scores = line.calibration(_similarities(model, plan, split.test))
    decide = Decision(line.threshold)
    truths = plan.faces.labels[split.test]
    pictures = [plan.faces.samples[row].path for row in split.test]
    return Figures(
        [
            SearchResult(names[truth], decide([ScoredProbe(row)], names)[0], picture)
            for truth, row, picture in zip(truths, scores, pictures, strict=True)
        ]
    )


def _report(plan: TrainingPlan, figures: Figures, line: Line) -> Report:
    """The test part, for whoever draws it; publishing says which model it is of."""
    return Report(
        kind="training",
        model="",
        network="cnn64",
        gallery=len(plan.faces.people),
        threshold=line.threshold,
        figures=figures,
        doubled=[(path_text(one), path_text(other)) for one, other in plan.grouping.doubled],
        notes=[str(line.measured_on), *plan.faces.unreadable],
    )


def _accuracies(plan: TrainingPlan, figures: Figures, told: Told) -> dict[str, Any]:
    """How many of the test part are named rightly: by session, and as at the source, at random."""
    used = round_share(figures.closed_set.share)
    other = plan.other
    if other is None:
        return {"accuracy": used, "book_accuracy": used}
    told(
        {
            "event": "progress",
            **to_record(stage=Message("Training once more, on the other split")),
            "done": 0,
            "total": 1,
        }
    )
    model = network.build(plan.recipe, len(plan.faces.people))
    fit(model, plan.recipe, _lesson(plan, other), plan.seed)
    right = answers(model, plan.faces.chips, other.test).argmax(axis=1) == plan.faces.labels[other.test]
    compared = round_share(float(right.mean()))
    grouped, random = (used, compared) if plan.recipe.grouped else (compared, used)
    return {"accuracy": grouped, "book_accuracy": random}


def _metrics(plan: TrainingPlan, figures: Figures, line: Line) -> dict[str, Any]:
    """The figures of the published model, on the test part of its own split."""
    one_session = set(plan.described()["one_session"])
    fpir = line.fpir
    return {
        "test": len(figures.probes),
        "fnir": round_share(figures.fnir.share),
        "fpir": round_share(fpir.share) if fpir else None,
        "impostors": fpir.searches if fpir else 0,
        "gallery": len(plan.faces.people),
        "threshold": round_share(line.threshold),
        **to_record(measured_on=line.measured_on),
        "confidence_95": {
            "accuracy": figures.closed_set.ends,
            "fnir": figures.fnir.ends,
            "fpir": fpir.ends if fpir else None,
        },
        "per_person": {
            name: {
                "probes": len(own.probes),
                "accuracy": round_share(own.closed_set.share),
                "fnir": round_share(own.fnir.share),
                "one_session": name in one_session,
            }
            for name, own in figures.per_person.items()
        },
    }


def _event(epoch: EpochResult) -> Event:
    return {"event": "epoch", **{name: round_share(value) for name, value in asdict(epoch).items()}}
