"""Takes screenshots of every screen, in every appearance, with invented people: build/screenshots/.

    make screenshots

It creates a temporary data folder, trains two models on it, and opens the real program once for each appearance.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from people import enroll
from visavis.people.store import PeopleStore
from visavis.storage.paths import DataFolders
from visavis.training_client.trainer import Trainer

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "screenshots"
#: The scale factor of the desktop and the options of `tour.py`, by appearance.
LOOKS: dict[str, tuple[int, tuple[str, ...]]] = {
    "light": (1, ()),
    "dark": (1, ("--theme", "dark")),
    "light-200": (2, ()),
    "dark-chinese-200": (2, ("--theme", "dark", "--language", "zh_CN")),
    "chinese": (1, ("--language", "zh_CN")),
    "german": (1, ("--language", "de")),
    "right-to-left": (1, ("--right-to-left",)),
    "smallest": (1, ("--width", "900", "--height", "680")),
}


def main() -> None:
    wanted = sys.argv[1:] or list(LOOKS)
    begun = time.monotonic()
    shutil.rmtree(OUT, ignore_errors=True)
    with tempfile.TemporaryDirectory() as place:
        folders = _prepared(Path(place))
        print(f"{time.monotonic() - begun:.0f} s: trained", flush=True)
        with ThreadPoolExecutor(max_workers=2) as looks:
            for look, said in zip(
                wanted, looks.map(lambda look: _tour(folders, Path(place), look), wanted), strict=True
            ):
                print(f"{time.monotonic() - begun:.0f} s: {look} {said}", flush=True)
    print(f"{len(list(OUT.rglob('*.png')))} pictures in {OUT.relative_to(ROOT)}")


def _prepared(place: Path) -> DataFolders:
    """Create people and two models: `cnn64`, and then `embedding`, which is in use."""
    folders = DataFolders(place / "data", place / "cache")
    folders.cache.mkdir()
    kept = DataFolders.of_user().networks
    if kept.is_dir():  # otherwise they are converted again, which takes half a minute
        shutil.copytree(kept, folders.networks)
    enroll(PeopleStore(folders.people))
    events = {
        network: list(Trainer(folders, ("--network", network, "--seed", "1", *more)))
        for network, more in (("cnn64", ("--epochs", "8", "--no-augment")), ("embedding", ("--force",)))
    }
    events["cnn64"] = [event for event in events["cnn64"] if event["event"] in {"start", "progress", "epoch"}][:-2]
    (place / "events.json").write_text(json.dumps(events), encoding="utf-8")
    return folders


def _tour(folders: DataFolders, place: Path, look: str) -> str:
    scale, options = LOOKS[look]
    out = OUT / look
    out.mkdir(parents=True)
    own = place / look
    shutil.copytree(folders.data, own / "data")
    shutil.copytree(folders.cache, own / "cache")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": str(scale),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "app"), str(ROOT / "training")]),
    }
    command = [sys.executable, Path(__file__).with_name("tour.py"), own / "data", own / "cache", out]
    done = subprocess.run(
        [*command, place / "events.json", *options],
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    return "" if done.returncode == 0 else f"FAILED\n{done.stderr[-2000:]}"


if __name__ == "__main__":
    main()
