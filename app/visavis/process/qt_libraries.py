"""What Qt needs of the system, on Linux: which libraries are missing, and in which packages Debian has them."""

import ctypes
import importlib.util
import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from visavis.errors import VisavisError

#: How the dynamic linker names what it does not find (dlerror of glibc).
_NOT_FOUND = re.compile(r"(\S+\.so[.\d]*): cannot open shared object file")
#: The same in the output of ldd.
_UNRESOLVED = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)
#: Timeout of ldd, in seconds.
_TIMEOUT_S = 30


def plugin_kind(environment: Mapping[str, str]) -> str:
    """The platform plugin that Qt takes: xcb, wayland, or offscreen where there is no screen.

    Parameters
    ----------
    environment : mapping of str to str
        As in `os.environ`.
    """
    if environment.get("DISPLAY"):
        return "xcb"
    return "wayland" if environment.get("WAYLAND_DISPLAY") else "offscreen"


def load_plugin(kind: str) -> None:
    """Load a platform plugin of Qt, with the libraries to which it is linked.

    Raises
    ------
    OSError
        If Qt or one of its libraries is missing; the message is the dynamic linker's.
    """
    plugin = _find_plugin(kind)
    if plugin is None:
        raise OSError(f"PySide6 with its plugin {kind} is not installed")
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        if isinstance(error.__cause__, OSError):  # a frozen program hides the linker's message behind its own
            raise error.__cause__ from None
        raise


def list_missing(kind: str) -> tuple[str, ...]:
    """The libraries that a platform plugin needs and the system lacks, as ldd says; nothing where there is no ldd."""
    plugin = _find_plugin(kind)
    if plugin is None:
        return ()
    try:
        done = subprocess.run(
            ["ldd", str(plugin)], capture_output=True, text=True, errors="replace", timeout=_TIMEOUT_S, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(sorted(set(_UNRESOLVED.findall(done.stdout))))


def named_in(error: Exception) -> str | None:
    """The library that the dynamic linker did not find; None if the error is another one."""
    found = _NOT_FOUND.search(str(error))
    return found.group(1) if found else None


def explain(error: ImportError) -> VisavisError | None:
    """The error to show where a part of Qt cannot be imported; None unless a library of the system is missing."""
    first = named_in(error)
    if first is None:
        return None
    kind = plugin_kind(os.environ)
    missing = list_missing("xcb" if kind == "offscreen" else kind)
    return VisavisError(
        "A library of the system is missing: {library}.",
        hint="On Debian and Ubuntu: {command}",
        library=first,
        command=install_command((first, *missing)),
    )


def install_command(libraries: Iterable[str]) -> str:
    """The command that installs libraries on Debian and its kin."""
    return f"sudo apt-get install {' '.join(sorted(set(map(debian_package, libraries))))}"


def debian_package(library: str) -> str:
    """The Debian package of a library, by Debian's naming rule: libxcb-cursor.so.0 is in libxcb-cursor0."""
    name, _, number = library.lower().partition(".so.")
    name = re.sub("^lib(glib|gthread)-", "libglib", name)  # the only ones we need that break the rule
    return f"{name}-{number}" if name[-1].isdigit() else f"{name}{number}"


def _find_plugin(kind: str) -> Path | None:
    """The file of a platform plugin, without importing PySide6."""
    package = importlib.util.find_spec("PySide6")
    folders = (package.submodule_search_locations if package else None) or ()
    return next((path for folder in folders for path in _platforms(Path(folder)).glob(f"libq{kind}*.so")), None)


def _platforms(package: Path) -> Path:
    return package / "Qt" / "plugins" / "platforms"
