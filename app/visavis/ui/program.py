"""The program behind the window: what happens when, and who is told."""

import logging
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from visavis.errors import VisavisError
from visavis.models.store import ModelStore
from visavis.people.store import PeopleStore
from visavis.settings import Settings
from visavis.training_client.rebuild import renew
from visavis.ui.capture.capture import CaptureMode
from visavis.ui.controllers.capture_guide import CaptureGuide
from visavis.ui.controllers.explanation import ExplanationController
from visavis.ui.controllers.import_job import ImportJob
from visavis.ui.controllers.imports import ImportsController
from visavis.ui.controllers.inspection import InspectionController
from visavis.ui.controllers.library import LibraryController
from visavis.ui.controllers.live import LiveController
from visavis.ui.controllers.models import ModelsController
from visavis.ui.controllers.review import ReviewController
from visavis.ui.controllers.settings import SettingsController
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.controllers.snapshots import Snapshot, SnapshotsController
from visavis.ui.controllers.training import TrainingController
from visavis.ui.controllers.undo_history import UndoHistory
from visavis.ui.dependencies import Dependencies
from visavis.ui.people.overview import OverviewStore
from visavis.ui.people.portraits import Portraits
from visavis.ui.settings.rows import mirrored
from visavis.ui.text.core_messages import said
from visavis.ui.text.counts import picture_count
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.threads import Worker, close_threads
from visavis.ui.training.run import RunPhase, TrainingRun
from visavis.ui.widgets.question_dialog import QuestionDialog
from visavis.ui.widgets.thumbnails import Thumbnails
from visavis.ui.window import CAPTURE, TRAIN, Window

_log = logging.getLogger(__name__)

#: Seconds that closing waits for all threads together.
_LIMIT_S = 1.5
#: Milliseconds that closing waits for the disk first, so that a slow disk does not lose captured pictures.
_SAVING_MS = 10_000


