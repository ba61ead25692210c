"""Checks of the computer and of what is installed on it."""

import os
import platform
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import visavis
from visavis.detection import haar
from visavis.doctor.finding import Finding
from visavis.errors import ModelError, VisavisError
from visavis.networks import engine
from visavis.networks.published import NetworkCard
from visavis.process import qt_libraries
from visavis.process.extras import TRAIN, Extra
from visavis.process.installation import find_installation
from visavis.sources import CameraInfo

#: Packages of OpenCV. Two of them in one environment overwrite each other's files.
OPENCV_WHEELS = (
    "opencv-python-headless",
    "opencv-python",
    "opencv-contrib-python",
    "opencv-contrib-python-headless",
)
#: Timeout for the search for a GPU, in seconds: the first start of CUDA on a new computer is slow.
_GPU_TIMEOUT_S = 120
#: The advice if there are several packages of OpenCV.
_ONE_OPENCV = (
    f"Uninstall them all, then install one: pip uninstall -y {' '.join(OPENCV_WHEELS)}; "
    "pip install 'opencv-python-headless<5'"
)


def system() -> Finding:
    """What a bug report should state: the versions, and how the program was installed."""
    installed = find_installation().description
    versions = f"Visavis {visavis.__version__}, Python {platform.python_version()}, {platform.platform()}"
    return Finding("ok", f"{versions}, installed {installed}.")


def extras(known: Sequence[Extra]) -> Finding:
    """Which optional parts of the program are installed, and what the others are for. The program needs none."""
    installed = [extra.name for extra in known if extra.is_installed]
    others = [f"for {extra.purpose}: {extra.command}" for extra in known if not extra.is_installed]
    what = f"Optional parts that are installed: {', '.join(installed) or 'none'}."
    return Finding("ok", what, f"More, {'; '.join(others)}" if others else "")


def processor(machine: str, flags: frozenset[str], train: Extra = TRAIN) -> Finding:
    """Whether the wheels of TensorFlow run, if they are installed: on x86 they need AVX, and crash without it."""
    if train.is_installed and machine.lower() in {"x86_64", "amd64"} and flags and "avx" not in flags:
        advice = "Uninstall it (pip uninstall tensorflow): learning and recognizing people work without it."
        return Finding("problem", "The processor lacks AVX, which TensorFlow needs.", advice)
    return Finding("ok", f"The processor is {machine}, with {os.cpu_count() or 1} cores.")


def cpu_flags(listing: Path = Path("/proc/cpuinfo")) -> frozenset[str]:
    """The CPU flags, from Linux; empty on other systems."""
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
        Returns the GPU's name, or "" if TensorFlow finds none; raises SubprocessError. None without a driver.
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
    """The GPU's name from TensorFlow, or "". It runs in a process of its own, which may crash or hang.

    Raises
    ------
    subprocess.SubprocessError
        If it crashes or hangs.
    """
    script = "from visavis.networks.engine import find_gpu; print(find_gpu() or '')"
    command = [sys.executable, "-c", script]
    output = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_GPU_TIMEOUT_S, check=True)
    return output.stdout.decode(errors="replace").strip()


def installed_versions(names: Sequence[str]) -> dict[str, str]:
    """The versions of those of these packages that are installed."""
    found = {}
    for name in names:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def opencv(loaded: str, wheels: Mapping[str, str]) -> Finding:
    """Whether there is one OpenCV, of a version with cascades, and without a Qt of its own.

    Parameters
    ----------
    loaded : str
        The imported version.
    wheels : mapping of str to str
        The installed packages of OpenCV, with their versions.
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
    """Whether the files of all detection presets exist and are those that were measured."""
    for name in names:
        try:
            haar.load(name)
        except VisavisError as error:
            return Finding("problem", f"Detection {name}: {error}", str(error.hint))
    if not names:
        return Finding("problem", "No detection presets came with the program.", "Install it again.")
    return Finding("ok", f"Detection works: {', '.join(names)}.")


def window(
    system: str,
    environment: Mapping[str, str],
    load: Callable[[str], None],
    list_missing: Callable[[str], Sequence[str]] = lambda _: (),
) -> Finding:
    """Whether Qt finds a screen and its system libraries. It opens no window.

    Parameters
    ----------
    system : str
        As in `sys.platform`.
    environment : mapping of str to str
        As in `os.environ`.
    load : callable
        Loads a platform plugin of Qt by name; raises OSError as the dynamic linker does.
    list_missing : callable
        All libraries that a plugin needs and the system lacks: the linker names only the first one.
    """
    if not system.startswith("linux"):
        return Finding("ok", "Qt brings what the window needs.")
    kind = qt_libraries.plugin_kind(environment)
    try:
        load(kind)
    except OSError as error:
        first = qt_libraries.named_in(error)
        if first is None:
            return Finding("problem", f"Qt cannot be loaded: {error}.", "Install the program again.")
        missing = sorted({first, *list_missing("xcb" if kind == "offscreen" else kind)})
        what = (
            f"{missing[0]} is missing" if len(missing) == 1 else f"{len(missing)} libraries of the system are missing"
        )
        advice = f"On Debian and Ubuntu: {qt_libraries.install_command(missing)}"
        return Finding("problem", f"The window cannot open: {what}.", advice)
    if kind == "offscreen":
        return Finding("warning", "There is no screen here.", "Use visavis live --headless, or start it on a desktop.")
    return Finding("ok", f"The window can open ({kind}).")


def cameras(found: Sequence[CameraInfo], forbidden: Sequence[Path]) -> Finding:
    """Whether there is a camera that we may use."""
    if forbidden:
        what = f"{', '.join(map(str, forbidden))} may not be read by you."
        return Finding("problem", what, 'Join the group: sudo usermod -aG video "$USER", then log in again.')
    if not found:
        return Finding("warning", "No camera was found.", "Plug one in; without one, --source demo shows how it works.")
    listed = ", ".join(f"{camera.index} ({camera.name})" for camera in found)
    return Finding("ok", f"{len(found)} camera{'s' * (len(found) > 1)}: {listed}.")


def forbidden_devices(folder: Path = Path("/dev")) -> list[Path]:
    """The video devices of Linux that this user may not open."""
    return [path for path in sorted(folder.glob("video*")) if not os.access(path, os.R_OK | os.W_OK)]


def check_published(names: Sequence[str], load_card: Callable[[str], NetworkCard] = NetworkCard.load) -> Finding:
    """Whether the published weights are unaltered in their packages. What is altered in the cache is compiled again.

    Parameters
    ----------
    names : sequence of str
        The names of the networks.
    load_card : callable
        Returns the card of a network by its name; tests replace it.
    """
    for name in names:
        try:
            load_card(name).weights.read()
        except ModelError as error:
            return Finding("problem", str(error), str(error.hint))
    return Finding("ok", f"The published networks are unaltered: {', '.join(names)}.")
