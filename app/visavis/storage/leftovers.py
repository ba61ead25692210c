"""Whether killed programs, or earlier versions, left something in the data folder and the cache.

It takes no lock, and a millisecond.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from visavis.storage import replacement
from visavis.storage.paths import DataFolders

#: What the names of unfinished files and folders begin with (`disk`, `people.folder`, `people.trash`, `models.folder`).
_PREFIXES = (".tmp-", ".litter-", ".staging-")


def has_any(folders: DataFolders) -> bool:
    """Whether there is something to clean up. What running programs are writing counts, too."""
    flat = (folders.data, folders.people, folders.strangers, folders.receipts, folders.logs, folders.recordings)
    deep = (folders.trash, folders.models, folders.embeddings)
    return (
        any(_names(folders.forgetting))
        or os.path.lexists(folders.previous_embeddings)
        or replacement.is_unfinished(folders)
        or any(name != ".lock" for name in _names(folders.insight))
        or any(name.startswith(_PREFIXES) for folder in (*flat, *deep) for name in _names(folder))
        or any(name.startswith(_PREFIXES) for folder in deep for name in _names_in_folders(folder))
    )


def _names(folder: Path) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            yield from (entry.name for entry in entries)
    except OSError:  # whoever uses the folder reports it
        return


def _names_in_folders(folder: Path) -> Iterator[str]:
    for name in list(_names(folder)):
        yield from _names(folder / name)
