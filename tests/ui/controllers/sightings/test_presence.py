"""Who is here now stands on top of the list of people, with a dot, whether or not visits are recorded."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from support.ui_fakes import naming
from visavis.sightings.store import SightingStore
from visavis.ui.widgets import theme
from visavis.ui.widgets.picture_model import PRESENCE


@pytest.fixture
def watching(make, until, people):
    program = make(load_pipeline=lambda wanted, told: naming("Bob"))
    panel = program.window.people
    until(lambda: panel.model.rowCount() == 2)
    until(lambda: [row.name for row in panel.model.rows] == ["Bob", "Ada"])
    return program


def test_who_is_here_is_first_and_marked_and_nothing_is_recorded(watching, folders):
    panel = watching.window.people
    bob, ada = (panel.model.index(number) for number in range(2))
    assert bob.data(PRESENCE).startswith("here since ")
    assert ada.data(PRESENCE) == ""
    assert not SightingStore(folders.sightings).exists()


def test_the_dot_is_painted_beside_who_is_here_alone(watching, qapp):
    theme.apply(qapp, dark=False)
    panel = watching.window.people
    image = panel.list.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.asarray(image.constBits()).reshape(image.height(), image.width(), 4)[..., 2::-1]
    good = QColor(theme.current().good)
    dots = np.abs(pixels.astype(int) - (good.red(), good.green(), good.blue())).sum(axis=2) < 12
    here, other = (panel.list.visualRect(panel.model.index(number)) for number in range(2))
    assert dots[here.top() : here.bottom()].sum() > 40
    assert not dots[other.top() : other.bottom()].any()
    qapp.setStyleSheet("")


def test_who_leaves_is_in_the_order_of_names_again_and_stays_selected(watching, until):
    panel = watching.window.people
    panel.select(panel.model.rows[0].person.slug)
    panel.show_present({})
    assert [row.name for row in panel.model.rows] == ["Ada", "Bob"]
    assert panel.selected_row().name == "Bob"
