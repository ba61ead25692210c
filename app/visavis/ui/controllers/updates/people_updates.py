"""What follows when people change: they are read again, recognized as they are now, and learned."""

from PySide6.QtCore import QObject

from visavis.ui.controllers.live import LiveController
from visavis.ui.controllers.models import ModelsController
from visavis.ui.controllers.review import ReviewController
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.controllers.training import TrainingController
from visavis.ui.controllers.undo_history import UndoHistory
from visavis.ui.models.rebuild import ModelRebuild
from visavis.ui.people.overview import OverviewStore
from visavis.ui.threads import Worker


class PeopleUpdates(QObject):
    """Brings the overview, recognition, the questions and the models up to date."""

    def __init__(
        self,
        overview: OverviewStore,
        live: LiveController,
        review: ReviewController,
        training: TrainingController,
        models: ModelsController,
        rebuild: ModelRebuild,
        history: UndoHistory,
        settings_store: SettingsStore,
        disk_worker: Worker,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._overview, self._live, self._review = overview, live, review
        self._training, self._models, self._rebuild = training, models, rebuild
        self._history, self._settings_store, self._disk_worker = history, settings_store, disk_worker

    def update(self, _: object = None) -> None:
        """Read the people again, and recognize them as they are now."""
        self._overview.refresh()
        self._live.reload_pipeline()

    def learn(self, _: object = None) -> None:
        """Recognize people who were captured or imported; the first need a model, trained if that is quick."""
        self.update()
        if self._overview.current.model is None and self._settings_store.settings.network == "embedding":
            self._training.start()

    def follow_store(self) -> None:
        """Show and recognize people and models as another process left them."""
        before = {row.person.slug for row in self._overview.current.rows}
        self._overview.refresh()
        self._disk_worker.run_after(lambda: self._forget_questions(before))
        self._models.refresh()
        self._live.follow_store()

    def rebuild_models(self) -> None:
        """Use the models without the people who were removed for good, and rebuild those that still hold them."""
        self._history.clear()
        self._review.clear_questions()
        self._overview.refresh()
        self._live.use_current_model()
        self._rebuild.start()

    def _forget_questions(self, before: set[str]) -> None:
        """Drop the questions if another process removed a person: they may be about someone who was forgotten."""
        if before - {row.person.slug for row in self._overview.current.rows}:
            self._review.clear_questions()
