"""A training in a process of its own: with one network, on two processors of one, or on several computers.

    python replicated_training.py single|mirrored|multiworker DATA OPTIONS-AS-JSON
    python replicated_training.py tuner

It prints events as `visavis train --json` does. The pictures need no detector: each is taken for a face.
`tuner` fits the last block of a small network, by itself and by two replicas, and prints the losses of both.
"""

import json
import os
import sys
from pathlib import Path

os.environ.update(CUDA_VISIBLE_DEVICES="-1", TF_CPP_MIN_LOG_LEVEL="3", KERAS_BACKEND="tensorflow")


#: Two devices that every computer has.
DEVICES = ["CPU:0", "CPU:1"]
#: Side of the pictures of the small network.
SIDE = 12


def split_processor():
    import tensorflow as tf

    [processor] = tf.config.list_physical_devices("CPU")
    tf.config.set_logical_device_configuration(processor, [tf.config.LogicalDeviceConfiguration()] * len(DEVICES))


def small_trunk():
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


def tune():
    split_processor()
    import numpy as np

    from visavis.cli.command import emit
    from visavis_training.distribution.replicas import Replicas
    from visavis_training.embedding.tuner import BlockTuner

    random = np.random.default_rng(1)
    chips = random.integers(0, 250, (18, SIDE, SIDE, 3)).astype(np.uint8)
    labels = np.repeat(np.arange(3), 6)
    options = {"augment": True, "seed": 0, "on_progress": lambda *_: None, "rate": 1e-3}
    embeddings = []
    for replicas in (None, Replicas.create("mirrored", DEVICES)):
        tuner = BlockTuner(small_trunk(), 1, chips, **options, replicas=replicas)
        losses = [epoch.loss for epoch in tuner.fit(np.arange(18), labels, 3, 8)]
        emit({"replicas": replicas.count if replicas else 1, "losses": losses})
        embeddings.append(tuner.embeddings())
    emit({"cosine": float((embeddings[0] * embeddings[1]).sum(axis=1).min())})


def main(way, data, options):
    from visavis.cli.command import emit, say
    from visavis.imaging.geometry import Box, Face
    from visavis.storage.paths import DataFolders
    from visavis_training import run
    from visavis_training.distribution.replicas import Replicas

    face = Face(Box(10, 10, 76, 76))
    run.create_detector = lambda loader, preset: lambda image: [face]
    if way == "mirrored":
        split_processor()
        create = Replicas.create
        Replicas.create = lambda name: create(name, DEVICES)
    strategy = {} if way == "single" else {"strategy": way}
    folders = DataFolders(Path(data), Path(data).parent / "cache")
    card = run.train(folders, {**json.loads(options), **strategy}, emit)
    say("chief" if card else "helper")


if __name__ == "__main__":
    tune() if sys.argv[1] == "tuner" else main(*sys.argv[1:])
