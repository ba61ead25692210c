"""Labeling that outlives a bug."""

from collections.abc import Callable, Iterator

from visavis.pipeline import Analysis, Pipeline
from visavis.tracking.analyzer import Analyzer
from visavis.tracking.commands import UsePipeline

#: Failures without an answer in between, after which the pipeline in use is given up.
PATIENCE = 3


class ResilientAnalyzer:
    """The analyses of an `Analyzer`, which go on whatever its pipeline raises; iterated on the analysis thread.

    A frame that fails is skipped. A pipeline that fails again and again is given up for one that needs no network; not
    for the one before it, which may still know someone who was forgotten since.

    Parameters
    ----------
    fallback : Pipeline
        What takes over; asked for as any other, so the analyzer says that it has changed.
    failed : callable
        Told each failure once for each place in the code, however many frames meet it. On the analysis thread.
    """

    def __init__(self, analyzer: Analyzer, fallback: Pipeline, failed: Callable[[Exception], None]) -> None:
        self._analyzer = analyzer
        self._fallback = fallback
        self._failed = failed

    def __iter__(self) -> Iterator[Analysis]:
        told: set[tuple[object, ...]] = set()
        failures, going = 0, True
        while going:
            try:
                for analysis in self._analyzer:  # what raised has ended; the frames after it are still to come
                    failures = 0
                    yield analysis
                going = False
            except Exception as error:  # noqa: BLE001  whatever it is, the next frame may fare better
                failures += 1
                if (place := _place(error)) not in told:
                    told.add(place)
                    self._failed(error)
                if failures == PATIENCE:
                    self._analyzer.submit(UsePipeline(lambda: self._fallback))


def _place(error: Exception) -> tuple[object, ...]:
    """What was raised, and the line that raised it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return type(error), trace and (trace.tb_frame.f_code, trace.tb_lineno)
