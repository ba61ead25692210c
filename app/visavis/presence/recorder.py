"""Records visits: the analysis thread says whom it sees, and a thread of the recorder's own writes it down."""

import logging
import threading
from collections.abc import Callable, Sequence

from visavis.errors import DamagedFileError, NewerFileError, VisavisError
from visavis.pipeline import Analysis, Answer
from visavis.presence.arrival_command import ArrivalCommands
from visavis.presence.best_pictures import BestPictures
from visavis.presence.clock import LiveClock, SourceClock
from visavis.presence.policy import RecordingPolicy
from visavis.presence.purge_schedule import PurgeSchedule
from visavis.presence.recent_vectors import RecentVectors
from visavis.presence.visit_writer import VisitReport, VisitWriter
from visavis.presence.visits import Look, Visit, Visits
from visavis.recognition.match import Doubt
from visavis.settings import Settings
from visavis.sightings.sighting import Sighting
from visavis.storage.paths import DataFolders

#: Seconds after which the recorder looks whether somebody has left or something is to be purged, without any frame.
_TICK_S = 5.0
#: Number of good observations from which a face that is like nobody counts as somebody unknown.
_UNKNOWN_OBSERVATIONS = 3
#: Doubts that say that a face is like nobody. A face with another doubt may be somebody's who is known.
_UNKNOWN = frozenset({Doubt.NOBODY, Doubt.FAR, Doubt.VETOED})
#: Width of a face, in pixels, that makes up for a whole unit of score where the best picture is chosen: among pictures
#: of one score, to two decimals, the largest is the best.
_LARGEST_PX = 100_000

_log = logging.getLogger(__name__)


