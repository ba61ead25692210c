"""Says that this computer is too slow to look for faces in every frame of both pictures."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from visavis.tracking.channels.reduced_rate import ReducedRate
from visavis.ui.controllers.live import LiveController
from visavis.ui.text.language import number
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.widgets.banner import Banner

#: Interval between two looks at what this computer can do, in milliseconds.
_INTERVAL_MS = 1000
_ABOUT = "load"


class LoadNotice(QObject):
    """Tells it in the banner once, and above the picture as long as it holds."""

    def __init__(
        self, live: LiveController, banner: Banner, parent: QObject, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._banner = banner
        self._clock = clock
        self._rates = [ReducedRate() for _ in live.displays]
        self._told: set[int] = set()
        live.second_removed.connect(self.update)
        timer = QTimer(self, interval=_INTERVAL_MS)
        timer.timeout.connect(self.update)
        timer.start()

    def update(self) -> None:
        """Look at each picture."""
        turns, now = self._live.analysis.turns, self._clock()
        for display, rate in zip(self._live.displays, self._rates, strict=True):
            channel = display.session.channel
            per_second = rate.update(turns.interval(channel), now)
            text = number(per_second, 1) if per_second else ""
            display.pane.caption.rate.setText(self.tr("{rate} looks a second").format(rate=text) if text else "")
            if text and channel not in self._told:
                self._told.add(channel)
                sentence = self.tr(
                    "This computer is too slow for both pictures: in {name}, it looks for faces {rate} times a second."
                )
                hint = self.tr("The other picture loses nothing.")
                notice = Notice(
                    sentence.format(name=display.pane.caption.name, rate=text), hint, Severity.WARNING, _ABOUT
                )
                self._banner.tell(notice)
            elif not text and channel in self._told:
                self._told.remove(channel)
                self._banner.withdraw(_ABOUT)
