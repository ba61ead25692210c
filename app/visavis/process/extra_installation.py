"""Installs an extra into the Python that runs, by pip, or by uv where pip is not there.

Nothing that is installed changes: the versions of all installed packages are constraints, and no file is replaced. The
new packages are unpacked beside the environment and moved into it when they are complete, so that a failure, a cancel
or a kill leaves the program as it was.
"""

import importlib
import importlib.metadata
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from visavis.errors import InstallationError
from visavis.messages import Message, verbatim
from visavis.process.extras import Extra
from visavis.process.installation import checkout_declaration, find_installation, is_growing, wheel_folder
from visavis.storage import deletion, disk, tempdirs
from visavis.storage.whole_number import parse_whole_number

#: Prefix of folders in which packages are unpacked.
_STAGING = ".visavis-installing-"
#: Complete packages that are being moved into the environment; the next installation completes what was interrupted.
_READY = ".visavis-packages"
#: The first version of pip that prints its progress in a form for programs (`--progress-bar raw`).
_RAW_SINCE = (24, 1)
#: How pip's lines begin that say what it does.
_COLLECTING = re.compile(r"Collecting ([\w.-]+)|Processing (?:.*[/\\])?([^/\\]+?)-\d[^/\\]*\.whl")
_DOWNLOADED = re.compile(r"Progress (\d+) of (\d+)")
_INSTALLING = re.compile(r"Installing collected packages")
#: A package that uv would install.
_UV_PACKAGE = re.compile(r"^\s*\+ (\S+==\S+)", re.MULTILINE)
#: What pip and uv say when they do not reach an index.
_UNREACHABLE = re.compile(r"Retrying \(|error sending request|Failed to fetch|Network is unreachable", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class InstallationProgress:
    """What an installation does now."""

    step: Message
    share: float | None = None
    """How much of the step is done, from 0 to 1; None if that is not known."""


@dataclass(slots=True)
class ExtraInstallation:
    """One installation of an extra. One thread iterates over its progress; any thread may cancel it.

    Parameters
    ----------
    extra : Extra
    requirements : sequence of str, optional
        What is installed, as pip takes it; by default what this program's own metadata say that the extra needs.
    """

    extra: Extra
    requirements: Sequence[str] = ()
    is_cancelled: bool = False
    """Whether `cancel` was called in time: then nothing has changed."""
    _process: "subprocess.Popen[str] | None" = None
    _output: list[str] = field(default_factory=list)

    def refusal(self) -> Message | None:
        """Why this program cannot install it; None if it can try. Takes some milliseconds."""
        if find_installation().is_frozen:
            return Message("This program has a Python of its own, to which nothing can be added.")
        if is_growing():
            return Message("The rest of the program is being installed just now: try again in some minutes.")
        if sys.prefix == sys.base_prefix and Path(sysconfig.get_path("stdlib"), "EXTERNALLY-MANAGED").exists():
            return Message("The system manages the packages of this Python.")
        for folder in (Path(sys.prefix), _packages()):
            if not _is_writable(folder):
                return Message("Nothing can be written to {folder}.", folder=folder)
        if not self._installer():
            return Message("Neither pip nor uv is installed here.")
        if not (self.requirements or own_requirements(self.extra.name)):
            return Message("This program does not say which packages the extra {extra} has.", extra=self.extra.name)
        free = shutil.disk_usage(sys.prefix).free // 1_000_000
        needed = self.extra.download_mb + self.extra.disk_mb
        if free < needed:
            return Message(
                "{needed} MB of free space are needed in {folder}, and there are {free} MB.",
                needed=needed,
                folder=sys.prefix,
                free=free,
            )
        return None

    def __iter__(self) -> Iterator[InstallationProgress]:
        """Install, and yield what is done. It ends early if it is cancelled.

        Raises
        ------
        InstallationError
            If it fails. Nothing has changed.
        DiskError
            If the environment cannot be written.
        """
        if (reason := self.refusal()) is not None:
            raise InstallationError(reason, hint="Install them: {command}", command=self.extra.command)
        prefix = Path(sys.prefix)
        _complete(prefix, self.extra)
        yield InstallationProgress(Message("Looking for the packages"))
        with tempdirs.create(prefix, _STAGING) as staging:
            pinned = self._resolve(staging)
            if pinned and not self.is_cancelled:
                yield from self._unpack(staging, pinned)
            if self.is_cancelled:
                return
            if pinned:
                with disk.translate_errors(prefix):
                    _sync_all(staging / "packages")
                    os.replace(staging / "packages", prefix / _READY)
                    disk.sync(prefix)
        _complete(prefix, self.extra)
        importlib.invalidate_caches()
        if self.extra.missing:
            raise InstallationError(
                "The packages were installed, and cannot be found yet.", hint="Start the program again."
            )

    def cancel(self) -> None:
        """End it; nothing changes, unless everything is there already."""
        self.is_cancelled = True
        self._end_if_cancelled()

    def _end_if_cancelled(self) -> None:
        process = self._process
        if self.is_cancelled and process is not None:
            process.terminate()

    def _installer(self) -> list[str]:
        """The command line of pip's or uv's `install`; empty if there is neither."""
        if importlib.util.find_spec("pip") is not None:
            return [sys.executable, "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
        uv = shutil.which("uv")
        return [uv, "pip", "install", "--no-progress", "--python", sys.executable] if uv else []

    def _resolve(self, staging: Path) -> list[str]:
        """Ask the installer which packages are missing, as "name==version". Nothing is installed."""
        constraints, report = staging / "constraints.txt", staging / "report.json"
        installed = {
            f"{dist.name}=={dist.version}"
            for dist in importlib.metadata.distributions()
            if dist.metadata["Name"] and dist.name.lower() != "visavis"
        }
        with disk.translate_errors(staging):
            constraints.write_text("\n".join(sorted(installed)), encoding="utf-8")
        wanted = list(self.requirements or own_requirements(self.extra.name))
        command = [*self._installer(), "--dry-run", "--constraint", str(constraints), *_source(), *wanted]
        if not _is_pip(command):
            self._run_to_end(command, staging)
            return _UV_PACKAGE.findall("".join(self._output))
        self._run_to_end([*command, "--report", str(report), "--only-binary", ":all:"], staging)
        if self.is_cancelled:
            return []
        with disk.translate_errors(staging):
            found = json.loads(report.read_text(encoding="utf-8"))["install"]
        return [f"{each['metadata']['name']}=={each['metadata']['version']}" for each in found]

    def _unpack(self, staging: Path, pinned: Sequence[str]) -> Iterator[InstallationProgress]:
        """Download the packages, and unpack them below `staging`."""
        target = ["--prefix", str(staging / "packages"), "--no-deps", "--only-binary", ":all:"]
        command = [*self._installer(), *target, *_source(), *pinned]
        if _is_pip(command):
            raw = ["--progress-bar", "raw"] if _version("pip") >= _RAW_SINCE else []
            command = [*command, "--no-compile", "--no-warn-script-location", *raw]
        number, name = 0, pinned[0].partition("==")[0]
        for line in self._run(command, staging):
            if found := _COLLECTING.match(line):
                number, name = number + 1, found[1] or found[2]
                yield InstallationProgress(_describe_download(name, number, len(pinned)))
            elif found := _DOWNLOADED.match(line):
                done, total = int(found[1]), int(found[2])
                yield InstallationProgress(
                    _describe_download(name, number, len(pinned)), done / total if total else None
                )
            elif _INSTALLING.match(line):
                yield InstallationProgress(
                    Message("Unpacking {count} packages", one="Unpacking {count} package", count=len(pinned))
                )

    def _run_to_end(self, command: Sequence[str], staging: Path) -> None:
        for _ in self._run(command, staging):
            pass

    def _run(self, command: Sequence[str], staging: Path) -> Iterator[str]:
        """Run the installer, and yield its lines."""
        self._output = []
        environment = {**os.environ, "TMPDIR": str(staging), "TEMP": str(staging), "PYTHONUNBUFFERED": "1"}
        if self.is_cancelled:
            return
        with subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as process:
            self._process = process
            self._end_if_cancelled()  # before it had started
            assert process.stdout is not None
            try:
                for line in process.stdout:
                    self._output.append(line)
                    yield line.strip()
                status = process.wait()
            finally:
                process.terminate()
                self._process = None
        if status and not self.is_cancelled:
            raise InstallationError(
                "The packages could not be installed: {reason}.",
                hint="Nothing has changed. Try again, or install them yourself: {command}",
                reason=_reason(self._output),
                command=self.extra.command,
            )


def own_requirements(extra: str) -> list[str]:
    """What an extra needs, as the checkout's `pyproject.toml` or this program's metadata say; empty if neither does."""
    if (declaration := checkout_declaration()) is not None:
        return list(declaration["project"]["optional-dependencies"].get(extra, ()))
    try:
        lines = importlib.metadata.requires("visavis") or []
    except importlib.metadata.PackageNotFoundError:
        return []
    marker = re.compile(rf"extra == ['\"]{re.escape(extra)}['\"]")
    return [line.partition(";")[0].strip() for line in lines if marker.search(line)]


def _packages() -> Path:
    return Path(sysconfig.get_path("purelib"))


def _is_writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _is_pip(command: Sequence[str]) -> bool:
    return command[1:3] == ["-m", "pip"]


def _version(package: str) -> tuple[int, ...]:
    try:
        numbers = importlib.metadata.version(package).split(".")[:2]
    except importlib.metadata.PackageNotFoundError:
        return (0,)
    return tuple(number for text in numbers if (number := parse_whole_number(text)) is not None)


def _source() -> list[str]:
    """Where the installer looks: only in the folder of wheels, if there is one."""
    folder = wheel_folder()
    return ["--no-index", "--find-links", str(folder)] if folder else []


def _describe_download(name: str, number: int, count: int) -> Message:
    return Message("Getting {package} ({number} of {count})", package=name, number=number, count=count)


def _reason(output: Sequence[str]) -> Message:
    """Why the installer failed, in its own words; it says first that it tries again where it reaches no index."""
    if _UNREACHABLE.search("".join(output)):
        return Message("the package index cannot be reached")
    said = [line.strip() for line in output if line.strip()]
    errors = [line for line in said if line.lower().startswith(("error:", "× "))]  # noqa: RUF001  as uv writes
    text = (errors or said or ["it does not say why"])[0]
    return verbatim(re.sub(r"^(error:|×)\s*", "", text, flags=re.IGNORECASE)[:300].rstrip("."))  # noqa: RUF001


def _complete(prefix: Path, extra: Extra) -> None:
    """Move complete packages into the environment, also those of an installation that was killed meanwhile."""
    ready = prefix / _READY
    if not ready.is_dir():
        return
    with disk.lock(prefix), disk.translate_errors(prefix):
        own = frozenset(extra.packages)
        _move_into(ready, prefix, lambda path: not _is_metadata(path) and path.name not in own)
        _move_into(ready, prefix, lambda path: not _is_metadata(path))
        _move_into(ready, prefix, lambda path: True)
        deletion.delete(ready, prefix)


def _sync_all(folder: Path) -> None:
    """Make a folder survive a power cut with its content: pip does not."""
    for home, _, names in os.walk(folder):
        for name in names:
            disk.sync(Path(home, name))
        disk.sync(Path(home))


def _is_metadata(path: Path) -> bool:
    return path.suffix == ".dist-info"


def _move_into(source: Path, target: Path, is_due: Callable[[Path], bool]) -> None:
    """Move what is due in one folder into another, and sync that; what is there stays.

    Metadata are moved last, after everything else survives a power cut: by them, pip knows what is installed.
    """
    for path in sorted(source.iterdir()):
        goal = target / path.name
        if path.is_dir() and goal.is_dir():
            _move_into(path, goal, is_due)
        elif is_due(path) and not goal.exists():
            os.replace(path, goal)
    disk.sync(target)
