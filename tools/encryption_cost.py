"""Prints what encryption costs, in processor time with it and without it (docs/encryption.md).

    python tools/encryption_cost.py --people DIR [--samples 1000] [--turns 3]

DIR has a folder of pictures for each person. Where it has too few, mirrored copies are added. Each command runs in a
process of its own, encrypted and plain in turns; the best turn counts. A passphrase opens the data, so each start
derives its key with scrypt.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import cv2

from visavis.imaging import codec
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.storage.paths import DataFolders
from visavis.vault.encryption_change import EncryptionChange

#: The passphrase of the encrypted folder.
PASSPHRASE = "correct horse battery staple"  # noqa: S105  of made-up data
#: What is measured, and the command line; {picture} is one picture of the people.
COMMANDS = {
    "start, and nothing else": "models list",
    "start, list the people": "people list",
    "load the model, name one picture": "recognize {picture}",
    "train, embeddings known": "train --defer-network --seed 1",
    "train, every sample read": "train --defer-network --seed 1",
}
#: Those that compute the embeddings anew, and so read all samples.
READS_SAMPLES = {"train, every sample read"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", metavar="DIR", type=Path, required=True)
    parser.add_argument("--samples", metavar="N", type=int, default=1000)
    parser.add_argument("--turns", metavar="N", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        data = {name: Path(temporary) / name for name in ("plain", "encrypted")}
        count = fill(data["plain"], arguments.people, arguments.samples)
        run("train --defer-network --seed 1", data["plain"])
        shutil.copytree(data["plain"], data["encrypted"])
        spent = encrypt(data["encrypted"])
        print(f"{count} samples. Encrypting all of it: {spent:.2f} s of processor time", flush=True)
        picture = next(path for path in sorted(arguments.people.rglob("*")) if path.is_file())
        for name, line in COMMANDS.items():
            best = {kind: float("inf") for kind in data}
            for _ in range(arguments.turns):
                for kind, folder in data.items():
                    if name in READS_SAMPLES:
                        shutil.rmtree(folder / "embeddings", ignore_errors=True)
                    best[kind] = min(best[kind], run(line.format(picture=picture), folder))
            ratio = best["encrypted"] / best["plain"]
            print(f"{name}: {best['plain']:.2f} s -> {best['encrypted']:.2f} s, {ratio:.2f} times", flush=True)


def fill(data: Path, source: Path, wanted: int) -> int:
    """Put pictures of the people into a data folder, mirrored ones, too, until there are enough; return how many."""
    store, count = PeopleStore(DataFolders.of_user(data).people), 0
    folders = [path for path in sorted(source.iterdir()) if path.is_dir()]
    people = {folder: store.create(PersonName(folder.name)) for folder in folders}
    for is_mirrored in (False, True):
        for folder, person in people.items():
            for path in sorted(folder.iterdir()):
                if count == wanted:
                    return count
                image = codec.read(path)
                store.add(person, cv2.flip(image, 1) if is_mirrored else image)
                count += 1
    return count


def encrypt(data: Path) -> float:
    """Encrypt a data folder; return the processor time in seconds."""
    before = os.times()
    change = EncryptionChange(DataFolders.of_user(data))
    change.prepare(PASSPHRASE)
    change.turn_on()
    after = os.times()
    return after.user + after.system - before.user - before.system


def run(line: str, data: Path) -> float:
    """Run a command of the program; return its processor time in seconds, its children's included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "visavis", "--data", str(data), *line.split()],
        env={**os.environ, "VISAVIS_PASSPHRASE": PASSPHRASE, "OMP_NUM_THREADS": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
