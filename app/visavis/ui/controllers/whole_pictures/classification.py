"""The mode "What is this?": frames are classified by a model of whole pictures, and no face is looked for."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from visavis.classification.classifier import Classifier
from visavis.ui.capture.mode import CaptureMode, CapturePhase
from visavis.ui.controllers.live import LiveController
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.widgets.buttons import set_usable
from visavis.ui.window import Window


class ClassificationController(QObject):
    """Turns the mode on and off. The action is checked while it is on, or about to be.

    What needs the faces ends the mode: a capture, a recording, and hidden faces in calls.

    Parameters
    ----------
    load : callable
        Loads a model of whole pictures by its ID, the newest for None; called on the analysis thread.
    settings_store : SettingsStore
        Remembers which model the user chose.
    """

    changed = Signal(str)  #: ID of the model that classifies; "": faces are looked for

    _failed = Signal(int)  # from the analysis thread: the model of this attempt cannot be loaded

    def __init__(
        self,
        load: Callable[[str | None], Classifier],
        settings_store: SettingsStore,
        live: LiveController,
        capture: CaptureMode,
        window: Window,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._load = load
        self._settings_store = settings_store
        self._live, self._capture, self._window = live, capture, window
        self._action = window.actions_.classify
        self._attempt = 0
        self._obstacle = ""
        self._remark = self.tr("No face is looked for. Esc looks for faces again.")
        self.model = ""  #: ID of the model that classifies; "": faces are looked for
        self._action.toggled.connect(self._switch)
        self._failed.connect(self._end_attempt)
        live.analysis.classifier_changed.connect(self._follow)
        live.analysis.pipeline_changed.connect(self.reload)
        capture.changed.connect(self._update_obstacle)
        actions = window.actions_
        for action in (actions.record, actions.call, actions.hide_faces):
            action.toggled.connect(self._update_obstacle)

    def use(self, model_id: str) -> None:
        """Classify with this model, from now on until another one is chosen: the settings remember it."""
        self._settings_store.change(picture_model=model_id)
        self._window.show_live()
        if self._action.isChecked():
            self.reload()
        elif not self._obstacle:
            self._action.setChecked(True)
        else:
            self._window.toast.say(self._obstacle)

    def reload(self) -> None:
        """Load the model again if the mode is on: it may be gone with somebody who was forgotten."""
        if self._action.isChecked():
            self._attempt += 1
            self._live.classify(partial(self._try, self._settings_store.settings.picture_model, self._attempt))

    def _try(self, model_id: str | None, attempt: int) -> Classifier:
        """Load the model. Called on the analysis thread."""
        try:
            return self._load(model_id)
        except Exception:  # whatever it is, the mode is not on
            self._failed.emit(attempt)
            raise

    def _switch(self, on: bool) -> None:
        if on:
            self.reload()
            return
        self._window.toast.unsay(self._remark)
        self._set_model("")
        self._live.classify(None)

    def _end_attempt(self, attempt: int) -> None:
        if attempt == self._attempt:
            self._settings_store.change(picture_model=None)
            self._action.setChecked(False)

    def _follow(self, classifier: Classifier | None) -> None:
        if classifier is None and self.model:  # a bug ended it
            self._action.setChecked(False)
        elif classifier is not None and self._action.isChecked():
            if not self.model:
                self._window.toast.say(self._remark)
            self._set_model(classifier.model)

    def _set_model(self, model_id: str) -> None:
        if model_id != self.model:
            self.model = model_id
            self.changed.emit(model_id)

    def _update_obstacle(self) -> None:
        obstacle = self._find_obstacle()
        if obstacle == self._obstacle or self._window.pages.currentWidget() is self._window.welcome:
            return
        self._obstacle = obstacle
        if obstacle:
            self._action.setChecked(False)
        set_usable(self._action, not obstacle, obstacle)

    def _find_obstacle(self) -> str:
        """Why faces must be looked for now; empty if they need not be."""
        actions = self._window.actions_
        if self._capture.phase in {CapturePhase.RUNNING, CapturePhase.ASKING}:
            return self.tr("A person is being captured.")
        if actions.record.isChecked():
            return self.tr("The picture is being recorded with the names in it.")
        if actions.call.isChecked() and actions.hide_faces.isChecked():
            return self.tr("Faces are hidden in calls, so they must be looked for.")
        return ""
