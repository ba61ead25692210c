"""What the training of a `cnn64` model measures: searches of its test part, accuracies, and the sentences on them."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from visavis.messages import Message, join, to_record
from visavis.recognition.decision import Decision, ScoredProbe
from visavis.recognition.report import SearchResult, path_text
from visavis.scoring.confidence import Proportion, round_share
from visavis.scoring.log_odds import SOFTMAX_CLIP, log_odds
from visavis_training.cnn64.fit import predict
from visavis_training.data.plan import TrainingPlan
from visavis_training.data.split import RowIndices, Split
from visavis_training.fitting.threshold import FittedThreshold
from visavis_training.metrics.fold_figures import FoldFigures
from visavis_training.metrics.search_metrics import SearchMetrics
from visavis_training.report.report import Report
from visavis_training.sentences import join_names


def similarities(plan: TrainingPlan, model: keras.Model, rows: RowIndices) -> NDArray[np.float64]:
    """The log-odds of the pictures in `rows`, shape (rows, people)."""
    return log_odds(predict(model, plan.faces.chips, rows), SOFTMAX_CLIP)


def search_test_part(plan: TrainingPlan, model: keras.Model, fitted: FittedThreshold) -> SearchMetrics:
    """Search for the faces of the test part, as the app would."""
    names = [person.name for person in plan.faces.people]
    split = plan.split
    scores = fitted.calibration(similarities(plan, model, split.test))
    decide = Decision(fitted.threshold)
    truths = plan.faces.labels[split.test]
    pictures = [plan.faces.samples[row].path for row in split.test]
    return SearchMetrics(
        [
            SearchResult(names[truth], decide([ScoredProbe(row)], names)[0], picture)
            for truth, row, picture in zip(truths, scores, pictures, strict=True)
        ]
    )


def build_report(
    plan: TrainingPlan,
    metrics: SearchMetrics,
    fitted: FittedThreshold,
    shares: dict[str, Proportion],
    folds: FoldFigures | None = None,
) -> Report:
    """The report on the test part. Publishing fills in the model's ID."""
    return Report(
        kind="training",
        model="",
        network="cnn64",
        gallery=len(plan.faces.people),
        threshold=fitted.threshold,
        metrics=metrics,
        doubled=[(path_text(one), path_text(other)) for one, other in plan.grouping.cross_person_duplicates],
        notes=[
            *(str(each) for each in (*_notes(plan, shares), fitted.measured_on, *(folds.notes() if folds else ()))),
            *plan.faces.unreadable,
        ],
    )


def accuracies(
    plan: TrainingPlan, model: keras.Model, test: SearchMetrics, fit_to: Callable[[Split], keras.Model]
) -> dict[str, Proportion]:
    """How often the best candidate is right, in several tests.

    "accuracy" is that of the test part of the grouped split, "book_accuracy" that of the random split. For a model that
    is trained on the random split, "overlapping_accuracy" is the measure of the book: half of all pictures, drawn at
    random, whether or not they were trained on.

    Parameters
    ----------
    test : SearchMetrics
        The searches of the test part of the model's own split.
    fit_to : callable
        Fits another network to another split.
    """
    other, own = plan.other_split, test.closed_set
    if other is None:
        compared = own
    else:
        compared = _accuracy(plan, fit_to(other), other.test) if other.test.size else Proportion(0, 0)
    grouped, random = (own, compared) if plan.recipe.grouped else (compared, own)
    measured = {"accuracy": grouped, "book_accuracy": random}
    if not plan.recipe.grouped:
        half = np.random.default_rng(plan.seed).permutation(len(plan.faces))[: len(plan.faces) // 2]
        measured["overlapping_accuracy"] = _accuracy(plan, model, half)
    return measured


def cross_validate(plan: TrainingPlan, fit_to: Callable[[Split], keras.Model]) -> FoldFigures | None:
    """How often the best candidate is right in the folds of the plan; None if it has none.

    Parameters
    ----------
    fit_to : callable
        Fits another network to the training part of a fold.
    """
    if not plan.folds:
        return None
    accuracies = [_accuracy(plan, fit_to(fold), fold.test) for fold in plan.folds if fold.test.size]
    unmeasured = [plan.faces.people[label].name for label in plan.folds[0].unmeasured]
    return FoldFigures(len(plan.folds), tuple(accuracies), unmeasured=tuple(unmeasured))


def _accuracy(plan: TrainingPlan, model: keras.Model, rows: RowIndices) -> Proportion:
    right = predict(model, plan.faces.chips, rows).argmax(axis=1) == plan.faces.labels[rows]
    return Proportion(int(right.sum()), len(rows))


def _notes(plan: TrainingPlan, shares: dict[str, Proportion]) -> list[Message]:
    """What the figures do not say: overlaps of the split, and people who cannot be tested."""
    notes = []
    if "overlapping_accuracy" in shares:
        notes.append(
            Message(
                "The pictures were split at random, as in the book, so nearly the same pictures are on both sides. "
                "Right by the book's own measure, a random half of all pictures, of which most were trained on: "
                "{overlapping}. Right of pictures split at random that were not trained on: {random}. Right where "
                "pictures taken together are on one side: {grouped}.",
                overlapping=str(shares["overlapping_accuracy"]),
                random=str(shares["book_accuracy"]),
                grouped=str(shares["accuracy"]),
            )
        )
    names = [plan.faces.people[label].name for label in plan.untested]
    if names:
        notes.append(
            Message(
                "One sitting: each test picture of {names} is nearly the same as one that was trained on, so there is "
                "no independent test.",
                names=join_names(names),
            )
        )
    left_out = len(plan.grouped_split.left_out)
    if left_out:
        notes.append(
            Message(
                "{count} pictures were left out of the independent test, because nearly the same ones were trained on.",
                one="{count} picture was left out of the independent test, because nearly the same one was trained on.",
                count=left_out,
            )
        )
    return notes


def to_metrics(
    plan: TrainingPlan, metrics: SearchMetrics, fitted: FittedThreshold, shares: dict[str, Proportion]
) -> dict[str, Any]:
    """The metrics of the published model on the test part of its own split, as events and cards have them."""
    one_session = {person.name for person in plan.faces.people if person.slug in plan.grouping.one_session}
    fpir = fitted.fpir
    return {
        **{name: round_share(accuracy.share) for name, accuracy in shares.items()},
        "test": len(metrics.probes),
        "fnir": round_share(metrics.fnir.share),
        "fpir": round_share(fpir.share) if fpir else None,
        "impostors": fpir.searches if fpir else 0,
        "gallery": len(plan.faces.people),
        "threshold": round_share(fitted.threshold),
        "untested": [plan.faces.people[label].name for label in plan.untested],
        **to_record(measured_on=join(*_notes(plan, shares), fitted.measured_on)),
        "confidence_95": {
            **{name: accuracy.ends for name, accuracy in shares.items()},
            "fnir": metrics.fnir.ends,
            "fpir": fpir.ends if fpir else None,
        },
        "per_person": {
            name: {
                "probes": len(own.probes),
                "accuracy": round_share(own.closed_set.share),
                "fnir": round_share(own.fnir.share),
                "one_session": name in one_session,
            }
            for name, own in metrics.per_person.items()
        },
    }
