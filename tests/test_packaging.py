"""What is installed is what was meant: light to start, whole in a wheel, locked."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import entry_points, packages_distributions
from pathlib import Path
from xml.etree import ElementTree

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from support.places import ROOT

CHANGELOG = "CHANGELOG.md"

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = (
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-build.lock",
    "requirements-light.lock",
    "requirements-package.lock",
)
#: The folders of the checkout.
FOLDERS = {".ci", ".github", "app", "bench", "cascades", "docs", "installers", "models", "tests", "tools", "training"}
#: What `make run` installs: the light installation, and the extras without which the program is not whole.
WHOLE = [
    *PROJECT["project"]["dependencies"],
    *(text for extra in ("train", "report") for text in PROJECT["project"]["optional-dependencies"][extra]),
]
#: A package in a lock: its name and version, perhaps a marker, and a hash a line.
ENTRY = re.compile(r"^([a-z0-9.-]+)==(\S+)(?: ; .+)? \\\n(?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", re.MULTILINE)


@pytest.mark.parametrize("statement", ["import visavis.cli", "from visavis.cli import main; main(['--help'])"])
def test_starting_imports_nothing_heavy(statement):
    heavy = {"PySide6", "ai_edge_litert", "h5py", "keras", "matplotlib", "scipy", "sklearn", "tensorflow"}
    code = f"""
import sys
try:
    {statement}
except SystemExit:
    pass
print({heavy!r} & sys.modules.keys() or "nothing")
"""
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert output.splitlines()[-1] == "nothing"


def test_a_labeled_picture_imports_nothing_heavy_but_the_networks_runtime(published_networks, tmp_path):
    """The window and all on the way from the demo to a labeled face."""
    heavy = {"h5py", "keras", "matplotlib", "pandas", "pyqtgraph", "scipy", "sklearn", "tensorflow"}
    code = f"""
import sys
from pathlib import Path
import visavis.ui.application
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
from visavis.storage.paths import DataFolders
from visavis.sources import open_source
from visavis.tracking import Tracker
folders = DataFolders(Path({str(tmp_path)!r}), Path({str(published_networks.parent)!r}))
follow = Tracker(create_pipeline(NetworkLoader(folders), "live"))
assert follow(next(iter(open_source("demo", paced=False)))).answers
print({heavy!r} & sys.modules.keys() or "nothing")
"""
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert output.splitlines()[-1] == "nothing"


def test_the_window_starts_without_what_is_used_later():
    """Backups, the outputs of tagging and XMP took a quarter of the imports before the first picture."""
    later = {"defusedxml", "ssl", "tarfile", "visavis.backup.archive", "visavis.imaging.xmp", "visavis.tagging.folder"}
    code = f"import sys, visavis.ui.application, visavis.ui.program; print({later!r} & sys.modules.keys() or 'nothing')"
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert output.splitlines()[-1] == "nothing"


@pytest.mark.parametrize("group", ["console_scripts", "gui_scripts"])
def test_the_scripts_lead_to_the_program(group):
    for script in entry_points(group=group):
        if script.value.startswith("visavis"):
            assert callable(script.load())


def imported(folder):
    """The packages of others that the modules below `folder` import, anywhere in them."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.partition(".")[0]


def test_what_is_imported_is_declared():
    extras = PROJECT["project"]["optional-dependencies"].values()
    texts = [*PROJECT["project"]["dependencies"], *(text for extra in extras for text in extra)]
    declared = {canonicalize_name(Requirement(text).name) for text in texts}
    packages = {*imported(ROOT / "app"), *imported(ROOT / "training")}
    packages -= {*sys.stdlib_module_names, "visavis", "visavis_training"}
    providers = packages_distributions()

    undeclared = {
        package
        for package in packages
        if declared.isdisjoint(canonicalize_name(provider) for provider in providers.get(package, [package]))
    }
    assert undeclared == set()


