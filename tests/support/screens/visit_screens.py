"""Screens of visits, and visits to show on them."""

from datetime import UTC, datetime, timedelta

import numpy as np

from support.screens.screen import shows
from support.tagging.recordings import noise_frame, write_recording
from support.ui_fakes import scene
from visavis.imaging import codec
from visavis.imaging.crop import resize_square
from visavis.people.store import PeopleStore
from visavis.sightings.guest_store import GuestStore
from visavis.sightings.guests import FaceVector
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import SightingChange, SightingStore
from visavis.ui.history.recording_dialog import RecordingDialog
from visavis.ui.picture.recordings_dialog import RecordingsDialog
from visavis.ui.widgets.question_dialog import QuestionDialog

MINUTE = timedelta(minutes=1)


def this_day(hour=9, days_ago=0):
    """A moment of today, or of some days ago, on the clock here."""
    now = datetime.now().astimezone()
    return now.replace(hour=hour, minute=0, second=0, microsecond=0) - timedelta(days=days_ago)


def record(folders, *visits, pictures=True):
    """Store visits, given as (name or number of an unknown face, begin, source); return what is stored."""
    people = {person.name: person.slug for person in PeopleStore(folders.people).people()}
    store, stored = SightingStore(folders.sightings), []
    for seed, (who, begin, source) in enumerate(visits):
        name = who if isinstance(who, str) else None
        sample = codec.encode(scene(seed + 1)) if pictures else None
        chip = codec.encode(resize_square(scene(seed + 1), 160)) if pictures else None
        first = begin.astimezone(UTC)
        sighting = Sighting(name, source, first, first + 12 * MINUTE, 0.9, chip=chip, sample=sample)
        face = None if name is not None else FaceVector("sface", np.eye(8, dtype=np.float32)[who])
        change = SightingChange(sighting, face=face)
        stored += store.save([change], lambda found: (people.get(found, found.lower()), found, ""), 5 * MINUTE)
    return [sighting for sighting, _ in stored]


def record_some(folders):
    """A few visits of two days: of Ada and Bob, and of two guests, one of whom is ignored."""
    found = record(
        folders,
        ("Bob", this_day(8, 1), "Desk"),
        ("Ada", this_day(7), "Front door"),
        (1, this_day(9), "Front door"),
        ("Bob", this_day(10), "Front door"),
        (2, this_day(11), "Front door"),
        (1, this_day(13), "Front door"),
        ("Ada", this_day(14), "Front door"),
    )
    guests = GuestStore(folders.sightings)
    guests.ignore(guests.find(found[4].guest), is_ignored=True)
    return found


class VisitScreens:
    """The screens of visits, of what `Screens` makes."""

    def _history(self, **settings):
        program = self.program()
        program.settings_store.change(sightings_asked=True, **settings)
        return program

    def history(self):
        program = self._history()
        record_some(self.folders)
        program.window.actions_.history.trigger()
        page = program.window.history
        self.until(lambda: page.model.rowCount() == 7)
        page.list.select_rows([0])
        self.until(lambda: not page.delete_everything.visibleRegion().isEmpty())  # the row of buttons is laid out
        return program.window

    def no_history(self):
        window = self._history().window
        window.actions_.history.trigger()
        return window

    def guests(self):
        window = self.history()
        self.until(lambda: window.history.guests.rowCount() == 2)
        window.history.to_guests.click()
        window.history.grid.select_rows([0])
        return window

    @shows(RecordingDialog)
    def recording(self):
        window = self.program().window
        window.actions_.history.trigger()
        return next(child for child in window.children() if child.objectName() == "recording")

    @shows(RecordingsDialog)
    def recordings(self):
        write_recording(self.folders.recordings, [noise_frame(index) for index in range(4)])
        window = self.program().window
        window.actions_.recordings.trigger()
        self.until(lambda: any(child.objectName() == "recordings" for child in window.children()))
        return next(child for child in window.children() if child.objectName() == "recordings")

    @shows(QuestionDialog)
    def whose_visit(self):
        window = self.history()
        window.history.correct.click()
        return self._question(window)

    @shows(QuestionDialog)
    def whose_guest(self):
        window = self.guests()
        window.history.name.click()
        return self._question(window)

    @shows(QuestionDialog)
    def delete_visits(self):
        window = self.history()
        window.history.delete_selected.click()
        return self._question(window)

    def _question(self, window):
        def asked():
            return [child for child in window.children() if child.objectName() == "question"]

        self.until(lambda: bool(asked()))
        return asked()[0]
