"""The page of the video reviewer: the video, its controls, and a lane for each person."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis
from visavis.tagging.renditions import analysis_of
from visavis.tagging.tagger import TaggedFile
from visavis.ui.help.shortcuts import describe_shortcut
from visavis.ui.live.video_view import VideoView
from visavis.ui.picture.timeline import format_time
from visavis.ui.reviewer.lanes import Lanes
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.buttons import set_usable
from visavis.ui.widgets.layout import FlowLayout, ScrollArea

#: Least size of the picture, in device-independent pixels.
_PICTURE = (200, 110)
#: Maximum height of the lanes; of more people, they scroll.
_MAX_LANES_HEIGHT = 156
#: Seconds between a jump to the begin of an appearance and that begin, so that the face is there already.
_INSIDE_S = 0.02


class ReviewerPage(QWidget):
    """Shows one video. A controller plays, tags, corrects and exports it."""

    live_requested = Signal()
    open_wanted = Signal()
    export_wanted = Signal()
    stop_wanted = Signal()  #: end what is in progress
    play_wanted = Signal(bool)
    sought = Signal(float)  #: go to this time, in seconds
    dropped = Signal(Path)  #: a file to open
    who_wanted = Signal()  #: say who the chosen person is
    anew_wanted = Signal()  #: find out again who is in the video

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("library")
        self.setAccessibleName(self.tr("Video"))
        self.tagged: TaggedFile | None = None
        self._taken_over = ""
        self._is_playing = False
        self._has_video = False
        self.video = VideoView()
        self.video.setMinimumSize(*_PICTURE)
        self.lanes = Lanes()
        self.back = QToolButton()
        self.back.setText(self.tr("Live picture"))
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back.setProperty("kind", "flat")
        self.back.clicked.connect(self.live_requested)
        self.title = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.open_other = self._button(self.tr("Open …"), self.open_wanted.emit)
        self.export = self._button(self.tr("Export …"), self.export_wanted.emit)
        self.play = QToolButton()
        self.play.setProperty("kind", "flat")
        self.play.clicked.connect(self._toggle)
        self.before = self._button(self.tr("Previous"), lambda: self._go(self.lanes.previous_start()))
        self.before.setToolTip(self.tr("Go to the previous appearance (Ctrl+Left)"))
        self.after = self._button(self.tr("Next"), lambda: self._go(self.lanes.next_start()))
        self.after.setToolTip(self.tr("Go to the next appearance (Ctrl+Right)"))
        self.who = self._button(self.tr("Who is this? …"), self.who_wanted.emit)
        self.time = QLabel()
        self.time.setProperty("kind", "quiet")
        self.progress_text = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = self._button(self.tr("Stop"), self.stop_wanted.emit)
        self.anew = self._button(self.tr("Find out anew"), self.anew_wanted.emit)
        self.note = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.note.setProperty("kind", "quiet")
        self._arrange()
        self._connect()
        self._update_icons()
        self.begin(None)

    def begin(self, path: Path | None) -> None:
        """Show another video, of which nothing is known yet; None: there is none."""
        self.tagged, self._has_video, self._taken_over = None, path is not None, ""
        self.title.setText(path.name if path else "")
        self.video.clear("" if path else self.tr("Open a video to see who is in it, and when."))
        self.lanes.show_people((), 0.0)
        self.lanes.show_time(0.0)
        self.show_progress(None)
        self._refresh()

    def show_progress(self, done: float | None, text: str = "") -> None:
        """Show how much of the work is done, 0..1; None: nothing is in progress."""
        self.progress.setVisible(done is not None)
        if done is not None:
            self.progress_text.setText(text)
            self.bar.setRange(0, 1000 if done > 0 else 0)  # busy at first, while networks are loaded
            self.bar.setValue(round(1000 * done))
            set_usable(self.stop, True, "")
        self._refresh()

    @property
    def is_busy(self) -> bool:
        return not self.progress.isHidden()

    def show_tags(self, tagged: TaggedFile, taken_over: str | None = None) -> None:
        """Show who is in the video; also after a correction.

        Parameters
        ----------
        taken_over : str, optional
            A sentence on where this is from; empty if it was found out just now, and None if that has not changed.
        """
        self.tagged = tagged
        self._taken_over = self._taken_over if taken_over is None else taken_over
        self.lanes.show_people(tagged.tags.people, tagged.tags.duration)
        self._label()
        self._refresh()

    def show_frame(self, frame: Frame) -> None:
        """Show a frame, with the names that are known."""
        self.video.show_frame(frame)
        self.lanes.show_time(frame.time)
        self._label()
        self._refresh()

    def show_playing(self, *, on: bool) -> None:
        """Say whether the video plays."""
        if on != self._is_playing:
            self._is_playing = on
            self._update_icons()

    def focus_page(self) -> None:
        """Move the focus to where the keyboard does most."""
        (self.lanes if self.lanes.people else self.stop if self.is_busy else self.open_other).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "foot"):
            self._update_icons()

    @staticmethod
    def _button(text: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _: action())
        return button

    def _arrange(self) -> None:
        head = FlowLayout(8)
        head.setContentsMargins(14, 8, 14, 8)
        head.addWidget(self.back)
        head.addWidget(self.title)
        head.add_stretch()
        head.addWidget(self.anew)
        head.addWidget(self.open_other)
        head.addWidget(self.export)
        bar = QWidget()
        bar.setObjectName("bar")
        bar.setLayout(head)
        self.progress = QWidget()
        row = QHBoxLayout(self.progress)
        row.setContentsMargins(20, 4, 20, 4)
        row.setSpacing(12)
        row.addWidget(self.progress_text)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.lanes_area = ScrollArea(self.lanes)
        self.lanes_area.setMaximumHeight(_MAX_LANES_HEIGHT)
        self.note.setContentsMargins(20, 0, 20, 4)
        foot = FlowLayout(8)
        foot.setContentsMargins(14, 6, 14, 8)
        for widget in (self.play, self.before, self.after, self.time):
            foot.addWidget(widget)
        foot.add_stretch()
        foot.addWidget(self.who)
        self.foot = QWidget()
        self.foot.setObjectName("foot")
        self.foot.setLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.video, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.note)
        layout.addWidget(self.lanes_area)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        self.lanes.sought.connect(self.sought)
        self.lanes.chosen.connect(self._refresh)
        keys = (
            (Qt.Key.Key_Escape, self.live_requested.emit, self.tr("Go back")),
            (Qt.Key.Key_Space, self._toggle, self.tr("Play or pause")),
            (QKeySequence("Ctrl+Left"), self.before.click, self.tr("Go to the previous appearance")),
            (QKeySequence("Ctrl+Right"), self.after.click, self.tr("Go to the next appearance")),
        )
        for key, action, text in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
            describe_shortcut(shortcut, self.tr("Video"), text)
        for number in range(1, 10):
            shortcut = QShortcut(QKeySequence(str(number)), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.video.choose_face, number))
            describe_shortcut(shortcut, self.tr("Video"), self.tr("Say who a face is, counted from the left"))

    def _toggle(self) -> None:
        if self._has_video:
            self.play_wanted.emit(not self._is_playing)

    def _go(self, seconds: float | None) -> None:
        if seconds is not None:
            self.sought.emit(seconds + _INSIDE_S)

    def _label(self) -> None:
        """Paint the names over the frame that is shown."""
        frame, tagged = self.video.frame, self.tagged
        if frame is not None and tagged is not None and len(tagged.log.times):
            self.video.show_analysis(analysis_at(tagged, frame))

    def _refresh(self) -> None:
        duration = self.lanes.duration
        time = self.tr("{time} of {end}").format(time=format_time(self.lanes.now), end=format_time(duration))
        self.time.setText(time if self.tagged else "")
        self.lanes_area.setVisible(bool(self.lanes.people))
        nobody = self.tagged is not None and not self.lanes.people
        notes = [self._taken_over, self.tr("Nobody was found in this video.") if nobody else ""]
        self.note.setText(" ".join(note for note in notes if note))
        self.note.setVisible(bool(self.note.text()))
        self.anew.setVisible(bool(self._taken_over))
        nothing = self.tr("Open a video first.")
        set_usable(self.play, self._has_video, nothing)
        is_known, wait = self.tagged is not None, self.tr("First it has to be found out who is in the video.")
        set_usable(self.export, is_known and not self.is_busy, wait if self._has_video else nothing)
        last, first = self.tr("There is no later appearance."), self.tr("There is no earlier appearance.")
        set_usable(self.after, self.lanes.next_start() is not None, last if is_known else wait)
        set_usable(self.before, self.lanes.previous_start() is not None, first if is_known else wait)
        away = self.tr("The chosen person is not in view now. Go to an appearance.")
        set_usable(self.who, self.lanes.chosen_span is not None, away if is_known else wait)

    def _update_icons(self) -> None:
        color = theme.current().text
        self.back.setIcon(icons.icon("back-rtl" if self.isRightToLeft() else "back", color))
        self.play.setIcon(icons.icon("pause" if self._is_playing else "play", color))
        word = self.tr("Pause") if self._is_playing else self.tr("Play")
        text = f"{word} ({QKeySequence(Qt.Key.Key_Space).toString(QKeySequence.SequenceFormat.NativeText)})"
        self.play.setToolTip(text)
        self.play.setAccessibleName(text)


def analysis_at(tagged: TaggedFile, frame: Frame) -> Analysis:
    """What is known of a frame of the file, by its time: after a jump, frames have other indexes."""
    position = int(np.abs(tagged.log.times - frame.time).argmin())
    found = analysis_of(tagged, replace(frame, index=position))
    return replace(found, frame=frame)
