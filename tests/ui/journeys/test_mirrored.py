"""A window for people who read from right to left, and names in any script."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from support.ui_fakes import naming
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.scoring.stranger_rates import StrangerRate
from visavis.ui.models.report import ModelReport
from visavis.ui.models.threshold_dialog import ThresholdDialog
from visavis.ui.people.dialogs import ask_name
from visavis.ui.people.list_model import PeopleDelegate
from visavis.ui.text import language
from visavis.ui.widgets import icons, theme

NAMES = ("فاطمة الزهراء", "שרה כהן", "王小明", "さくら", "Андрей", "Nguyễn Thị", "Zoë 🦊", "नेहा")


@pytest.fixture
def mirrored(qapp):
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield qapp
    qapp.setLayoutDirection(before)


@pytest.fixture
def people(folders):
    store = PeopleStore(folders.people)
    for name in NAMES:
        store.add(store.create(PersonName(name)), np.full((60, 60, 3), 90, np.uint8))
    return store


def test_a_system_that_reads_from_right_to_left_mirrors_the_window(foreign):
    before = foreign.layoutDirection()
    language.install(foreign, "he")

    assert foreign.layoutDirection() is Qt.LayoutDirection.RightToLeft
    foreign.setLayoutDirection(before)


def test_the_panel_is_left_of_the_picture(make, until, mirrored, people):
    window = make(load_pipeline=lambda wanted, told: naming("Ada")).window
    until(lambda: len(window.people.model.rows) == len(NAMES))

    assert left(window.people, window) < left(window.video, window)
    view = window.people.list
    portraits, texts = PeopleDelegate()._places(option(view), view.visualRect(view.model().index(0, 0)))
    assert portraits.left() > texts.left()


def test_the_way_back_points_to_where_one_came_from(make, mirrored):
    window = make().window
    expected = icons.icon("back-rtl", theme.current().text).pixmap(16, 16).toImage()
    for page in (window.library, window.history, window.reviewer):
        assert page.back.icon().pixmap(16, 16).toImage() == expected, page


def left(widget, window):
    return widget.mapTo(window, widget.rect().topLeft()).x()


def option(view):
    made = QStyleOptionViewItem()
    made.initFrom(view)
    return made


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_names_in_every_script_are_listed_as_they_are(make, until, qapp, people, direction):
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(direction)
    try:
        window = make(load_pipeline=lambda wanted, told: naming("Ada")).window
        until(lambda: len(window.people.model.rows) == len(NAMES))
        window.actions_.library.trigger()
        until(lambda: len(window.library.people.rows) == len(NAMES))
        assert {row.name for row in window.people.model.rows} == set(NAMES)
        for row in window.library.people.rows:
            question = ask_name(window, row, lambda name: None)
            assert row.name in question.windowTitle()
            assert question.field.text() == row.name
            question.reject()
        assert not window.grab().isNull()
    finally:
        qapp.setLayoutDirection(before)


def test_an_axis_of_numbers_and_what_moves_along_it_stay(qtbot, mirrored):
    dialog = ThresholdDialog(
        ModelReport("m", 1, 0.5, (), {}, {}), {"balanced": 0.0}, "balanced", 0.0, lambda _: StrangerRate(None)
    )
    qtbot.addWidget(dialog)
    dialog.slider.setValue(0)
    qtbot.keyClick(dialog.slider, Qt.Key.Key_Right)
    assert dialog.slider.value() > 0
