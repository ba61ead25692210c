"""What every start does first: it completes what a killed program left undone, and deletes what it left lying."""

import logging
from dataclasses import replace

from visavis.errors import VisavisError
from visavis.forgetting import leftovers
from visavis.forgetting.erasure import erase
from visavis.forgetting.receipt import Receipt
from visavis.forgetting.traces import Journal, Traces
from visavis.models.store import ModelStore
from visavis.people.store import PeopleStore
from visavis.storage import replacement
from visavis.storage.attempts import Attempts
from visavis.storage.paths import DataFolders

_log = logging.getLogger(__name__)


def recover(folders: DataFolders) -> list[Receipt]:
    """Complete the forgettings that were interrupted, and delete leftovers; return what was completed.

    Nothing that goes wrong keeps the program from starting: it is logged, and tried again at the next start.
    """
    attempts = Attempts()
    receipts = []
    with attempts.step():
        replacement.complete(folders)
    with attempts.step():
        receipts = [receipt for receipt in _complete(folders) if receipt is not None]
    leftovers.sweep(folders, attempts)
    Journal(folders.forgetting).sweep(attempts)
    for error in attempts.errors:
        _log.info("The next start tries again. %s", error.message.template)
    return receipts


def _complete(folders: DataFolders) -> list[Receipt | None]:
    journal = Journal(folders.forgetting)
    receipts: list[Receipt | None] = []
    for path in journal.paths():
        try:
            traces = journal.load(path)
            if traces and not (traces.is_done and ModelStore(folders.models).is_training()):
                receipts.append(erase(folders, _without_namesakes(folders, traces), [path]))
        except VisavisError as error:
            _log.warning("%s", error)
    return receipts


def _without_namesakes(folders: DataFolders, traces: Traces) -> Traces:
    """The traces without what is somebody else's by now, who was enrolled under the same name."""
    taken = traces.slugs & PeopleStore(folders.people).slugs() if traces.pictures_deleted else frozenset()
    return replace(traces, slugs=traces.slugs - taken, names=frozenset()) if taken else traces
