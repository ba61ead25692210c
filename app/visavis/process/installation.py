"""How this program was installed, and how more of it is."""

import json
import os
import sys
import tomllib
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import visavis

#: The variable that names a folder of wheels (`make wheels`).
WHEELS_VARIABLE = "VISAVIS_WHEELS"
#: Folders of Linux in which only packages of the system are.
_SYSTEM_FOLDERS = (Path("/usr"), Path("/opt"))


class Installation(StrEnum):
    """A way in which the program was installed."""

    CHECKOUT = "checkout"  #: from its source, where that is edited (`make setup`)
    PIP = "pip"  #: into an environment of Python
    PIPX = "pipx"
    UV = "uv tool"
    FOLDER = "folder"  #: with a Python of its own, in a folder
    PACKAGE = "package"  #: likewise, by the system's package

    @property
    def description(self) -> str:
        """A few words for a bug report."""
        return {
            Installation.CHECKOUT: "from a checkout",
            Installation.PIP: "by pip",
            Installation.PIPX: "by pipx",
            Installation.UV: "by uv tool",
            Installation.FOLDER: "as a folder with its own Python",
            Installation.PACKAGE: "by a package of the system",
        }[self]

    @property
    def is_frozen(self) -> bool:
        """Whether it has a Python of its own, into which nothing can be installed."""
        return self in {Installation.FOLDER, Installation.PACKAGE}

    def install_command(self, extra: str) -> str:
        """The command line that installs an extra, quoted for the shell of this platform.

        Parameters
        ----------
        extra : str
            Its name, such as "video".
        """
        quote = '"' if sys.platform == "win32" else "'"
        target = f"{quote}{_requirement(extra)}{quote}"
        match self:
            case Installation.CHECKOUT:
                return f"{_quote(sys.executable)} -m pip install -e {quote}{_root()}[{extra}]{quote}"
            case Installation.UV:
                return f"uv tool install --force {target}"
            case Installation.PIP:
                return f"pip install {target}"
            case _:  # beside a frozen program, pipx makes one that can grow
                return f"pipx install --force {target}"


def find_installation() -> Installation:
    """How the program that runs was installed."""
    if getattr(sys, "frozen", False):
        program = Path(sys.executable).resolve()
        is_system = any(program.is_relative_to(folder) for folder in _SYSTEM_FOLDERS)
        return Installation.PACKAGE if is_system else Installation.FOLDER
    environment = Path(sys.prefix)
    if (environment / "pipx_metadata.json").is_file():
        return Installation.PIPX
    if (environment / "uv-receipt.toml").is_file():
        return Installation.UV
    return Installation.CHECKOUT if (_root() / "pyproject.toml").is_file() else Installation.PIP


def wheel_folder() -> Path | None:
    """The folder from which extras are installed without a network: the checkout's `wheels`, or one that is named.

    None if there is none; then the installer asks the index that it is set up for.
    """
    named = os.environ.get(WHEELS_VARIABLE)
    folder = Path(named) if named else _root() / "wheels"
    is_ours = named or (_root() / "pyproject.toml").is_file()
    return folder if is_ours and folder.is_dir() else None


def checkout_declaration() -> dict[str, Any] | None:
    """What `pyproject.toml` says, if this is a checkout: what is installed of it may be older."""
    path = _root() / "pyproject.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def is_growing() -> bool:
    """Whether the rest of the program is being installed just now: `make run` opens the window before (`tools/run`)."""
    try:
        process = int((Path(sys.prefix) / ".installing").read_text(encoding="ascii"))
        os.kill(process, 0)
    except (OSError, ValueError, OverflowError):
        return False
    return True


def _requirement(extra: str) -> str:
    """Visavis with an extra, from where this one came: an index may have another project of that name.

    Installers note the origin of what did not come from an index (PEP 610).
    """
    from urllib.request import url2pathname  # 40 modules that the window starts without

    try:
        noted = distribution("visavis").read_text("direct_url.json")
        address = str(json.loads(noted)["url"]) if noted else ""
        parts = urlsplit(address)
    except (PackageNotFoundError, ValueError, KeyError, TypeError):
        return f"visavis[{extra}]"
    if parts.scheme == "file":
        return f"{url2pathname(parts.path)}[{extra}]"
    return f"visavis[{extra}] @ {address}" if address else f"visavis[{extra}]"


def _root() -> Path:
    """The checkout, if this is one: two folders above the package."""
    return Path(visavis.__file__).resolve().parents[2]


def _quote(path: str) -> str:
    return f'"{path}"' if " " in path else path
