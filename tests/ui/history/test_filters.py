"""What the filters of the history offer."""

from datetime import datetime

from PySide6.QtCore import QObject

from visavis.sightings.sighting import Sighting
from visavis.ui.history.filters import VisitFilters
from visavis.ui.history.visit_rows import VisitRow


def row(source):
    first = datetime(2026, 11, 25, 12).astimezone()
    return VisitRow(Sighting("Ada", source, first, first, 0.9, "ada"))


def test_files_are_offered_by_name_unless_two_have_the_same(qtbot):
    owner = QObject()
    filters = VisitFilters(owner)
    for box in filters.boxes:
        qtbot.addWidget(box)
    filters.offer([row("/a/door.mp4"), row("/b/door.mp4"), row("/a/desk.mp4"), row("Camera")])
    box = filters.source
    assert {box.itemText(n): box.itemData(n) for n in range(1, box.count())} == {
        "/a/door.mp4": "/a/door.mp4",
        "/b/door.mp4": "/b/door.mp4",
        "desk.mp4": "/a/desk.mp4",
        "Camera": "Camera",
    }
