"""Only the last blocks change, and each fit starts from the published weights."""

import numpy as np
import pytest

from visavis.errors import TrainingError

SIDE = 12


@pytest.fixture
def trunk():
    """A network with the names of the real one's last layers."""
    import keras
    from keras import layers

    keras.utils.set_random_seed(0)
    inputs = layers.Input((SIDE, SIDE, 3))
    x = layers.Conv2D(8, 3, strides=2, name="conv13")(layers.Rescaling(1 / 255)(inputs))
    x = layers.ReLU(name="prelu25")(x)
    x = layers.ReLU(name="prelu27")(layers.Conv2D(16, 3, name="conv14")(x))
    outputs = layers.Dense(128, use_bias=False, name="embedding")(layers.GlobalAveragePooling2D()(x))
    return keras.Model(inputs, outputs)


@pytest.fixture
def chips():
    random = np.random.default_rng(1)
    people = random.integers(0, 200, (3, SIDE, SIDE, 3))
    return np.repeat(people, 6, axis=0).astype(np.uint8) + random.integers(0, 50, (18, SIDE, SIDE, 3)).astype(np.uint8)


LABELS = np.repeat(np.arange(3), 6)


def tuner(trunk, chips, *, augment=True, rate=1e-2):
    from visavis_training.embedding.tuner import BlockTuner

    return BlockTuner(trunk, 1, chips, augment=augment, seed=0, on_progress=lambda *_: None, rate=rate)


def test_only_the_last_block_changes(trunk, chips):
    before = {layer.name: layer.get_weights() for layer in trunk.layers}
    fitted = tuner(trunk, chips)
    before_fit = fitted.embeddings()
    epochs = list(fitted.fit(np.arange(18), LABELS, 5, 8))
    assert epochs[-1].loss < epochs[0].loss
    assert np.abs(fitted.embeddings() - before_fit).max() > 0.01
    changed = [
        layer.name
        for layer in trunk.layers
        if any((one != other).any() for one, other in zip(before[layer.name], layer.get_weights(), strict=True))
    ]
    assert changed == ["conv14", "embedding"]


def test_a_fit_is_reproducible_and_reset_restores_the_weights(trunk, chips):
    fitted = tuner(trunk, chips)
    published = fitted.embeddings()
    found = []
    for _ in range(2):
        list(fitted.fit(np.arange(12), LABELS[:12], 2, 8))
        found.append(fitted.embeddings())
    assert found[0] == pytest.approx(found[1], abs=1e-5)
    fitted.reset()
    assert (fitted.embeddings() == published).all()


def test_embeddings_equal_those_of_the_whole_network(trunk, chips):
    from visavis.recognition.embedder import Embedder

    fitted = tuner(trunk, chips)

    class Engine:
        device = "CPU"

        def __call__(self, batch):
            return np.asarray(trunk(batch))

    expected = Embedder(Engine()).embed(chips.astype(np.float32))
    assert (fitted.embeddings() * expected).sum(axis=1) == pytest.approx(np.ones(18), abs=1e-5)


def test_without_augmentation_there_are_no_shifted_copies(trunk, chips):
    counts = []
    from visavis_training.embedding.tuner import COPIES, BlockTuner

    for augment in (True, False):
        BlockTuner(trunk, 1, chips, augment=augment, seed=0, on_progress=lambda *count: counts.append(count))
    assert {total for _, total in counts} == {(2 + COPIES) * 18, 18}


def test_shifted_copies_repeat_the_border():
    from visavis_training.embedding.tuner import _shift

    chip = np.arange(16 * 16, dtype=np.uint8).reshape(1, 16, 16, 1)
    moved = _shift(chip, 2, -3, False, slice(None))[0]
    assert (moved[2:, :13] == chip[0, :14, 3:]).all()
    assert (moved[0] == moved[2]).all()


def test_divergence_is_an_error(trunk, chips):
    with pytest.raises(TrainingError, match="diverged"):
        list(tuner(trunk, chips, rate=float("nan")).fit(np.arange(18), LABELS, 2, 8))
