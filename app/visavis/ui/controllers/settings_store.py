"""The settings that hold, and their file: what changes is written, off the GUI thread."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from visavis.errors import VisavisError
from visavis.settings import Settings
from visavis.ui.threads import Worker


class SettingsStore(QObject):
    """The one place where settings change."""

    failed = Signal(VisavisError)  #: they could not be written; they hold all the same

    def __init__(
        self,
        settings: Settings,
        path: Path,
        disk: Worker,
        prefer: Callable[[Settings], None],
        parent: QObject | None = None,
        *,
        remember: bool = True,
    ) -> None:
        """`prefer` hears every change; without `remember` the file is left alone: it is the user's to mend."""
        super().__init__(parent)
        self.settings = settings
        self._path = path
        self._disk = disk
        self._prefer = prefer
        self._remember = remember

    def change(self, **changes: Any) -> None:
        """Let other values hold from now on."""
        changed = replace(self.settings, **changes)
        if changed == self.settings:
            return
        self.settings = changed
        self._prefer(changed)
        if self._remember:
            self._disk.submit(lambda: changed.save(self._path), on_error=self.failed.emit)
