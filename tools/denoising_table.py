"""Measures what denoisers do to recognition in little light: the table in docs/noise.md.

    visavis --data D import ENROLLED; visavis --data D train; visavis --data D train --denoise
    python tools/denoising_table.py D --people PROBES --strangers STRANGERS

ENROLLED and PROBES have a folder per person, with different pictures. Prints the table in Markdown. With 20 people, two
pictures each, and 20 strangers it takes less than two minutes on two idle cores.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from visavis.faces.alignment import CHIP_SIDE
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
from visavis.imaging import listing
from visavis.imaging.low_light import enhance
from visavis.networks.engine import CompiledEngine
from visavis.storage.paths import DataFolders
from visavis_training.denoising import comparison
from visavis_training.denoising.comparison import DARK, EXPOSURES, FILTERS, LIVE, Denoiser

#: Name of the autoencoder in the table.
AUTOENCODER = "autoencoder"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", metavar="D", type=Path, help="data folder with a model and a denoiser")
    parser.add_argument("--people", metavar="DIR", type=Path, required=True, help="a folder of pictures per person")
    parser.add_argument("--strangers", metavar="DIR", type=Path, required=True, help="pictures of other people")
    parser.add_argument("--pictures", metavar="N", type=int, default=2, help="pictures of each person (2)")
    parser.add_argument("--count", metavar="N", type=int, default=20, help="strangers (20)")
    parser.add_argument("--light", metavar="NAME", nargs="*", choices=EXPOSURES, default=DARK, help="(the dark ones)")
    parser.add_argument("--denoisers", metavar="NAME", nargs="*", help="only these (default: all)")
    arguments = parser.parse_args()
    os.environ.update(CUDA_VISIBLE_DEVICES="-1", TF_CPP_MIN_LOG_LEVEL="3", KERAS_BACKEND="tensorflow")
    folders = DataFolders.of_user(arguments.data)
    pipeline = create_pipeline(NetworkLoader(folders, "cpu"), "live")
    chosen = arguments.denoisers or [*FILTERS, AUTOENCODER, LIVE]
    known = {**FILTERS, LIVE: enhance, **({AUTOENCODER: load_autoencoder(folders)} if AUTOENCODER in chosen else {})}
    if unknown := [name for name in chosen if name not in known]:
        parser.error(f"there is no {unknown[0]!r}; there are {', '.join([*FILTERS, AUTOENCODER, LIVE])}")
    denoisers = {name: known[name] for name in chosen}
    people = [
        (folder.name, path)
        for folder in listing.subfolders(arguments.people)
        for path in listing.pictures_in(folder).pictures[: arguments.pictures]
    ]
    strangers = listing.pictures_below(arguments.strangers).pictures[: arguments.count]
    exposures = {name: EXPOSURES[name] for name in arguments.light}
    figures = comparison.compare(pipeline, people, strangers, denoisers, exposures, comparison.trials(denoisers), show)
    times = {name: comparison.measure_time(denoise, CHIP_SIDE) for name, denoise in denoisers.items()}
    print(f"{len(people)} pictures of {len(pipeline.recognize.names)} people, {len(strangers)} of strangers\n")
    print("\n".join(comparison.table(figures, times)))


def load_autoencoder(folders: DataFolders) -> Denoiser:
    """Compile the denoiser of a data folder, for pictures of any size."""
    from visavis_training.denoising import denoiser_file, network  # imports TensorFlow, which reads what was set
    from visavis_training.networks import litert

    compiled = litert.compile_model(denoiser_file.load(folders))
    with tempfile.TemporaryDirectory() as home:
        path = Path(home, "denoiser.tflite")
        path.write_bytes(compiled)
        engine = CompiledEngine(path)
    return comparison.autoencoder(engine, network.SIDE_STEP)


def show(done: int, total: int) -> None:
    if done % 10 == 0 or done == total:
        print(f"{done} of {total} pictures", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
