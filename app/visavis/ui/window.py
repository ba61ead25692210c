"""The window: live picture or library, a panel beside the picture, a banner above, a status bar below."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from visavis.review.queue import ReviewQuestion
from visavis.settings import Settings
from visavis.sources import CameraInfo
from visavis.ui.about.dialog import AboutDialog
from visavis.ui.about.welcome import Welcome
from visavis.ui.actions import Actions
from visavis.ui.capture.mode import CaptureMode
from visavis.ui.capture.panel import CapturePanel
from visavis.ui.focus import FocusKeeper
from visavis.ui.history.page import HistoryPage
from visavis.ui.imports.import_bar import ImportBar
from visavis.ui.live.performance import Performance
from visavis.ui.live.source_menu import SourceMenu
from visavis.ui.live.status_bar import StatusBar
from visavis.ui.people.library import Library
from visavis.ui.people.overview import OverviewStore
from visavis.ui.people.panel import PeoplePanel
from visavis.ui.people.portraits import Portraits
from visavis.ui.picture.grid import PictureGrid
from visavis.ui.picture.pane import PicturePane
from visavis.ui.picture.toast import Toast
from visavis.ui.review.panel import ReviewPanel
from visavis.ui.reviewer.page import ReviewerPage
from visavis.ui.shell.drop_hint import DropHint, accept_copy, local_files
from visavis.ui.shell.next_step_guide import NextStepGuide
from visavis.ui.shell.pages import CAPTURE, PEOPLE, REVIEW, TRAIN
from visavis.ui.shell.shared_keys import SharedKeys
from visavis.ui.shell.source_bar import SourceBar
from visavis.ui.threads import Worker
from visavis.ui.training.panel import TrainingPanel
from visavis.ui.widgets.banner import Banner
from visavis.ui.widgets.dialog import fit_to_screen
from visavis.ui.widgets.layout import ScrollArea
from visavis.ui.widgets.tab_panel import TabPanel

#: Minimum size of the window, in device-independent pixels.
_MIN_WIDTH = 640
_MIN_HEIGHT = 400


class Window(QMainWindow):
    """Lays out the widgets. `visavis.ui.program` connects them."""

    closing = Signal()
    dropped = Signal(list)  #: paths of files and folders
    minimized = Signal(bool)  #: whether the window is minimized now
    activated = Signal()  #: the user returned to the window; files may have changed

    def __init__(
        self,
        settings: Settings,
        data: Path,
        capture: CaptureMode,
        overview: OverviewStore,
        portraits: Portraits,
        history: HistoryPage,
        devices: Worker,
        cameras: Callable[[], Sequence[CameraInfo]],
    ) -> None:
        super().__init__()
        self.setWindowTitle("Visavis")
        self.setMinimumSize(_MIN_WIDTH, _MIN_HEIGHT)
        fit_to_screen(self, settings.width, settings.height)
        self._data = data
        self.setAcceptDrops(True)
        self.banner = Banner()
        self.import_bar = ImportBar()
        self.chooser = SourceMenu(cameras, devices)
        self.performance = Performance()
        self.status = StatusBar(self.performance)
        self.setStatusBar(self.status)
        actions = self.actions_ = Actions(self, self.chooser)
        self.outlet_actions = (actions.mini, actions.call, actions.hide_faces)
        on_picture = (
            (actions.pause, "pause", "play"),
            (actions.snapshot, "save", "save"),
            (actions.mark, "mark", "mark"),
            (actions.full, "full", "unfull"),
        )
        self.pictures = PictureGrid(
            lambda is_removable: PicturePane(self.performance, on_picture, is_removable=is_removable)
        )
        self.pane = self.pictures.panes[0]
        self.video, self.timeline = self.pane.video, self.pane.timeline
        self.hud, self.remark, self.paused, self.next_step = (
            self.pane.hud,
            self.pane.remark,
            self.pane.paused,
            self.pane.next_step,
        )
        self.people = PeoplePanel(overview, portraits)
        self.library = Library(overview, portraits)
        self.history = history
        self.reviewer = ReviewerPage()
        self.capture = CapturePanel(capture, overview)
        self.training = TrainingPanel(overview)
        self.review = ReviewPanel(overview, portraits)
        pages = {PEOPLE: self.people, CAPTURE: self.capture, TRAIN: self.training, REVIEW: self.review}
        self.panel = TabPanel({title: ScrollArea(page) for title, page in pages.items()})
        self.welcome = Welcome(data)
        self._overview = overview
        self._maximized = self._has_panel = False  # before full screen
        self._pressed_on: QWidget | None = None  # what had the focus when a key went down
        self.may_close: Callable[[], bool] = lambda: True  #: whether the window may close now
        self._arrange()
        self._connect()
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Apply the settings to the window."""
        self.actions_.set_enabled(settings.welcomed)
        self.pages.setCurrentWidget(self.live if settings.welcomed else self.welcome)
        self.bar.setVisible(settings.welcomed)
        self.statusBar().setVisible(settings.welcomed)
        self.panel.setVisible(settings.panel)
        self.actions_.panel.setChecked(settings.panel)

    def show_source(self, text: str, name: str, *, camera: bool) -> None:
        """Show which source is open.

        Parameters
        ----------
        text : str
            The source as the user gave it.
        name : str
            Its display name.
        """
        self.status.show_source(self.chooser.show_source(text, name, camera=camera))
        self.bar.show_source(camera=camera)

    def show_end(self, replay: Callable[[], None] | None) -> None:
        """Offer to replay a source that has ended; None: another source plays."""
        self._guide.show_end(replay)

    def show_live(self) -> None:
        """Show the live picture and the panel."""
        self.pages.setCurrentWidget(self.live)
        self.bar.setVisible(True)

    def show_library(self) -> None:
        """Show the library in the place of the picture. Recognition continues."""
        self.pages.setCurrentWidget(self.library)
        self.bar.setVisible(False)

    def show_history(self) -> None:
        """Show the history in the place of the picture. Recognition continues."""
        self.pages.setCurrentWidget(self.history)
        self.bar.setVisible(False)
        self.history.focus_page()

    def show_reviewer(self) -> None:
        """Show the video reviewer in the place of the picture. Recognition continues."""
        self.pages.setCurrentWidget(self.reviewer)
        self.bar.setVisible(False)

    @property
    def in_library(self) -> bool:
        return self.pages.currentWidget() is self.library

    def show_page(self, page: str) -> None:
        """Show a page of the panel, opening the panel if it is closed."""
        self.show_live()
        self.actions_.panel.setChecked(True)
        self.panel.show_page(page)

    def bring_to_front(self) -> None:
        """Show the window in front of other programs, also if it is minimized."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def show_about(self) -> AboutDialog:
        """Open About."""
        about = AboutDialog(self._data, self)
        about.open()
        return about

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.hide()  # at once, before threads are ended
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event) and self.pages.currentWidget() in {self.live, self.reviewer}:
            accept_copy(event)
            self.drop_hint.cover(self.pages.geometry())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_hint.hide()
        accept_copy(event)
        files = local_files(event)
        if self.pages.currentWidget() is self.reviewer:
            self.reviewer.dropped.emit(files[0])
        else:
            self.dropped.emit(files)

    def event(self, event: QEvent) -> bool:
        """Let Space press a focused button or item, and Q find an item; elsewhere they are shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._pressed_on = self.focusWidget()
            pressed = isinstance(self.focusWidget(), QAbstractButton | QAbstractItemView)
            typed = isinstance(self.focusWidget(), QAbstractItemView | QComboBox)
            if (event.key() == Qt.Key.Key_Space and pressed) or (event.key() == Qt.Key.Key_Q and typed):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        pressed = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and focused is self._pressed_on
        if pressed and isinstance(focused, QAbstractButton):  # not one that the key brought the focus to
            focused.click()
            return
        if event.key() != Qt.Key.Key_Escape or not self._leave_innermost():
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()
        elif event.type() == QEvent.Type.WindowStateChange:
            self.minimized.emit(self.isMinimized())

    def _arrange(self) -> None:
        self.live = QWidget()
        beside = QHBoxLayout(self.live)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.pictures, 1)
        beside.addWidget(self.panel)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.welcome)
        self.pages.addWidget(self.live)
        self.pages.addWidget(self.library)
        self.pages.addWidget(self.history)
        self.pages.addWidget(self.reviewer)
        self.bar = SourceBar(self.chooser, self.actions_)
        center = QWidget()
        below = QVBoxLayout(center)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.bar)
        below.addWidget(self.banner)
        below.addWidget(self.import_bar)
        below.addWidget(self.pages, 1)
        self.setCentralWidget(center)
        pages = (self.library, self.history, self.reviewer)
        over = [widget for pane in self.pictures.panes for widget in pane.said]
        keep_free = [*pages, *(page.foot for page in pages), *over]
        self.toast = Toast(self.pages, self._find_free_area, center, keep_free=keep_free)
        self.toast.focus_released.connect(self._focus_page)
        self.drop_hint = DropHint(center)

    def _find_free_area(self) -> QRect:
        """Where the toast may lie: the page without its buttons, and without what is said over the picture."""
        if isinstance(page := self.pages.currentWidget(), Library | HistoryPage | ReviewerPage):
            return self.pages.geometry().adjusted(0, 0, 0, -page.foot.height())
        area = QRect(self.pages.pos() + self.pictures.mapTo(self.pages, QPoint()), self.pictures.size())
        said = [widget for pane in self.pictures.panes for widget in pane.said if widget.isVisible()]
        over = [widget.mapTo(self.pictures, QPoint()).y() for widget in said]
        return area.adjusted(0, 0, 0, min(over) - self.pictures.height() if over else 0)

    def _focus_page(self) -> None:
        page = self.pages.currentWidget()
        page.focus_page() if isinstance(
            page, Library | HistoryPage | ReviewerPage
        ) else self.pictures.chosen.video.setFocus()

    def _leave_innermost(self) -> bool:
        """Cancel a capture, else look for faces again, else leave full screen; return whether any was to leave."""
        classify = self.actions_.classify
        if self.pages.currentWidget() is self.live and (self.capture.cancel() or classify.isChecked()):
            classify.setChecked(False)
            return True
        is_full = self.isFullScreen()
        self.actions_.full.setChecked(False)
        return is_full

    def _fill_screen(self, on: bool) -> None:
        """In full screen, show the picture alone; the panel opens on request."""
        for widget in (self.bar, self.menuBar(), self.statusBar()):
            widget.setVisible(not on)
        panel = self.actions_.panel
        if on:
            self._maximized, self._has_panel = self.isMaximized(), panel.isChecked()
            with QSignalBlocker(panel):  # the setting stays
                panel.setChecked(False)
            self.panel.hide()
            self.showFullScreen()
        else:
            panel.setChecked(self._has_panel)
            self.showMaximized() if self._maximized else self.showNormal()
        self._keys.update()

    def _connect(self) -> None:
        actions = self.actions_
        actions.panel.toggled.connect(self.panel.setVisible)
        self._guide = NextStepGuide(self.pane, self.panel, self._overview, actions, self.show_page)
        actions.full.toggled.connect(self._fill_screen)
        actions.hud.toggled.connect(self.pictures.show_hud)
        actions.people.triggered.connect(lambda: self.show_page(PEOPLE))
        actions.capture.triggered.connect(self._show_capture)
        actions.train.triggered.connect(lambda: self.show_page(TRAIN))
        actions.review.triggered.connect(self._show_review)
        actions.find.triggered.connect(self._focus_search)
        actions.about.triggered.connect(self.show_about)
        actions.quit.triggered.connect(self.close)
        self.library.live_requested.connect(self._leave_library)
        self.history.live_requested.connect(self._leave_history)
        self._keys = SharedKeys(
            self.live, self._choose_face, self.review, actions.pause, actions.quit, self._is_live_picture_meant
        )
        FocusKeeper(self)
        self.pages.currentChanged.connect(self._keys.update)
        self.panel.page_changed.connect(self._keys.update)
        actions.panel.toggled.connect(self._keys.update)

    def show_questions(self, questions: Sequence[ReviewQuestion], has_answered: bool) -> None:
        """Show the pending questions, and their number on the tab."""
        self.review.show_questions(questions, has_answered=has_answered)
        self._keys.update()
        self.panel.mark(REVIEW, str(len(questions)) if questions else "")

    def _is_live_picture_meant(self) -> bool:
        return self.pages.currentWidget() is not self.reviewer  # whose picture has keys of its own

    def _choose_face(self, place: int) -> None:
        self.pictures.chosen.video.choose_face(place)

    def _show_capture(self) -> None:
        self.show_page(CAPTURE)
        self.capture.focus_name()

    def _show_review(self) -> None:
        self.show_page(REVIEW)
        self.review.setFocus()

    def _leave_library(self) -> None:
        self.show_live()
        self.people.list.setFocus()

    def _leave_history(self) -> None:
        self.show_live()
        self.video.setFocus()

    def _focus_search(self) -> None:
        if self.in_library:
            self.library.focus_search()
            return
        self.show_page(PEOPLE)
        self.people.search.setFocus()
        self.people.search.selectAll()
