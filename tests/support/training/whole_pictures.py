"""Models of whole pictures, and folders to train them on."""

import cv2
import numpy as np

from support.fakes import searched
from visavis.classification.picture_input import picture_input
from visavis.imaging import codec
from visavis.models.card import ModelCard
from visavis.models.description import EpochAccuracy
from visavis.models.store import COMPILED_FILE, NETWORK_FILE, REPORT_FILE
from visavis.networks.litert_file import compile_network
from visavis.networks.sequential import FullyConnected, Scaling, SequentialNetwork
from visavis.storage import disk
from visavis_training.metrics.search_metrics import SearchMetrics
from visavis_training.report.report import Report

#: The classes of `publish_colors` and their colors, BGR.
COLORS = {"blue": (255, 0, 0), "green": (0, 255, 0), "red": (0, 0, 255)}
SIDE = 64


def plain(color, height=48, width=80):
    """A picture of one color."""
    return np.full((height, width, 3), color, np.uint8)


def publish_colors(store, model_id="20260101-000000-whole-cnn64", *, squaring="scale", **fields):
    """A model that tells blue, green and red pictures apart; for mixed ones, it is less sure."""
    kernel = np.zeros((SIDE, SIDE, 3, 3), np.float32)  # the pictures are RGB
    for output, channel in enumerate((2, 1, 0)):
        kernel[..., output] = -1
        kernel[:, :, channel, output] = 1
    weights = np.asarray(10 * kernel.reshape(-1, 3) / (SIDE * SIDE), np.float32)
    card = ModelCard(
        id=model_id,
        network="whole-cnn64",
        created="2026-01-01T00:00:00Z",
        people=(),
        classes=tuple(COLORS),
        input=picture_input(squaring, SIDE),
        threshold=0.9,
        **fields,
    )
    layer = FullyConnected(weights, np.zeros(3, np.float32), probabilities=3)
    network = SequentialNetwork("colors", (SIDE, SIDE, 3), (Scaling(1.0, 0.0), layer))
    with store.staging_folder() as folder:
        (folder / COMPILED_FILE).write_bytes(compile_network(network, "float32"))
        (folder / NETWORK_FILE).write_bytes(b"not needed on a CPU")
        return store.publish(folder, card, use=False)


def draw_shape(kind, random, side=40):
    """A bright circle, square or cross on a dark background, somewhere and of some size."""
    image = random.integers(0, 50, (side, side, 3)).astype(np.uint8)
    radius = int(random.integers(side // 5, side // 3))
    x, y = (int(random.integers(radius, side - radius)) for _ in range(2))
    color = tuple(int(value) for value in random.integers(150, 255, 3))
    if kind == "circle":
        cv2.circle(image, (x, y), radius, color, -1)
    elif kind == "square":
        cv2.rectangle(image, (x - radius, y - radius), (x + radius, y + radius), color, -1)
    else:
        cv2.line(image, (x - radius, y - radius), (x + radius, y + radius), color, 3)
        cv2.line(image, (x - radius, y + radius), (x + radius, y - radius), color, 3)
    return image


def write_shapes(folder, kinds=("circle", "cross", "square"), count=12, seed=0):
    """A folder of drawn pictures for each class."""
    random = np.random.default_rng(seed)
    for kind in kinds:
        for number in range(count):
            codec.write(folder / kind / f"{number:03}.png", draw_shape(kind, random))
    return folder


def publish_report(store):
    """The model of `publish_colors`, with the report of its training: one red picture was taken for a blue one."""
    card = publish_colors(store)
    searches = [searched("blue", "blue", "blue", 0.95), searched("green", "green", "green", 0.9)]
    searches += [searched("red", "red", "red", 0.9), searched("red", "blue", "blue", 0.8)]
    about = {"kind": "training", "model": card.id, "network": card.network, "gallery": len(COLORS)}
    epochs = [EpochAccuracy(1 / n, n / 9, 2 / n, n / 10) for n in range(1, 9)]
    report = Report(**about, threshold=card.threshold, metrics=SearchMetrics(searches), epochs=epochs)
    disk.write_json(store.path(card.id, REPORT_FILE), report.to_record())
    return card
