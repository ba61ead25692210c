"""The list of visits: a visit that goes on keeps its picture while a newer one is read."""

from dataclasses import replace
from datetime import datetime, timedelta
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from visavis.imaging import codec
from visavis.sightings.sighting import Sighting
from visavis.ui.history.visit_model import VisitModel
from visavis.ui.history.visit_rows import VisitRow
from visavis.ui.threads import Worker
from visavis.ui.widgets.thumbnails import Thumbnails


@pytest.fixture
def worker(qapp):
    worker = Worker(qapp)
    yield worker
    worker.close()
    assert worker.wait(5000)


def visit(minutes):
    first = datetime(2026, 11, 25, 12).astimezone()
    return VisitRow(Sighting("Ada", "/videos/door.mp4", first, first + timedelta(minutes=minutes), 0.9, "ada", id=1))


def test_a_visit_that_goes_on_keeps_its_picture_while_a_newer_one_is_read(qtbot, worker):
    chip = codec.encode(np.full((40, 40, 3), 90, np.uint8))
    thumbnails = Thumbnails(worker)
    model = VisitModel(SimpleNamespace(chip=lambda sighting: chip, path="sightings"), thumbnails)
    model.show_rows([visit(1)])
    with qtbot.waitSignal(thumbnails.arrived):
        assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None
    first = model.index(0).data(Qt.ItemDataRole.DecorationRole)
    with qtbot.waitSignal(thumbnails.arrived):
        model.show_rows([visit(2)])
        assert model.index(0).data(Qt.ItemDataRole.DecorationRole).cacheKey() == first.cacheKey()
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole).cacheKey() != first.cacheKey()
    other = visit(3)
    model.show_rows([VisitRow(replace(other.sighting, id=2))])
    with qtbot.waitSignal(thumbnails.arrived):
        assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None


def test_the_tool_tip_has_what_the_card_cuts_off(worker):
    model = VisitModel(SimpleNamespace(chip=lambda sighting: None, path="sightings"), Thumbnails(worker))
    model.show_rows([visit(2)])
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole).splitlines()[0] == "Ada"
    assert "2 minutes, door.mp4, 90 %" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole).splitlines()[-1] == "/videos/door.mp4"
