"""Looks for a newer version: when the user asks for it, and once a day if they turned that on."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

import visavis
from visavis.errors import UpdateError, VisavisError
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.text.language import isolate
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.threads import Worker
from visavis.ui.widgets.question_dialog import QuestionDialog
from visavis.ui.window import Window
from visavis.update_check import Update, fetch_update, find_feed, host, is_due

#: What the notices of this controller are about.
_ABOUT = "updates"


class VersionsController(QObject):
    """Asks the user before it asks anybody else."""

    def __init__(
        self,
        settings_store: SettingsStore,
        window: Window,
        parent: QObject,
        *,
        fetch: Callable[[str], Update] = fetch_update,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._settings_store, self._window = settings_store, window
        self._fetch, self._today = fetch, today
        self._worker: Worker | None = None  # most users never need it
        window.actions_.update.triggered.connect(lambda _: self.ask())

    @property
    def feed(self) -> str | None:
        """The address that is asked; None if this copy of the program knows none."""
        return find_feed(self._settings_store.settings.update_feed)

    def begin(self) -> None:
        """Look for a newer version if the user turned that on and it was not done today; tell only good news."""
        settings, today = self._settings_store.settings, self._today()
        if settings.check_updates and self.feed is not None and is_due(settings.updates_checked, today):
            self._settings_store.change(updates_checked=today.isoformat())
            self._look(self._tell_newer)

    def ask(self) -> None:
        """Ask the user whether to look, and say who is asked and what they learn."""
        feed = self.feed
        if feed is None:
            text = self.tr("This copy of Visavis names no address at which new versions are announced.")
            hint = self.tr("What is new in this version is in the menu Help.")
            self._window.banner.tell(Notice(text, hint, about=_ABOUT))
            return
        try:
            name = host(feed)
        except UpdateError as error:
            self._fail(error)
            return
        text = self.tr(
            "{host} is asked which version is the newest. It learns the internet address of this computer, and that "
            "Visavis {version} runs here. Nothing else is sent, and nothing is downloaded."
        )
        QuestionDialog(
            self._window,
            self.tr("Look for a new version?"),
            text.format(host=isolate(name), version=visavis.__version__),
            self.tr("Look now"),
            lambda _: self._look(self._tell),
        )

    def _look(self, tell: Callable[[Update], None]) -> None:
        feed = self.feed
        if feed is None:
            return
        if self._worker is None:
            self._worker = Worker(self)
        self._worker.submit(partial(self._fetch, feed), tell, self._fail)

    def _tell(self, update: Update) -> None:
        if update.is_newer:
            self._tell_newer(update)
            return
        text = self.tr("Visavis {version} is the newest version.").format(version=visavis.__version__)
        self._window.banner.tell(Notice(text, about=_ABOUT))

    def _tell_newer(self, update: Update) -> None:
        if not update.is_newer:
            return
        QuestionDialog(
            self._window,
            self.tr("Visavis {version} is there").format(version=update.version),
            self.tr("You have {version}. The page opens in your browser:\n{page}").format(
                version=visavis.__version__, page=isolate(update.page)
            ),
            self.tr("Open the page"),
            lambda _: self._open(update.page),
        )

    def _open(self, page: str) -> None:
        if not QDesktopServices.openUrl(QUrl(page)):
            text = self.tr("No browser could be opened.")
            self._window.banner.tell(Notice(text, page, Severity.WARNING, _ABOUT))

    def _fail(self, error: VisavisError) -> None:
        self._window.banner.tell(Notice.of(error, _ABOUT, Severity.WARNING))
