"""How many strangers the model in use names: the figure that the settings, dialogs and reports of the window show."""

from visavis.models.card import ModelCard
from visavis.models.store import ModelStore
from visavis.scoring.stranger_rates import StrangerRate
from visavis.storage.paths import DataFolders
from visavis.ui.controllers.live import LiveController
from visavis.ui.controllers.settings_store import SettingsStore


class NamingPolicy:
    """The user's threshold for names, applied to any model."""

    def __init__(self, folders: DataFolders, settings: SettingsStore, live: LiveController) -> None:
        self._store = ModelStore(folders.models)
        self._settings = settings
        self._live = live

    def stranger_rate(self, card: ModelCard) -> StrangerRate:
        """The share of strangers who are named with the threshold in use."""
        settings = self._settings.effective
        return card.stranger_rate(self.people(card), settings.strictness, settings.stricter)

    def stranger_rate_of(self, model_id: str) -> StrangerRate:
        """The same for a model that is read from the disk.

        Raises
        ------
        ModelError
            If its card cannot be read.
        """
        return self.stranger_rate(self._store.card(model_id))

    def people(self, card: ModelCard) -> int:
        """The number of people in the live gallery; for a model that is not in use, that in its training."""
        pipeline = self._live.pipeline
        return pipeline.people if pipeline.model == card.id else len(card.people)
