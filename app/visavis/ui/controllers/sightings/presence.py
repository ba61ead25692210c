"""Who is here now, for the list of people: asked of the recorder once a second."""

from PySide6.QtCore import QObject, QTimer

from visavis.presence.clock import SourceClock
from visavis.presence.recorder import SightingRecorder
from visavis.ui.history.visit_rows import clock_time
from visavis.ui.people.panel import PeoplePanel
from visavis.ui.text.language import translate

#: Milliseconds between two looks.
_INTERVAL_MS = 1_000


class PresenceController(QObject):
    """Shows in the list of people who is here, also if nothing is recorded.

    Parameters
    ----------
    clock : SourceClock
        That of the recorder.
    """

    def __init__(self, recorder: SightingRecorder, clock: SourceClock, panel: PeoplePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._recorder, self._clock, self._panel = recorder, clock, panel
        self._timer = QTimer(panel, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self.update)
        self._timer.start()

    def update(self) -> None:
        """Show who is here, and since when."""
        since: dict[str, str] = {}
        for visit in self._recorder.present:
            if visit.name is not None:
                began = clock_time(self._clock.date(visit.first))
                since.setdefault(visit.name, translate("PeoplePanel", "here since {time}").format(time=began))
        self._panel.show_present(since)
