"""What the training on whole pictures measures: the threshold, the searches of its test part, and the sentences."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from visavis.messages import Message, join, to_record
from visavis.recognition.decision import Decision, ScoredProbe
from visavis.recognition.report import SearchResult, path_text
from visavis.scoring.confidence import Proportion, round_share
from visavis.scoring.log_odds import SOFTMAX_CLIP, log_odds
from visavis.scoring.thresholds import Strictness
from visavis_training.cnn64.fit import predict
from visavis_training.data.split import RowIndices
from visavis_training.fitting import threshold
from visavis_training.fitting.threshold import FittedThreshold
from visavis_training.metrics.search_metrics import SearchMetrics
from visavis_training.report.report import Report
from visavis_training.whole_pictures.plan import PicturePlan

#: Share of the validation pictures that a useful threshold does not refuse, and that a useful network answers right.
_USEFUL = 0.5


def class_similarities(plan: PicturePlan, model: keras.Model, rows: RowIndices) -> NDArray[np.float64]:
    """The log-odds of the pictures in `rows`, shape (rows, classes)."""
    return log_odds(predict(model, plan.pictures.pictures, rows), SOFTMAX_CLIP)


def fit_class_threshold(
    plan: PicturePlan, similarities: NDArray[np.float64], strangers: NDArray[np.float64] | None, left_out: int
) -> FittedThreshold:
    """Set the threshold below which a picture is unknown, as for people.

    It is the lowest one that at most 1 % of the strangers reach. If more than half of the validation pictures would be
    unknown then, though the network is right for more than half, it is the one that 95 % of the right answers reach.

    Parameters
    ----------
    similarities : ndarray of float, shape (n, classes)
        Of the validation part.
    strangers : ndarray of float, shape (m,), optional
        The best class's similarity for each picture of a class that was left out of a short training; None if there are
        too few classes for that.
    left_out : int
        Largest number of classes that were left out at once.
    """
    truth = plan.pictures.labels[plan.split.validation]
    if strangers is None:
        fitted = threshold.fit_to_validation(similarities, truth)
        sentence = Message(
            "No pictures of other things were tried, because that takes three classes. 95 % of the right answers on "
            "the {count} validation pictures reach the threshold, and no wrong one does.",
            count=len(truth),
        )
        return replace(fitted, measured_on=sentence)
    genuine = similarities[np.arange(len(truth)), truth]
    gallery = len(plan.pictures.classes) - left_out
    fitted = threshold.fit_to_impostors(genuine, strangers, Message("pictures of other things"), gallery)
    missed = Proportion(int((fitted.calibration(genuine) < fitted.threshold).sum()), len(genuine))
    right = genuine[similarities.argmax(axis=1) == truth]
    if missed.count > _USEFUL * len(genuine) and len(right) > _USEFUL * len(genuine):
        relaxed = threshold.accepting_threshold(fitted.calibration(right))
        if 0 < relaxed < fitted.threshold:
            return _relax(fitted, relaxed, strangers, missed)
    sentence = Message(
        "Of the pictures of classes that were each left out of a short training, {fpir} got a class. Of the validation "
        "pictures, {fnir} did not get their own.",
        fpir=str(fitted.fpir),
        fnir=str(missed),
    )
    return replace(fitted, measured_on=sentence)


def _relax(
    fitted: FittedThreshold, relaxed: float, strangers: NDArray[np.float64], missed: Proportion
) -> FittedThreshold:
    """The threshold that 95 % of the right answers reach, in place of one that hardly any picture would reach.

    The latter remains that of the strictness "strict".

    Parameters
    ----------
    strangers : ndarray of float, shape (m,)
        The best class's similarity for each picture of a class that was left out of a short training.
    missed : Proportion
        Of the validation pictures, those that would not get their own class at the threshold of `fitted`.
    """
    fpir = Proportion(int((fitted.calibration(strangers) >= relaxed).sum()), len(strangers))
    sentence = Message(
        "Pictures of other things look like these classes. Of the pictures of classes that were each left out of a "
        "short training, {fpir} got a class at this threshold, which 95 % of the right answers on the validation "
        "pictures reach. At the threshold for 1 %, {fnir} of the validation pictures would not get their own class.",
        fpir=str(fpir),
        fnir=str(missed),
    )
    thresholds: dict[Strictness, float] = {"relaxed": relaxed, "balanced": relaxed, "strict": fitted.threshold}
    return FittedThreshold(fitted.calibration, relaxed, fpir, sentence, thresholds)


def classify_test_part(plan: PicturePlan, model: keras.Model, fitted: FittedThreshold) -> SearchMetrics:
    """Classify the pictures of the test part, as the app would."""
    classes, rows = plan.pictures.classes, plan.split.test
    decide = Decision(fitted.threshold)
    scores = fitted.calibration(class_similarities(plan, model, rows))
    return SearchMetrics(
        [
            SearchResult(
                classes[plan.pictures.labels[row]], decide([ScoredProbe(own)], classes)[0], plan.pictures.paths[row]
            )
            for row, own in zip(rows.tolist(), scores, strict=True)
        ]
    )


def class_metrics(plan: PicturePlan, metrics: SearchMetrics, fitted: FittedThreshold) -> dict[str, Any]:
    """The metrics of the published model, as events and cards have them."""
    fpir = fitted.fpir
    return {
        "accuracy": round_share(metrics.closed_set.share),
        "test": len(metrics.probes),
        "fnir": round_share(metrics.fnir.share),
        "fpir": round_share(fpir.share) if fpir else None,
        "impostors": fpir.searches if fpir else 0,
        "classes": len(plan.pictures.classes),
        "threshold": round_share(fitted.threshold),
        **to_record(measured_on=join(*_notes(plan), fitted.measured_on)),
        "confidence_95": {
            "accuracy": metrics.closed_set.ends,
            "fnir": metrics.fnir.ends,
            "fpir": fpir.ends if fpir else None,
        },
        "per_class": {
            name: {
                "pictures": len(own.probes),
                "accuracy": round_share(own.closed_set.share),
                "fnir": round_share(own.fnir.share),
            }
            for name, own in metrics.per_person.items()
        },
    }


def class_report(plan: PicturePlan, metrics: SearchMetrics, fitted: FittedThreshold) -> Report:
    """The report on the test part. Publishing fills in the model's ID."""
    return Report(
        kind="training",
        model="",
        network=plan.network,
        gallery=len(plan.pictures.classes),
        threshold=fitted.threshold,
        metrics=metrics,
        doubled=[(path_text(one), path_text(other)) for one, other in plan.doubled],
        notes=[*(str(each) for each in (*_notes(plan), fitted.measured_on)), *plan.pictures.passed_over],
    )


def _notes(plan: PicturePlan) -> Sequence[Message]:
    """What the figures do not say."""
    notes = []
    left_out = len(plan.split.left_out)
    if left_out:
        notes.append(
            Message(
                "{count} pictures were left out of the test, because nearly the same ones were trained on.",
                one="{count} picture was left out of the test, because nearly the same one was trained on.",
                count=left_out,
            )
        )
    if not plan.recipe.grouped:
        notes.append(
            Message("The pictures were split at random, so nearly the same ones may be on both sides of the split.")
        )
    return notes
