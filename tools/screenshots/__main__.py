"""Takes screenshots of every screen, in every appearance, with invented people: build/screenshots/.

    make screenshots ARGS="light german"
    make screenshots ARGS=--readme

It creates a temporary data folder, trains models on it, and opens the real program once for each appearance.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from shapes import write_shapes
from visits import record_visits

from people import enroll
from visavis.people.store import PeopleStore
from visavis.storage.paths import DataFolders
from visavis.training_client.rebuild import rebuild_networks
from visavis.training_client.trainer import Event, Trainer

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "screenshots"
README = ROOT / "docs" / "screenshots"
#: Height of a desktop's title bar, in device-independent pixels.
_TITLE_BAR = 40
#: Seconds that a tour may take, on a busy computer.
_LIMIT_S = 1200
#: Epochs of the training that is shown while it runs.
_SHOWN_EPOCHS = 4
#: Options of the training on whole pictures: two kinds of them, which are told apart at this size.
_SHAPES = ("--network", "cnn64", "--seed", "1", "--side", "16", "--epochs", "6", "--batch-size", "8", "--no-augment")
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
    parser.add_argument("--readme", action="store_true", help="take the README's pictures, of people who are drawn")
    arguments = parser.parse_args()
    wanted = arguments.looks or list(LOOKS)
    if unknown := [look for look in wanted if look not in LOOKS]:
        parser.error(f"there is no look {unknown[0]}")
    begun = time.monotonic()
    out, script = (README, "readme.py") if arguments.readme else (OUT, "tour.py")
    if arguments.readme:
        wanted = ["light", "dark"]
    # a training that a tour began may end a moment after it
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        tours = Tours(Path(place), script)
        if arguments.readme:
            from readme import enroll_drawn

            tours.prepare(lambda folders: enroll_drawn(PeopleStore(folders.people)), models=1, shows_training=False)
        else:
            tours.prepare(enroll_and_visit, models=2, shows_training=True)
        print(f"{time.monotonic() - begun:.0f} s: trained, in {_processor_time():.0f} s of processor time", flush=True)
        with ThreadPoolExecutor(max_workers=2) as looks:
            outs = [out if arguments.readme else out / look for look in wanted]
            for look, said in zip(wanted, looks.map(tours.take, wanted, outs), strict=True):
                print(f"{time.monotonic() - begun:.0f} s: {look} {said}", flush=True)
    pictures = [path for path in out.rglob("*") if path.suffix in {".png", ".jpg"}]
    print(
        f"{time.monotonic() - begun:.0f} s: {len(pictures)} pictures in {out.relative_to(ROOT)}, "
        f"in {_processor_time():.0f} s of processor time"
    )


def enroll_and_visit(folders: DataFolders) -> None:
    """Add the people of the tour, and visits of some of them."""
    enroll(PeopleStore(folders.people))
    record_visits(folders)


class Tours:
    """Prepares a data folder once, and takes tours of copies of it.

    Parameters
    ----------
    place : Path
        A temporary folder.
    script : str
        The tour beside this file.
    """

    def __init__(self, place: Path, script: str) -> None:
        self._place, self._script = place, script
        self._folders = DataFolders(place / "data", place / "cache")

    def prepare(self, enroll_people: Callable[[DataFolders], None], *, models: int, shows_training: bool) -> None:
        """Enroll people, begin a training if it is shown, and train models, of which the last one is in use."""
        folders = self._folders
        folders.cache.mkdir()
        kept = DataFolders.of_user().networks
        if kept.is_dir():  # otherwise they are converted again, which takes half a minute
            shutil.copytree(kept, folders.networks)
        enroll_people(folders)
        events = {"cnn64": self._begin_training()} if shows_training else {}
        for _ in range(models):
            events["embedding"] = list(Trainer(folders, ("--network", "embedding", "--seed", "1", "--force")))
        if shows_training:
            list(Trainer(folders, ("--whole", str(write_shapes(self._place / "shapes")), *_SHAPES)))
        rebuild_networks(folders)  # or each tour builds them, beside what it shows
        (self._place / "events.json").write_text(json.dumps(events), encoding="utf-8")

    def _begin_training(self) -> list[Event]:
        """The events of a training from scratch up to its last epoch but one: the rest of it would take a minute."""
        trainer = Trainer(self._folders, ("--network", "cnn64", "--seed", "1", "--epochs", "5", "--no-augment"))
        shown: list[Event] = []
        epochs = 0
        for event in trainer:
            if epochs < _SHOWN_EPOCHS and event["event"] in {"start", "progress", "epoch"}:
                shown.append(event)
                epochs += event["event"] == "epoch"
                if epochs == _SHOWN_EPOCHS:
                    trainer.cancel()
        return shown

    def take(self, look: str, out: Path) -> str:
        """Take a tour in a look, and save its pictures in `out`; return what went wrong."""
        scale, options = LOOKS[look]
        out.mkdir(parents=True, exist_ok=True)
        for picture in out.glob("*.png"):
            picture.unlink()
        own = self._place / look
        shutil.copytree(self._folders.data, own / "data")
        shutil.copytree(self._folders.cache, own / "cache")
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={_screen(own, options, scale)}",
            "QT_SCALE_FACTOR": str(scale),
            "PYTHONPATH": os.pathsep.join([str(ROOT / "app"), str(ROOT / "training")]),
        }
        command = [sys.executable, Path(__file__).with_name(self._script), own / "data", own / "cache", out]
        done = subprocess.run(
            [*command, self._place / "events.json", *options],
            env=environment,
            capture_output=True,
            text=True,
            timeout=_LIMIT_S,
            check=False,
        )
        if done.returncode != 0:
            return f"FAILED\n{done.stderr[-4000:]}"
        return f"in {done.stdout.strip()} s of processor time"


def _processor_time() -> float:
    """What this process and those that it started have used so far, in seconds."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _screen(place: Path, options: Sequence[str], scale: float) -> Path:
    """Describe to Qt a screen, in pixels, on which a window of that size just fits, with the title bar of a desktop."""
    size = dict(zip(options[::2], options[1::2], strict=False))
    width, height = int(size.get("--width", 1280)), int(size.get("--height", 800)) + _TITLE_BAR
    pixels = {"width": round(scale * width), "height": round(scale * height)}
    screen = {"name": "screen", "x": 0, "y": 0, **pixels, "logicalDpi": 96}
    path = place / "screen.json"
    path.write_text(json.dumps({"screens": [{**screen, "logicalBaseDpi": 96, "dpr": 1}]}), encoding="utf-8")
    return path


if __name__ == "__main__":
    main()
