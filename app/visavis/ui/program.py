"""The program behind the window: makes the controllers and connects them with each other."""

import logging
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from visavis.errors import VisavisError
from visavis.escaping import without_credentials
from visavis.factory.store_watch import StoreWatch
from visavis.models.store import ModelStore
from visavis.people.store import PeopleStore
from visavis.presence.clock import LiveClock
from visavis.presence.recorder import SightingRecorder
from visavis.settings import Settings
from visavis.sightings.guest_store import GuestStore
from visavis.sightings.store import SightingStore
from visavis.ui.capture.comparison import FaceComparison
from visavis.ui.capture.mode import CaptureMode
from visavis.ui.controllers.documents.backups import BackupsController
from visavis.ui.controllers.documents.exports import ExportsController
from visavis.ui.controllers.documents.help import HelpController
from visavis.ui.controllers.documents.privacy import PrivacyControllers
from visavis.ui.controllers.documents.versions import VersionsController
from visavis.ui.controllers.explanation import ExplanationController
from visavis.ui.controllers.first_page import FirstPage
from visavis.ui.controllers.inspection import InspectionController
from visavis.ui.controllers.live import LiveController
from visavis.ui.controllers.load_notice import LoadNotice
from visavis.ui.controllers.models import ModelsController
from visavis.ui.controllers.naming_policy import NamingPolicy
from visavis.ui.controllers.people.capture_guide import CaptureGuide
from visavis.ui.controllers.people.import_job import ImportJob
from visavis.ui.controllers.people.imports import ImportsController
from visavis.ui.controllers.people.library import LibraryController
from visavis.ui.controllers.people.same_person import SamePersonController
from visavis.ui.controllers.review import ReviewController
from visavis.ui.controllers.settings import SettingsController
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.controllers.sightings.announcements import AnnouncementController
from visavis.ui.controllers.sightings.history import HistoryController
from visavis.ui.controllers.sightings.presence import PresenceController
from visavis.ui.controllers.snapshots import SnapshotsController
from visavis.ui.controllers.training import TrainingController
from visavis.ui.controllers.undo_history import UndoHistory
from visavis.ui.controllers.updates.model_updates import ModelUpdates
from visavis.ui.controllers.updates.people_updates import PeopleUpdates
from visavis.ui.controllers.videos.recording import RecordingController
from visavis.ui.controllers.videos.recording_list import RecordingListController
from visavis.ui.controllers.videos.reviewer import VideoReviewer
from visavis.ui.controllers.whole_pictures.controllers import WholePicturesControllers
from visavis.ui.dependencies import Dependencies
from visavis.ui.history.page import HistoryPage
from visavis.ui.models.rebuild import ModelRebuild
from visavis.ui.models.store_follower import StoreFollower
from visavis.ui.people.overview import OverviewStore
from visavis.ui.people.portraits import Portraits
from visavis.ui.picture.outlets import Outlets
from visavis.ui.settings.rows import is_mirrored
from visavis.ui.shell.closing_guard import ClosingGuard
from visavis.ui.shell.pages import CAPTURE
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker, close_threads
from visavis.ui.widgets.thumbnails import Thumbnails
from visavis.ui.window import Window

_log = logging.getLogger(__name__)

#: Seconds that closing waits for all threads together.
_LIMIT_S = 1.5
#: Milliseconds that closing waits for the disk first, so that a slow disk does not lose captured pictures.
_SAVING_MS = 10_000


