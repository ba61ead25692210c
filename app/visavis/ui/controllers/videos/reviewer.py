"""The video reviewer: finds out who is in a video, plays it, and learns what the user says about it."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal

from visavis.errors import PersonNotFoundError, VisavisError
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box
from visavis.imaging.video import h264
from visavis.people.names import PersonName, spaced_name
from visavis.people.samples import FaceCrop
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import Match
from visavis.review.corrections import Correction, Corrections
from visavis.storage.paths import DataFolders
from visavis.tagging import kept_tags, reviewed
from visavis.tagging.renditions import RenditionOptions
from visavis.tagging.tagger import TaggedFile
from visavis.ui.controllers.undo_history import UndoableEdit, UndoHistory
from visavis.ui.controllers.videos.found_tags import FoundTags, find_near, read_results
from visavis.ui.file_dialog import StartFolder, ask_file, ask_folder
from visavis.ui.live.annotator import Annotator
from visavis.ui.people.overview import OverviewStore
from visavis.ui.review.face_card import FaceCard
from visavis.ui.reviewer.export_dialog import VideoExportDialog
from visavis.ui.reviewer.player import Player
from visavis.ui.text.file_filters import tagged_video_filter
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.window import Window

#: Seconds between the time that was asked for and that of the frame from there.
_NEAR_S = 0.05


class VideoReviewer(QObject):
    """Drives the page of the window."""

    changed = Signal()  #: people or rejections changed
    card_opened = Signal(FaceCard, FaceCrop, Analysis, object)  #: the card of a face; the last is its `Answer`

    _progressed = Signal(object, float)  # from the worker's thread: what stops the work, and how much is done

    def __init__(
        self,
        folders: DataFolders,
        tag_video: Callable[[Path, reviewed.Report], TaggedFile | None],
        overview: OverviewStore,
        history: UndoHistory,
        window: Window,
        disk_worker: Worker,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._corrections = Corrections(folders)
        self._tag_video = tag_video
        self._overview = overview
        self._history = history
        self._window = window
        self._page = window.reviewer
        self._disk_worker = disk_worker
        self._path: Path | None = None
        self._card: FaceCard | None = None
        self._awaited: float | None = None  # when the face is seen that the user is asked about
        self._stop = threading.Event()  # of the work in progress
        self._work_text = ""
        self._asked_track = 0
        self.worker = Worker(self, cancel=self._cancel)
        self.player = Player(self)
        page, player = self._page, self.player
        player.frame_ready.connect(self._show_frame)
        player.changed.connect(lambda: page.show_playing(on=player.is_playing))
        player.failed.connect(self._fail)
        page.play_wanted.connect(self._play)
        page.sought.connect(self._seek)
        page.stop_wanted.connect(self.stop_work)
        page.open_wanted.connect(self.ask_for_video)
        page.dropped.connect(self.open)
        page.anew_wanted.connect(self._find_out_anew)
        page.export_wanted.connect(self._ask_what)
        page.who_wanted.connect(self._ask_who)
        page.live_requested.connect(self._leave)
        page.video.chosen.connect(self.open_card)
        self._progressed.connect(self._show_progress)
        window.actions_.review_video.triggered.connect(lambda _: self.ask_for_video())

    def ask_for_video(self) -> None:
        """Ask for the video to review."""
        ask_file(self._window, self.tr("Review a video"), StartFolder.VIDEOS, tagged_video_filter(), self.open)

    def open(self, path: Path) -> None:
        """Show a video, and find out who is in it, or take that over from results of `visavis tag`.

        Parameters
        ----------
        path : Path
            A video, a file of such results, or a folder of them.
        """
        if path.is_dir() or kept_tags.is_results(path):
            self._disk_worker.submit(lambda: read_results(path), self._show_results, self._fail)
        else:
            self._show(path)
            self._find_out(lambda report: find_near(path) or self._tag(path, report))

    def _show(self, path: Path) -> None:
        """Show a video of which nothing is known yet."""
        self.close_card()
        self.stop_work()
        self._path = path
        self._page.begin(path)
        self._window.show_reviewer()
        self.player.open(path)

    def _show_results(self, found: FoundTags) -> None:
        self._show(found.tagged.path)
        self._show_tags(self._begin_work(""), found)
        self._page.focus_page()

    def _find_out(self, work: Callable[[reviewed.Report], FoundTags | None]) -> None:
        stop = self._begin_work(self.tr("Finding out who is in the video …"))
        self.worker.submit(
            lambda: work(partial(self._report, stop)), partial(self._show_tags, stop), partial(self._fail_work, stop)
        )
        self._page.focus_page()

    def _find_out_anew(self) -> None:
        """Find out who is in the video, whatever is known from before."""
        path = self._path
        if path is not None:
            self.close_card()
            self.stop_work()
            self._page.begin(path)
            self.player.open(path)
            self._find_out(partial(self._tag, path))

    def stop_work(self) -> None:
        """Stop what is in progress."""
        self._stop.set()
        self._page.show_progress(None)

    # Work on the worker's thread

    def _cancel(self) -> None:
        self._stop.set()

    def _begin_work(self, text: str) -> threading.Event:
        self._stop = threading.Event()
        self._work_text = text
        self._page.show_progress(0.0, text)
        return self._stop

    def _tag(self, path: Path, report: reviewed.Report) -> FoundTags | None:
        """Called on the worker's thread."""
        tagged = self._tag_video(path, report)
        return None if tagged is None else FoundTags(tagged)

    def _report(self, stop: threading.Event, done: float) -> bool:
        """Called on the worker's thread."""
        self._progressed.emit(stop, done)
        return not stop.is_set()

    def _show_progress(self, stop: threading.Event, done: float) -> None:
        if stop is self._stop and not stop.is_set():
            self._page.show_progress(done, self._work_text)

    def _show_tags(self, stop: threading.Event, found: FoundTags | None) -> None:
        if stop is not self._stop or stop.is_set() or found is None:
            return
        had_focus = self._page.isAncestorOf(self._window.focusWidget())
        self._page.show_progress(None)
        self._page.show_tags(found.tagged, found.origin)
        if had_focus:
            self._page.focus_page()

    def _fail_work(self, stop: threading.Event, error: VisavisError) -> None:
        if stop is self._stop:
            self._page.show_progress(None)
            self._fail(error)

    def _fail(self, error: VisavisError) -> None:
        self._window.banner.tell(Notice.of(error, "reviewer"))

    # Playing

    def _play(self, on: bool) -> None:
        self.close_card()
        self._awaited = None
        self.player.play(on)

    def _seek(self, seconds: float) -> None:
        self.close_card()
        self._awaited = None
        self._page.lanes.show_time(seconds)
        self.player.seek(seconds)

    def _leave(self) -> None:
        self.close_card()
        self.player.play(False)
        self._window.show_live()
        self._window.video.setFocus()

    def _show_frame(self, frame: Frame) -> None:
        self._page.show_frame(frame)
        if self._awaited is not None and abs(frame.time - self._awaited) <= _NEAR_S:
            self._awaited = None
            self._open_best_card()

    # Who it is

    def _ask_who(self) -> None:
        """Go to where the chosen person is seen best in this appearance, and open the card of the face there."""
        tagged, chosen = self._page.tagged, self._page.lanes.chosen_span
        if tagged is None or chosen is None:
            return
        self.player.play(False)
        tracks = reviewed.tracks_of(tagged, chosen.person.name, chosen.span)
        position, self._asked_track = reviewed.best_moment(tagged, tracks, chosen.span)
        self._awaited = float(tagged.log.times[position])
        self._page.lanes.show_time(self._awaited)
        self.player.seek(self._awaited)

    def _open_best_card(self) -> None:
        analysis = self._page.video.analysis
        for answer in analysis.answers if analysis is not None else ():
            if answer.track == self._asked_track and analysis is not None:
                self.open_card(analysis, answer)

    def open_card(self, analysis: Analysis, answer: Answer) -> None:
        """Open the card of a face beside it: why it got its answer, and who it is."""
        image, tagged = analysis.frame.image, self._page.tagged
        if answer.track is None or tagged is None or answer.face.box.clip(image.shape[1], image.shape[0]) is None:
            return
        self.close_card()
        self.player.play(False)
        face = FaceCrop.from_image(image, answer.face)
        is_guest = answer.match.name is not None and answer.match.name == tagged.guests.get(answer.track)
        match = answer.match if not is_guest else Match(None, 1 - answer.match.score)
        card = self._card = FaceCard(face, match, self._overview.current.names, self._page)
        tracks = self._same_tracks(tagged, answer, analysis.frame.time)
        card.is_person.connect(partial(self._set_person, face, tracks))
        card.is_not.connect(partial(self._set_not, face, tracks))
        card.is_stranger.connect(partial(self._set_stranger, face, tracks))
        card.closed.connect(self._leave_card)
        self.card_opened.emit(card, face, analysis, answer)
        card.open(lambda: self._place_in_page(answer.face.box))

    def close_card(self) -> None:
        """Close the card that is open."""
        if self._card is not None:
            self._card.reject()

    @staticmethod
    def _same_tracks(tagged: TaggedFile, answer: Answer, now: float) -> set[int]:
        """The tracks of the appearance that a face belongs to; that of the face alone if it is nobody's."""
        own = {answer.track} if answer.track is not None else set()
        for person in tagged.tags.people:
            if person.name == answer.match.name:
                for span in person.spans:
                    if span.start <= now + 1e-3 and now < span.end:
                        return own | reviewed.tracks_of(tagged, person.name, span)
        return own

    def _leave_card(self, had_focus: bool) -> None:
        self._card = None
        if had_focus:
            self._page.focus_page()

    def _place_in_page(self, box: Box) -> QRect:
        """Where a box of the picture is painted now."""
        fit = self._page.video.fit()
        if fit is None:
            return QRect()
        place = fit.to_view(box)
        corner = self._page.video.mapTo(self._page, QPoint(round(place.left), round(place.top)))
        return QRect(corner, QSize(round(place.width), round(place.height)))

    def _set_person(self, face: FaceCrop, tracks: set[int], name: str) -> None:
        text = self.tr("{name} has one more picture.").format(name=spaced_name(name))
        self._save(lambda: self._corrections.is_person(face, PersonName(name)), text, tracks)

    def _set_not(self, face: FaceCrop, tracks: set[int], name: str) -> None:
        def write() -> Correction:
            row = self._overview.current.find(name)
            if row is None:
                raise PersonNotFoundError("Nobody is called {name}.", name=name)
            return self._corrections.is_not(face, row.person)

        self._save(
            write, self.tr("A face like this is not called {name} again.").format(name=spaced_name(name)), tracks
        )

    def _set_stranger(self, face: FaceCrop, tracks: set[int]) -> None:
        self._save(lambda: self._corrections.is_stranger(face), self.tr("A face like this is given no name."), tracks)

    def _save(self, write: Callable[[], Correction], text: str, tracks: set[int]) -> None:
        """Save a correction, and show the lanes that follow from it; undoing brings back those before."""
        before = self._page.tagged
        if before is None:
            return

        def report(correction: Correction) -> None:
            name = None if correction.rejected else correction.name
            if self._page.tagged is not None and self._page.tagged.path == before.path:
                self._page.show_tags(reviewed.rename_tracks(self._page.tagged, tracks, name))
            if name is not None:
                self._page.lanes.choose(name)
            self._history.push(
                UndoableEdit(self.tr("Undo correction"), text, correction.undo, partial(restore, before))
            )
            self.changed.emit()

        def restore(tagged: TaggedFile) -> None:
            if self._page.tagged is not None and self._page.tagged.path == tagged.path:
                self._page.show_tags(tagged)

        self._disk_worker.submit(write, report, self._fail)

    # Export

    def _ask_what(self) -> None:
        dialog = VideoExportDialog(self._window, with_sound=h264.is_available())
        dialog.agreed.connect(self._ask_where)

    def _ask_where(self, labeled: bool, clips: bool) -> None:
        title = self.tr("Where to write what is known of the video")
        ask_folder(
            self._window, title, StartFolder.DOCUMENTS, lambda path: self.export(path, labeled=labeled, clips=clips)
        )

    def export(self, folder: Path, *, labeled: bool, clips: bool) -> None:
        """Write what `visavis tag` writes into a folder."""
        tagged = self._page.tagged
        if tagged is None:
            return
        options = RenditionOptions(Annotator() if labeled else None, None, clips)
        stop = self._begin_work(self.tr("Exporting …"))

        def report(is_complete: bool) -> None:
            if stop is self._stop:
                self._page.show_progress(None)
            if is_complete:
                text = self.tr("What is known of the video is in {folder}.").format(folder=folder)
                self._window.banner.tell(Notice(text, "", about="reviewer"))

        self.worker.submit(
            lambda: reviewed.export(tagged, folder, options, partial(self._report, stop)),
            report,
            partial(self._fail_work, stop),
        )
