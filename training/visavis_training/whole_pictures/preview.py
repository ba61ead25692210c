"""A page with what a network sees: pictures of each class as squares, and as augmentation changes them."""

import base64
from collections.abc import Iterable
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from visavis.imaging import codec
from visavis.imaging.crop import resize_square
from visavis.imaging.image import Image
from visavis.networks.cnn64_input import normalize
from visavis.storage import disk
from visavis_training.cnn64.augmentation import build_augmenter
from visavis_training.report import page
from visavis_training.report.html_elements import isolate
from visavis_training.whole_pictures.plan import PicturePlan

#: Number of pictures of each class.
_PICTURES = 3
#: Number of augmented versions of each picture: with it, they fill a row of the page.
_VERSIONS = 5
#: Side of a picture on the page, in pixels.
_SIDE = 128


def write_preview(path: Path, plan: PicturePlan) -> None:
    """Write the page to a file. Only the user may read it.

    Raises
    ------
    DiskError
        If it cannot be written.
    """
    disk.write_whole(path, build_preview(plan).encode("utf-8", "replace"))


def build_preview(plan: PicturePlan) -> str:
    """The page as HTML: of some training pictures, the square, and its augmented versions as in training."""
    network, squaring = isolate(plan.network), plan.options.resize
    about = f"Network {network}, {plan.pictures.pictures.shape[1]} pixels a side, --resize {squaring}. "
    if plan.recipe.augmentation is None:
        about += "Nothing is augmented."
    else:
        about += "First the picture as it is, then as augmentation changes it."
    body = [line for label in range(len(plan.pictures.classes)) for line in _class_rows(plan, label)]
    return page.assemble("", "What the network sees", about, body, "Made by Visavis on this computer.")


def _class_rows(plan: PicturePlan, label: int) -> Iterable[str]:
    pictures = plan.pictures
    rows = [row for row in plan.split.train.tolist() if pictures.labels[row] == label][:_PICTURES]
    yield f"<h2>{isolate(pictures.classes[label])}</h2>"
    for row in rows:
        yield "<div class=faces>"
        yield from (_tile(image) for image in [pictures.pictures[row], *_augmented_versions(plan, row)])
        yield "</div>"


def _augmented_versions(plan: PicturePlan, row: int) -> list[Image]:
    """The picture as augmentation changes it, BGR uint8; empty if nothing is augmented."""
    augmentation = plan.recipe.augmentation
    if augmentation is None:
        return []
    keras.utils.set_random_seed(plan.options.seed + row)
    augment = build_augmenter(augmentation, plan.options.seed + row, tf.constant(1.0))
    batch = normalize(np.repeat(plan.pictures.pictures[row : row + 1], _VERSIONS, axis=0))
    values = np.asarray(augment(tf.constant(batch)))
    return list(np.clip(values[..., ::-1] * 255 + 0.5, 0, 255).astype(np.uint8))


def _tile(image: Image) -> str:
    content = base64.b64encode(codec.encode(resize_square(image, _SIDE))).decode()
    return f"<figure><img alt='' src='data:image/jpeg;base64,{content}'></figure>"
