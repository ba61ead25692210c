"""What the user prefers, from the dialogs to what is seen: a changed setting holds at once."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from visavis.errors import ModelError, VisavisError
from visavis.models.store import ModelStore
from visavis.scoring.thresholds import STRICTNESSES, Strictness
from visavis.settings import Settings
from visavis.sources.camera_settings import CameraSettings
from visavis.tracking.commands import SetThreshold
from visavis.ui.controllers.live import LiveController
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.models.report import ModelReport, log_odds, score
from visavis.ui.models.threshold_dialog import ThresholdDialog
from visavis.ui.settings.dialog import SettingsDialog
from visavis.ui.settings.rows import keys, with_camera
from visavis.ui.threads import Worker
from visavis.ui.widgets import theme
from visavis.ui.window import Window

#: Settings on which the pipeline depends.
_RECOGNITION = ("cascade", "device", "strictness")


class SettingsController(QObject):
    """Opens the dialogs of settings, and does what is chosen there."""

    failed = Signal(VisavisError)

    def __init__(
        self,
        store: SettingsStore,
        window: Window,
        viewing: LiveController,
        models: ModelStore,
        disk: Worker,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._window = window
        self._viewing = viewing
        self._models = models
        self._disk = disk
        self._lines: dict[Strictness, float] = {}
        window.actions_.settings.triggered.connect(self.show_preferences)
        window.actions_.threshold.triggered.connect(self.show_threshold)
        window.actions_.mirror.triggered.connect(self._mirror)

    def show_preferences(self) -> None:
        """Open the dialog of settings."""
        cameras, shown = self._window.chooser.cameras, self._viewing.live.camera_id
        dialog = SettingsDialog(self._store.settings, cameras, shown, self._window)
        dialog.changed.connect(self._prefer)
        dialog.open()

    def show_threshold(self) -> None:
        """Open the dialog of the line between known and unknown, for the model that is in use here."""
        pipeline = self._viewing.pipeline
        model, people = pipeline.model, pipeline.people

        def read() -> tuple[ModelReport, dict[Strictness, float]]:
            if model is None:
                raise ModelError("No model is in use yet, so there is no line to draw.", hint="Train one first.")
            card = self._models.card(model)
            lines = {strictness: log_odds(card.line(people, strictness)) for strictness in STRICTNESSES}
            return ModelReport.read(self._models, model), lines

        self._disk.submit(read, lambda found: self._open_threshold(*found), self.failed.emit)

    def _open_threshold(self, findings: ModelReport, lines: dict[Strictness, float]) -> None:
        settings = self._store.settings
        self._lines = lines
        dialog = ThresholdDialog(findings, lines, settings.strictness, settings.stricter, self._window)
        dialog.moved.connect(self._draw_line)
        dialog.settled.connect(self._settle)
        dialog.open()

    def _draw_line(self, strictness: Strictness, stricter: float) -> None:
        self._viewing.live.submit(SetThreshold(score(self._lines[strictness] + stricter)))

    def _settle(self, strictness: Strictness, stricter: float) -> None:
        self._draw_line(strictness, stricter)
        self._store.change(strictness=strictness, stricter=stricter)

    def _prefer(self, wanted: Settings) -> None:
        before, live = self._store.settings, self._viewing.live
        stricter = before.stricter if wanted.strictness == before.strictness else 0.0
        changed = {key: getattr(wanted, key) for key in (*keys(), "cameras")}
        self._store.change(**changed, stricter=stricter)
        if wanted.theme != before.theme:
            theme.choose(wanted.theme)
        if any(getattr(wanted, key) != getattr(before, key) for key in _RECOGNITION):
            self._viewing.use()
        old, new = (settings.cameras.get(live.camera_id, CameraSettings()) for settings in (before, wanted))
        if live.camera_id and replace(old, mirror=None) != replace(new, mirror=None):
            self._viewing.reopen()
        self._viewing.mirror()

    def _mirror(self, on: bool) -> None:
        settings, camera_id = self._store.settings, self._viewing.live.camera_id
        if camera_id:
            camera = settings.cameras.get(camera_id, CameraSettings())
            self._store.change(cameras=with_camera(settings, camera_id, replace(camera, mirror=on)).cameras)
        else:
            self._store.change(mirror=on)
        self._viewing.mirror()
