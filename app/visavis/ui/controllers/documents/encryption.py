"""Encryption from the settings: asks what opens the data, shows the recovery code, and converts with progress."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from visavis.encryption.key_file import Phase
from visavis.errors import StoreError, VisavisError
from visavis.messages import Message
from visavis.process.extras import ENCRYPTION
from visavis.storage.paths import DataFolders
from visavis.ui.controllers.extras import ExtrasController
from visavis.ui.controllers.settings import SettingsController
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.hints import translate_hint
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.unlock.conversion_dialog import ConversionDialog
from visavis.ui.unlock.encryption_card import EncryptionCard
from visavis.ui.unlock.new_key_dialog import NewKeyDialog
from visavis.ui.unlock.recovery_code_dialog import RecoveryCodeDialog
from visavis.ui.widgets.question_dialog import QuestionDialog
from visavis.ui.window import Window
from visavis.vault import key_store
from visavis.vault.encryption_change import ConversionEnd, ConvertedData, EncryptionChange, read_state


class EncryptionController(QObject):
    """Turns encryption on and off. The work is done on the disk worker, so nothing else writes meanwhile."""

    changed = Signal()  #: files have other names now

    _progressed = Signal(int, int)  #: files that are done, of how many

    def __init__(
        self,
        folders: DataFolders,
        window: Window,
        settings: SettingsController,
        extras: ExtrasController,
        is_busy: Callable[[], bool],
        disk_worker: Worker,
        parent: QObject,
    ) -> None:
        """`is_busy` says whether something runs that reads or writes people's pictures for longer."""
        super().__init__(parent)
        self._folders = folders
        self._window = window
        self._extras = extras
        self._is_busy = is_busy
        self._disk_worker = disk_worker
        self._change: EncryptionChange | None = None
        self._card: EncryptionCard | None = None
        self._dialog: ConversionDialog | None = None
        self._progressed.connect(self._show_progress)
        extras.installed.connect(lambda _: self._refresh())
        window.closing.connect(self._stop)
        settings.add_card(self.tr("Privacy"), self._create_card)

    def _create_card(self) -> EncryptionCard:
        card = self._card = EncryptionCard()
        card.on_wanted.connect(lambda: self._ask_for_key(card.window()))
        card.resume_wanted.connect(lambda: self._resume(card.window()))
        card.off_wanted.connect(lambda: self._ask_to_decrypt(card.window()))
        card.code_wanted.connect(lambda: self._renew_code(card.window()))
        card.destroyed.connect(self._release_card)
        self._refresh()
        return card

    def _release_card(self) -> None:
        self._card = None

    def _refresh(self) -> None:
        card = self._card
        if card is not None:
            self._disk_worker.submit(partial(read_state, self._folders), self._show_state, self._show_problem)

    def _show_state(self, state: object) -> None:
        if self._card is not None:
            self._card.show_state(state)  # type: ignore[arg-type]  # of `read_state`

    def _show_problem(self, error: VisavisError) -> None:
        if self._card is not None:
            self._card.show_problem(translate_message(error.message))

    def _ask_for_key(self, parent: QWidget) -> None:
        if not ENCRYPTION.is_installed:
            self._extras.open(ENCRYPTION.name, parent)
            return
        dialog = NewKeyDialog(parent)
        dialog.chosen.connect(lambda passphrase: self._prepare(passphrase, parent))
        dialog.open()

    def _prepare(self, passphrase: str | None, parent: QWidget) -> None:
        change = self._begin_change()
        if change is not None:
            self._disk_worker.submit(
                partial(change.prepare, passphrase), lambda code: self._show_code(change, code, parent), self._fail
            )

    def _begin_change(self) -> EncryptionChange | None:
        """A new change; None, and a notice, if something runs that it would disturb."""
        if self._is_busy():
            error = StoreError(
                "The data cannot be converted while a training, a capture or a recording is running.",
                hint="End it first, then try again.",
            )
            self._fail(error)
            return None
        self._change = EncryptionChange(self._folders, self._tell)
        return self._change

    def _show_code(self, change: EncryptionChange, code: str, parent: QWidget) -> None:
        dialog = RecoveryCodeDialog(code, self.tr("&Encrypt now"), parent)
        dialog.accepted.connect(lambda: self._convert(change.turn_on, self.tr("Encrypting the data"), parent))
        dialog.rejected.connect(lambda: self._give_up(change))
        dialog.open()

    def _give_up(self, change: EncryptionChange) -> None:
        """Take the key back that was made for the code."""
        self._disk_worker.submit(change.turn_off, lambda _: self._finish(), self._fail)

    def _ask_to_decrypt(self, parent: QWidget) -> None:
        QuestionDialog(
            parent,
            self.tr("Decrypt all data?"),
            self.tr("Everybody who can read the files can then see the faces and the names."),
            self.tr("Decrypt"),
            lambda _: self._turn_off(parent),
            grave=True,
        )

    def _turn_off(self, parent: QWidget) -> None:
        change = self._begin_change()
        if change is not None:
            self._convert(change.turn_off, self.tr("Decrypting the data"), parent)

    def _resume(self, parent: QWidget) -> None:
        store = key_store.find(self._folders.data)
        if store is not None and store.key_file.phase is Phase.TURNING_OFF:
            self._turn_off(parent)
        elif (change := self._begin_change()) is not None:
            self._convert(change.turn_on, self.tr("Encrypting the data"), parent)

    def _convert(self, work: Callable[[], ConvertedData], title: str, parent: QWidget) -> None:
        dialog = self._dialog = ConversionDialog(title, parent)
        dialog.cancel.connect(self._cancel)
        dialog.finished.connect(self._release_dialog)
        dialog.open()
        self._disk_worker.submit(work, self._report, self._fail)

    def _release_dialog(self) -> None:
        self._dialog = None

    def _cancel(self) -> None:
        if self._change is not None:
            self._change.cancel()

    def _stop(self) -> None:
        if self._change is not None:
            self._change.stop()

    def _tell(self, message: Message) -> None:
        """Runs on the disk worker's thread."""
        self._progressed.emit(int(str(message.values["done"])), int(str(message.values["total"])))

    def _show_progress(self, done: int, total: int) -> None:
        if self._dialog is not None and self._dialog.is_running:
            self._dialog.show_progress(done, total)

    def _report(self, converted: ConvertedData) -> None:
        self._finish()
        if self._dialog is None:
            return
        if converted.end is not ConversionEnd.DONE:
            self._dialog.show_result(self.tr("Cancelled: everything is as it was."))
            return
        is_encrypted = key_store.find(self._folders.data) is not None
        done = self.tr("The data are encrypted.") if is_encrypted else self.tr("The data are decrypted.")
        text = [done, self.tr("Files that were converted: {count}.").format(count=converted.files)]
        if converted.foreign and is_encrypted:
            names = ", ".join(path.name for path in converted.foreign)
            text.append(self.tr("These are no pictures, and stay as they are: {names}.").format(names=names))
        self._dialog.show_result(" ".join(text))

    def _finish(self) -> None:
        self._change = None
        self._refresh()
        self.changed.emit()

    def _fail(self, error: VisavisError) -> None:
        self._finish()
        if self._dialog is not None:
            self._dialog.show_result(f"{translate_message(error.message)} {translate_hint(error.hint)}".strip())
        else:
            self._window.banner.tell(Notice.of(error, "encryption"))

    def _renew_code(self, parent: QWidget) -> None:
        def renew() -> str:
            store = key_store.find(self._folders.data)
            if store is None:
                raise StoreError("The data are not encrypted.")
            return key_store.renew_code(store)

        def show(code: str) -> None:
            dialog = RecoveryCodeDialog(code, self.tr("&Done"), parent)
            dialog.leave.hide()
            dialog.open()

        self._disk_worker.submit(renew, show, self._fail)
