"""What the window does for privacy: encryption, agreements of people, and the optional parts that these need."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from visavis.storage.paths import DataFolders
from visavis.ui.controllers.documents.encryption import EncryptionController
from visavis.ui.controllers.extras import ExtrasController
from visavis.ui.controllers.people.agreements import AgreementsController
from visavis.ui.controllers.people.library import LibraryController
from visavis.ui.controllers.settings import SettingsController
from visavis.ui.threads import Worker
from visavis.ui.window import Window


class PrivacyControllers(QObject):
    """The controllers.

    Parameters
    ----------
    is_busy : callable
        Whether something runs that reads or writes people's pictures for longer.
    """

    def __init__(
        self,
        folders: DataFolders,
        window: Window,
        library: LibraryController,
        settings: SettingsController,
        is_busy: Callable[[], bool],
        disk_worker: Worker,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.agreements = AgreementsController(folders, window, library, disk_worker, self)
        self.extras = ExtrasController(window, settings, self)
        self.encryption = EncryptionController(folders, window, settings, self.extras, is_busy, disk_worker, self)
