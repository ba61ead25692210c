"""Asks whether two people who look alike are one, one pair at a time, and does what is answered."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from visavis.errors import VisavisError
from visavis.people.distinct_pairs import Pair
from visavis.people.person import Person
from visavis.people.store import PeopleStore
from visavis.recognition.duplicate_enrollment import DuplicateEnrollment
from visavis.ui.controllers.people.people import PeopleController
from visavis.ui.people.overview import OverviewStore, PersonRow
from visavis.ui.people.same_person_card import SamePersonCard
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.threads import Worker
from visavis.ui.widgets.banner import Banner


class SamePersonController(QObject):
    """Searches whenever people change, and shows the most similar pair.

    Parameters
    ----------
    store : PeopleStore
        The user is also told which of its folders have the same name.
    search : callable
        Returns the people who look like one, most similar first; called on the worker.
    worker : Worker
        Only reads: another one than the one that saves.
    """

    def __init__(
        self,
        store: PeopleStore,
        search: Callable[[], Sequence[DuplicateEnrollment]],
        worker: Worker,
        overview: OverviewStore,
        people: PeopleController,
        card: SamePersonCard,
        banner: Banner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._search = search
        self._worker = worker
        self._overview = overview
        self._card = card
        self._banner = banner
        self._told: set[Path] = set()
        self._found: Sequence[DuplicateEnrollment] = ()
        self._postponed: set[Pair] = set()
        overview.changed.connect(self.refresh)
        card.merge.connect(lambda one, other: people.merge_pair(other, one))
        card.distinct.connect(people.call_distinct)
        card.postponed.connect(self._postpone)

    def refresh(self, _: object = None) -> None:
        """Search again, off the GUI thread."""
        self._worker.submit(self._search, self._show, self._fail)
        self._worker.submit(self._store.same_names, self._tell_same_names, lambda _: None)

    def _show(self, found: Sequence[DuplicateEnrollment]) -> None:
        self._found = found
        rows = {row.person.slug: row for row in self._overview.current.rows}
        questions = [
            (rows[each.person.slug], rows[each.other.slug])
            for each in found
            if {each.person.slug, each.other.slug} <= rows.keys()
        ]
        self._card.ask(next((pair for pair in questions if _pair(*pair) not in self._postponed), None))

    def _fail(self, error: VisavisError) -> None:
        self._show(())
        self._banner.tell(Notice.of(error, "overview"))  # the overview tells the same if the people cannot be read

    def _tell_same_names(self, pairs: Sequence[tuple[Person, Person]]) -> None:
        """Tell of folders whose names differ in invisible characters only: once each."""
        for one, other in pairs:
            if other.folder not in self._told:
                text = self.tr("Two folders have the name {name}: {folders}. Their pictures count as one person.")
                folders = ", ".join(repr(person.folder.name) for person in (one, other))
                hint = self.tr("Rename one of them if they are two people.")
                self._banner.tell(Notice(text.format(name=one.name, folders=folders), hint, Severity.WARNING, "names"))
        self._told = {other.folder for _, other in pairs}

    def _postpone(self, one: PersonRow, other: PersonRow) -> None:
        """Ask no more about them until the program starts again."""
        self._postponed.add(_pair(one, other))
        self._show(self._found)


def _pair(one: PersonRow, other: PersonRow) -> Pair:
    return frozenset({one.person.slug, other.person.slug})
