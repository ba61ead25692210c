"""The schedules of a recipe, and the rule for early stopping."""

from dataclasses import replace

import pytest

from visavis.errors import TrainingError
from visavis_training.fitting.progress import FitProgress
from visavis_training.options import Options
from visavis_training.recipe import BOOK, PICTURES, TUNED


def run(recipe, losses):
    """The progress after each epoch, until it is finished."""
    progress = FitProgress()
    progresses = []
    for loss in losses:
        progress = progress.advance(recipe, loss)
        progresses.append(progress)
        if progress.finished:
            break
    return progresses


def test_the_book_recipe_is_as_published():
    about = BOOK.epochs, BOOK.batch_size, BOOK.optimizer, BOOK.learning_rate, BOOK.label_smoothing, BOOK.weight_decay
    assert about == (10, 20, "sgd", 0.01, 0, 0)
    varied = BOOK.augmentation
    assert (varied.rotation, varied.shift, varied.flip, varied.zoom, varied.contrast) == (20, 0.2, True, 0, 0)
    assert {BOOK.learning_rate_at(epoch) for epoch in range(10)} == {0.01}
    assert BOOK.decay == 1e-6
    assert not BOOK.grouped
    assert {BOOK.augmented_share(epoch) for epoch in range(10)} == {1.0}


def test_the_book_recipe_runs_all_epochs_and_uses_the_last():
    progress = run(BOOK, [1, 2, 3] * 10)
    assert len(progress) == 10
    assert progress[-1] == FitProgress(10, finished=True)


def test_the_tuned_recipe_decays_the_rate_and_eases_in_augmentation():
    rates = [TUNED.learning_rate_at(epoch) for epoch in range(TUNED.epochs)]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] == TUNED.learning_rate
    assert [TUNED.augmented_share(epoch) for epoch in (0, 8, 16, 39)] == [0, 0.5, 1, 1]


@pytest.mark.parametrize("epochs", [4, 16, 60])
def test_the_rate_of_whole_pictures_is_steady_and_then_falls_in_equal_steps(epochs):
    recipe = PICTURES.with_options(epochs, None)
    rates = [recipe.learning_rate_at(epoch) / recipe.learning_rate for epoch in range(epochs)]
    half = epochs // 2
    assert rates[: half + 1] == [1.0] * (half + 1)
    assert rates[half:] == pytest.approx([1 - step / half for step in range(half)])
    assert recipe.learning_rate_at(half, reductions=2) == recipe.learning_rate / 4
    assert recipe.with_fixed_epochs(epochs).has_schedule


def test_three_epochs_without_a_lower_loss_halve_the_rate_of_whole_pictures():
    progress = run(PICTURES, [1.0, 2, 2, 2, 0.5, 2, 2, 2, 2])
    assert [each.reductions for each in progress] == [0, 0, 0, 1, 1, 1, 1, 2, 2]
    assert PICTURES.learning_rate_at(7, progress[-1].reductions) == PICTURES.learning_rate / 4
    assert (progress[-1].best, progress[-1].epoch - progress[-1].wait) == (0.5, 5)  # the best epoch is used


@pytest.mark.parametrize(
    ("pictures", "about"),
    [
        (629, (32, 8, 3)),
        (512, (32, 8, 3)),
        (128, (8, 8, 3)),
        (64, (4, 8, 3)),
        (16, (4, 32, 12)),  # four batches an epoch: four times as many epochs
        (3, (4, 171, 64)),
    ],
)
def test_few_pictures_are_learned_in_small_batches_with_patience_for_as_many_of_them(pictures, about):
    recipe = PICTURES.with_batches_for(pictures)
    assert (recipe.batch_size, recipe.patience, recipe.plateau) == about


@pytest.mark.parametrize("recipe", [BOOK, TUNED])
def test_recipes_for_faces_have_batches_of_one_size(recipe):
    assert recipe.with_batches_for(3) == recipe


