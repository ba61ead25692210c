"""The analysis thread of the window: it analyzes the frames of all sources, each of which has a channel."""

import sys
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Signal

from visavis.errors import VisavisError
from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis, Pipeline
from visavis.sources.roster import SourceRoster
from visavis.tracking.analyzer import Analyzer
from visavis.tracking.channels.newest import NewestAnalyses
from visavis.tracking.channels.turns import Turns
from visavis.tracking.commands import Command
from visavis.ui.live.resilient import ResilientAnalyzer
from visavis.ui.threads import StreamThread

#: Analyzed while there is no frame yet, so that networks load while a camera opens. Its analysis is dropped.
_BLANK = Frame(np.zeros((120, 160, 3), np.uint8), taken_at=-1.0)


class LiveAnalysis(QObject):
    """Turns -> Analyzer -> newest analyses -> signals, which are all emitted in the GUI thread.

    The thread lives as long as the window.

    Parameters
    ----------
    on_analysis : callable
        Called with each analysis on the analysis thread.
    """

    analyzed = Signal(Analysis)  #: of any channel
    command_failed = Signal(VisavisError)  #: a command failed; the pipeline in use stays
    pipeline_changed = Signal(Pipeline)  #: another pipeline is in use; the initial one after too many failures
    classifier_changed = Signal(object)  #: the `Classifier` of whole frames in use; None: faces are looked for
    failed = Signal()  #: analysis met a bug, which `sys.excepthook` reports, and continues

    def __init__(
        self,
        pipeline: Pipeline,
        parent: QObject | None = None,
        *,
        on_analysis: Callable[[Analysis], None] = lambda _: None,
    ) -> None:
        super().__init__(parent)
        self.turns = Turns()  #: frames to be analyzed
        self.roster = SourceRoster()
        self._analyses = NewestAnalyses()
        self._newest: dict[int, Frame] = {}
        self._analyzer = Analyzer(
            self.turns,
            pipeline,
            on_change=self.pipeline_changed.emit,
            on_classifier=self.classifier_changed.emit,
            on_error=self.command_failed.emit,
            on_analysis=on_analysis,
            on_cost=self.turns.record,
        )
        resilient = ResilientAnalyzer(self._analyzer, pipeline, self._report)
        self._thread = StreamThread(resilient, self._analyses, self.turns.close, self)
        self._thread.available.connect(self._take)
        self._thread.start()

    def submit(self, command: Command) -> None:
        """Have a command run on the analysis thread. Emits `pipeline_changed` or `command_failed`.

        The newest frame of each channel is analyzed right after it, also while its source is paused.
        """
        self._analyzer.submit(command)
        for frame in list(self._newest.values()) or [_BLANK]:
            self.turns.put(frame, is_urgent=True)

    def keep_newest(self, frame: Frame) -> None:
        """Remember the frame that a channel shows."""
        self._newest[frame.channel] = frame

    def remove(self, channel: int) -> None:
        """Forget what a channel showed: it gets another source, or none."""
        self._newest.pop(channel, None)
        self.turns.remove(channel)
        self.roster.remove(channel)

    def close(self, limit_s: float) -> bool:
        """End the thread; False if it does not end within `limit_s` seconds: a network loads."""
        self.turns.close()
        return self._thread.wait(max(int(limit_s * 1000), 0))

    def _take(self) -> None:
        for analysis in self._analyses.take():
            self.analyzed.emit(analysis)

    def _report(self, error: Exception) -> None:
        """Report an error of the analysis, on the analysis thread."""
        if isinstance(error, VisavisError):
            self.command_failed.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
            self.failed.emit()
