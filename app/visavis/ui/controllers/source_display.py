"""One source in one picture of the window: it is opened, confirmed, interrupted, replayed and closed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from visavis.errors import SourcePictureError, VisavisError
from visavis.imaging.frames import Frame
from visavis.imaging.listing import OtherFile
from visavis.pipeline import Analysis
from visavis.sources import Source
from visavis.sources.jumps import Seekable
from visavis.ui.live.session import LiveSession
from visavis.ui.picture.pane import PicturePane
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.hints import translate_hint
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.widgets.banner import Banner

#: Number of files that a notice lists by name.
_LISTED = 4


class SourceDisplay(QObject):
    """Shows a `LiveSession` in a pane, and tells in the banner what happens to its source.

    Parameters
    ----------
    open_source : callable
        Makes the source of a text; called on the capture thread.
    mirrored : callable
        Whether the camera with an ID is shown mirrored.
    show_end : callable
        Offers what it is called with, to play the source again; None: nothing is offered any more.
    """

    closed = Signal()  #: the source has ended, or another one is opened
    opened = Signal()  #: `name` and `is_camera` are those of a source that was opened
    confirmed = Signal(str)  #: a source that the user chose delivers pictures, so it can be remembered
    paused_changed = Signal()
    gone = Signal()  #: a remembered source is not there any more

    def __init__(
        self,
        session: LiveSession,
        pane: PicturePane,
        open_source: Callable[[str], Source],
        mirrored: Callable[[str], bool],
        banner: Banner,
        show_end: Callable[[Callable[[], None] | None], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.pane = pane
        self.text = ""  #: the source as the user gave it; empty before the first one, and after `close`
        self.name = ""
        self.is_camera = False
        self._open_source = open_source
        self._is_mirrored = mirrored
        self._banner = banner
        self._show_end = show_end
        self._about = f"source {session.channel}"  # of its notices
        self._is_unconfirmed = False  # the user chose the source, which has not delivered a picture yet
        self._is_remembered = False  # the source comes from the settings, and may be gone
        self._missing_extra = ""  # what the source could not be opened without
        self._connect()

    def open(self, text: str, *, is_chosen: bool = False, is_remembered: bool = False) -> None:
        """Show a source.

        Parameters
        ----------
        is_chosen : bool
            Whether the user chose it, so that it is remembered once it delivers pictures.
        is_remembered : bool
            Whether it comes from the settings. If it is not there, `gone` is emitted.
        """
        self._is_unconfirmed, self._is_remembered = is_chosen, is_remembered
        self._open(text)

    def reopen(self) -> None:
        """Open the same source again: its settings changed."""
        self._open(self.text)

    def retry_with(self, extra: str) -> None:
        """An extra is there now: open the source again if that was missing."""
        if self._missing_extra == extra:
            self._open(self.text)

    def close(self) -> None:
        """Show nothing any more."""
        self._missing_extra = ""
        self.closed.emit()
        self.text = self.name = ""
        self._banner.withdraw(self._about)
        self._clear("")
        self.session.close_source()

    def seek(self, seconds: float) -> None:
        """Go to another time of the recording that is shown, also after it has ended."""
        if not self.session.seek(seconds):
            self._open(self.text, start=seconds)

    def pause(self, on: bool) -> None:
        """Pause the picture, or continue."""
        self.session.pause(on)
        self.pane.paused.setVisible(self.session.is_paused)
        self.paused_changed.emit()

    @property
    def is_mirrored(self) -> bool:
        """Whether the picture is that of a camera, and the settings mirror it."""
        return self.is_camera and self._is_mirrored(self.session.camera_id)

    def update_mirror(self) -> None:
        """Mirror the picture, or not, as the settings say."""
        self.pane.video.set_mirrored(self.is_mirrored)

    def _connect(self) -> None:
        session, pane = self.session, self.pane
        session.frame_ready.connect(pane.video.show_frame)
        session.frame_ready.connect(self._show_time)
        pane.timeline.sought.connect(self.seek)
        session.analyzed.connect(pane.video.show_analysis)
        session.analyzed.connect(self._update_hint)
        session.analyzed.connect(self._confirm)
        session.opened.connect(self._announce)
        session.interrupted.connect(self._report_interruption)
        session.resumed.connect(lambda: self._banner.withdraw(self._about))
        session.failed.connect(self._report_failure)
        session.ended.connect(self._offer_replay)
        session.passed_over.connect(self._report_passed_over)

    def _open(self, text: str, *, start: float | None = None) -> None:
        """Open a source. A recording begins at `start`, in seconds."""

        def open_source() -> Source:
            source = self._open_source(text)
            if start is not None and isinstance(source, Seekable):
                source.seek(start)
            return source

        self._missing_extra = ""
        self.closed.emit()
        self.text = text
        self._banner.withdraw(self._about)
        self._clear(self.tr("Opening …"))
        self.pause(False)
        self.session.open(open_source)

    def _clear(self, message: str) -> None:
        self.pane.video.clear(message)
        self._show_end(None)
        self.pane.timeline.clear()
        self.pane.remark.clear()

    def _announce(self, name: str, camera: bool) -> None:
        self.name, self.is_camera = name, camera
        self.update_mirror()
        self.opened.emit()

    def _show_time(self, frame: Frame) -> None:
        self.pane.timeline.show_time(frame.time, self.session.duration)

    def _confirm(self, _: Analysis) -> None:
        self._is_remembered = False
        if self._is_unconfirmed:
            self._is_unconfirmed = False
            self.confirmed.emit(self.text)

    def _report_interruption(self, error: VisavisError) -> None:
        self._missing_extra = error.extra
        hint = translate_hint(error.hint)
        if not isinstance(error, SourcePictureError):
            hint = f"{self.tr('Trying again.')} {hint}".strip()
            self.pane.video.clear(self.tr("No picture"))  # a name would stay on a face that may have left
        self._banner.tell(Notice(translate_message(error.message), hint, Severity.WARNING, self._about, error.extra))

    def _report_failure(self, error: VisavisError) -> None:
        if self._is_remembered:
            self._is_remembered = False
            self._banner.tell(Notice.of(error, "remembered", Severity.WARNING))
            self.gone.emit()
        else:
            self._missing_extra = error.extra
            self._banner.tell(Notice.of(error, self._about))
            self.pane.video.clear(self.tr("No picture"))

    def _report_passed_over(self, files: tuple[OtherFile, ...]) -> None:
        """Say which files of a folder are not shown."""
        if len(files) == 1:
            text = f"{translate_message(files[0].problem)} {self.tr('It is passed over.')}"
        else:
            names = ", ".join(file.path.name for file in files[:_LISTED]) + (" …" if len(files) > _LISTED else "")
            text = self.tr("%n files are not pictures or are damaged: {names}.", "", len(files)).format(names=names)
        self._banner.tell(Notice(text, severity=Severity.WARNING, about=self._about))

    def _offer_replay(self) -> None:
        text = self.text
        self.closed.emit()
        self._show_end(lambda: self._open(text))

    def _update_hint(self, analysis: Analysis) -> None:
        pane = self.pane
        if analysis.picture is None and pane.next_step.isHidden() and pane.video.guide is None:
            pane.remark.see(analysis)
        else:  # the picture has room for one message at a time, and of a whole picture nothing is missing
            pane.remark.clear()
