"""Agreements: edited on a person's page, told when they have ended, and carried out where they say so."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject

from visavis.audit.log import AuditLog
from visavis.errors import VisavisError
from visavis.forgetting.expiry import EndedAgreements, expire
from visavis.messages import Message
from visavis.people.consent import Consent
from visavis.people.store import PeopleStore
from visavis.storage.paths import DataFolders
from visavis.ui.agreements.dialog import AgreementDialog
from visavis.ui.controllers.people.library import LibraryController
from visavis.ui.people.overview import PersonRow
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.threads import Worker
from visavis.ui.window import Window


class AgreementsController(QObject):
    """Opens the dialog of an agreement, and tells whose agreement has ended, once a start."""

    def __init__(
        self, folders: DataFolders, window: Window, library: LibraryController, disk_worker: Worker, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._window = window
        self._library = library
        self._disk_worker = disk_worker
        window.actions_.agreement.triggered.connect(self._edit_selected)
        window.library.person.agreement_wanted.connect(window.actions_.agreement.trigger)

    def check(self) -> None:
        """Look for agreements that have ended; forget people whose agreement says so, a day after it was told."""
        self._disk_worker.submit(lambda: expire(self._folders, datetime.now(UTC)), self._tell)

    def edit(self, row: PersonRow) -> None:
        """Open the dialog of a person's agreement."""
        dialog = AgreementDialog(row.display_name, row.person.consent, self._window)
        dialog.noted.connect(partial(self._save, row.name))
        dialog.open()

    def _edit_selected(self) -> None:
        people = self._library.selected_people()
        if len(people) == 1:
            self.edit(people[0])
        else:
            self._window.banner.tell(Notice(self.tr("Select a person first."), about="selection"))

    def _save(self, name: str, consent: Consent) -> None:
        def work() -> Message | None:
            store = PeopleStore(self._folders.people)
            problem = AuditLog(self._folders.people).verify().problem
            store.set_consent(store.find(name), consent)
            return problem

        self._disk_worker.submit(work, self._report, self._fail)

    def _report(self, problem: Message | None) -> None:
        """It is saved. The log is what shows that somebody agreed, so damage of it is told."""
        self._library.changed.emit()
        if problem is not None:
            hint = self.tr("Somebody changed the log, or a disk did. Compare it with a backup.")
            self._window.banner.tell(Notice(translate_message(problem), hint, Severity.WARNING, about="audit"))

    def _fail(self, error: VisavisError) -> None:
        self._window.banner.tell(Notice.of(error, "people"))

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
        hint = self.tr("Ask them. On their pages, renew the agreement, or forget them.")
        if ended.waiting:
            waiting = ", ".join(person.name for person in ended.waiting)
            hint += " " + self.tr("Forgotten from tomorrow on: {names}.").format(names=waiting)
        self._window.banner.tell(Notice(text, hint, Severity.WARNING, about="agreement"))
