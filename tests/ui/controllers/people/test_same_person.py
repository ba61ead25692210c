"""The window asks about people who look like one, remembers the answer, and undoes it."""

import numpy as np
import pytest

from visavis.errors import StoreError
from visavis.imaging import codec
from visavis.people.distinct_pairs import DistinctPairs
from visavis.recognition.duplicate_enrollment import DuplicateEnrollment


@pytest.fixture
def search(people):
    """Finds Ada and Bob, as long as both exist and are not called two people."""

    def search():
        here = people.people()
        if len(here) < 2 or DistinctPairs(people.folder).pairs():
            return []
        return [DuplicateEnrollment(here[0], here[1], 0.9)]

    return search


@pytest.fixture
def program(make, search, until):
    program = make(search_duplicates=search)
    until(lambda: bool(program.window.people.same_person.text))
    return program


@pytest.fixture
def card(program):
    return program.window.people.same_person


def undo(program, until):
    until(lambda: bool(program.history.label))
    program.history.undo()


def test_they_are_merged_and_are_two_again_after_an_undo(program, card, people, until):
    assert "Ada and Bob look like the same person" in card.text
    card.merge_button.click()
    until(lambda: not card.text)
    [merged] = people.people()
    assert (merged.name, len(people.samples(merged))) == ("Ada", 4)
    undo(program, until)
    until(lambda: bool(card.text))
    assert [person.name for person in people.people()] == ["Ada", "Bob"]


def test_they_are_two_people_until_that_is_undone(program, card, people, until):
    card.distinct_button.click()
    until(lambda: not card.text)
    assert DistinctPairs(people.folder).pairs() == {frozenset({"Ada", "Bob"})}
    assert "two people" in program.window.toast.text
    undo(program, until)
    until(lambda: bool(card.text))
    assert not DistinctPairs(people.folder).pairs()


def test_a_closed_question_is_not_asked_again(program, card, people, until):
    card.close_button.click()
    assert not card.text
    program.same_person.refresh()
    searched = []
    program.picture_worker.run_after(lambda: searched.append(True))
    until(lambda: bool(searched))
    assert not card.text
    assert not DistinctPairs(people.folder).pairs()


def test_folders_whose_names_look_the_same_are_told_once(make, people, until):
    codec.write(people.folder / "Ada\u200b" / "a.png", np.full((60, 60, 3), 7, np.uint8))
    program = make()
    until(lambda: "'Ada', 'Ada\\u200b'" in program.window.banner.text)
    program.window.banner.withdraw("names")
    program.same_person.refresh()
    searched = []
    program.picture_worker.run_after(lambda: searched.append(True))
    until(lambda: bool(searched))
    assert not program.window.banner.text


def test_a_search_that_fails_says_why(make, until):
    def fail():
        raise StoreError("distinct.json is damaged.")

    program = make(search_duplicates=fail)
    until(lambda: program.window.banner.text == "distinct.json is damaged.")
    assert not program.window.people.same_person.text
