"""The parsers of all rooms, and the files that they begin from."""

from pathlib import Path

from fuzz.parsers import media, models, people, safekeeping, surroundings, training, videos, visits
from fuzz.parsers.parser import Parser
from support.previous_data import PreviousData

_ROOMS = (people, models, training, media, videos, visits, safekeeping, surroundings)


def parsers(folder: Path) -> list[Parser]:
    """All parsers. `folder` gets the files that right contents are taken from."""
    previous: dict[str, list[bytes]] = {}
    for path, content in PreviousData(folder / "data", folder / "cache").files().items():
        previous.setdefault(path.name, []).append(content)
    return [parser for room in _ROOMS for parser in room.parsers(folder, previous)]