class Program(QObject):
    """Wires what is seen, people, capture, training, settings and the window."""

    def __init__(self, dependencies: Dependencies, settings_store: SettingsStore, *, model: str | None = None) -> None:
        super().__init__()
        self._dependencies = dependencies
        self._store = PeopleStore(dependencies.folders.people)
        self.disk = Worker(self, grace_ms=_SAVING_MS)
        self.devices = Worker(self)
        self.settings_store = settings_store
        self.pictures = Worker(self)
        self.overview = OverviewStore(dependencies.folders, self.disk, self)
        self.history = UndoHistory(self.disk, self)
        self.capture = CaptureMode(self._store, self.disk, self)
        self.training = TrainingController(dependencies.create_runner, self)
        self.modeling = ModelsController(dependencies.folders, self.disk, self)
        self.teaching = ReviewController(dependencies.folders, self.disk, self.overview, self.history, self)
        thumbnails = Thumbnails(self.pictures, self)
        portraits = Portraits(thumbnails, dependencies.folders)
        self.window = Window(
            self.settings,
            dependencies.folders.data,
            self.capture,
            self.overview,
            portraits,
            self.devices,
            dependencies.cameras,
        )
        self.curating = LibraryController(
            dependencies.folders, self.disk, self.overview, self.history, thumbnails, self.window, self
        )
        self.viewing = LiveController(dependencies, self.window, self.devices, model, self._mirrored, self)
        self.explaining = ExplanationController(dependencies.folders, self.viewing.live, dependencies.embeddings, self)
        self.inspecting = InspectionController(
            partial(dependencies.inspect, dependencies.folders), dependencies.create_detector, self
        )
        self.importing = ImportJob(self._store, dependencies.create_detector, self)
        self.arriving = ImportsController(self.window, self.viewing, self.capture, self.importing, self.disk, self)
        self.snapshots = SnapshotsController(self.disk, self)
        models = ModelStore(dependencies.folders.models)
        self.preferring = SettingsController(self.settings_store, self.window, self.viewing, models, self.disk, self)
        self.guiding = CaptureGuide(self.capture, self.window.video, self)
        self.all_ended = True
        self._sure = False  # to close, whatever is lost
        self._connect_people()
        self._connect_teaching()
        self._connect_window()

    @property
    def settings(self) -> Settings:
        """The user's settings."""
        return self.settings_store.settings

    def begin(self, source: str | None, notices: Sequence[Notice] = ()) -> None:
        """Show the window; the picture follows, at once or once the first page was agreed to."""
        window, settings = self.window, self.settings
        for notice in notices:
            window.banner.tell(notice)
        window.showMaximized() if settings.maximized else window.show()
        window.setFocus()
        self.refresh()
        self.curating.editing.empty_expired()
        if settings.welcomed:
            self.viewing.start(source, settings.source)
        else:
            window.welcome.agreed.connect(lambda: self._agree(source))
            window.welcome.button.setFocus()

    def refresh(self) -> None:
        """Read the people anew."""
        self.overview.refresh()

    def tell(self, notice: Notice) -> None:
        self.window.banner.tell(notice)

    def quit(self) -> None:
        """Close the window, whatever is lost."""
        self._sure = True
        self.window.close()

    def close(self) -> None:
        """End everything, keeping what can be kept. Afterwards `all_ended` says whether every thread has."""
        if self.capture.unsaved:
            _log.info("Closed while capturing: what was not saved is gone.")
        if self.training.running:
            _log.info("Closed while training: the run is cancelled, the model in use stays.")
        self._keep_geometry()
        self.viewing.live.stop()
        self.all_ended = close_threads(self, self.window, limit_s=_LIMIT_S)

    def _may_close(self) -> bool:
        """Whether nothing would be lost; else it is asked first."""
        unsaved = self.capture.unsaved
        if self._sure or not unsaved:
            return True
        session = self.capture.session
        text = self.tr("{pictures} of {name} would be lost.")
        QuestionDialog(
            self.window,
            self.tr("Close without saving?"),
            text.format(pictures=picture_count(unsaved), name=session.name if session else ""),
            self.tr("Close without saving"),
            lambda _: self.quit(),
            grave=True,
        )
        return False

    def _agree(self, source: str | None) -> None:
        self.settings_store.change(welcomed=True)
        self.window.show_settings(self.settings)
        self.viewing.start(source, self.settings.source)

    # People, capture, training

    def _connect_people(self) -> None:
        window, people, viewing = self.window, self.window.people, self.viewing
        viewing.live.analyzed.connect(self.capture.take)
        viewing.live.frame_ready.connect(self.guiding.see)
        viewing.left.connect(self.capture.stop)
        people.new_person.connect(lambda: self._begin_capture(""))
        self.overview.failed.connect(self._failed("overview"))
        self.history.message.connect(lambda text: self.tell(Notice(text, about="editing")))
        self.history.undone.connect(self._people_changed)
        self.history.failed.connect(self._failed("people"))
        self.history.failed.connect(self._people_changed)
        self.curating.add_pictures.connect(self._begin_capture)
        self.curating.changed.connect(self._people_changed)
        self.curating.gone.connect(self._forgotten)
        self.curating.train.connect(self._train)
        self.curating.told.connect(self.tell)
        self.curating.failed.connect(self._failed("people"))
        self.capture.saved.connect(self._captured)
        self.arriving.imported.connect(self._people_changed)
        self.capture.failed.connect(self._failed("people"))
        window.capture.train.connect(self._train)
        window.training.start.connect(self._train)
        window.training.cancel.connect(self.training.cancel)
        window.training.force.connect(self.training.force)
        self.training.changed.connect(window.training.show_run)
        self.training.changed.connect(self._trained)
        self.training.published.connect(self._published)
        self.training.published.connect(self.modeling.refresh)
        self.modeling.changed.connect(self._published)
        self.modeling.compare.connect(self.viewing.compare)
        self.modeling.failed.connect(self._failed("models"))
        self.disk.failed.connect(self._failed("disk"))
        self.settings_store.changed.connect(self._save_settings)
        self.preferring.failed.connect(self._failed("threshold"))

    def _connect_teaching(self) -> None:
        teaching, viewing, window = self.teaching, self.viewing, self.window
        viewing.live.analyzed.connect(teaching.take)
        viewing.left.connect(teaching.clear)
        viewing.live.pipeline_changed.connect(teaching.show_pipeline)
        teaching.asked.connect(window.show_questions)
        teaching.told.connect(lambda text: self.tell(Notice(text, about="editing")))
        teaching.failed.connect(self._failed("said"))
        teaching.changed.connect(self._people_changed)
        teaching.opened.connect(self.explaining.attach)
        self.explaining.failed.connect(self._failed("why"))
        window.video.chosen.connect(lambda analysis, answer: teaching.open(analysis, answer, window))
        window.review.is_person.connect(teaching.answer_person)
        window.review.is_not.connect(teaching.answer_not)
        window.review.is_stranger.connect(teaching.answer_stranger)
        window.review.skip.connect(teaching.skip)
        window.review.undo.connect(self.history.undo)

    def _begin_capture(self, name: str) -> None:
        self.window.turn_to(CAPTURE)
        self.window.capture.ask_for(name)

    def _forgotten(self) -> None:
        self.history.clear()
        self.teaching.clear()
        self.refresh()
        self.viewing.use_current()
        self.viewing.preparation.submit(partial(renew, self._dependencies.folders), self._renewed)

    def _renewed(self, remaining: Sequence[str]) -> None:
        if remaining:
            hint = self.tr("Train again to have one.")
            self.tell(Notice(said(" ".join(remaining)), hint, Severity.WARNING, "forgotten"))

    def _captured(self, _: object) -> None:
        """Whoever is captured is recognized at once: where there is no model yet, it is made now, if that is quick."""
        self._people_changed()
        if self.overview.current.model is None and self.settings.network == "embedding":
            self.training.start()

    def _people_changed(self, _: object = None) -> None:
        self.refresh()
        self.viewing.use()

    def _train(self) -> None:
        self.window.turn_to(TRAIN)
        self.window.training.button.setFocus()
        self.training.start()

    def _trained(self, run: TrainingRun) -> None:
        if run.phase is not RunPhase.PUBLISHED:  # then the people are read anew first: else it would be offered again
            self._show_learning()
        if run.error:
            self.tell(Notice(run.error, run.hint, Severity.ERROR, "training"))
        elif not run.phase.over:
            self.window.banner.withdraw("training")

    def _show_learning(self, _: object = None) -> None:
        run = self.training.run
        self.window.capture.show_learning(run is not None and not run.phase.over)

    def _published(self, _: str = "") -> None:
        self.refresh()
        self.disk.run_after(self._show_learning)
        self.viewing.use_current()

    # Window and settings

    def _connect_window(self) -> None:
        window, actions = self.window, self.window.actions_
        window.closing.connect(self.close)
        window.may_close = self._may_close
        window.activated.connect(self.refresh)
        window.activated.connect(self.curating.editing.empty_expired)
        window.minimized.connect(lambda on: self.viewing.live.set_analyzing(not on or self.settings.minimized))
        window.chooser.chosen.connect(self.viewing.choose)
        self.viewing.worthwhile.connect(lambda source: self.settings_store.change(source=source))
        actions.pause.triggered.connect(self.viewing.pause)
        actions.snapshot.triggered.connect(self._take_snapshot)
        actions.pictures.triggered.connect(self._choose_folder)
        self.snapshots.saved.connect(self._tell_snapshot)
        self.snapshots.failed.connect(self._failed("snapshot"))
        actions.panel.toggled.connect(lambda on: self.settings_store.change(panel=on))
        actions.new.triggered.connect(lambda: self._begin_capture(""))
        actions.start_capture.triggered.connect(self._act_on_capture)
        actions.start.triggered.connect(self._train)
        actions.cancel.triggered.connect(self.training.cancel)
        actions.models.triggered.connect(lambda: self.modeling.open(self.window))
        actions.insight.triggered.connect(lambda: self.inspecting.open(window.video.analysis, window))
        self.inspecting.failed.connect(self._failed("insight"))
        actions.report.triggered.connect(lambda: self.modeling.open_current_report(self.window))
        window.training.report.connect(actions.report.trigger)

    def _act_on_capture(self) -> None:
        self.window.turn_to(CAPTURE)
        self.window.capture.act()

    def _take_snapshot(self) -> None:
        video = self.window.video
        if video.frame is None:
            self.tell(Notice(self.tr("There is no picture to save."), about="snapshot"))
        else:
            self.snapshots.take(self.settings.pictures, video.frame, video.analysis)

    def _tell_snapshot(self, snapshot: Snapshot) -> None:
        text = self.tr("Saved as {name} in {folder}.").format(name=snapshot.plain.name, folder=snapshot.plain.parent)
        marked = self.tr("With the names on it: {name}.").format(name=snapshot.marked.name) if snapshot.marked else ""
        self.tell(Notice(text, marked, about="snapshot"))

    def _choose_folder(self) -> None:
        self.snapshots.choose_folder(
            self.window, self.settings.pictures, lambda folder: self.settings_store.change(pictures=folder)
        )

    def _mirrored(self, camera_id: str) -> bool:
        return mirrored(self.settings, camera_id)

    def _save_settings(self, settings: Settings) -> None:
        self.disk.submit(partial(self.settings_store.save, settings), on_error=self._failed("settings"))

    def _keep_geometry(self) -> None:
        size = self.window.normalGeometry().size()
        self.settings_store.change(maximized=self.window.isMaximized(), width=size.width(), height=size.height())

    def _failed(self, about: str) -> Callable[[VisavisError], None]:
        """A receiver that puts an error into the banner."""
        return lambda error: self.tell(Notice.of(error, about))
