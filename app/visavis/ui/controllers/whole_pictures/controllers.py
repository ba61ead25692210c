"""What the window does with whole pictures."""

from PySide6.QtCore import QObject

from visavis.training_client.report_page import ReportPage
from visavis.ui.capture.mode import CaptureMode
from visavis.ui.controllers.live import LiveController
from visavis.ui.controllers.models import ModelsController
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.controllers.training import TrainingController
from visavis.ui.controllers.whole_pictures.browser_page import BrowserPage
from visavis.ui.controllers.whole_pictures.classification import ClassificationController
from visavis.ui.controllers.whole_pictures.folder_training import FolderTrainingController
from visavis.ui.dependencies import Dependencies
from visavis.ui.window import Window


class WholePicturesControllers(QObject):
    """The controllers, connected with training and the dialog of models."""

    def __init__(
        self,
        dependencies: Dependencies,
        settings_store: SettingsStore,
        live: LiveController,
        training: TrainingController,
        models: ModelsController,
        capture: CaptureMode,
        window: Window,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folders = dependencies.folders
        self.page = BrowserPage(dependencies.folders.insight, window.banner, self)
        self.classification = ClassificationController(
            dependencies.load_classifier, settings_store, live, capture, window, self
        )
        self.training = FolderTrainingController(dependencies.create_picture_runner, training, self.page, window, self)
        models.classify.connect(self.classification.use)
        models.removed.connect(self.classification.reload)
        models.page_wanted.connect(self._show_page)
        self.classification.changed.connect(models.show_classified)
        training.learned.connect(lambda _: models.refresh())
        window.training.class_report.connect(models.open_class_report)
        window.training.try_classes.connect(self.classification.use)

    def _show_page(self, model_id: str) -> None:
        self.page.show(ReportPage(self._folders, model_id))
