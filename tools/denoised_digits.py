"""The source's experiment on noise: trains the autoencoder of 28,353 parameters to remove white dots from digits.

    python tools/denoised_digits.py OUT

Writes OUT/digits.png: held-out digits as they are, with noise, and with the noise removed. Takes about a minute.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from visavis.imaging import codec

if TYPE_CHECKING:
    from visavis_training.denoising.fit import DenoisingEpoch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", metavar="OUT", type=Path, help="folder for the picture")
    parser.add_argument("--epochs", metavar="N", type=int, default=30, help="number of epochs (30)")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="seed of the random generator (0)")
    arguments = parser.parse_args()
    os.environ.update(CUDA_VISIBLE_DEVICES="-1", TF_CPP_MIN_LOG_LEVEL="3", KERAS_BACKEND="tensorflow")
    from visavis_training.denoising import digits  # imports TensorFlow, which reads what was set

    done = digits.run(arguments.epochs, arguments.seed, show)
    path = arguments.out / "digits.png"
    arguments.out.mkdir(parents=True, exist_ok=True)
    codec.write(path, done.sheet())
    before, after = done.psnr
    print(f"{len(done.clean)} held-out digits: {before:.1f} dB with noise, {after:.1f} dB without")
    print(f"written to {path}")


def show(result: DenoisingEpoch) -> None:
    line = f"epoch {result.epoch:3}/{result.epochs}  loss {result.loss:.4f}  validation: loss {result.val_loss:.4f}"
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
