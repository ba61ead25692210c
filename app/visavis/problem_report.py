"""The text of a problem report. It has no names, paths or addresses: everything in it comes from closed lists.

Log lines are not copied, since they can name people and files. Only their time, level, module and, for errors, the
places in this program and the kind of error go into the report.
"""

import builtins
import dataclasses
import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import visavis
from visavis import errors
from visavis.detection.presets import preset_names
from visavis.errors import ModelError, VisavisError
from visavis.models.store import ModelStore
from visavis.people.store import PeopleStore
from visavis.settings import Settings
from visavis.storage import deletion, log_lines
from visavis.storage.paths import DataFolders

#: Packages whose versions matter.
_PACKAGES = ("PySide6-Essentials", "opencv-python-headless", "numpy", "ai-edge-litert", "keras", "tensorflow")
#: Maximum number of log lines, the newest ones.
_MAX_LINES = 60
#: Folder of the packages of this program.
_ROOT = Path(visavis.__file__).parent

_LINE = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),\d+ (DEBUG|INFO|WARNING|ERROR|CRITICAL) ([\w.]+): (.*)$")
#: A place in a traceback; a message is one line of a log, with its line breaks escaped.
_PLACE = re.compile(r'File "[^"]*?(visavis(?:_training)?(?:[/\\]\w+)+\.py)", line (\d{1,6})\b')
_KIND = re.compile(r"^(?:\w+\.)*(\w+)(?=:|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class WindowFacts:
    """What the window knows about itself."""

    qt: str  #: version
    backend: str  #: Qt's platform plugin, such as "xcb"
    screen: str  #: size and scale
    language: str


def compose_report(folders: DataFolders, settings: Settings, facts: WindowFacts) -> str:
    """The report, in English, for the people who maintain the program."""
    return "\n".join(
        [
            f"Visavis {visavis.__version__}, Python {platform.python_version()}, {platform.platform()}",
            f"Qt {facts.qt} ({facts.backend}), screen {facts.screen}, language {facts.language}",
            ", ".join(f"{name} {_version(name)}" for name in _PACKAGES),
            "",
            "Settings:",
            *(f"  {line}" for line in _settings_lines(settings)),
            "",
            *_data_lines(folders),
            "",
            "Log, without its texts:",
            *([f"  {line}" for line in _log_lines(folders.logs)] or ["  empty"]),
            "",
        ]
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def _settings_lines(settings: Settings) -> Iterator[str]:
    """The settings that differ from the defaults. Of texts and tables, only that they differ."""
    defaults = Settings()
    changed = [
        row for row in dataclasses.fields(Settings) if getattr(settings, row.name) != getattr(defaults, row.name)
    ]
    for row in changed:
        value, rule = getattr(settings, row.name), row.metadata["rule"]
        is_closed = rule.choices or isinstance(value, bool | int | float) or value in preset_names()
        yield f"{row.name} = {value}" if is_closed else f"{row.name} is set"
    if not changed:
        yield "as they were at first"


def _data_lines(folders: DataFolders) -> Iterator[str]:
    store, models = PeopleStore(folders.people), ModelStore(folders.models)
    try:
        people = store.people()
        yield f"{len(people)} people with {sum(len(store.samples(person)) for person in people)} pictures"
    except (OSError, VisavisError) as error:
        yield f"The people cannot be read: {_known_kind(type(error).__name__)}"
    try:
        current = models.current_id()
        card = models.card(current) if current else None
        use = f"in use: {card.network} of {len(card.people)} people" if card else "none in use"
        count = len(models.ids())
        yield f"{count} {'model' if count == 1 else 'models'}, {use}"
    except (OSError, ModelError) as error:
        yield f"The models cannot be read: {_known_kind(type(error).__name__)}"


def _log_lines(folder: Path) -> list[str]:
    """The newest entries of all logs, reduced to what cannot name anybody."""
    entries: list[tuple[str, str]] = []
    try:
        paths = [path for path in deletion.list_entries(folder) if path.suffix == ".log" and path.is_file()]
        for path in paths:
            entries += _entries(log_lines.read(path))
    except (OSError, VisavisError):
        return ["cannot be read"]
    return [line for _, line in sorted(entries)[-_MAX_LINES:]]


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """(time, reduced entry) of each entry of a log."""
    entry: list[str] = []
    for line in text.splitlines():
        if _LINE.match(line) and entry:
            yield _reduce("\n".join(entry))
            entry = []
        entry.append(line)
    if entry:
        yield _reduce("\n".join(entry))


def _reduce(entry: str) -> tuple[str, str]:
    head, _, below = entry.partition("\n")
    found = _LINE.match(head)
    time, level, module, message = found.groups() if found else ("", "", "", head)
    trace = "\n".join((message.replace("\\n", "\n"), below))
    places = [f"{path}:{number}" for path, number in _places(trace) if _is_ours(path)]
    kinds = [kind for kind in _KIND.findall(trace) if kind in _KINDS] if "Traceback" in trace else []
    if found is None:
        return time, " ".join(["output of another program", *places, *kinds[-1:]])
    module = module if _is_ours(module.replace(".", "/") + ".py") else "another module"
    return time, " ".join([time, level, module, *places, *kinds[-1:]])


def _places(trace: str) -> Iterator[tuple[str, str]]:
    """(path of the module, number of the line) of each place in a traceback."""
    for path, number in _PLACE.findall(trace):
        yield path.replace("\\", "/"), number


def _is_ours(path: str) -> bool:
    """Whether that is the path of a module of this program, relative to the folder of its packages."""
    package, _, rest = path.partition("/")
    roots = {
        "visavis": [_ROOT],
        "visavis_training": [_ROOT.with_name(package), _ROOT.parents[1] / "training" / package],
    }
    paths = (Path(rest), Path(rest).with_suffix("") / "__init__.py")
    return any((root / each).is_file() for root in roots.get(package, ()) for each in paths)


_KINDS = {
    name
    for module in (builtins, errors)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and issubclass(kind, BaseException)
}


def _known_kind(name: str) -> str:
    return name if name in _KINDS else "an error"