class Program(QObject):
    """Owns the window, the stores and the controllers."""

    _recording_failed = Signal(VisavisError)  # from the recorder's thread
    _arrived = Signal(object)  # likewise: a `Sighting` that begins

    def __init__(self, dependencies: Dependencies, settings_store: SettingsStore, *, model: str | None = None) -> None:
        super().__init__()
        folders = self._folders = dependencies.folders
        people = PeopleStore(folders.people)
        self.settings_store = settings_store
        self.disk_worker = Worker(self, grace_ms=_SAVING_MS)
        self.all_ended = True  #: after `close`: whether every thread has ended
        self.device_worker = Worker(self)
        self.picture_worker = Worker(self)
        thumbnails = Thumbnails(self.picture_worker, self)
        self.overview = OverviewStore(folders, self.disk_worker, self)
        self.history = UndoHistory(self.disk_worker, self)
        self.capture = CaptureMode(people, self.disk_worker, self)
        portraits = Portraits(thumbnails, folders)
        window = self.window = Window(
            self.settings,
            folders.data,
            self.capture,
            self.overview,
            portraits,
            HistoryPage(SightingStore(folders.sightings), GuestStore(folders.sightings), thumbnails),
            self.device_worker,
            dependencies.cameras,
        )
        self._closing_guard = ClosingGuard(window, self.capture)
        self.library = LibraryController(
            folders, self.disk_worker, self.overview, self.history, thumbnails, window, self
        )
        self.same_person = SamePersonController(
            people,
            dependencies.search_duplicates,
            self.picture_worker,
            self.overview,
            self.library.people,
            window.people.same_person,
            window.banner,
            self,
        )
        watch = StoreWatch(folders)
        clock = LiveClock()
        self.recorder = SightingRecorder(
            folders, self.settings, clock, on_error=self._recording_failed.emit, on_arrival=self._arrived.emit
        )
        self.live = LiveController(
            dependencies,
            window,
            self.device_worker,
            model,
            self._is_mirrored,
            watch,
            self,
            on_analysis=self.recorder.see,
        )
        self.follower = StoreFollower(watch, self)
        naming = NamingPolicy(folders, settings_store, self.live)
        self.training = TrainingController(
            folders, dependencies.create_runner, window.training, naming, self.disk_worker, window.banner, self
        )
        self.rebuild = ModelRebuild(folders, self.live.preparation, window.banner, self)
        self.models = ModelsController(folders, self.disk_worker, self.live, naming, window.banner, self)
        self.whole_pictures = WholePicturesControllers(
            dependencies, settings_store, self.live, self.training, self.models, self.capture, window, self
        )
        self.review = ReviewController(folders, self.disk_worker, self.overview, self.history, self.live, window, self)
        self.explanation = ExplanationController(
            folders, self.live.analysis, dependencies.embeddings, window.banner, self
        )
        self.inspection = InspectionController(
            partial(dependencies.inspect, folders), dependencies.create_detector, window.pictures, window.banner, self
        )
        self.import_job = ImportJob(folders, dependencies.create_detector, dependencies.create_guesser, self)
        self.imports = ImportsController(
            window, self.live, self.capture, self.import_job, self.overview, self.disk_worker, self
        )
        open_camera = dependencies.open_virtual_camera
        self.outlets = Outlets(window.pictures, window.outlet_actions, window.toast.say, open_camera, self)
        self.snapshots = SnapshotsController(window.pictures, window.banner, settings_store, self.disk_worker, self)
        self.settings_controller = SettingsController(
            settings_store, window, self.live, ModelStore(folders.models), naming, self.disk_worker, self
        )
        self.comparison = FaceComparison(self.live.analysis.submit, dependencies.create_face_embedder, self)
        self.help = HelpController(folders, settings_store, window, self.disk_worker, self)
        self.versions = VersionsController(settings_store, window, self)
        self.exports = ExportsController(folders, window, self.disk_worker, self)
        self.backups = BackupsController(folders, window, self.disk_worker, self)
        self.privacy = PrivacyControllers(
            folders, window, self.library, self.settings_controller, self._is_working, self.disk_worker, self
        )
        self.recording_list = RecordingListController(folders, self.live, window, self.disk_worker, self)
        self.recording = RecordingController(folders, settings_store, self.live, window, self.disk_worker, self)
        self.capture_guide = CaptureGuide(self.capture, self.live, self.overview, window.toast, self)
        self.visits = HistoryController(
            folders, settings_store, self.overview, self.history, window, self.disk_worker, self
        )
        self.presence = PresenceController(self.recorder, clock, window.people, self)
        self.announcements = AnnouncementController(
            folders, settings_store, self.overview, self.history, self.library, window, self.disk_worker, self
        )
        self._arrived.connect(self.announcements.announce)
        self._arrived.connect(self.visits.read_guests)
        self.load_notice = LoadNotice(self.live, window.banner, window)
        self.reviewer = VideoReviewer(
            folders, dependencies.tag_video, self.overview, self.history, window, self.disk_worker, self
        )
        self.people_updates = PeopleUpdates(
            self.overview,
            self.live,
            self.review,
            self.training,
            self.models,
            self.rebuild,
            self.history,
            settings_store,
            self.disk_worker,
            self,
        )
        self.model_updates = ModelUpdates(
            window, self.training, self.models, self.overview, self.live, self._begin_capture, self.disk_worker, self
        )
        self._connect_people()
        self._connect_live()
        self._connect_window()

    @property
    def settings(self) -> Settings:
        """The user's settings."""
        return self.settings_store.settings

    def begin(
        self,
        source: str | None,
        notices: Sequence[Notice] = (),
        *,
        second: str | None = None,
        is_recorded: bool = False,
    ) -> None:
        """Show the window, and open the sources: at once, or after the user has agreed to the welcome page.

        Parameters
        ----------
        source, second : str, optional
            Of the first and the second picture. Without `source`, those that the settings remember.
        is_recorded : bool
            Whether the first picture is recorded from its beginning.
        """
        window, settings = self.window, self.settings
        for notice in notices:
            window.banner.tell(notice)
        if is_recorded:
            self.recording.begin_at_once()
        window.showMaximized() if settings.maximized else window.show()
        window.setFocus()
        self.overview.refresh()
        self.library.people.empty_expired()
        self.privacy.agreements.check()
        self.follower.start()
        if settings.welcomed:
            self.help.tell_changes()
            self.versions.begin()
            self._open_sources(source, second)
        else:
            open_sources, capture = partial(self._open_sources, source, second), partial(self._begin_capture, "")
            FirstPage(self.settings_store, self.overview, window, self.disk_worker, open_sources, capture, self)

    def tell(self, notice: Notice) -> None:
        """Show a notice in the banner."""
        self.window.banner.tell(notice)

    def quit(self) -> None:
        """Close the window without asking."""
        self._closing_guard.quit()

    def close(self) -> None:
        """Save what can be saved, and end every thread."""
        if self.capture.unsaved:
            _log.info("Closed while capturing: unsaved pictures are lost.")
        if self.training.running:
            _log.info("Closed while training: the run is cancelled, the model in use stays.")
        size = self.window.normalGeometry().size()
        self.settings_store.change(maximized=self.window.isMaximized(), width=size.width(), height=size.height())
        self.outlets.close()
        self.rebuild.close()
        self.live.stop()
        self.all_ended = close_threads(self, self.window, limit_s=_LIMIT_S)
        self.recording.close()
        self.all_ended = self.recorder.close(_LIMIT_S) and self.all_ended
        for told in (self.overview, self.follower, self.training):
            told.blockSignals(True)  # a thread's last result may be on its way, and the window may be gone

    # People

    def _connect_people(self) -> None:
        library, history = self.library, self.history
        self.overview.failed.connect(self._report("overview"))
        self.window.people.new_person.connect(lambda: self._begin_capture(""))
        library.take_more.connect(self._take_more)
        library.add_look.connect(partial(self._take_more, look=True))
        changes = (library.changed, self.privacy.encryption.changed, self.imports.imported)
        for changed in (*changes, self.visits.changed, self.reviewer.changed):
            changed.connect(self.people_updates.update)
        library.models_changed.connect(self.people_updates.rebuild_models)
        self.models.person.connect(library.open_person)
        self.privacy.extras.installed.connect(lambda _: self.rebuild.complete())
        self.privacy.extras.installed.connect(self.live.retry_with)
        self.settings_controller.train.connect(self.model_updates.train)
        library.train.connect(self.model_updates.train)
        self.imports.learnable.connect(self.people_updates.learn)
        self.announcements.changed.connect(self.overview.refresh)
        self.visits.ignored.connect(self.review.leave_out)
        self.reviewer.card_opened.connect(self.explanation.attach)
        self.visits.learnable.connect(self.people_updates.learn)
        self.review.changed.connect(self.people_updates.update)
        self.review.questions_changed.connect(self.window.show_questions)
        self.review.card_opened.connect(self.explanation.attach)
        self.follower.changed.connect(self.people_updates.follow_store)
        history.pushed.connect(lambda text: self.window.toast.offer(text, self.tr("Undo"), history.undo))
        history.message.connect(self.window.toast.say)
        history.changed.connect(lambda label: None if label else self.window.toast.withdraw())
        history.undone.connect(self.people_updates.update)
        history.failed.connect(self._report("people"))
        history.failed.connect(self.people_updates.update)
        self.capture.compared.connect(self.comparison.request)
        self.capture.asked.connect(lambda: self.window.show_page(CAPTURE))
        self.comparison.embedded.connect(self.capture.admit)
        self.capture.saved.connect(self.people_updates.learn)
        self.capture.saved.connect(self.comparison.release)
        self.capture.failed.connect(self._report("people"))

    def _begin_capture(self, name: str) -> None:
        self.window.show_page(CAPTURE)
        self.window.capture.ask_for(name)

    def _take_more(self, name: str, *, look: bool = False) -> None:
        """Capture an enrolled person at once, or a new look of theirs."""
        self.window.show_page(CAPTURE)
        self.window.capture.begin(name, look=look)

    def _is_working(self) -> bool:
        """Whether something runs that reads or writes people's pictures for longer."""
        return self.training.running or bool(self.capture.unsaved) or self.recording.is_recording

    # The live picture

    def _connect_live(self) -> None:
        live, analysis, actions = self.live, self.live.analysis, self.window.actions_
        live.analyzed.connect(self.review.add_analysis)
        analysis.pipeline_changed.connect(self.review.set_pipeline)
        analysis.pipeline_changed.connect(lambda _: self.rebuild.complete())
        analysis.pipeline_changed.connect(self.same_person.refresh)  # its gallery may have embedded new samples
        live.opened.connect(self.review.begin_source)
        live.closed.connect(self.review.end_source)
        live.source_confirmed.connect(self._remember_source)
        live.second_removed.connect(lambda: self.settings_store.change(second_source=None))
        live.chosen_frame.connect(self.outlets.show_frame)
        live.chosen_analyzed.connect(self.outlets.show_analysis)
        self.window.pictures.chosen_changed.connect(self.outlets.update_mirror)
        self.window.chooser.chosen.connect(live.open_source)
        self.window.minimized.connect(lambda on: live.set_analyzing(not on or self._is_needed))
        self.outlets.failed.connect(self._report("calls"))
        self.outlets.window_wanted.connect(self.window.bring_to_front)
        actions.pause.triggered.connect(live.pause)
        actions.snapshot.triggered.connect(self.snapshots.save)
        actions.pictures.triggered.connect(self.snapshots.choose_folder)
        actions.insight.triggered.connect(self.inspection.open)

    def _open_sources(self, source: str | None, second: str | None) -> None:
        settings = self.settings
        self.live.start(source, settings.source, settings.second_source if source is None else None)
        if second is not None:
            self.live.open_second(second, is_chosen=False)
            self.window.pictures.choose(self.window.pane)

    def _remember_source(self, channel: int, source: str) -> None:
        """Open the source at the next start, too, unless its address has a password or a token."""
        if without_credentials(source) == source:
            self.settings_store.change(**{("source", "second_source")[channel]: source})

    @property
    def _is_needed(self) -> bool:
        """Whether faces are recognized while the window is minimized."""
        return self.settings.minimized or self.outlets.is_used or self.recording.is_recording

    def _is_mirrored(self, camera_id: str) -> bool:
        return is_mirrored(self.settings, camera_id)

    # Window and settings

    def _connect_window(self) -> None:
        window, actions = self.window, self.window.actions_
        window.closing.connect(self.close)
        window.may_close = self._closing_guard.may_close
        window.activated.connect(self.overview.refresh)
        window.activated.connect(self.library.people.empty_expired)
        actions.panel.toggled.connect(lambda on: self.settings_store.change(panel=on))
        actions.new.triggered.connect(lambda: self._begin_capture(""))
        actions.start_capture.triggered.connect(self._toggle_capture)
        self.settings_store.changed.connect(self._save_settings)
        self.settings_store.changed.connect(self.recorder.configure)
        self._recording_failed.connect(self._report("sightings"))
        self.disk_worker.failed.connect(self._report("disk"))

    def _toggle_capture(self) -> None:
        self.window.show_page(CAPTURE)
        self.window.capture.act()

    def _save_settings(self, settings: Settings) -> None:
        self.disk_worker.submit(partial(self.settings_store.save, settings), on_error=self._report("settings"))

    def _report(self, about: str) -> Callable[[VisavisError], None]:
        """A receiver that shows an error in the banner."""
        return lambda error: self.tell(Notice.of(error, about))