class SightingRecorder:
    """Makes visits of answers, stores them, and runs the user's command when somebody comes.

    `see` is called by one thread, which never waits for the disk. If the program is killed, a visit ends some seconds
    too early in the file; nothing else is lost.

    Parameters
    ----------
    clock : SourceClock
        Of the sources that are seen.
    calendar : SourceClock, optional
        By which sightings expire. Default: that of the computer.
    has_thread : bool
        Whether a thread writes. If not, `write` is to be called now and then.
    on_error : callable
        Called with the error when recording fails, on the recorder's thread; once, until it works again.
    on_arrival : callable
        Called on the same thread with each sighting that begins.
    """

    def __init__(
        self,
        folders: DataFolders,
        settings: Settings,
        clock: SourceClock,
        *,
        calendar: SourceClock | None = None,
        has_thread: bool = True,
        on_error: Callable[[VisavisError], None] = lambda _: None,
        on_arrival: Callable[[Sighting], None] = lambda _: None,
    ) -> None:
        self._policy = RecordingPolicy.of(settings)
        self._clock = clock
        self._calendar = calendar or LiveClock()
        self._on_error = on_error
        self._on_arrival = on_arrival
        self._changed = threading.Condition()
        self._visits = Visits(self._policy.cooldown.total_seconds())
        self._pending: dict[int, VisitReport] = {}  # by the visit's number, the newest of each
        self._unwritten: dict[int, VisitReport] = {}  # likewise, of those that could not be written
        self._pictures = BestPictures()
        self._vectors = RecentVectors()
        self._writer = VisitWriter(folders, clock, self._announce)
        self._commands = ArrivalCommands()
        self._purges = PurgeSchedule()
        self._has_failed = False
        self._has_bug = False
        self._closing = False
        self._has_thread = has_thread
        self._thread: threading.Thread | None = None
        if self._policy.is_active or self._writer.store.exists():  # what is kept expires, also if no more is recorded
            self._start()

    @property
    def present(self) -> list[Visit]:
        """The visits of those who are here now. Any thread may ask."""
        with self._changed:
            self._report(self._visits.pass_time(self._clock.now()))
            return self._visits.present

    def configure(self, settings: Settings) -> None:
        """Go on as changed settings say. Any thread may call it."""
        with self._changed:
            policy = RecordingPolicy.of(settings)
            if policy == self._policy:
                return
            self._report(self._visits.end())  # what was allowed until now
            self._policy = policy
            self._visits.cooldown_s = policy.cooldown.total_seconds()
            self._has_failed = False
            if policy.is_active:
                self._start()

    def see(self, analysis: Analysis) -> None:
        """Take the answers of one frame. It takes some microseconds for each face, and raises nothing."""
        try:
            self._see(analysis)
        except Exception:  # noqa: BLE001  recognition goes on
            if not self._has_bug:
                self._has_bug = True
                _log.exception("Following visits met a bug.")

    def _see(self, analysis: Analysis) -> None:
        policy = self._policy
        frame = analysis.frame
        if frame.taken_at < 0 or frame.is_replayed:  # of no source, or of a session whose visits were recorded then
            return
        now = self._clock.time_of(frame)
        with self._changed:  # who left before this frame gets no picture of it
            self._report(self._visits.pass_time(now))
        looks = []
        for answer in analysis.answers:
            if (look := _look(frame.source, answer, has_unknown=policy.has_unknown)) is not None:
                looks.append(look)
                with self._changed:
                    visitor = self._visits.home(frame.source, now, look), look.who
                if policy.has_pictures:
                    rank = round(look.score, 2) if look.name is not None else 0.0
                    rank += answer.face.box.width / _LARGEST_PX
                    self._pictures.offer(visitor, frame.image, answer.face, rank)
                if policy.is_active and look.name is None and analysis.space is not None and answer.vectors:
                    self._vectors.keep(visitor, analysis.space, answer.vectors)
        with self._changed:
            self._report(self._visits.see(frame.source, now, looks))

    def close(self, limit_s: float = 10.0) -> bool:
        """End all visits, write what is left, and wait for commands; False if that takes longer than `limit_s`."""
        with self._changed:
            self._report(self._visits.end())
            self._closing = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(limit_s)
        elif not self._has_thread:
            self.write()
        self._commands.close(min(limit_s, self._policy.command_limit_s))
        return self._thread is None or not self._thread.is_alive()

    def _start(self) -> None:
        if self._has_thread and self._thread is None:
            self._thread = threading.Thread(target=self._run, name="sightings", daemon=True)
            self._thread.start()

    def _report(self, visits: Sequence[Visit]) -> None:
        """Leave visits to the recorder's thread. A newer state replaces one that was not taken."""
        if not self._policy.is_active:  # visits are followed all the same, so that it is known who is here now
            return
        for visit in visits:
            picture = self._pictures.take((visit.source, visit.who), has_left=not visit.is_present)
            face = self._vectors.mean((visit.source, visit.who)) if visit.name is None else None
            report = VisitReport(visit, picture, face)
            self._pending[visit.number] = report.after(self._pending.get(visit.number))
        if visits:
            self._changed.notify_all()

    # On the recorder's thread

    def _run(self) -> None:
        is_closing = False
        while not is_closing:
            with self._changed:
                self._changed.wait_for(lambda: self._pending or self._closing, _TICK_S)
                is_closing = self._closing
            self.write()

    def write(self) -> None:
        """Write what is pending, and delete what was kept long enough."""
        with self._changed:
            self._report(self._visits.pass_time(self._clock.now()))
            earlier, self._unwritten = self._unwritten, {}
            pending, self._pending = self._pending, {}
            policy = self._policy
        reports = earlier | {number: report.after(earlier.get(number)) for number, report in pending.items()}
        try:
            if reports:
                self._writer.write(list(reports.values()), policy)
                self._has_failed = False
            now = self._calendar.now()
            if self._purges.is_due(now, date := self._calendar.date(now)):
                self._writer.store.purge(date, policy.retention)
        except (DamagedFileError, NewerFileError) as error:
            self._tell(error)
        except VisavisError as error:  # of the disk: it may succeed the next time
            self._tell(error)
            self._unwritten = reports
        except Exception:  # noqa: BLE001  the next visit may succeed
            _log.exception("Recording visits met a bug.")

    def _tell(self, error: VisavisError) -> None:
        """Report an error, once until something could be written."""
        if not self._has_failed:
            self._has_failed = True
            _log.warning("Visits cannot be recorded. %s", error)
            self._on_error(error)

    def _announce(self, sighting: Sighting) -> None:
        self._on_arrival(sighting)
        if self._policy.command:
            self._commands.start(self._policy.command, sighting, self._policy.command_limit_s)


def _look(source: str, answer: Answer, *, has_unknown: bool) -> Look | None:
    """What an answer says of who is here; None if it does not say."""
    match = answer.match
    if not answer.is_detected or answer.track is None:
        return None
    track = source, answer.track
    if match.name is not None:
        return Look(match.name, match.name, track, match.score)
    if has_unknown and match.doubt in _UNKNOWN and answer.observations >= _UNKNOWN_OBSERVATIONS:
        return Look(track, None, track, match.score)
    return None