def test_the_epoch_with_the_lowest_loss_of_the_second_half_is_used():
    recipe = replace(TUNED, epochs=8, patience=10)
    progress = run(recipe, [0.1, 0.1, 0.1, 0.1, 3, 2, 4, 5])
    assert [each.wait for each in progress] == [0, 0, 0, 0, 0, 0, 1, 2]
    assert (progress[-1].best, progress[-1].epoch - progress[-1].wait) == (2, 6)


def test_training_stops_when_patience_runs_out():
    recipe = replace(TUNED, epochs=100, patience=3)
    progress = run(recipe, [1] * 100)
    assert (progress[-1].epoch, progress[-1].wait, progress[-1].finished) == (54, 3, True)


def test_without_a_validation_part_the_last_epoch_is_used():
    assert run(TUNED, [None] * 99)[-1] == FitProgress(TUNED.epochs, finished=True)


def test_options_change_the_recipe():
    cnn64_recipe = Options(recipe="book", epochs=3, batch_size=7, no_augment=True).cnn64_recipe
    assert (cnn64_recipe.name, cnn64_recipe.epochs, cnn64_recipe.batch_size, cnn64_recipe.augmentation) == (
        "book",
        3,
        7,
        None,
    )
    assert Options().cnn64_recipe == TUNED


@pytest.mark.parametrize(("split", "grouped"), [(None, False), ("random", False), ("grouped", True)])
def test_the_split_is_that_of_the_recipe_or_as_asked(split, grouped):
    assert Options(network="cnn64", recipe="book", split=split).cnn64_recipe.grouped is grouped


@pytest.mark.parametrize("option", [{"split": "random"}, {"cascade": "live"}])
def test_the_embedding_has_no_split_and_one_way_to_find_faces(option):
    with pytest.raises(TrainingError, match=f"--{next(iter(option))} is for the network cnn64"):
        Options(**option)


UNINFORMED = 0.693


@pytest.mark.parametrize(
    ("losses", "stuck_after"),
    [
        ([0.69, 0.695, 0.7, 0.693, 0.69, 0.693], 6),  # it never learned: judged at the end
        ([0.88, 0.48, 0.693, 0.694, 0.692, 0.693], 5),  # it lost what it had learned: given up at once
        ([0.69, 0.69, 0.69, 0.6, 0.3, 0.1], None),  # a slow beginning
        ([0.69, 0.5, 0.69, 0.4, 0.69, 0.5], None),  # it comes and goes
        ([0.6, 1.2, 1.1, 0.9, 0.8, 0.5], None),  # worse than knowing nothing is not stuck
        ([0.69, 0.69], None),  # too short to say
        ([0.58, 0.77, 0.76, 0.69, 0.63, 0.36, 0.21, 0.12, 0.06, 1.19], 10),  # it ends worse than knowing nothing
    ],
)
def test_a_fit_that_sits_at_the_loss_of_knowing_nothing_is_stuck(losses, stuck_after):
    progress = FitProgress()
    stuck = []
    for loss in losses:
        progress = progress.advance(replace(BOOK, epochs=len(losses)), None).watch(loss, UNINFORMED)
        stuck.append(progress.is_stuck)
    assert (stuck.index(True) + 1 if True in stuck else None) == stuck_after


def test_cnn64_cannot_be_fine_tuned():
    with pytest.raises(TrainingError, match="embedding network"):
        Options(network="cnn64", fine_tune=2)


def test_an_interrupted_training_resumes_with_its_own_options():
    stored = Options(network="cnn64", recipe="book", epochs=3, seed=5).as_dict()
    assert Options.resume_from(stored, {"epochs": 3}) == Options(network="cnn64", recipe="book", epochs=3, seed=5)
    with pytest.raises(TrainingError, match="has epochs 3, not 4"):
        Options.resume_from(stored, {"epochs": 4})
