"""Help: opens the manual, the shortcuts, what is new, the folder of the logs, and the text of a problem report."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication

import visavis
from visavis.errors import VisavisError
from visavis.problem_report import WindowFacts, compose_report
from visavis.storage import disk
from visavis.storage.paths import DataFolders, built_documentation, shipped_changelog
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.help.changes import Release, join_releases, read_releases, releases_since
from visavis.ui.help.manual import load_manual, manual_language
from visavis.ui.help.problem_dialog import ProblemDialog
from visavis.ui.help.reading_dialog import ReadingDialog
from visavis.ui.help.shortcuts import ShortcutsDialog
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.window import Window


class HelpController(QObject):
    """What the menu Help offers."""

    def __init__(
        self, folders: DataFolders, settings: SettingsStore, window: Window, disk_worker: Worker, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._settings = settings
        self._window = window
        self._disk_worker = disk_worker
        actions = window.actions_
        actions.manual.triggered.connect(self.open_manual)
        actions.documentation.setVisible(built_documentation() is not None)
        actions.documentation.triggered.connect(self.open_documentation)
        actions.shortcuts.triggered.connect(self.open_shortcuts)
        actions.changes.triggered.connect(self.open_changes)
        actions.logs.triggered.connect(self.open_logs)
        actions.problem.triggered.connect(self.open_problem_report)

    def open_manual(self) -> None:
        """Open the manual."""
        ReadingDialog(self.tr("Manual"), load_manual(), self._window).open()

    def open_documentation(self) -> None:
        """Open the documentation in the browser. It is files; nothing is fetched."""
        page = built_documentation()
        if page is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))):
            text = self.tr("The documentation is in {folder}.").format(folder=page.parent)
            self._window.banner.tell(Notice(text, self.tr("No browser could be opened."), about="documentation"))

    def open_shortcuts(self) -> None:
        """Open the list of shortcuts."""
        ShortcutsDialog(self._window, self._window).open()

    def open_changes(self) -> None:
        """Show what is new in all versions."""
        self._show_changes(read_releases(shipped_changelog()))

    def tell_changes(self) -> None:
        """After an update, show what is new, once; after the first start there is nothing to tell."""
        seen, current = self._settings.settings.version_seen, visavis.__version__
        if seen == current:
            return
        self._settings.change(version_seen=current)
        if seen is not None and (releases := releases_since(read_releases(shipped_changelog()), seen, current)):
            self._show_changes(releases)

    def open_logs(self) -> None:
        """Show the folder of the logs in the file manager."""
        folder = self._folders.logs
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            text = self.tr("The logs are in {folder}.").format(folder=folder)
            self._window.banner.tell(Notice(text, self.tr("No file manager could be opened."), about="logs"))

    def open_problem_report(self) -> None:
        """Compose the text of a problem report, and show it."""
        screen = self._window.screen()
        size = screen.size()
        facts = WindowFacts(
            qVersion(),
            QGuiApplication.platformName(),
            f"{size.width()}x{size.height()} at {100 * screen.devicePixelRatio():.0f} %",
            manual_language(),
        )
        compose = partial(compose_report, self._folders, self._settings.settings, facts)
        self._disk_worker.submit(compose, self._show_report, self._fail)

    def _show_report(self, report: str) -> None:
        ProblemDialog(report, self._save, self._window).open()

    def _save(self, path: Path, text: str) -> None:
        self._disk_worker.submit(partial(disk.write_whole, path, text.encode()), on_error=self._fail)

    def _show_changes(self, releases: Sequence[Release]) -> None:
        heading = self.tr("Not yet in a version")
        text = join_releases(releases, heading)
        if manual_language() != "en":
            text = self.tr("*This list exists in English only.*") + "\n\n" + text
        ReadingDialog(self.tr("What is new"), text, self._window).open()

    def _fail(self, error: VisavisError) -> None:
        self._window.banner.tell(Notice.of(error, "help"))
