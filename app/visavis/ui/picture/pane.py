"""The picture with what lies over it: heads-up display, hints, the next step, and the toolbar."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QVBoxLayout, QWidget

from visavis.ui.live.hint_label import HintLabel
from visavis.ui.live.hud import Hud
from visavis.ui.live.performance import Performance
from visavis.ui.live.video_view import VideoView
from visavis.ui.picture.caption import PictureCaption
from visavis.ui.picture.face_marker import FaceMarker
from visavis.ui.picture.recording_badge import RecordingBadge
from visavis.ui.picture.toolbar import PictureToolbar
from visavis.ui.widgets.action_card import ActionCard

#: How long the toolbar stays after the pointer rests, in milliseconds.
_REST_MS = 2_500


class PicturePane(QWidget):
    """The toolbar shows while the pointer moves over the picture, the keyboard is in it, or the picture is paused.

    Parameters
    ----------
    actions : sequence
        The actions of the toolbar, each with its icon, and the icon while it is checked.
    is_removable : bool
        Whether the user can remove the picture.
    """

    touched = Signal()  #: the user clicked in it, or moved the keyboard there

    def __init__(
        self,
        performance: Performance,
        actions: Sequence[tuple[QAction, str, str]],
        parent: QWidget | None = None,
        *,
        is_removable: bool = False,
        rest_ms: int = _REST_MS,
    ) -> None:
        super().__init__(parent)
        self._has_neighbor = False
        self._is_chosen = True  # the toolbar acts on this picture
        self.caption = PictureCaption(is_removable=is_removable)
        self.video = VideoView()
        self.hud = Hud(performance)
        self.remark = HintLabel()
        self.next_step = ActionCard(self.tr("What to do next"), wide=True)
        self.paused = QLabel(self.tr("Paused"))
        self.paused.setObjectName("remark")
        self.paused.setContentsMargins(14, 7, 14, 7)
        self.paused.hide()
        self.recording = RecordingBadge()
        self.toolbar = PictureToolbar(actions)
        self.marker = FaceMarker(self.video)
        self.timeline = self.toolbar.timeline
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._hide_toolbar)
        self._arrange()
        for widget in (self.video, self.paused, self.caption, self.next_step):
            widget.installEventFilter(self)
        for button in self.toolbar.buttons:
            button.pressed.connect(self.touched)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    @property
    def said(self) -> tuple[QWidget, ...]:
        """What lies at the bottom of the picture while there is something to say or to do."""
        return self.remark, self.next_step, self.toolbar

    def show_toolbar(self) -> None:
        """Show the toolbar until the pointer rests, if it acts on this picture."""
        if not self._is_chosen:
            return
        self.toolbar.show()
        self._rest.start()

    def show_end(self, replay: Callable[[], None] | None) -> None:
        """Offer to play a source again that has ended; None: another one plays."""
        if replay is None:
            self.next_step.hide()
        else:
            self.next_step.offer(self.tr("The source has ended."), self.tr("Play again"), replay)

    def show_name(self, name: str) -> None:
        """Show which source it is, if there is another picture beside it."""
        self.caption.show_name(name)
        self._update_spoken_name()

    def show_chosen(self, on: bool, *, has_neighbor: bool) -> None:
        """Show whether the commands act on this picture; there is nothing to show without a neighbor."""
        self._is_chosen, self._has_neighbor = on, has_neighbor
        self._update_spoken_name()
        self.caption.setVisible(has_neighbor)
        self.caption.show_chosen(on)
        self.video.set_chosen(on and has_neighbor)
        if not on:
            self.toolbar.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self.touched.emit()
        moves = watched is self.video and event.type() in {QEvent.Type.MouseMove, QEvent.Type.Enter}
        if moves or (watched is self.paused and event.type() == QEvent.Type.Show):
            self.show_toolbar()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self.caption)
        around.addWidget(self.video, 1)
        over = QGridLayout(self.video)
        over.setContentsMargins(28, 28, 28, 26)
        align = Qt.AlignmentFlag
        over.setRowStretch(0, 1)
        over.setVerticalSpacing(10)
        over.addWidget(self.hud, 0, 0, align.AlignTop | align.AlignLeft)
        corner = QVBoxLayout()
        corner.setSpacing(10)
        corner.addWidget(self.recording, 0, align.AlignRight)
        corner.addWidget(self.paused, 0, align.AlignRight)
        over.addLayout(corner, 0, 0, align.AlignTop | align.AlignRight)
        over.addWidget(self.remark, 1, 0, align.AlignHCenter)
        over.addWidget(self.next_step, 2, 0, align.AlignHCenter)
        over.addWidget(self.toolbar, 3, 0, align.AlignHCenter)
        for widget in (self.hud, self.recording, self.paused, self.remark):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.video.setMouseTracking(True)

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and (self.toolbar.isAncestorOf(now) or (now is self.video and self.video.by_keyboard)):
            self.touched.emit()
            self.show_toolbar()

    def _update_spoken_name(self) -> None:
        has_name = self._has_neighbor and self.caption.name
        self.video.setAccessibleName(self.caption.name if has_name else self.tr("Picture"))

    def _hide_toolbar(self) -> None:
        focused = QApplication.focusWidget()
        is_in_use = focused is not None and self.toolbar.isAncestorOf(focused)
        is_in_use = is_in_use or (focused is self.video and self.video.by_keyboard)
        if is_in_use or self.toolbar.underMouse() or self.next_step.underMouse() or not self.paused.isHidden():
            self._rest.start()
        else:
            self.toolbar.hide()
