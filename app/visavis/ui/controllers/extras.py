"""Optional parts of the program: offers to install one where something needs it, and in the settings."""

from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from visavis.errors import VisavisError
from visavis.messages import Message
from visavis.process.extra_installation import ExtraInstallation, InstallationProgress
from visavis.process.extras import EXTRAS, Extra
from visavis.process.installation import wheel_folder
from visavis.process.mailbox import Latest
from visavis.ui.controllers.settings import SettingsController
from visavis.ui.extras.card import ExtrasCard
from visavis.ui.extras.dialog import ExtraDialog
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.hints import translate_hint
from visavis.ui.threads import StreamThread
from visavis.ui.window import Window


class Installer(Protocol):
    """What installs an extra: `ExtraInstallation`, or a fake."""

    @property
    def is_cancelled(self) -> bool: ...

    def refusal(self) -> Message | None: ...

    def __iter__(self) -> Iterator[InstallationProgress]: ...

    def cancel(self) -> None: ...


class ExtrasController(QObject):
    """Opens the dialog of an extra, and installs it after a click there."""

    installed = Signal(str)  #: the name of an extra that is there now

    def __init__(
        self,
        window: Window,
        settings: SettingsController,
        parent: QObject,
        create_installer: Callable[[Extra], Installer] = ExtraInstallation,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._create_installer = create_installer
        self._dialog: ExtraDialog | None = None
        self._stream: StreamThread | None = None
        self._installer: Installer | None = None
        self._error: VisavisError | None = None
        self._states: Latest[InstallationProgress] = Latest()
        self._extra = ""
        window.banner.extra_wanted.connect(lambda name: self.open(name, window))
        settings.add_card(self.tr("Optional parts"), self._create_card)

    def open(self, name: str, parent: QWidget) -> None:
        """Open the dialog of an extra, unless one is open."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        [extra] = [extra for extra in EXTRAS if extra.name == name]
        refusal = self._create_installer(extra).refusal()
        said = translate_message(refusal) if refusal else ""
        dialog = self._dialog = ExtraDialog(extra, said, wheel_folder(), parent)
        dialog.install.connect(lambda: self._begin(extra))
        dialog.cancel.connect(self._cancel)
        dialog.finished.connect(self._release_dialog)
        dialog.open()

    def _create_card(self) -> ExtrasCard:
        card = ExtrasCard(EXTRAS)
        card.wanted.connect(lambda name: self.open(name, card.window()))
        self.installed.connect(card.refresh)
        return card

    def _begin(self, extra: Extra) -> None:
        if self._stream is not None:
            return
        self._extra, self._error, self._states = extra.name, None, Latest()
        installer = self._installer = self._create_installer(extra)
        self._stream = StreamThread(installer, self._states, installer.cancel, self)
        self._stream.available.connect(self._receive)
        self._stream.failed.connect(self._fail)
        self._stream.finished.connect(self._finish)
        self._stream.start()
        if self._dialog is not None:
            self._dialog.show_begin()

    def _cancel(self) -> None:
        if self._installer is not None:
            self._installer.cancel()

    def _receive(self) -> None:
        progress = self._states.take()
        if progress is not None and self._dialog is not None:
            self._dialog.show_progress(progress)

    def _fail(self, error: VisavisError) -> None:
        self._error = error

    def _finish(self) -> None:
        installer, self._stream = self._installer, None
        assert installer is not None
        if self._dialog is None:
            return
        if self._error is not None:
            hint = translate_hint(self._error.hint)
            self._dialog.show_failure(f"{translate_message(self._error.message)} {hint}".strip())
        elif installer.is_cancelled:
            self._dialog.show_failure(self.tr("Cancelled: nothing has changed."))
        else:
            self._dialog.show_success()
            self._window.banner.withdraw_extra(self._extra)
            self.installed.emit(self._extra)

    def _release_dialog(self) -> None:
        self._dialog = None
