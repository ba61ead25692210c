"""Recording what is analyzed, into the data folder."""

from collections.abc import Callable
from typing import Protocol

from visavis.errors import VisavisError
from visavis.people.names import comparison_key
from visavis.people.store import PeopleStore
from visavis.pipeline import Analysis
from visavis.recordings.index import Limits
from visavis.recordings.store import StoredRecording
from visavis.sources.recorded.writer import RecordingWriter
from visavis.storage import deletion
from visavis.storage.paths import DataFolders


class _WorkLimits(Protocol):
    @property
    def values(self) -> Limits: ...


class AnalysisRecorder:
    """Records analyses. The recording is not kept if somebody in it is forgotten meanwhile.

    Parameters
    ----------
    on_failure : callable
        Called once, on a thread of the recording, with the reason if it ends early.

    Raises
    ------
    DiskError
        If the folder of recordings cannot be written to, or its disk is full.
    """

    def __init__(self, folders: DataFolders, on_failure: Callable[[VisavisError], None]) -> None:
        self._folders = folders
        self._receipts = self._count_receipts()
        self._writer = RecordingWriter(folders.recordings, may_keep=self._may_keep, on_failure=on_failure)
        self.add_track = self._writer.add_track

    def add(self, analysis: Analysis, limits: _WorkLimits) -> None:
        """Record an analyzed frame, and how much work it was allowed."""
        self._writer.add(analysis.frame, [answer.match.name for answer in analysis.answers], limits.values)

    def finish(self) -> StoredRecording | None:
        """End the recording (`RecordingWriter.finish`)."""
        return self._writer.finish()

    def _may_keep(self, names: frozenset[str]) -> bool:
        if self._count_receipts() == self._receipts:
            return True
        present = {comparison_key(person.name) for person in PeopleStore(self._folders.people).people()}
        return {comparison_key(name) for name in names} <= present

    def _count_receipts(self) -> int:
        return len(deletion.list_entries(self._folders.receipts))