def test_the_files_that_the_architecture_names_exist():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:[\w.-]+/)*[\w-]+(?:\.\w+|/))`", text.split("## Where do I change")[1]))
    roots = (ROOT / "app" / "visavis", ROOT / "training", ROOT)
    assert len(named) > 25
    assert {name for name in named if "/" in name and not any((root / name).exists() for root in roots)} == set()


def listed(*patterns):
    """Paths of the checkout's files, without those that git ignores; skips where there is no checkout."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if answer.returncode:
        pytest.skip("not a checkout")
    return [*filter(None, answer.stdout.decode().split("\0"))]


def test_what_a_run_left_behind_is_not_in_the_checkout():
    """Logs, data and caches of somebody who ran the program in it."""
    assert {name.split("/")[0] for name in listed() if "/" in name} == FOLDERS


def test_pages_that_are_named_exist():
    """In Python sources and on pages: from the root, beside the page, or in `docs/`."""
    texts = [path for name in listed("*.py", "*.md") if (path := ROOT / name).exists()]
    assert len(texts) > 100

    def missing(text):
        for page in re.findall(r"(?<![\w./*-])[\w./-]*\w\.md\b", text.read_text(encoding="utf-8")):
            if not any((folder / page).exists() for folder in (ROOT, text.parent, ROOT / "docs")):
                yield f"{text.relative_to(ROOT)}: {page}"

    assert [each for text in texts for each in missing(text)] == []


@pytest.fixture(scope="module")
def locks():
    """For each lock: package to the versions in it."""
    found = {}
    for name in LOCKS:
        versions = found[name] = {}
        for package, version in ENTRY.findall((ROOT / name).read_text(encoding="utf-8")):
            versions.setdefault(package, set()).add(version)
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_hashed_versions_and_says_nothing_of_where_it_was_made(name):
    text = (ROOT / name).read_text(encoding="utf-8")

    rest = [line for line in ENTRY.sub("", text).splitlines() if line and not line.startswith("#")]
    assert rest == []
    assert "://" not in text
    assert not re.search(r"(^|\s)/", text)


def test_the_locks_agree(locks):
    everything = locks["requirements-dev.lock"]

    for name in LOCKS:
        common = locks[name].keys() & everything.keys()
        assert {package: locks[name][package] for package in common} == {
            package: everything[package] for package in common
        }
        assert name == "requirements-package.lock" or common == locks[name].keys()


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", WHOLE),
        ("requirements-dev.lock", PROJECT["dependency-groups"]["dev"]),
        (
            "requirements-package.lock",
            [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["package"]],
        ),
        ("requirements-build.lock", [*PROJECT["dependency-groups"]["build"], *PROJECT["build-system"]["requires"]]),
    ],
)
def test_the_locks_fit_the_ranges(locks, lock, wanted):
    for requirement in map(Requirement, wanted):
        versions = locks[lock].get(canonicalize_name(requirement.name), set())
        assert versions, requirement
        assert all(Version(version) in requirement.specifier for version in versions), requirement


def test_what_the_wheel_says_it_works_with_is_what_the_lock_of_the_package_holds():
    writing = [sys.executable, str(ROOT / "installers/sbom.py"), str(ROOT / "requirements-package.lock")]
    written = subprocess.run(writing, capture_output=True, text=True, encoding="utf-8", check=True).stdout

    assert (ROOT / "sbom.cdx.json").read_text(encoding="utf-8") == written
    said = json.loads(written)
    assert said["metadata"]["component"]["version"] == PROJECT["project"]["version"]
    entries = ENTRY.findall((ROOT / "requirements-package.lock").read_text(encoding="utf-8"))
    assert sorted((each["name"], each["version"]) for each in said["components"]) == sorted(entries)


@pytest.mark.parametrize("target", ["wheel", "sdist"])
def test_the_same_source_gives_the_same_bytes(tmp_path, target):
    """Built twice, in folders of other names, with files of other times and modes."""
    names = listed()
    contents = []
    for number, mode in enumerate((0o644, 0o600)):
        place = tmp_path / f"copy {number}"
        for name in names:
            if (ROOT / name).is_file():
                (place / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, place / name)
                os.utime(place / name, (10**9 + number, 10**9 + number))
                (place / name).chmod(mode | (0o111 if os.access(ROOT / name, os.X_OK) else 0))
        build = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(tmp_path / f"built {number}")]
        subprocess.run(build, cwd=place, check=True, capture_output=True)
        [path] = (tmp_path / f"built {number}").iterdir()
        contents.append((path.name, path.read_bytes()))
    assert contents[0] == contents[1]


def test_the_recipes_of_packages_name_what_is_there():
    """The files of the checkout, the programs that are built, and in XML that can be read."""
    recipes = [
        ROOT / ".github/workflows/packages.yml",
        *(ROOT / "installers").rglob("*.*"),
        ROOT / "installers/macos/sign",
    ]
    texts = {path: path.read_text(encoding="utf-8") for path in recipes if path.suffix != ".pyc"}
    named = {
        name for text in texts.values() for name in re.findall(r"(?<![\w/])(?:installers|tools|app)/[\w./-]*\w", text)
    }
    assert len(named) >= 8
    assert {name for name in named if not (ROOT / name).exists()} == set()
    for path, text in texts.items():
        if path.suffix in {".wxs", ".xml", ".plist"}:
            ElementTree.fromstring(text)
    programs = {*PROJECT["project"]["scripts"], *PROJECT["project"]["gui-scripts"]}
    built = {name for text in texts.values() for name in re.findall(r"(?:INSTALLFOLDER\]|Exec=)([\w-]+)", text)}
    assert built == {"visavis-gui"} <= programs


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel's content, unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [path] = folder.glob("visavis-*.whl")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_the_wheel_holds_both_packages_their_data_and_no_more(wheel):
    assert {path.name for path in wheel.iterdir() if path.suffix != ".dist-info"} == {"visavis", "visavis_training"}
    packed = {path.relative_to(wheel).as_posix() for path in wheel.rglob("*") if path.is_file()}
    for source, package in (("app/visavis", "visavis"), ("training/visavis_training", "visavis_training")):
        modules = {f"{package}/{path.relative_to(ROOT / source).as_posix()}" for path in (ROOT / source).rglob("*.py")}
        assert modules <= packed
        assert f"{package}/py.typed" in packed
    assert "visavis_training/report/page.css" in packed
    resources = ROOT / "app/visavis/ui/widgets/resources"
    drawn = {f"visavis/ui/widgets/resources/{path.relative_to(resources)}" for path in resources.rglob("*.*")}
    assert len(drawn) > 20
    assert drawn <= packed
    manuals = {f"visavis/ui/help/manual/{path.name}" for path in (ROOT / "app/visavis/ui/help/manual").glob("*.md")}
    assert len(manuals) == 3
    assert {*manuals, f"visavis/_data/{CHANGELOG}"} <= packed
    for kind in ("cascades", "models"):
        assert {f"visavis/_data/{kind}/{path.name}" for path in (ROOT / kind).glob("*.json")} <= packed
    assert {path.rpartition("/")[2] for path in packed if "/licenses/" in path} == {"LICENSE", "NOTICE"}
    assert [path.rpartition("/")[2] for path in packed if "/sboms/" in path] == ["sbom.cdx.json"]  # PEP 770


def test_the_changelog_is_found_in_a_wheel_and_in_a_checkout(wheel, tmp_path):
    asking = "from visavis.storage import paths; print(paths.shipped_changelog())"
    for place, expected in ((wheel, wheel / "visavis/_data" / CHANGELOG), (ROOT / "app", ROOT / CHANGELOG)):
        answer = subprocess.run(
            [sys.executable, "-c", asking],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(place)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert Path(answer.stdout.strip()) == expected


@pytest.mark.parametrize("kind", ["cascades", "models"])
def test_data_files_are_found_in_a_wheel_and_in_a_checkout(wheel, tmp_path, kind):
    asking = f"from visavis.storage import paths; print(paths.shipped_data_folder({kind!r}))"
    for place, expected in ((wheel, wheel / "visavis/_data" / kind), (ROOT / "app", ROOT / kind)):
        answer = subprocess.run(
            [sys.executable, "-c", asking],
            env={**os.environ, "PYTHONPATH": str(place)},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        assert Path(answer.stdout.strip()) == expected
        assert list(expected.glob("*.json"))


def test_a_checkout_runs_without_being_installed(tmp_path):
    running = [sys.executable, str(ROOT / "app"), "--version"]

    said = subprocess.run(running, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert said.startswith("visavis ")


def test_each_picture_of_the_readme_is_there_and_small():
    """A page with all of them opens at once."""
    pictures = re.findall(r"!\[[^]]+\]\((docs/screenshots/[^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert len(pictures) == 6
    for picture in pictures:
        assert 0 < (ROOT / picture).stat().st_size < 150_000, picture
    assert {path.name for path in (ROOT / "docs/screenshots").iterdir()} == {Path(path).name for path in pictures}
