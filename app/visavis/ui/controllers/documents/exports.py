"""Exports from the window: asks where, and writes on the disk worker."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from visavis.errors import VisavisError
from visavis.people import exporter
from visavis.people.store import PeopleStore
from visavis.storage import disk
from visavis.ui.file_dialog import StartFolder, ask_folder
from visavis.ui.text.counts import picture_count
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.window import Window


class ExportsController(QObject):
    """What the menu File, Export offers."""

    def __init__(self, people: PeopleStore, window: Window, disk_worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._people = people
        self._window = window
        self._disk_worker = disk_worker
        window.actions_.export_people.triggered.connect(self.ask_for_folder)

    def ask_for_folder(self) -> None:
        """Ask for the folder in which the folder of the exported people is made."""
        title = self.tr("Where to put the folders of the people")
        ask_folder(self._window, title, StartFolder.DOCUMENTS, self.export_people)

    def export_people(self, chosen: Path) -> None:
        """Copy the samples of all people to folders named after them, in a new folder inside the chosen one."""
        name = self.tr("Visavis people")
        self._disk_worker.submit(partial(self._export, chosen, name), self._report, self._fail)

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
