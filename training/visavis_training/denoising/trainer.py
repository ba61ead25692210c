"""`visavis train --denoise`: an autoencoder learns to remove noise, from the chips of the people in the store.

The result names nobody, so it is no model: it is one file beside the models (`denoiser_file`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupShuffleSplit

from visavis.errors import PictureError, TrainingError
from visavis.faces import alignment
from visavis.factory.detectors import SampleFaceFinder
from visavis.factory.networks import NetworkLoader
from visavis.imaging import codec
from visavis.messages import Message, to_record
from visavis.people.store import PeopleStore
from visavis.storage.paths import DataFolders
from visavis_training.callbacks import EventCallback
from visavis_training.data.sensor_noise import READ_NOISE, WHITE_ELECTRONS
from visavis_training.denoising import denoiser_file, network
from visavis_training.denoising.chip_noise import LEAST_LIGHT, amplify, draw_parts, to_unit
from visavis_training.denoising.fit import fit, psnr

#: Default number of epochs; each has one part of every chip. With 100 chips, 40 take 20 s of processor time; with twice
#: as many, the noise left is 0.1 dB less.
EPOCHS = 40
#: Default number of parts in a batch.
BATCH = 16
#: Smallest number of chips.
MIN_CHIPS = 10
#: Largest number of chips: more teach so small a network nothing. They are drawn at random.
MAX_CHIPS = 2000
#: Share of the chips that are held out.
_HELD_OUT = 0.2
#: Smallest number of people of whom whole people are held out. Of fewer, pictures are.
_MIN_PEOPLE = 5
#: Shares of light for which the gain is measured.
MEASURED_LIGHTS = (0.25, LEAST_LIGHT)


@dataclass(frozen=True, slots=True, eq=False)
class Chips:
    """The chips of the store."""

    rgb: NDArray[np.uint8]  #: (n, 112, 112, 3)
    people: NDArray[np.intp]  #: (n,) a number for each person
    faceless: int  #: samples without a face
    unreadable: tuple[str, ...]  #: a sentence for each picture that cannot be read


def train(folders: DataFolders, given: Mapping[str, Any], on_event: EventCallback) -> dict[str, Any]:
    """Learn from the chips of the people, measure on held-out ones, and write the file. Returns the figures.

    Parameters
    ----------
    given : mapping
        `epochs`, `batch_size` and `seed`, where they were given.

    Raises
    ------
    TrainingError
        If there are too few faces, the training diverges, or somebody was forgotten meanwhile.
    DiskError
        If the file cannot be written. An earlier one stays.
    """
    seed = given.get("seed", 0)
    slugs = PeopleStore(folders.people).slugs()
    chips = collect(folders, seed, on_event)
    if len(chips.rgb) < MIN_CHIPS:
        raise TrainingError(
            "{count} faces are too few to learn noise from: it takes {least}.",
            count=len(chips.rgb),
            least=MIN_CHIPS,
            hint="Capture or import more pictures.",
        )
    learned, held_out = split(chips, seed)
    keras.utils.set_random_seed(seed)
    model = network.build_chip()
    epochs, batch_size = given.get("epochs", EPOCHS), given.get("batch_size", BATCH)
    start = {"network": "denoiser", "parameters": model.count_params(), "epochs": epochs, "seed": seed}
    counts = {"samples": len(chips.rgb), "train": len(learned), "test": len(held_out), "faceless": chips.faceless}
    on_event({"event": "start", **start, **counts, "unreadable": chips.unreadable})
    random = np.random.default_rng(seed)
    validation = draw_parts(chips.rgb[held_out], random)
    for result in fit(
        model,
        lambda random: draw_parts(chips.rgb[learned], random),
        validation,
        epochs=epochs,
        batch_size=batch_size,
        seed=seed,
    ):
        on_event({"event": "epoch", **result.to_record()})
    metrics = measure(model, chips.rgb[held_out], seed)
    on_event({"event": "evaluated", "metrics": metrics})
    noise = {"white_electrons": WHITE_ELECTRONS, "read_noise": READ_NOISE, "least_light": LEAST_LIGHT}
    path = denoiser_file.write(folders, model, {**start, **counts, "noise": noise, "metrics": metrics}, slugs)
    on_event({"event": "published", "model": None, "network": "denoiser", "file": str(path), "metrics": metrics})
    return metrics


def collect(folders: DataFolders, seed: int, on_event: EventCallback) -> Chips:
    """Cut the chips of all samples as the embedding network sees them; of more than `MAX_CHIPS`, random ones."""
    store = PeopleStore(folders.people)
    planned = [(number, sample) for number, person in enumerate(store.people()) for sample in store.samples(person)]
    if len(planned) > MAX_CHIPS:
        chosen = np.sort(np.random.default_rng(seed).choice(len(planned), MAX_CHIPS, replace=False))
        planned = [planned[index] for index in chosen.tolist()]
    loader = NetworkLoader(folders, "cpu")
    find, cut = SampleFaceFinder(loader), loader.load_embedder().chips
    rows, people, unreadable, faceless = [], [], [], 0
    for done, (number, sample) in enumerate(planned, start=1):
        try:
            image = codec.read(sample.path)
        except PictureError as error:
            unreadable.append(str(error))
        else:
            face, is_found = find(image)
            faceless += not is_found
            if is_found:
                rows.append(cut(image, [face])[0].astype(np.uint8))
                people.append(number)
        record = to_record(stage=Message("Looking for faces"))
        on_event({"event": "progress", **record, "done": done, "total": len(planned)})
    shape = (len(rows), alignment.CHIP_SIDE, alignment.CHIP_SIDE, 3)
    return Chips(np.array(rows, np.uint8).reshape(shape), np.array(people, np.intp), faceless, tuple(unreadable))


def split(chips: Chips, seed: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the rows that are learned from, and those that are held out: whole people, or pictures of a few people."""
    groups = chips.people if len(np.unique(chips.people)) >= _MIN_PEOPLE else np.arange(len(chips.people))
    splitter = GroupShuffleSplit(n_splits=1, test_size=_HELD_OUT, random_state=seed)
    learned, held_out = next(splitter.split(chips.rgb, groups=groups))
    return learned, held_out


def measure(model: keras.Model, chips: NDArray[np.uint8], seed: int) -> dict[str, Any]:
    """How near noisy copies of whole chips are to the chips (PSNR in dB), before and after, by the share of light."""
    random = np.random.default_rng(seed)
    figures = {}
    for light in MEASURED_LIGHTS:
        noisy = np.stack([amplify(chip, light, random) for chip in chips])
        cleaned = np.clip(model.predict(to_unit(noisy), batch_size=BATCH, verbose=0), 0, 1)
        before, after = psnr(noisy, chips, 255), psnr(cleaned * 255, chips, 255)
        figures[f"{light:g}"] = {"before": round(before, 2), "after": round(after, 2)}
    return {"test": len(chips), "psnr_by_light": figures}
