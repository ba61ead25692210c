"""Exports from the window: asks where, and writes on the disk worker."""

import contextlib
from collections.abc import Collection
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from visavis.errors import VisavisError
from visavis.people import exporter
from visavis.people.store import PeopleStore
from visavis.sightings.store import SightingStore
from visavis.sightings.table import to_csv, with_names
from visavis.storage import disk
from visavis.storage.paths import DataFolders
from visavis.ui.file_dialog import StartFolder, ask_folder, ask_save
from visavis.ui.text.counts import picture_count
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.window import Window


class ExportsController(QObject):
    """What the menu File, Export offers."""

    def __init__(self, folders: DataFolders, window: Window, disk_worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._people = PeopleStore(folders.people)
        self._sightings = SightingStore(folders.sightings)
        self._window = window
        self._disk_worker = disk_worker
        window.actions_.export_people.triggered.connect(self.ask_for_folder)
        window.actions_.export_sightings.triggered.connect(lambda _: self.ask_for_table())
        window.history.export_wanted.connect(lambda: self.ask_for_table(_listed_ids(window)))

    def ask_for_folder(self) -> None:
        """Ask for the folder in which the folder of the exported people is made."""
        title = self.tr("Where to put the folders of the people")
        ask_folder(self._window, title, StartFolder.DOCUMENTS, self.export_people)

    def export_people(self, chosen: Path) -> None:
        """Copy the samples of all people to folders named after them, in a new folder inside the chosen one."""
        name = self.tr("Visavis people")
        self._disk_worker.submit(partial(self._export, chosen, name), self._report, self._fail)

    def ask_for_table(self, wanted: Collection[int | None] | None = None) -> None:
        """Ask where to save the table of visits: of all, or of those with these numbers."""
        title, name = self.tr("Save the visits"), f"{self.tr('Visavis visits')}.csv"
        ask_save(self._window, title, StartFolder.DOCUMENTS, name, partial(self.export_sightings, wanted=wanted))

    def export_sightings(self, path: Path, wanted: Collection[int | None] | None = None) -> None:
        """Write recorded visits as CSV, with the names that people have now: all, or those with these numbers."""

        def write() -> int:
            names: dict[str, str] = {}
            ids: dict[str, str] = {}
            with contextlib.suppress(VisavisError):  # the visits have names of their own
                people = self._people.people()
                names = {person.slug: str(person.name) for person in people}
                ids = {person.slug: person.id for person in people if person.id}
            found = with_names(self._sightings.sightings(), names, ids)
            found = [each for each in found if wanted is None or each.id in wanted]
            disk.write_whole(path, to_csv(found).encode("utf-8", "backslashreplace"))
            return len(found)

        self._disk_worker.submit(write, partial(self._report_visits, path), self._fail)

    def _report_visits(self, path: Path, count: int) -> None:
        one, several = self.tr("1 visit"), self.tr("%n visits", None, count)
        visits = one if count == 1 else several
        hint = "" if count else self.tr("Visits are recorded only if you turn that on in the settings.")
        text = self.tr("{visits} saved as {path}.").format(visits=visits, path=path)
        self._window.banner.tell(Notice(text, hint, about="export"))

    def _export(self, chosen: Path, name: str) -> tuple[Path, int]:
        folder = disk.unused_path(chosen, name)
        return folder, exporter.export(self._people, folder)

    def _report(self, done: tuple[Path, int]) -> None:
        folder, samples = done
        text = self.tr("{pictures} exported to {folder}.").format(pictures=picture_count(samples), folder=folder)
        hint = self.tr("They show faces: give them only to those who may see them.")
        self._window.banner.tell(Notice(text, hint, about="export"))

    def _fail(self, error: VisavisError) -> None:
        self._window.banner.tell(Notice.of(error, "export"))


def _listed_ids(window: Window) -> set[int | None]:
    """The numbers of the visits that the history lists."""
    return {row.sighting.id for row in window.history.listed}
