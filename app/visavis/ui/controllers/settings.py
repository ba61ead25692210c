"""The dialogs of settings: what is chosen there applies at once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from visavis.errors import ModelError
from visavis.models.card import ModelCard
from visavis.models.store import REPORT_FILE, ModelStore
from visavis.scoring.log_odds import sigmoid
from visavis.scoring.thresholds import STRICTNESSES
from visavis.settings import Settings
from visavis.sources.camera_settings import CameraSettings
from visavis.tracking.commands import SetLiveness, SetThreshold
from visavis.ui.controllers.live import LiveController
from visavis.ui.controllers.naming_policy import NamingPolicy
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.models.report import ModelReport, axis_position
from visavis.ui.models.threshold_dialog import ThresholdDialog
from visavis.ui.settings.dialog import SettingsDialog
from visavis.ui.settings.rows import keys, with_camera
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.widgets import theme
from visavis.ui.window import Window
from visavis.update_check import find_feed

#: Settings that need the pipeline to be loaded again.
_PIPELINE_SETTINGS = ("cascade", "device", "strictness")


class SettingsController(QObject):
    """Opens the dialogs of settings, saves what is chosen there, and applies it to the live picture."""

    train = Signal()  #: training was chosen, for a model without a report

    def __init__(
        self,
        store: SettingsStore,
        window: Window,
        live: LiveController,
        models: ModelStore,
        naming: NamingPolicy,
        disk_worker: Worker,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._window = window
        self._live = live
        self._models = models
        self._naming = naming
        self._dialog: SettingsDialog | None = None
        self._cards: list[tuple[str, Callable[[], QWidget]]] = []
        self._card: ModelCard | None = None  # of the model in use, while the dialog of settings is open
        self._disk_worker = disk_worker
        if store.settings.liveness != "off":
            live.analysis.submit(SetLiveness(is_on=True))
        window.actions_.settings.triggered.connect(self.open_settings)
        window.actions_.threshold.triggered.connect(self.open_threshold)
        window.actions_.mirror.triggered.connect(self._mirror)

    def add_card(self, title: str, create: Callable[[], QWidget]) -> None:
        """Have a card of another controller in the dialog; `create` makes it each time when the dialog opens."""
        self._cards.append((title, create))

    def open_settings(self) -> None:
        """Open the dialog of settings."""
        cameras, camera_id = self._window.chooser.cameras, self._live.session.camera_id
        dialog = self._dialog = SettingsDialog(self._store.settings, cameras, camera_id, self._window)
        dialog.changed.connect(self._apply)
        dialog.finished.connect(self._release_dialog)
        if not QSystemTrayIcon.isSystemTrayAvailable():
            dialog.refuse("announce", self.tr("This desktop has no tray, in which notifications appear."))
        if find_feed(self._store.settings.update_feed) is None:
            reason = self.tr("This copy of Visavis names no address at which new versions are announced.")
            dialog.refuse("check_updates", reason)
        for title, create in self._cards:
            dialog.add_card(title, create())
        dialog.open()
        model = self._live.pipeline.model
        if model is not None:
            self._disk_worker.submit(partial(self._models.card, model), self._show_strangers, lambda _: None)

    def open_threshold(self) -> None:
        """Open the dialog of the threshold of the model in use."""
        pipeline = self._live.pipeline
        model = pipeline.model

        def read() -> tuple[ModelReport | None, ModelCard]:
            if model is None:
                raise ModelError("No model is in use yet, so there is no threshold to set.", hint="Train one first.")
            has_report = self._models.path(model, REPORT_FILE).exists()
            return ModelReport.read(self._models, model) if has_report else None, self._models.card(model)

        self._disk_worker.submit(
            read,
            lambda loaded: self._open_threshold(*loaded),
            lambda error: self._window.banner.tell(Notice.of(error, "threshold")),
        )

    def _open_threshold(self, report: ModelReport | None, card: ModelCard) -> None:
        settings, people = self._store.effective, self._naming.people(card)
        thresholds = {strictness: axis_position(card.threshold_for(people, strictness)) for strictness in STRICTNESSES}
        dialog = ThresholdDialog(
            report,
            thresholds,
            settings.strictness,
            settings.stricter,
            partial(card.stranger_rates.at, people),
            self._window,
        )
        dialog.moved.connect(self._preview_threshold)
        dialog.train.connect(self.train)
        dialog.applied.connect(lambda strictness, offset: self._store.change(strictness=strictness, stricter=offset))
        dialog.open()

    def _preview_threshold(self, threshold: float) -> None:
        self._live.analysis.submit(SetThreshold(sigmoid(threshold)))

    def _apply(self, chosen: Settings) -> None:
        before = self._store.settings
        offset = before.stricter if chosen.strictness == before.strictness else 0.0
        changed = {key: getattr(chosen, key) for key in (*keys(), "cameras")}
        self._store.change(**changed, stricter=offset)
        if self._card is not None:
            self._show_strangers(self._card)
        if chosen.theme != before.theme:
            theme.choose(chosen.theme)
        if any(getattr(chosen, key) != getattr(before, key) for key in _PIPELINE_SETTINGS):
            self._live.reload_pipeline()
        if chosen.liveness != before.liveness:
            self._live.analysis.submit(SetLiveness(is_on=chosen.liveness == "hint"))
        for display in self._live.shown:
            camera_id = display.session.camera_id
            old, new = (settings.cameras.get(camera_id, CameraSettings()) for settings in (before, chosen))
            if camera_id and replace(old, mirror=None) != replace(new, mirror=None):
                display.reopen()
        self._live.update_mirror()

    def _show_strangers(self, card: ModelCard) -> None:
        """Show in the open dialog how many strangers are named with what is chosen."""
        if self._dialog is not None:
            self._card = card
            self._dialog.show_stranger_rate(self._naming.stranger_rate(card))

    def _release_dialog(self) -> None:
        self._dialog = self._card = None

    def _mirror(self, on: bool) -> None:
        settings, camera_id = self._store.settings, self._live.session.camera_id
        if camera_id:
            camera = settings.cameras.get(camera_id, CameraSettings())
            self._store.change(cameras=with_camera(settings, camera_id, replace(camera, mirror=on)).cameras)
        else:
            self._store.change(mirror=on)
        self._live.update_mirror()
