"""Agreements that have ended: told when the window opens, and carried out where they say so."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject

from visavis.forgetting.expiry import EndedAgreements, expire
from visavis.storage.paths import DataFolders
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.threads import Worker
from visavis.ui.window import Window


class AgreementsController(QObject):
    """Tells whose agreement has ended, once a start."""

    def __init__(self, folders: DataFolders, window: Window, disk_worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._folders = folders
        self._window = window
        self._disk_worker = disk_worker

    def check(self) -> None:
        """Look for agreements that have ended; forget people whose agreement says so, a day after it was told."""
        self._disk_worker.submit(lambda: expire(self._folders, datetime.now(UTC)), self._tell)

    def _tell(self, ended: EndedAgreements) -> None:
        if ended.receipts:
            text = self.tr("%n people were forgotten because their agreements had ended.", None, len(ended.receipts))
            one = self.tr("Somebody was forgotten because their agreement had ended.")
            self._window.banner.tell(Notice(one if len(ended.receipts) == 1 else text, about="expiry"))
        people = [*ended.asked, *ended.waiting]
        if not people:
            return
        names = ", ".join(person.name for person in people)
        text = self.tr("The agreement has ended: {names}.").format(names=names)
        hint = self.tr("Ask them, and note it with visavis people consent; or forget them on their pages.")
        if ended.waiting:
            waiting = ", ".join(person.name for person in ended.waiting)
            hint += " " + self.tr("Forgotten from tomorrow on: {names}.").format(names=waiting)
        self._window.banner.tell(Notice(text, hint, Severity.WARNING, about="agreement"))
