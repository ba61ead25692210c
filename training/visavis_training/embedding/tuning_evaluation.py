"""Decides whether a fine-tuned network is better than the published one, and for how many epochs to train it."""

from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray

from visavis.errors import ModelRefusedError, TrainingError
from visavis.scoring.thresholds import TARGET_FPIR
from visavis_training.data.grouping import MIN_GROUPS, Grouping
from visavis_training.embedding import cross_validation
from visavis_training.embedding.cross_validation import CrossValidation, Fold
from visavis_training.embedding.dataset import EmbeddingDataset
from visavis_training.metrics import model_comparison
from visavis_training.metrics.leave_one_out import HeldOutScores
from visavis_training.metrics.paired_result import PairedResult

#: Smallest number of people with enough samples. With fewer than a hundred searches, an FPIR of 1 % cannot be measured.
MIN_PEOPLE = 10
#: Smallest number of samples of each of these people.
MIN_SAMPLES = 10
#: Name of the network that the fine-tuned one is compared with.
AS_PUBLISHED = "the network as published"
#: FPIR at which both are compared.
FPIR = TARGET_FPIR["balanced"]


def find_eligible(dataset: EmbeddingDataset, grouping: Grouping) -> list[bool]:
    """For each person, whether they have enough samples to be searched for on samples that were not trained on.

    Raises
    ------
    TrainingError
        If too few people have.
    """
    eligible = [
        person.slug not in grouping.one_session and len(embedded) >= MIN_SAMPLES and len(set(groups)) >= MIN_GROUPS
        for person, embedded, groups in zip(
            dataset.people, dataset.embedded, dataset.split_by_person(grouping.groups), strict=True
        )
    ]
    if sum(eligible) < MIN_PEOPLE:
        raise TrainingError(
            "Fine-tuning takes {least_people} people with {least_samples} samples each, "
            "from {least_groups} sessions; {able} of {people} have that.",
            least_people=MIN_PEOPLE,
            least_samples=MIN_SAMPLES,
            least_groups=MIN_GROUPS,
            able=sum(eligible),
            people=len(eligible),
            hint="Leave --fine-tune out: without it, a few samples are enough.",
        )
    return eligible


def evaluate_epochs(
    dataset: EmbeddingDataset, folds: Sequence[Fold], vectors: Sequence[NDArray[Any]]
) -> tuple[CrossValidation, CrossValidation, int]:
    """The scores of the published network and of the fine-tuned one, and the best number of epochs.

    The other folds choose each fold's number of epochs, so that the choice is independent of its scores.

    Parameters
    ----------
    vectors : sequence of ndarray, each of shape (1 + epochs, samples, 128)
        The embeddings of all samples by each fold's network, before the training and after each epoch.
    """

    def after(epochs: Sequence[int]) -> CrossValidation:
        chosen = [by_epoch[epoch] for by_epoch, epoch in zip(vectors, epochs, strict=True)]
        return cross_validation.combine_folds(dataset.embedded, folds, chosen)

    candidates = [after([epoch] * len(folds)).scores for epoch in range(1, len(vectors[0]))]
    epochs = [1 + cross_validation.best_candidate(candidates, FPIR, excluded=fold) for fold in folds]
    return after([0] * len(folds)), after(epochs), 1 + cross_validation.best_candidate(candidates, FPIR)


def compare_scores(published: HeldOutScores, tuned: HeldOutScores) -> PairedResult:
    """Compare both networks' answers to the same searches, each at its threshold for the same FPIR."""
    before, after = (
        cross_validation.is_identified(scores, cross_validation.threshold_at(scores, FPIR))
        for scores in (published, tuned)
    )
    return PairedResult(AS_PUBLISHED, len(before), int((before & ~after).sum()), int((after & ~before).sum()))


def refuse_unless_better(result: PairedResult) -> None:
    """Refuse a network that does not answer clearly more searches right than the published one.

    Raises
    ------
    ModelRefusedError
        If it does not.
    """
    # It is clearly better if going back to the published network would be a clear loss.
    if not model_comparison.is_clear_loss(lost=result.won, won=result.lost, searches=result.searches):
        raise ModelRefusedError(
            "Fine-tuning does not clearly help: of {searches} searches on pictures that were not "
            "learned from, with {fpir} of strangers let in, {won} are right that were wrong, "
            "and {lost} wrong that were right.",
            searches=result.searches,
            fpir=f"{FPIR:.0%}",
            won=result.won,
            lost=result.lost,
            hint="Leave --fine-tune out; to publish it nevertheless, add --resume --force.",
        )
