"""Pictures that are set aside, on the page of their person."""

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from support.ui_fakes import naming
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore


@pytest.fixture
def people(folders):
    """Ada with three samples, and a picture that is set aside."""
    store = PeopleStore(folders.people)
    ada = store.create(PersonName("Ada"))
    for shade in (30, 60, 90):
        store.add(ada, np.full((60, 60, 3), shade, np.uint8))
    store.add(ada, np.full((60, 60, 3), 9, np.uint8), aside=True)
    return store


@pytest.fixture
def program(make, until, people):
    """The window with Ada's page open."""
    program = make(load_pipeline=lambda wanted, told: naming("Ada"))
    until(lambda: len(program.window.people.model.rows) == 1)
    program.library.open_page(program.window.people.model.rows[0])
    until(lambda: program.window.library.details is not None)
    return program


def counts(people):
    ada = people.find("Ada")
    return len(people.samples(ada)), len(people.aside(ada))


def test_they_are_apart_and_an_action_applies_to_one_of_both_lists(program):
    page, actions = program.window.library.person, program.window.actions_
    assert page.aside.isVisible()
    assert "1 picture is set aside" in page.aside.findChild(QLabel).text()

    page.list.select_rows([0])
    assert (actions.use.isEnabled(), actions.set_aside.isEnabled()) == (False, True)
    page.aside.list.select_rows([0])
    assert page.list.selected_values() == []
    assert (actions.use.isEnabled(), actions.set_aside.isEnabled()) == (True, False)
    assert actions.move.isEnabled()
    assert actions.delete.isEnabled()


def test_they_can_be_used_and_that_can_be_undone(program, people, until):
    page, actions = program.window.library.person, program.window.actions_
    page.aside.list.select_rows([0])

    actions.use.trigger()

    until(lambda: counts(people) == (4, 0))
    until(lambda: not page.aside.isVisible())
    assert len(people.picture_record(people.find("Ada")).whole) == 1
    until(lambda: program.window.toast.text == "1 picture now counts as Ada.")
    actions.undo.trigger()
    until(lambda: counts(people) == (3, 1))
    until(page.aside.isVisible)


def test_samples_can_be_set_aside(program, people, until):
    page, actions = program.window.library.person, program.window.actions_
    page.list.select_rows([0, 1])

    actions.set_aside.trigger()

    until(lambda: counts(people) == (1, 3))
    until(lambda: len(page.aside.model.items) == 3)
    until(lambda: program.window.toast.text == "2 pictures of Ada were set aside.")


def test_the_last_picture_can_be_set_aside_and_the_person_stays(program, people, until):
    page, actions = program.window.library.person, program.window.actions_
    page.list.select_rows([0, 1, 2])

    actions.set_aside.trigger()

    until(lambda: len(page.aside.model.items) == 4)
    assert program.window.library.details.items == ()
