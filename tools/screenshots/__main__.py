"""Takes screenshots of every screen, in every appearance, with invented people: build/screenshots/.

    make screenshots ARGS="light german"

It creates a temporary data folder, trains two models on it, and opens the real program once for each appearance.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from people import enroll
from visavis.people.store import PeopleStore
from visavis.storage.paths import DataFolders
from visavis.training_client.trainer import Trainer

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "screenshots"
#: Height of a desktop's title bar, in device-independent pixels.
_TITLE_BAR = 40
#: The scale factor of the desktop and the options of `tour.py`, by appearance.
LOOKS: dict[str, tuple[float, tuple[str, ...]]] = {
    "light": (1, ()),
    "dark": (1, ("--theme", "dark")),
    "light-200": (2, ()),
    "dark-chinese-200": (2, ("--theme", "dark", "--language", "zh_CN")),
    "chinese": (1, ("--language", "zh_CN")),
    "german": (1, ("--language", "de")),
    "right-to-left": (1, ("--right-to-left",)),
    "small": (1, ("--width", "800", "--height", "440")),
    "small-german": (1, ("--width", "800", "--height", "440", "--language", "de")),
    "laptop-150": (1.5, ("--width", "960", "--height", "560")),
    "light-300": (3, ()),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("looks", nargs="*", metavar="LOOK", help=f"all unless some are named: {', '.join(LOOKS)}")
    wanted = parser.parse_args().looks or list(LOOKS)
    if unknown := [look for look in wanted if look not in LOOKS]:
        parser.error(f"there is no look {unknown[0]}")
    begun = time.monotonic()
    for look in wanted:
        shutil.rmtree(OUT / look, ignore_errors=True)
    # a training that a tour began may end a moment after it
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
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
        "QT_QPA_PLATFORM": f"offscreen:configfile={_screen(own, options)}",
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
    return "" if done.returncode == 0 else f"FAILED\n{done.stderr[-4000:]}"


def _screen(place: Path, options: Sequence[str]) -> Path:
    """Describe to Qt a screen on which a window of that size just fits, with the title bar of a desktop."""
    size = dict(zip(options[::2], options[1::2], strict=False))
    width, height = int(size.get("--width", 1280)), int(size.get("--height", 800)) + _TITLE_BAR
    screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96}
    path = place / "screen.json"
    path.write_text(json.dumps({"screens": [{**screen, "logicalBaseDpi": 96, "dpr": 1}]}), encoding="utf-8")
    return path


if __name__ == "__main__":
    main()
