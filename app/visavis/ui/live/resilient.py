"""Analysis that survives bugs of a pipeline."""

from collections.abc import Callable, Iterator

from visavis.pipeline import Analysis, Pipeline
from visavis.tracking.analyzer import Analyzer
from visavis.tracking.commands import ClassifyPictures, UsePipeline

#: Consecutive failures after which the pipeline in use is replaced.
MAX_FAILURES = 3


class ResilientAnalyzer:
    """Yields the analyses of an `Analyzer`, and continues after any exception. Iterated on the analysis thread.

    A frame that raises is skipped. A pipeline that fails several times in a row is replaced by one that needs no
    network. The previous pipeline would not do: it may still know people who were forgotten since. If whole frames are
    classified, faces are looked for again.

    Parameters
    ----------
    fallback : Pipeline
        Replaces a failing pipeline. It is submitted as a command, so the analyzer reports the change.
    on_error : callable
        Called on the analysis thread, once for each line of code that raises.
    """

    def __init__(self, analyzer: Analyzer, fallback: Pipeline, on_error: Callable[[Exception], None]) -> None:
        self._analyzer = analyzer
        self._fallback = fallback
        self._on_error = on_error

    def __iter__(self) -> Iterator[Analysis]:
        reported: set[tuple[object, ...]] = set()
        failures, is_running = 0, True
        while is_running:
            try:
                for analysis in self._analyzer:  # a generator that raised has ended, so a new one is needed
                    failures = 0
                    yield analysis
                is_running = False
            except Exception as error:  # noqa: BLE001  the next frame may succeed
                failures += 1
                if (place := _place(error)) not in reported:
                    reported.add(place)
                    self._on_error(error)
                if failures == MAX_FAILURES:
                    self._replace_what_fails()

    def _replace_what_fails(self) -> None:
        if self._analyzer.is_classifying:
            self._analyzer.submit(ClassifyPictures(None))
        else:
            self._analyzer.submit(UsePipeline(lambda: self._fallback))


def _place(error: Exception) -> tuple[object, ...]:
    """The type of an exception and the line that raised it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return type(error), trace and (trace.tb_frame.f_code, trace.tb_lineno)
