"""Builds the program with its own Python, for the system on which it runs: a folder, and what to hand on.

    python installers/build.py            (make package)

That is an archive of the folder, and on Linux also a Debian package. Everything is made in `build/package/`, from
`requirements-package.lock` and this checkout: no package of the Python that runs this script gets in. Each step says
what it does, and prints the path and size of what it made.
"""

import gzip
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import venv
from datetime import UTC, datetime
from pathlib import Path

import sbom

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "package"
LOCK = ROOT / "requirements-package.lock"
#: The name under which the desktop knows the program.
DESKTOP_ID = "app.visavis.Visavis"
#: What stays the system's own, by Debian's names: libraries that graphics drivers bring, and fonts.
DEPENDS = (
    "libc6 (>= 2.34), libegl1, libgl1, libxcb1, fontconfig-config, "
    "fonts-dejavu-core | fonts-noto-core | fonts-freefont-ttf"
)
#: Time stamp of everything in a package, in seconds since 1970, so that two builds of one commit do not differ by it.
EPOCH = int(os.environ.get("SOURCE_DATE_EPOCH", "1577836800"))


def main() -> None:
    environment = _environment()
    folder = _freeze(environment)
    print(f"{folder}  {_megabytes(folder)} MB")
    archive = _archive(folder) if sys.platform == "linux" else _zip(folder)
    print(f"{archive}  {_megabytes(archive)} MB")
    if sys.platform == "linux":
        if shutil.which("dpkg-deb"):
            package = _debian_package(folder)
            print(f"{package}  {_megabytes(package)} MB")
        else:
            print("No Debian package: there is no dpkg-deb here.")


def _environment() -> Path:
    """A new environment with the light program of this checkout and PyInstaller; the path of its Python."""
    print("Installing what is packed: about 220 MB to download, and a minute.", flush=True)
    shutil.rmtree(BUILD / "env", ignore_errors=True)
    venv.create(BUILD / "env", with_pip=True)
    python = BUILD / "env" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    _run(*install, "--require-hashes", "--no-deps", "-r", LOCK)
    shutil.rmtree(BUILD / "wheel", ignore_errors=True)
    _run(python, "-m", "hatchling", "build", "-t", "wheel", "-d", BUILD / "wheel")
    _run(*install, "--no-deps", *(BUILD / "wheel").glob("*.whl"))
    return python


def _freeze(python: Path) -> Path:
    print("Freezing it: another minute.", flush=True)
    if sys.platform != "linux":
        _run(python, ROOT / "installers/icons.py", BUILD)
    output = ("--distpath", BUILD / "dist", "--workpath", BUILD / "work")
    _run(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *output, ROOT / "installers/visavis.spec")
    folder = BUILD / "dist" / "visavis"
    (folder / "sbom.cdx.json").write_text(sbom.text(LOCK), encoding="utf-8")
    if sys.platform == "linux":
        for library in (folder / "_internal").glob("libpython*.so*"):
            _run("strip", "--strip-unneeded", library)
        (folder / "visavis-gui").unlink(missing_ok=True)
        (folder / "visavis-gui").symlink_to("visavis")
    return folder


def _archive(folder: Path) -> Path:
    """The folder as one file, with the owner's and the time's traces taken out."""

    def anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = EPOCH
        entry.mode |= 0o444 | (0o111 if entry.isdir() or entry.mode & 0o100 else 0)
        return entry

    path = BUILD / f"visavis-{_version()}-{os.uname().machine}.tar.gz"
    with (
        path.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, EPOCH) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        archive.add(folder, "visavis", filter=anonymous)
    return path


def _zip(folder: Path) -> Path:
    """The folder, or on macOS the app, as Windows and macOS unpack it: the app has links, which only ditto keeps."""
    path = BUILD / f"visavis-{_version()}-{platform.machine().lower()}.zip"
    if sys.platform == "darwin":
        _run("ditto", "-c", "-k", "--keepParent", folder.with_name("Visavis.app"), path)
    else:
        shutil.make_archive(str(path.with_suffix("")), "zip", folder.parent, folder.name)
    return path


def _debian_package(folder: Path) -> Path:
    """The program in /usr/lib, with its entry in the menu, its icon and its description."""
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(folder, tree / "usr/lib/visavis", symlinks=True)
    programs = tree / "usr/bin"
    programs.mkdir(parents=True)
    for name in ("visavis", "visavis-gui"):
        (programs / name).symlink_to(f"../lib/visavis/{name}")
    share = tree / "usr/share"
    _copy(ROOT / f"installers/linux/{DESKTOP_ID}.desktop", share / f"applications/{DESKTOP_ID}.desktop")
    icon = ROOT / "app/visavis/ui/widgets/resources/application.svg"
    _copy(icon, share / f"icons/hicolor/scalable/apps/{DESKTOP_ID}.svg")
    _copy(ROOT / "LICENSE", share / "doc/visavis/copyright")
    _copy(ROOT / "NOTICE", share / "doc/visavis/NOTICE")
    description = (ROOT / f"installers/linux/{DESKTOP_ID}.metainfo.xml").read_text(encoding="utf-8")
    day = datetime.fromtimestamp(EPOCH, UTC).date().isoformat()
    (share / "metainfo").mkdir()
    (share / f"metainfo/{DESKTOP_ID}.metainfo.xml").write_text(
        description.replace("@VERSION@", _version()).replace("@DATE@", day), encoding="utf-8"
    )
    architecture = subprocess.check_output(["dpkg", "--print-architecture"], text=True).strip()
    size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink()) // 1024
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(
        f"Package: visavis\nVersion: {_version()}\nArchitecture: {architecture}\nMaintainer: The Visavis authors\n"
        f"Installed-Size: {size}\nDepends: {DEPENDS}\nRecommends: fonts-noto-cjk\nSection: video\nPriority: optional\n"
        "Description: names the faces in front of a camera\n"
        " Visavis finds the faces in the picture of a camera or a video and writes names\n"
        " under those it knows. Everything stays on this computer.\n",
        encoding="utf-8",
    )
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    package = BUILD / f"visavis_{_version()}_{architecture}.deb"
    _run("dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", tree, package)
    return package


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _version() -> str:
    return str(sbom.project()["version"])


def _megabytes(path: Path) -> int:
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file() and not each.is_symlink()]
    return round(sum(each.stat().st_size for each in files) / 1e6)


def _run(*command: object) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH), "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONPATH", None)
    subprocess.run([str(part) for part in command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
