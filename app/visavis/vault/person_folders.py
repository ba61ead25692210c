"""Converts people's folders while encryption is turned on or off: their records, names and pictures."""

import os
import re
from collections.abc import Callable, Collection
from pathlib import Path

from visavis.encryption import sealed_store
from visavis.people.folder import PeopleFolder
from visavis.people.names import slug_of
from visavis.people.person import PERSON_FILE, Person, aside_paths, other_files, sample_paths, slugs_in
from visavis.people.picture_record import PICTURES_FILE
from visavis.people.rejections import STRANGERS_SLUG
from visavis.people.samples import is_sample_name
from visavis.storage import data_files, disk

#: Number of digits in the new name of a picture that the user named.
_DIGITS = 16
#: Such a name.
_HIDDEN_PICTURE = re.compile(r"picture-[0-9a-f]{16}\.?\w*")
#: The name of a folder whose person's slug is hidden.
_HIDDEN_FOLDER = re.compile(r"[0-9a-f]{32}")

ConvertFile = Callable[[Path], object]
"""Seals or opens one file."""


def convert_picture(path: Path, convert: ConvertFile, scratch: Path | None) -> None:
    """Seal a picture, or open it. One with a name of the user's first gets another, which says nothing.

    Parameters
    ----------
    scratch : Path, optional
        See `disk.write_whole`.
    """
    if not sealed_store.hides_names(path.parent) or is_sample_name(path.name) or _HIDDEN_PICTURE.fullmatch(path.name):
        convert(path)
        return
    hidden = f"picture-{sealed_store.hide(path.parent, path.name)[:_DIGITS]}{path.suffix.lower()}"
    with disk.translate_errors(path):
        disk.write_whole(path.with_name(hidden), data_files.read(path), scratch)
        path.unlink()
    disk.sync_moves([path.parent], [])


class PersonFolders:
    """All people's folders, as they are to become."""

    def __init__(self, folder: Path) -> None:
        self._people = PeopleFolder(folder)

    def require_readable(self) -> None:
        """Raise the first error of a record that cannot be read: its person would lose the name with the folder's."""
        for error in self._people.left_out():
            raise error

    def folders(self) -> list[Path]:
        """All folders that may be people's."""
        return self._people.subfolders()

    def foreign_files(self) -> list[Path]:
        """What users put into people's folders, and is no picture."""
        return [each.path for folder in self.folders() for each in other_files(folder) if each.path.is_file()]

    def embedding_names(self, folder: Path, deleted: Collection[str]) -> dict[str, str]:
        """What the file of a person's embeddings is called now, and what it is to be called, without the ending.

        Parameters
        ----------
        deleted : collection of str
            Slugs of people who are in the trash.
        """
        slugs = {STRANGERS_SLUG, *slugs_in(self.folders()), *deleted}
        store = sealed_store.find_store(folder)
        if store is None:
            return {}
        pairs = {slug: store.pseudonym(slug) for slug in slugs}
        return pairs if store.seals else {hidden: slug for slug, hidden in pairs.items()}

    def convert(self, folder: Path, convert: ConvertFile, scratch: Path | None) -> None:
        """Convert a folder with all that is ours in it, with the lock held."""
        with self._people.change():
            if not folder.is_dir():
                return
            person, seals = Person.load(folder), sealed_store.hides_names(folder)
            if not seals:
                folder = self._rename(folder, person.slug if person else folder.name)
            elif person and folder.name != sealed_store.hide(self._people.folder, person.slug):
                person.save()  # the record has the slug before the folder's name no longer says it
            for path in (*sample_paths(folder), *aside_paths(folder)):
                convert_picture(path, convert, scratch)
            for name in (PICTURES_FILE, PERSON_FILE):
                if (folder / name).is_file():
                    convert(folder / name)
            if person and not seals and person.created:
                person.moved_to(folder).save()  # without the slug, which the folder's name says again
            if seals and not (person is None and _HIDDEN_FOLDER.fullmatch(folder.name)):
                self._rename(folder, person.slug if person else folder.name)

    def _rename(self, folder: Path, slug: str) -> Path:
        """Give the folder of a person with that slug the name that it is to have."""
        home = self._people.folder
        name = sealed_store.hide(home, slug)
        if name == folder.name:
            return folder
        if (home / name).exists():
            name = slug_of(name, os.listdir(home))
        with disk.translate_errors(folder):
            disk.move(folder, home / name)
        disk.sync(home)
        return home / name
