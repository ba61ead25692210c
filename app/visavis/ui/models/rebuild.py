"""Rebuilds, in the background, the Keras networks that models lack, and says which could not be rebuilt."""

import threading
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from visavis.models.change import ModelChange
from visavis.models.store import ModelStore
from visavis.storage.paths import DataFolders
from visavis.training_client.rebuild import rebuild_networks
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.threads import Worker
from visavis.ui.widgets.banner import Banner


class ModelRebuild(QObject):
    """Starts the rebuilding."""

    def __init__(self, folders: DataFolders, worker: Worker, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._folders = folders
        self._worker = worker
        self._banner = banner
        self._stop = threading.Event()

    def start(self) -> None:
        """Build the networks that models lack."""
        self._worker.submit(partial(rebuild_networks, self._folders, stop=self._stop), self._report)

    def close(self) -> None:
        """End the process that builds. What is missing is built after the next start."""
        self._stop.set()

    def complete(self) -> None:
        """Build the networks of models that have none, such as one that was just trained."""
        if ModelStore(self._folders.models).ids_without_network():
            self.start()

    def _report(self, failures: Sequence[ModelChange]) -> None:
        if failures:
            hint = self.tr("Only other programs need this file. The log in the data folder says what happened.")
            text = " ".join(translate_message(change.message) for change in failures)
            self._banner.tell(Notice(text, hint, Severity.WARNING, "forgotten"))
