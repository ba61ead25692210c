"""Backups from the window: asks where, whether to encrypt, and how to restore; the work is done on the disk worker."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit

from visavis.audit.log import AuditEvent, AuditFact, AuditLog
from visavis.errors import VisavisError
from visavis.storage.paths import DataFolders
from visavis.ui.file_dialog import StartFolder, ask_file, ask_save
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.unlock.passphrase_request import PassphraseRequest
from visavis.ui.widgets.question_dialog import QuestionDialog
from visavis.ui.window import Window

if TYPE_CHECKING:  # the window starts without them
    from visavis.backup.backup import Backup
    from visavis.backup.restore import Restoration

#: Progress is told each time when so many percent more are done.
_STEP_PERCENT = 5


class BackupsController(QObject):
    """What the menu File, Back up and Restore do."""

    _progressed = Signal(str, int)  #: what is being done, and how many percent of it are done

    def __init__(self, folders: DataFolders, window: Window, disk_worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._folders = folders
        self._window = window
        self._disk_worker = disk_worker
        self._ask = PassphraseRequest(window, window.closing, self)
        self._progressed.connect(self._tell_progress)
        window.actions_.back_up.triggered.connect(lambda _: self.ask_for_place())
        window.actions_.restore_backup.triggered.connect(lambda _: self.ask_for_backup())

    def ask_for_place(self) -> None:
        """Ask where to write a backup, then for a passphrase."""
        name = f"{self.tr('Visavis')}.backup"
        ask_save(self._window, self.tr("Back up everything"), StartFolder.DOCUMENTS, name, self._ask_to_encrypt)

    def back_up(self, path: Path, passphrase: str) -> None:
        """Write a backup; without a passphrase, it is not encrypted."""
        progress = self._progress(self.tr("Backing up: {percent} %"))

        def work() -> "Backup":
            from visavis.backup.backup import back_up

            made = back_up(self._folders, path, passphrase or None, progress)
            AuditLog(self._folders.people).record(AuditFact(AuditEvent.BACKED_UP))
            return made

        self._disk_worker.submit(work, self._report_backup, self._fail)

    def ask_for_backup(self) -> None:
        """Ask which backup to restore, then how."""
        title, kinds = self.tr("Restore a backup"), self.tr("Backups (*.backup);;All files (*)")
        ask_file(self._window, title, StartFolder.DOCUMENTS, kinds, self._look_into)

    def restore(self, path: Path, passphrase: str, *, merges: bool = False, replaces: bool = False) -> None:
        """Restore a backup; without one of the two, the data folder must be empty.

        Data that were encrypted when they were backed up are opened, or nothing is restored: the window cannot show
        locked data.
        """
        from visavis.backup.restore import restore

        progress = self._progress(self.tr("Restoring: {percent} %"))
        work = partial(
            restore,
            self._folders,
            path,
            passphrase or None,
            merges=merges,
            replaces=replaces,
            on_progress=progress,
            ask=self._ask,
            requires_key=True,
        )
        self._disk_worker.submit(work, self._report_restoration, self._fail)

    def _ask_to_encrypt(self, path: Path) -> None:
        text = self.tr(
            "With a passphrase, nobody can read the backup without it, not even you. Without one, whoever has the file "
            "sees everything in it."
        )
        QuestionDialog(
            self._window,
            self.tr("A passphrase for the backup? The field may be empty."),
            text,
            self.tr("Back up"),
            partial(self.back_up, path),
            field="",
            echo=QLineEdit.EchoMode.PasswordEchoOnEdit,
        )

    def _look_into(self, path: Path) -> None:
        from visavis.backup import extraction

        self._disk_worker.submit(lambda: extraction.is_locked(path), partial(self._ask_passphrase, path), self._fail)

    def _ask_passphrase(self, path: Path, is_locked: bool) -> None:
        if not is_locked:
            self._ask_how(path, "")
            return
        title = self.tr("The passphrase of the backup")
        done = partial(self._ask_how, path)
        echo = QLineEdit.EchoMode.Password
        QuestionDialog(self._window, title, "", self.tr("Open"), done, field="", echo=echo)

    def _ask_how(self, path: Path, passphrase: str) -> None:
        from visavis.backup.restore import is_empty

        if is_empty(self._folders):
            self.restore(path, passphrase)
            return
        text = self.tr(
            "Unite them: people of one name become one, nothing is there twice, and your settings stay. "
            "Or replace what is here by the backup."
        )
        QuestionDialog(
            self._window,
            self.tr("There are people or models here already"),
            text,
            self.tr("Unite"),
            lambda _: self.restore(path, passphrase, merges=True),
            also=((self.tr("Replace …"), partial(self._confirm, path, passphrase)),),
        )

    def _confirm(self, path: Path, passphrase: str) -> None:
        QuestionDialog(
            self._window,
            self.tr("Replace everything that is here by the backup?"),
            self.tr("People, pictures, models and visits that are here now are deleted for good."),
            self.tr("Replace"),
            lambda _: self.restore(path, passphrase, replaces=True),
            grave=True,
        )

    def _progress(self, text: str) -> "_Progress":
        return _Progress(text, self._progressed)

    def _tell_progress(self, text: str, percent: int) -> None:
        self._window.banner.tell(Notice(text.format(percent=percent), about="backup"))

    def _report_backup(self, made: "Backup") -> None:
        one, several = self.tr("1 person"), self.tr("%n people", None, made.people)
        people = one if made.people == 1 else several
        text = self.tr("{people} backed up to {path}.").format(people=people, path=made.path)
        hint = self.tr("Forgetting somebody does not reach into backups: delete those from before, or make them anew.")
        self._window.banner.tell(Notice(text, hint, about="backup"))

    def _report_restoration(self, done: "Restoration") -> None:
        one, several = self.tr("1 person is here now."), self.tr("%n people are here now.", None, done.people)
        counted = one if done.people == 1 else several
        text = self.tr("The backup is restored.")
        hint = ""
        if done.forgotten_since > done.forgotten:
            hint = self.tr("Somebody was forgotten after the backup was made: look whether they are back.")
        elif done.merge is None:
            hint = self.tr("Start the program again to use its settings.")
        self._window.banner.tell(Notice(f"{text} {counted}", hint, about="backup"))

    def _fail(self, error: VisavisError) -> None:
        self._window.banner.tell(Notice.of(error, "backup"))


class _Progress:
    """Tells progress in steps; it is called on the thread of the work."""

    def __init__(self, text: str, signal: SignalInstance) -> None:
        self._text = text
        self._signal = signal
        self._told = -_STEP_PERCENT

    def __call__(self, done: int, total: int) -> None:
        percent = 100 * done // max(total, 1)
        if percent - self._told >= _STEP_PERCENT:
            self._told = percent
            self._signal.emit(self._text, percent)
