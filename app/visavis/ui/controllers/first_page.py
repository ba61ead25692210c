"""The first page: nothing is opened before the user has agreed to it, and a new user is then led to the capture."""

from collections.abc import Callable

from PySide6.QtCore import QObject

import visavis
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.people.overview import OverviewStore
from visavis.ui.threads import Worker
from visavis.ui.window import Window


class FirstPage(QObject):
    """Waits for the user's agreement, and keeps it in the settings.

    Parameters
    ----------
    open_sources : callable
        Opens the sources, after the user has agreed.
    begin_capture : callable
        Opens the page of the capture, if nobody is enrolled then.
    """

    def __init__(
        self,
        settings_store: SettingsStore,
        overview: OverviewStore,
        window: Window,
        disk_worker: Worker,
        open_sources: Callable[[], None],
        begin_capture: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings_store, self._overview = settings_store, overview
        self._window, self._disk_worker = window, disk_worker
        self._open_sources, self._begin_capture = open_sources, begin_capture
        window.welcome.agreed.connect(self._agree)
        window.welcome.button.setFocus()

    def _agree(self) -> None:
        self._settings_store.change(welcomed=True, version_seen=visavis.__version__)
        self._window.show_settings(self._settings_store.settings)
        self._open_sources()
        self._disk_worker.run_after(self._ask_for_the_first)

    def _ask_for_the_first(self) -> None:
        """Open the capture for a new user: then they need not look for where to begin."""
        if self._overview.loaded and not self._overview.current.rows:
            self._begin_capture()
