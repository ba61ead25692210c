"""Paths of the user's data, the cache, and the data files of the program."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from visavis.errors import DiskError
from visavis.messages import Message
from visavis.storage import disk

#: The folder of this package, app/visavis.
_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class DataFolders:
    """The folders of the user's data and the cache. Nothing is created here: writers use `disk.make_private`."""

    data: Path
    cache: Path

    @classmethod
    def of_user(cls, data: Path | None = None) -> "DataFolders":
        """The folders of this user: `data`, or VISAVIS_DATA, or the platform's; likewise VISAVIS_CACHE.

        Raises
        ------
        DiskError
            If a path begins with the home folder of a user who has none.
        """
        chosen = data or os.environ.get("VISAVIS_DATA") or platformdirs.user_data_path("visavis", appauthor=False)
        cache = os.environ.get("VISAVIS_CACHE") or platformdirs.user_cache_path("visavis", appauthor=False)
        folders = cls(_absolute(Path(chosen)), _absolute(Path(cache)))
        disk.know_data_folder(folders.data)
        return folders

    @property
    def people(self) -> Path:
        return self.data / "people"

    @property
    def strangers(self) -> Path:
        return self.data / "strangers"

    @property
    def trash(self) -> Path:
        return self.data / "trash"

    @property
    def receipts(self) -> Path:
        return self.data / "receipts"

    @property
    def forgetting(self) -> Path:
        """The journal of forgettings that have not finished."""
        return self.data / "forgetting"

    @property
    def models(self) -> Path:
        return self.data / "models"

    @property
    def settings(self) -> Path:
        return self.data / "settings.toml"

    @property
    def sightings(self) -> Path:
        """The visits, where the user turned them on."""
        return self.data / "sightings.sqlite"

    @property
    def encryption(self) -> Path:
        """What the key of encrypted data is in, itself encrypted."""
        return self.data / "encryption.json"

    @property
    def recordings(self) -> Path:
        """Live sessions that the user recorded."""
        return self.data / "recordings"

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    @property
    def networks(self) -> Path:
        return self.cache / "networks"

    @property
    def embeddings(self) -> Path:
        return self.data / "embeddings"

    @property
    def previous_embeddings(self) -> Path:
        """Where embeddings were in earlier versions."""
        return self.cache / "embeddings"

    @property
    def insight(self) -> Path:
        """What goes to a process that looks into the networks, and back: faces, until they are shown."""
        return self.data / "insight"


def _absolute(path: Path) -> Path:
    try:
        return path.expanduser().absolute()
    except RuntimeError as error:  # no such user, or no home folder
        hint = Message("Give the whole path of the data folder (--data) and of the cache (VISAVIS_CACHE).")
        raise DiskError("There is no home folder for {path}.", hint=hint, path=path) from error
    except FileNotFoundError as error:  # of the current folder
        hint = Message("Change to a folder that exists.")
        raise DiskError("The current folder was deleted.", hint=hint) from error


def shipped_changelog() -> Path:
    """The changelog: in the wheel, or beside `app/`."""
    packed = _PACKAGE / "_data" / "CHANGELOG.md"
    return packed if packed.is_file() else _PACKAGE.parent.parent / "CHANGELOG.md"


def built_documentation() -> Path | None:
    """The start page of the documentation in a checkout; None where it was not built (`make docs`)."""
    page = _PACKAGE.parent.parent / "docs" / "_build" / "html" / "index.html"
    return page if page.is_file() else None


def shipped_data_folder(kind: str) -> Path:
    """The folder of the data files of a kind ("cascades" or "models"): in the wheel, or beside `app/`."""
    packed = _PACKAGE / "_data" / kind
    return packed if packed.is_dir() else _PACKAGE.parent.parent / kind
